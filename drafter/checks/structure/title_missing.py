"""S209: a report without a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S209", "title-missing", Severity.INFO)
def title_missing(reading: Reading) -> Iterator[Fault]:
    """查什么：报告有没有题目。

    为什么：没有题目，看不出是哪个单位、哪一年的报告。
    例：文件一开头就是“2024年，在市委的坚强领导下……”。
    怎么改：写上题目，如“某某区2026年法治政府建设年度报告”；原来就有的，看看是不是没有复制全。
    """
    proof = reading.proof
    if proof.passages and not proof.title.strip():
        remedy = "写上题目：单位、年度，加“法治政府建设年度报告”"
        yield fault(proof.passages[0], (0, 0), "没有看到报告的题目", remedy)
