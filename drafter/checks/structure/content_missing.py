"""S204: a prescribed content that stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.model.kit import Part
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.text.proof_outline import outline
from drafter.text.shortcomings import names_plans, names_shortcomings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.kit import Content
    from drafter.model.proof import Passage, Proof

#: How shortcomings and plans are told without a heading of their own.
_LACKS = lazily(
    r"(?:但|还|仍|也|虽|同时)[^。]{0,20}(?:存在|仍有|还有)[^。]{0,14}(?:问题|不足|短板|差距|薄弱)"
)
_PLANS = lazily(
    r"(?:^|[。；：])(?:下一?步|下一?阶段|今后|新的一年|下一?年度?|(20[0-9]{2})年)[^。]{0,20}"
    r"(?:将|继续|进一步|坚持|重点|要)"
)


@text_rule("S204", "content-missing", Severity.WARNING)
def content_missing(reading: Reading) -> Iterator[Fault]:
    """查什么：应当写明的几项内容（举措成效、不足和原因、第一责任人履职、下年安排）是不是都有。

    为什么：这几项是《法治政府建设与责任落实督察工作规定》要求的，少一项，报上去会被退回。
    例：全文没有一处写党政主要负责人履行推进法治建设第一责任人职责的情况。
    怎么改：补上这一节，或者在有关的一节里写明。
    """
    if not reading.proof.passages:
        return
    first = reading.proof.passages[0]
    # In a year file the title may be the structure's: what is missing is missing in the file.
    spot = Spot(reading.proof.path) if reading.proof.filed else None
    for name in _missing(reading):
        message = f"全文没有写到“{name}”"
        remedy = f"这是报告应当写明的内容，补上“{name}”"
        yield Fault(first.place, 0, 0, message, remedy, spot=spot)


def _missing(reading: Reading) -> tuple[str, ...]:
    if reading.case is not None:
        covered = reading.case.report.covered
        return tuple(one.name for one in covered if not one.places and not one.optional)
    contents = reading.contents
    return tuple(
        content.name
        for content in contents
        if not content.optional and not _stands(content, contents, reading.proof)
    )


def _stands(content: Content, contents: tuple[Content, ...], proof: Proof) -> bool:
    if content.rest:
        return _has_rest([other for other in contents if not other.rest], proof)
    headings = any(_claims(content, passage) for passage in proof.passages if passage.level)
    return headings or any(_mentions(content, passage, proof.year) for passage in proof.passages)


def _has_rest(others: list[Content], proof: Proof) -> bool:
    """Whether there is a chapter that no other content claims; any text, if there are none."""
    chapters = outline(proof)
    if not chapters:
        return any(passage.sentences for passage in proof.passages)
    return any(
        chapter.whole
        for chapter in chapters
        if not any(_claims(content, chapter.heading) for content in others)
    )


def _claims(content: Content, heading: Passage) -> bool:
    """Whether a section is there for the content."""
    words = heading.heading
    if any(word in words for word in content.in_heading):
        return True
    if Part.SHORTCOMINGS.value in content.parts:
        return names_shortcomings(words)
    return Part.PLANS.value in content.parts and heading.level == 1 and names_plans(words)


def _mentions(content: Content, passage: Passage, year: int | None) -> bool:
    """Whether the content is told in running text; next year's plans are no account of it."""
    text = passage.sentences
    if not passage.parts and any(word in text for word in content.in_text):
        return True
    if Part.SHORTCOMINGS.value in content.parts:
        return bool(_LACKS.search(text))
    told = _PLANS.finditer(text) if Part.PLANS.value in content.parts else ()
    return any(year is None or match[1] in {None, str(year + 1)} for match in told)
