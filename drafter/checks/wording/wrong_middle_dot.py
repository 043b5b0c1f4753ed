"""W407: another dot where the middle dot belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_DOT = re.compile(f"(?<=[{_HAN}])[.．•‧∙・●](?=[{_HAN}])")
_NUMBER = re.compile("[。；：]?[一二三四五六七八九十]{1,3}$")
_WORDS = 4


@text_rule("W407", "wrong-middle-dot", Severity.ERROR)
def wrong_middle_dot(reading: Reading) -> Iterator[Fault]:
    """查什么：两个汉字之间有没有小数点或者别的圆点，那里应当是间隔号“·”。

    为什么：活动名称、人名中间用间隔号；小数点是数字里用的。
    例：“法润万家.情暖社区”应是“法润万家·情暖社区”。
    怎么改：换成间隔号“·”；本来是句号的，换成“。”。
    """
    for passage in reading.proof.passages:
        text = passage.text
        for match in _DOT.finditer(text):
            at = match.start()
            if _NUMBER.search(text[max(at - _WORDS, 0) : at]) and at <= _WORDS:
                continue
            span = (max(at - _WORDS, 0), min(at + 1 + _WORDS, len(text)))
            message = f"“{text[slice(*span)]}”中间的“{match.group()}”不是间隔号"
            yield fault(passage, span, message, "改成间隔号“·”；本来是一句话结束的，改成句号")
