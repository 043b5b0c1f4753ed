"""F201: a part that is greater than its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.bounds import comparable, least, most
from drafter.text.breakdowns import breakdowns
from drafter.text.lazily import lazily
from drafter.text.related import wholes_by_part
from drafter.text.stages import stages
from drafter.text.tied_out import LIKELY, SURE, statements, surely_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told
    from drafter.model.quantity import Quantity
    from drafter.text.breakdowns import Breakdown
    from drafter.text.tied_out import Statement

_FULL = 100
_REMEDY = "核对这两个数，改正错的一个；不是部分与整体的，不要用“其中”"
_REMEDY_KNOWN = "核对这两个数；含上年结转的，在文中写明"
#: Says that what was settled came in earlier as well.
_CARRIED_OVER = lazily(
    r"结转|旧存|积案|存量|遗留|转入|接转|跨年|(?:含|包括|加上)(?:上年|去年|往年|以前|历年)"
    r"|(?:上年|去年|往年|历年)[^，。；0-9]{0,6}[未积留接待]"
)


@text_rule("F201", "part-exceeds-whole", Severity.ERROR)
def part_exceeds_whole(reading: Reading) -> Iterator[Fault]:
    """查什么：部分有没有大于整体：“其中”后面的数大于前面的总数，办结、成功的数大于受理的数。

    为什么：部分大于整体，两个数里一定有一个错，往往是抄错了一位。
    例：共受理业务2628件，其中网上申办9208件（总数漏了一位，应为26280件）。
    怎么改：核对这两个数，改正错的一个；前后不是部分与整体的，不要用“其中”。
    """
    found: set[tuple[int, int]] = set()
    for passage in reading.proof.passages:
        carried_over = bool(_CARRIED_OVER.search(passage.text))
        for statement in statements(passage):
            for breakdown in breakdowns(statement):
                for one in _in_words(reading, passage, breakdown):
                    found.add((one.at, one.start))
                    yield one
            for one in () if carried_over else _settled(reading, passage, statement):
                found.add((one.at, one.start))
                yield one
    for one in _by_indicators(reading):
        if (one.at, one.start) not in found:
            yield one


def _in_words(reading: Reading, passage: Passage, breakdown: Breakdown) -> Iterator[Fault]:
    """Parts named after 其中 that are greater than the count before it."""
    whole = breakdown.whole.quantity
    for part in breakdown.parts:
        beyond = _beyond_all(part.quantity, breakdown)
        if not _exceeds(part.quantity, whole) or (breakdown.whole.listed and not beyond):
            continue
        message = f"其中的“{part.quantity.text}”大于前面的总数“{whole.text}”"
        weight = None if beyond else Severity.WARNING
        yield told_fault(reading, (passage, part.told), message, _REMEDY, weight)


def _settled(reading: Reading, passage: Passage, statement: Statement) -> Iterator[Fault]:
    """More settled than taken in, where nothing says that some came over from earlier years."""
    typed = frozenset(id_ for id_, _ in reading.proof.typed)
    for stage in stages(statement):
        taken, settled = stage.taken.quantity, stage.settled.quantity
        if not _exceeds(settled, taken):
            continue
        if stage.lasting and stage.rate is None:
            continue
        if typed.issuperset((stage.taken.told.id, stage.settled.told.id)):
            continue
        message = f"“{stage.settled.before}{settled.text}”，比前面的“{taken.text}”还多"
        sure = stage.rate is not None and stage.rate < _FULL and not stage.lasting
        weight = Severity.ERROR if sure else Severity.WARNING
        yield told_fault(reading, (passage, stage.settled.told), message, _REMEDY_KNOWN, weight)


def _beyond_all(part: Quantity, breakdown: Breakdown) -> bool:
    """Whether it is greater than all counts together of which 其中 may speak."""
    together = [most(one.quantity) for one in (breakdown.whole, *breakdown.rivals)]
    limit = sum(value for value in together if value is not None)
    low = least(part)
    return low is not None and low > limit and None not in together


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether the part is greater, however the two are rounded."""
    low, high = least(part), most(whole)
    if low is None or high is None or not comparable(part, whole):
        return False
    return low > high


def _by_indicators(reading: Reading) -> Iterator[Fault]:
    """Parts that the catalogue knows as such: surely told anywhere, or likely in one paragraph."""
    proof = reading.proof
    wholes = wholes_by_part(reading.indicators)
    typed = frozenset(id_ for id_, _ in proof.typed)
    seen: set[tuple[str, str]] = set()
    for told in (
        surely_told(proof.passages, proof.year),
        *(
            surely_told([passage], proof.year, sure=LIKELY)
            for passage in proof.passages
            if passage.told
        ),
    ):
        for id_, part in told.items():
            for whole_id in wholes.get(id_, ()):
                if whole_id not in told or (id_ in typed and whole_id in typed):
                    continue
                pair = (id_, whole_id)
                if pair not in seen and _exceeds(part[1].quantity, told[whole_id][1].quantity):
                    seen.add(pair)
                    yield _known_fault(reading, part, told[whole_id])


def _known_fault(
    reading: Reading, part: tuple[Passage, Told], whole: tuple[Passage, Told]
) -> Fault:
    """An error where the two stand in one paragraph and are surely known."""
    one, other = part[1], whole[1]
    message = (
        f"“{reading.indicators[one.id].name}”{one.quantity.text}，"
        f"大于“{reading.indicators[other.id].name}”{other.quantity.text}，前者应是后者的一部分"
    )
    certain = part[0].place == whole[0].place and min(one.sure, other.sure) >= SURE
    return told_fault(reading, part, message, _REMEDY_KNOWN, None if certain else Severity.WARNING)
