"""F110: numerals in characters beside Arabic ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told

_DIGIT = lazily("[0-9]")
#: 十余, 百余 and the like are usual in characters.
_VAGUE = lazily("[余多]")
_SPELT = lazily("[一二三四五六七八九十百千万两零〇]")


@text_rule("F110", "numeral-style-mixed", Severity.INFO, when=When.ASKED)
def numeral_style_mixed(reading: Reading) -> Iterator[Fault]:
    """查什么：同一份报告里，计数有的用阿拉伯数字，有的用汉字。

    为什么：一份报告里写法一致，读起来整齐，数也好找。“十余”“百余”这样的大概数用汉字是习惯，不算。
    例：别处都写“3个”“200场”，这里写“四个项目”“两百场”。
    怎么改：改成阿拉伯数字；是固定说法的不用改。
    """
    passages = reading.proof.passages
    if not any(_arabic(passage, told) for passage in passages for told in passage.told):
        return
    for passage in passages:
        for told in passage.told:
            words = passage.text[told.start : told.end]
            if _DIGIT.search(words) or _VAGUE.search(words) or not _SPELT.search(words):
                continue
            message = f"“{words}”用汉字，别处的数用阿拉伯数字"
            remedy = f"写成“{told.quantity.value:f}{told.quantity.unit}”"
            yield fault(passage, told, message, f"{remedy}；是固定说法的不用改")


def _arabic(passage: Passage, told: Told) -> bool:
    return bool(_DIGIT.search(passage.text, told.start, told.end))
