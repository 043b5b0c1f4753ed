"""W104: 《》 round a common noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_TITLE = lazily("《([^《》]{2,12})》")


@text_rule("W104", "title-marks-round-common-noun", Severity.INFO, when=When.ASKED)
def title_marks_round_noun(reading: Reading) -> Iterator[Fault]:
    """查什么：泛指的东西有没有加书名号（templates/wording.yaml 的“泛称”）。

    为什么：书名号只用在具体的书名、文件名上；宣传单、倡议书是泛指，不加。
    例：“发放《宣传折页》”应写“发放宣传折页”。
    怎么改：去掉书名号；确是名称的，写出全名。
    """
    for passage in reading.proof.passages:
        for match in _TITLE.finditer(passage.text):
            if match[1] in reading.wording.common:
                message = f"“{match[1]}”是泛指，不是文件名称"
                yield fault(passage, match.span(), message, "去掉书名号；确是名称的，写出全名")
