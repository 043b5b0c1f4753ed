"""F104: an approximate count of which an exact rate is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.counting import counts, lead_in
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told

#: Rates by what they are of: the act, and the words by which the clause of its count is known.
_RATES = (
    (
        "办结|办理|办复|答复|回复|回访|响应|反馈|处置|处理|解决|结案|审结|完成|核查|销号|批准",
        "受理|办理|收到|接到|接收|接听|承接|上报|转办|交办|派发|流转|工单|诉求|投诉|举报|案件|申请|信访|来信|线索|事项|提案|问题|隐患",
    ),
    ("化解|调解|调处|调解成功|调处成功|成功", "调解|调处|纠纷|矛盾|信访|隐患"),
    ("整改", "整改|问题|隐患|排查|检查|发现"),
    ("合格|及格|通过", "考试|测试|抽检|检测|考核"),
)
#: From the count to its rate: words behind the count, one clause at most, the rate itself.
_BETWEEN = lazily(
    rf"(?P<behind>{HAN}{{0,8}})，(?:[已均全部按期时及]{{0,6}}(?:办结|办理|答复|回复|化解|整改|处置|完成)[完毕到位]{{0,2}}，)?"
    r"(?:[已均总]|按期|按时|及时|限时|依法|平均|总体|目前|其中)*"
    rf"(?P<rate>{HAN}{{2,4}})率(?:[、和及与][^，。；、]{{2,8}}率)*(?:均|都|分别|保持在|达到|达|实现|为|是)*$"
)
_LONGEST = 60


@text_rule("F104", "approximate-count-exact-rate", Severity.WARNING)
def approximate_count_exact_rate(reading: Reading) -> Iterator[Fault]:
    """查什么：带“余”“近”“约”的大概数，后面紧跟着它的确切的率。

    为什么：率是用确切的数算出来的；总数说不准，率却说得准，读者会问率从哪里来。
    “98%以上”这样有余地的率不算；率说的是别的事，也不算。
    例：“受理诉求3200余件，办结率99.6%”应写出确切的受理数，或者写“均已办结”。
    怎么改：把总数改成确切的数；全部办完的，率可以改成“均已办结”。
    """
    for passage in reading.proof.passages:
        for count, rate in zip(passage.told, passage.told[1:], strict=False):
            if _approximate(count) and _exact(rate) and _of(passage, count, rate):
                words = passage.text[count.start : rate.end]
                whole = passage.text[count.start : count.end]
                share = passage.text[rate.start : rate.end]
                message = f"“{words}”：总数“{whole}”是大概数，率“{share}”却是确切的"
                remedy = "写出确切的总数；全部办完的，可以不写率，改说“均已办结”"
                yield fault(passage, (count.start, rate.end), message, remedy)


def _approximate(told: Told) -> bool:
    return counts(told.quantity.unit) and not told.quantity.exact


def _exact(told: Told) -> bool:
    return told.quantity.unit in {"%", "％"} and told.quantity.exact


def _of(passage: Passage, count: Told, rate: Told) -> bool:
    """Whether the rate is one of that count."""
    if rate.start - count.end > _LONGEST:
        return False
    match = _BETWEEN.fullmatch(passage.text, count.end, rate.start)
    if match is None:
        return False
    said = lead_in(passage.text, count.start) + match["behind"]
    return any(
        re.fullmatch(acts, match["rate"]) and re.search(things, said) for acts, things in _RATES
    )
