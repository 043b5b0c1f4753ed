"""W101: wrong words that are known beforehand (templates/wording.yaml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.dating import usual_day
from drafter.text.slips import find_slips, slips_at, slips_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.wording import Slip

#: Quotation marks inside quotation marks.
_INNER = str.maketrans("“”", "‘’")


@text_rule("W101", "wrong-word", Severity.WARNING)
def wrong_word(reading: Reading) -> Iterator[Fault]:
    """查什么：错别字、写走样的固定表述、搭配不当的词（templates/wording.yaml 的“用词”）。

    为什么：法治和法制、审核和审查、普法和普发，输入法里只差一下，公开出去就是差错。
    例：“加强组织领导和工作布署”应写“部署”；“遵法学法”应写“尊法学法守法用法”。
    怎么改：换成对的写法；本单位确有这样的名称的，在 wording.yaml 那一行后面加上例外。
    """
    slips = tuple(slip for slip in reading.wording.slips if not slip.taste)
    yield from told_slips(reading, slips)


def told_slips(reading: Reading, slips: tuple[Slip, ...]) -> Iterator[Fault]:
    """Faults for the wrong words in a text."""
    passages = reading.proof.passages
    whole = "\n".join(passage.text for passage in passages)
    wrong = slips_in(slips_at(slips, usual_day(reading.proof)), whole)
    for passage in passages:
        for start, end, slip in find_slips(passage.text, wrong):
            said = passage.text[start:end].translate(_INNER)
            message = f"“{said}”：{slip.reason}"
            remedy = f"改为：{slip.better}" if slip.better else "改成对的写法"
            yield fault(passage, (start, end), message, remedy, slip.severity)
