"""S208: a lead that does not say that the report follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.text.proof_outline import lead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_FORMULA = lazily(r"(?:报告|汇报|总结|情况|通报|说明|公布|公开)[^。，；]{0,4}如下|如下[：。]?$")
_GAP = "【待补充"
_WORDS = 12
_MOST = 3


@text_rule("S208", "opening-formula-missing", Severity.INFO)
def opening_formula_missing(reading: Reading) -> Iterator[Fault]:
    """查什么：导语末尾有没有“现将……报告如下”。

    为什么：报告的导语习惯用这句话引出正文；没有它，导语和正文之间少了过渡。
    例：导语停在“法治政府建设取得新成效”，下面就是“一、”。
    怎么改：在导语末尾加上“现将有关情况报告如下：”。
    """
    paragraphs = lead(reading.proof)[:_MOST]
    if not paragraphs:
        if reading.proof.passages:
            spot = Spot(reading.proof.path) if reading.proof.filed else None
            remedy = "写一段导语，以“报告如下：”结束"
            yield Fault(0, 0, 0, "正文前面没有导语", remedy, spot=spot)
        return
    text = "".join(paragraph.text for paragraph in paragraphs)
    if not _FORMULA.search(text) and _GAP not in text:
        last = paragraphs[-1]
        span = (max(len(last.text) - _WORDS, 0), len(last.text))
        message = f"导语以“…{last.text[-_WORDS:]}”结束，没有“现将……报告如下”"
        yield fault(last, span, message, "在导语末尾加上“现将有关情况报告如下：”")
