"""F111: a count without a unit behind it, as is left where words were lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.shared_units import shares_unit
from drafter.text.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

#: A count follows these nouns: 案件12件.
_NOUNS = (
    "逃犯|嫌疑人|案件|线索|工单|投诉|诉求|纠纷|事项|资料|隐患|问题|律师|志愿者|调解员|人员|群众"
    "|提案|建议|信息|信件|讲座|意见书|规范性文件|制度"
)
_COUNT = lazily(
    rf"(?:{_NOUNS})(?:共计?|达到?)?"
    r"(?P<number>[0-9]{1,9}(?:\.[0-9]+)?(?:[余多]?(?:万亿|[万亿]))?[余多]?)"
    rf"(?={HAN}|[。；，、])"
)
#: What goes on with a number and needs no unit: dates, ages, classes, ranges, telephone numbers.
_GOES_ON = lazily(
    "[年月日号时点周岁级强后期版届章条款余多几百千十至到和与及或比分度线路大小代元次成倍折]|平台|热线|以[上下内]|，[0-9]"
)
#: Numbers by which something is called: hot lines and years.
_NAMES = lazily("(?:11[049]|12[02]|12[0-9]{3}|96[0-9]{3,4}|(?:19|20)[0-9]{2}|[0-9])$")
_SHOWN = 6


@text_rule("F111", "number-without-unit", Severity.WARNING)
def number_without_unit(reading: Reading) -> Iterator[Fault]:
    """查什么：“案件”“线索”“人员”等的后面跟着一个数，数的后面却没有单位，就接别的字或者停了。

    为什么：多半是改稿时删掉了几个字，连单位和下一句的开头也带走了。
    例：“排查隐患52整改工作有序推进”里，“52”后面缺单位，也缺了话。
    怎么改：找出原稿，把漏掉的字补上；只是漏了单位的，补单位。
    """
    for passage in reading.proof.passages:
        if not passage.table:
            yield from _faults(passage)


def _faults(passage: Passage) -> Iterator[Fault]:
    text = passage.text
    for match in _COUNT.finditer(text, passage.body):
        end = match.end()
        if unit_at(text, end) or _GOES_ON.match(text, end) or _NAMES.match(match["number"]):
            continue
        if text.startswith("、", end) and shares_unit(text, end):
            continue
        words = text[match.start() : end]
        behind = text[end : end + _SHOWN]
        message = f"“{words}”的后面没有单位，接着就是“{behind}”，可能漏了字"
        remedy = "对照原稿，补上漏掉的字；只漏了单位的，补单位"
        yield fault(passage, (match.start(), end), message, remedy)
