"""W411: 一是…；二是…。三是…"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_NUMERALS = "一二三四五六七八九十"
_MEMBER = lazily(f"(?P<mark>[，；。：])(?P<n>[{_NUMERALS}])是(?!否)")
_FEWEST = 2


@text_rule("W411", "enumeration-marks-mixed", Severity.INFO)
def enumeration_marks_mixed(reading: Reading) -> Iterator[Fault]:
    """查什么：同一段的“一是……二是……三是……”之间，是不是有的用分号、有的用句号。

    为什么：并列的几项地位一样，标点也应当一样。
    例：“一是充实力量；二是加强培训。三是严格考核。”
    怎么改：统一用分号，最后一项用句号；每项里面已经有句号的，统一用句号。
    """
    for passage in reading.proof.passages:
        marks: list[tuple[int, str]] = []
        expected = 1
        for match in _MEMBER.finditer(passage.text):
            n = _NUMERALS.index(match["n"]) + 1
            if n == 1 or n != expected + 1:
                marks = []
            else:
                marks.append((match.start(), match["mark"]))
            expected = n
            if len(marks) >= _FEWEST and marks[-1][1] != marks[-2][1]:
                at = marks[-1][0]
                before, now = marks[-2][1], marks[-1][1]
                message = f"“{match['n']}是”前面用“{now}”，它的前一项却用“{before}”"
                yield fault(passage, (at, match.end()), message, "各项之间用同一种标点")
                marks = []
