"""S103: headings of one level numbered in two ways, or a level left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.heading_forms import level_and_number, printed_number, unusual_forms
from drafter.text.heading_runs import SlipKind, number_slips, part_number
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.proof_outline import named, siblings, without_contents_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Proof
    from drafter.text.proof_outline import Branch

_MARK = lazily(r"\s*([（(]?)[^（()）、，,.．\s]{1,5}([）)]?)\s*([、，,.．]?)")
_PART = lazily(r"第[^部章篇]{1,3}(?:部分|[章篇])")
_USUAL = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


@text_rule("S103", "heading-numbers-mixed", Severity.WARNING)
def heading_numbers_mixed(reading: Reading) -> Iterator[Fault]:
    """查什么：同一级标题的序号是不是一种写法，层次有没有跳级。

    为什么：公文的层次依次用“一、”“（一）”“1.”“（1）”；写法不一，读者分不清哪一节属于哪一节。
    例：前面写“1.”，后面写“1、”；“一、”下面直接用“（1）”。只有两层时，“一、”下面可以用“1.”。
    怎么改：同一级统一成一种写法，按层次的顺序逐级往下用。
    """
    proof = reading.proof
    told: set[int] = set()
    for one in (*_other_levels(proof), *_two_forms(proof), *_levels(proof), *_parts(proof)):
        if one.at not in told:
            yield one
        told.add(one.at)


def _other_levels(proof: Proof) -> Iterator[Fault]:
    """2. between （一） and （三）."""
    for slip in number_slips(proof):
        if slip.kind is SlipKind.OTHER_LEVEL and slip.other is not None:
            first, before = slip.passage, slip.other
            message = f"“{named(first)}”接着“{named(before)}”编号，序号却不是同一级的"
            remedy = f"把“{printed_number(first)}”改为“{slip.expected}”"
            yield fault(first, (0, len(first.number)), message, remedy)


def _two_forms(proof: Proof) -> Iterator[Fault]:
    """The first heading of each form but the commonest one of its level."""
    for passages, other in unusual_forms(proof):
        first = passages[0]
        found, usual = printed_number(first), printed_number(other)
        more = f"（这样写的共{len(passages)}处）" if len(passages) > 1 else ""
        message = f"同一级标题的序号，别处写作“{usual}”，这里写作“{found}”{more}"
        yield fault(first, (0, len(first.number)), message, "统一成一种写法：一、（一）1.（1）")


def _levels(proof: Proof) -> Iterator[Fault]:
    """Headings side by side that are of two levels, and levels left out; each kind told once."""
    told: set[tuple[int, int]] = set()
    for parent, children in siblings(proof):
        numbered = [child.heading for child in children if child.heading.number]
        forms = [(heading, level_and_number(heading)[0]) for heading in numbered]
        if not forms:
            continue
        first, level = forms[0]
        odd = next((heading for heading, form in forms if form != level), None)
        if odd is not None:
            message = f"“{named(first)}”和“{named(odd)}”是并列的标题，序号却不是同一级的"
            yield fault(odd, (0, len(odd.number)), message, "并列的标题用同一级序号")
            continue
        above = level_and_number(parent.heading)[0] if parent else 0
        if parent and above and level > above + 1 and (above, level) != (1, 3):
            if (above, level) not in told:
                yield _jump(parent, first, above, level)
            told.add((above, level))


def _jump(parent: Branch, first: Passage, above: int, level: int) -> Fault:
    message = (
        f"“{named(parent.heading)}”下面直接用了“{first.number}”，中间少了“{_USUAL[level - 1]}”一级"
    )
    remedy = f"改用“{_USUAL[above + 1]}”；层次依次是一、（一）1.（1）"
    return fault(first, (0, len(first.number)), message, remedy)


def _parts(proof: Proof) -> Iterator[Fault]:
    """第一部分 followed by 二、 or the other way round; 第一部分 may hold chapters 一、 二、."""
    last: dict[bool, tuple[int, Passage]] = {}
    before = False
    for passage in without_contents_page(proof.passages):
        part = part_number(passage)
        read = read_number(passage.text) if passage.kind is PassageKind.HEADING else None
        n = part or (read[1] if read and read[0] == 1 else 0)
        if not n:
            continue
        kind = bool(part)
        other, same = last.get(not kind), last.get(kind)
        if other and before != kind and n == other[0] + 1 and not (same and n == same[0] + 1):
            found, usual = _opening(passage), _opening(other[1])
            message = f"上一章的序号写作“{usual}”，这一章写作“{found}”"
            yield fault(passage, (0, len(found)), message, "各章用同一种序号")
        last[kind], before = (n, passage), kind


def _opening(passage: Passage) -> str:
    match = _PART.match(passage.text)
    return match.group() if match else passage.number
