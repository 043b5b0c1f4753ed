"""S207: shortcomings without causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named
from drafter.text.shortcomings import gives_all_causes, gives_cause, members, parts_on_shortcomings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_GAP = "【待补充"
_SHOWN = 12


@text_rule("S207", "causes-missing", Severity.WARNING)
def causes_missing(reading: Reading) -> Iterator[Fault]:
    """查什么：写不足的部分有没有写明原因，标题说了“原因”的，下面是不是真有原因。

    为什么：应当写明的是“不足和原因”，只有不足没有原因，是审稿时最常退回的一条。
    例：标题是“存在的不足和原因”，下面几条只说“还需加强”“有待提高”。
    怎么改：每一条后面写上“主要原因是……”；标题没有“原因”的，改为“存在的不足和原因”。
    """
    for branch in parts_on_shortcomings(reading.proof):
        heading, whole = branch.heading, branch.whole
        if not whole or _GAP in whole or gives_all_causes(whole):
            continue
        told = members(branch)
        without = [member for member in told if not gives_cause(member)]
        if not without:
            continue
        promised = "原因" in heading.heading
        if promised and len(without) == len(told):
            message = f"标题是“{named(heading)}”，下面没有写原因"
            remedy = "每一条不足后面写上原因（由于……、主要原因是……）"
            yield fault(heading, heading_span(heading), message, remedy)
        else:
            yield _some_without(heading, without, len(told), promised=promised)


def _some_without(heading: Passage, without: list[str], count: int, *, promised: bool) -> Fault:
    """Some of them have no cause, or all under a heading that promises none."""
    first = f"“{without[0][:_SHOWN]}…”"
    which = f"{count}条里有{len(without)}条没有写原因，如{first}" if count > 1 else "没有写原因"
    message = f"“{named(heading)}”{which}"
    remedy = "把原因补上" + ("" if promised else "，标题改为“存在的不足和原因”")
    return fault(heading, heading_span(heading), message, remedy, Severity.INFO)
