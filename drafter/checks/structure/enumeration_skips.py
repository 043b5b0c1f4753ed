"""S107: 一是, 二是 that skip or repeat."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.numerals import chinese, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_MEMBER = lazily(r"(?<![^。；，：！、])([一二三四五六七八九十]{1,3})是")


@text_rule("S107", "enumeration-skips", Severity.ERROR)
def enumeration_skips(reading: Reading) -> Iterator[Fault]:
    """查什么：一段里的“一是”“二是”“三是”有没有跳号、重号。

    为什么：删去或插入一条以后忘了改后面的序号，是改稿时最常见的毛病。
    例：“一是……；三是……。”，中间没有“二是”。
    怎么改：补上漏掉的一条，或者把序号改连续。
    """
    for passage in reading.proof.passages:
        members = [
            (value_of(match.group(1)), match)
            for match in _MEMBER.finditer(passage.text, passage.body)
        ]
        if len(members) > 1 and members[0][0] != 1:
            members = [(0, members[0][1]), *members]
        for (before, _), (number, match) in pairwise(members):
            # 一是 begins another list.
            if number in {before + 1, 1}:
                continue
            expected = f"{chinese(before + 1)}是"
            found = match.group()
            told = f"“{chinese(before)}是”后面是“{found}”" if before else f"第一条写成了“{found}”"
            message = f"{told}，{'重复了' if number == before else f'应当是“{expected}”'}"
            yield fault(passage, match.span(), message, "补上漏掉的一条，或者把序号改连续")
