"""S304: figures that most samples give in a section and that this report does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.learning.wording import evidence
from drafter.text.proof_outline import heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S304", "figures-others-give", Severity.INFO)
def figures_others_give(reading: Reading) -> Iterator[Fault]:
    """查什么：加了 --profile 结构 时，多数样本在一节里写了的数，这份报告全文有没有。

    为什么：别的单位都报的数，这里没有，读的人会以为没有做，或者不愿意说。
    例：多数样本在“政务公开”一节写了主动公开多少条，这份报告没有写。
    怎么改：向有关科室要这个数；没有这项工作的，不用写。
    """
    found = reading.beside
    if found is None:
        return
    told = {one.id for passage in reading.proof.passages for one in passage.told if one.id}
    for at, one in enumerate(found.expected):
        section = found.best(at)
        if section is None or one.node.seen is None:
            continue
        lacking = [id_ for id_ in one.node.seen.figures if id_ not in told]
        if lacking:
            passage = reading.proof.passages[section.passage]
            names = "、".join(_name(id_, reading) for id_ in lacking)
            message = f"“{named(passage)}”没有写样本都写的数：{names}{evidence(one.node)}"
            remedy = "向有关科室要这个数；没有这项工作的，不用写"
            yield fault(passage, heading_span(passage), message, remedy)


def _name(id_: str, reading: Reading) -> str:
    return reading.indicators[id_].name if id_ in reading.indicators else id_
