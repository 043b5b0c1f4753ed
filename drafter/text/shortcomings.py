"""The part on shortcomings: by which headings it is known, its members, and their causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.text.proof_outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.proof import Proof
    from drafter.text.proof_outline import Branch

_LACKS = lazily(
    r"存在(?:的|着|一些)*(?:主要)?(?:问题|困难|不足|短板|差距|薄弱)"
    r"|(?:问题|不足|短板|差距)(?:和|与|及|、|以及|$)|短板弱项|不足之处"
)
#: What is done about problems is no part on them: 集中整治突出问题.
_SOLVED = lazily(r"整治|整改|解决|破解|化解|治理|排查|聚焦|补齐|着力|坚持|纾|帮")
_PLANS = lazily(r"安排|思路|打算|下一步|下步|展望|计划")
_CAUSE = lazily(
    r"原因|由于|缘于|源于|根源|归因|究其|所致|导致|之所以|(?:问题|症结|根子)在于|主要在于"
    r"|受.{1,20}(?:制约|限制|影响)|制约[于因]|主要是(?!：|表现|体现)|因为"
    r"|(?<![原起成诱基病动])因(?![此而素人果势材地应特式])"
)
_ALL = lazily(r"(?:上述|以上|这些|存在|产生|出现)[^。，；]{0,12}(?:问题|不足)[^。；]{0,10}原因")
_MEMBER = lazily(
    r"(?<![统唯之])[一二三四五六七八九十]是|(?<=[。；：])第[一二三四五六七八九十][，、]"
)
_PLANS_BEGIN = lazily(r"下一步|下步|下一阶段|今后|(?:20[0-9]{2}|新的一|明)年[，,]")


def names_shortcomings(heading: str) -> bool:
    """Whether a heading announces the shortcomings; 集中整治突出问题 does not."""
    return bool(_LACKS.search(heading)) and not _SOLVED.search(heading)


def names_plans(heading: str) -> bool:
    """Whether a heading announces what is to be done next."""
    return bool(_PLANS.search(heading))


def parts_on_shortcomings(proof: Proof) -> Iterator[Branch]:
    """The topmost sections on shortcomings; below a heading on plans too, the one of their own."""
    for root in outline(proof):
        yield from _parts(root)


def members(branch: Branch) -> tuple[str, ...]:
    """The shortcomings one by one: sections, or 一是, 二是; else the text as a whole."""
    fused = names_plans(branch.heading.heading)
    if branch.children and not fused:
        return tuple(child.heading.heading + "。" + child.whole for child in branch.children)
    text = _own(branch) if fused else branch.whole
    starts = [match.start() for match in _MEMBER.finditer(text)]
    if not starts:
        return (text,) if text else ()
    return tuple(
        text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    )


def gives_cause(text: str) -> bool:
    """Whether the text says why something is so."""
    return bool(_CAUSE.search(text))


def gives_all_causes(text: str) -> bool:
    """Whether the causes are told together: 产生上述问题的主要原因."""
    return bool(_ALL.search(text))


def _parts(branch: Branch) -> Iterator[Branch]:
    heading = branch.heading.heading
    below = [child for child in branch.children if names_shortcomings(child.heading.heading)]
    if names_shortcomings(heading) and not (below and names_plans(heading)):
        yield branch
        return
    for child in branch.children:
        yield from _parts(child)


def _own(branch: Branch) -> str:
    """The paragraphs before the plans begin, under a heading that announces both."""
    texts = [branch.heading.sentences] if branch.heading.run_in else []
    for paragraph in branch.paragraphs:
        if texts and _PLANS_BEGIN.match(paragraph.text):
            break
        texts.append(paragraph.text)
    return "".join(texts)
