"""S203: last year's words that nobody has confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("S203", "carried-text", Severity.WARNING)
def carried_text(case: Case) -> Iterator[Filed]:
    """查什么：今年的文字里，有没有原样沿用上年、还没有人确认的。

    为什么：去年的话直接留到今年，是读者一眼就能看出的毛病，有时还是错的。
    例：从去年的报告接着写，“营商环境”一节一个字没改。
    怎么改：改写这一节；今年仍然成立的，在“沿用”下写上这一节的标题；几节同名的，
        连上一级的标题一起写，如 安排/优化营商环境。
    """
    for words in case.report.carried:
        message = f"“{words.name or words.heading}”有沿用上年的文字，还没有确认"
        if words.unclear:
            given = "、".join(f"“{name}”" for name in words.unclear)
            message += f"；“沿用”里写的{given}不止一节，看不出是哪一节，没有算"
        if words.name:
            from drafter.text.yaml_text import yaml_text

            line = f"- {yaml_text(words.name)}"
            remedy = f"改写这一节；今年仍然成立的，在问卷的“沿用”下写一行 {line}"
        else:
            remedy = "改写这一节；今年仍然成立的，先把同名的几节改成不同的题目，再写到“沿用”下"
        yield Filed(words.spot, message, remedy, "", words.heading)
