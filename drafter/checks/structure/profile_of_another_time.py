"""S202: a structure that was made for other report years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("S202", "profile-of-another-time", Severity.WARNING)
def profile_of_another_time(case: Case) -> Iterator[Filed]:
    """查什么：所用的结构是不是为这个报告年度准备的。

    为什么：按某一份纲要分章的结构，纲要期满以后标题就过时了。
    例：2026年的报告用“纲要八章”，它的章名出自2021—2025年的纲要。
    怎么改：换用“主题式”“三段式”等不依附纲要的结构，或按当年通知在“题目”里改标题，并在“忽略”里说明。
    """
    first, last = case.kit.profile.years
    year = case.answers.year
    if (first and year < first) or (last and year > last):
        name = case.kit.profile.name
        span = f"{first or ''}—{last or ''}".strip("—")
        message = f"结构“{name}”适用于{span}年的报告，这份报告是{year}年的"
        remedy = "用 drafter profiles 看别的结构；按当年通知改了标题的，在“忽略”里写明 S202 的理由"
        yield Filed(Spot(case.answers.path), message, remedy, name)
