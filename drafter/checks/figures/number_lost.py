"""F113: a number that is gone, its unit left standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lost_numbers import lost_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F113", "number-lost", Severity.ERROR)
def number_lost(reading: Reading) -> Iterator[Fault]:
    """查什么：该有数的地方没有数：“件”“宗”“场次”前面没有数，“率达”后面没有数，“%”前面没有数。

    为什么：多半是先把数空着等别的科室报，后来忘了填；也可能是改稿时删掉了。
    例：“受理信访案件件，办结率达%”里，“案件”和“件”之间、“达”和“%”之间都少了数。
    怎么改：把数补上；还没有数的，写明“【待补充】”，定稿前补齐。
    """
    for passage in reading.proof.passages:
        if passage.table:
            continue
        for lost in lost_numbers(passage.text, passage.body):
            before = passage.text[lost.start : lost.at]
            after = passage.text[lost.at : lost.end]
            message = f"“{before}”和“{after}”之间少了数" if after else f"“{before}”的后面没有数"
            weight = Severity.ERROR if lost.sure else Severity.WARNING
            remedy = "补上这个数；不是数数的，换一个说法"
            yield fault(passage, (lost.start, lost.end), message, remedy, weight)
