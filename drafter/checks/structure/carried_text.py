"""S203: last year's words that nobody has confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("S203", "carried-text", Severity.WARNING)
def carried_text(case: Case) -> Iterator[Filed]:
    """查什么：今年的文字里，有没有原样沿用上年、还没有人确认的。

    为什么：去年的话直接留到今年，是读者一眼就能看出的毛病，有时还是错的。
    例：从去年的报告接着写，“营商环境”一节一个字没改。
    怎么改：改写这一节；今年仍然成立的，在“沿用”下写上这一节的标题。
    """
    for place in case.report.carried:
        message = f"“{place}”有沿用上年的文字，还没有确认"
        remedy = f"改写这一节；今年仍然成立的，在问卷的“沿用”下写一行 - {place}"
        spot = _spot(case, place)
        yield Filed(spot, message, remedy, "", place)


def _spot(case: Case, place: str) -> Spot:
    """Where the first carried sentence of a section stands."""
    for section in case.report.walk():
        if section.heading.text == place:
            for paragraph in section.paragraphs:
                for sentence in paragraph.sentences:
                    if sentence.carried:
                        return sentence.spot
    return Spot(case.answers.path)
