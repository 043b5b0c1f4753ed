"""F210: a rate that does not follow from the counts told with it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.claimed_shares import agrees, claimed_shares, shares_behind, shown
from drafter.text.formulas import evaluate, read_formula
from drafter.text.measures import half_step
from drafter.text.tied_out import LIKELY, SURE, statements, surely_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told
    from drafter.text.claimed_shares import ClaimedShare

_FULL = Decimal(100)
_REMEDY = "核对分子、分母和比率，改正错的一个"


@text_rule("F210", "rate-in-text-disagrees", Severity.ERROR, requires=("F201",))
def rate_in_text_disagrees(reading: Reading) -> Iterator[Fault]:
    """查什么：正文里的率与同一句里的两个数算出来的是否一致（按所写的小数位四舍五入）。

    为什么：改了件数忘了改率，读的人拿计算器一按就知道。
    例：排查线索254条，办结247条，办结率92.7%（应为97.2%）。
    怎么改：核对分子、分母和率，改正错的；没有全部办结的，不要写100%。
    """
    typed = frozenset(id_ for id_, _ in reading.proof.typed)
    for passage in reading.proof.passages:
        held: set[int] = set()
        told = tuple(statements(passage))
        shares = [share for statement in told for share in claimed_shares(statement)]
        for share in (*shares, *shares_behind(told)):
            if share.part is None or _typed(reading, share.rate.told, typed):
                continue
            held.add(share.rate.told.start)
            yield from _against_counts(reading, passage, share)
        yield from _by_formula(reading, passage, held, typed)


def _typed(reading: Reading, rate: Told, typed: frozenset[str]) -> bool:
    """Whether the year file gave the rate and its counts: those are held together there."""
    indicator = reading.indicators.get(rate.id)
    if indicator is None or rate.sure < 1 or not (rate.computed or rate.id in typed):
        return False
    return any(all(id_ in typed for id_ in read_formula(f)[1]) for f in indicator.formulas)


def _against_counts(reading: Reading, passage: Passage, share: ClaimedShare) -> Iterator[Fault]:
    """A share that is not the part over any whole in front of it."""
    rate, part = share.rate.quantity, share.part
    if part is None:
        return
    count = part.quantity.value
    fitting = [one for one in share.wholes if agrees(count, one.quantity.value, rate)]
    if fitting:
        if rate.value == _FULL and all(one.quantity.value != count for one in fitting):
            yield _not_quite_all(reading, passage, share)
        return
    whole = share.wholes[0].quantity
    right = shown(count, whole.value, rate)
    message = (
        f"“{share.name}”写的是“{rate.text}”，{part.quantity.text}除以{whole.text}应是{right:f}%"
    )
    exact = count / whole.value * _FULL
    cut_off = abs(exact - rate.value) < half_step(rate) * 2
    by_those_due = "应诉" in share.name and rate.value == _FULL and count < whole.value
    remedy = _REMEDY
    if by_those_due:
        remedy = "按应当出庭的案件计算的，写明应当出庭多少宗；否则改正比率"
    capped = rate.value == _FULL and count > whole.value
    weight = Severity.WARNING if cut_off or by_those_due or capped else None
    # Where the part itself is too great, it is the part that is told, by F201 or here.
    at = part.told if count > whole.value else share.rate.told
    yield told_fault(reading, (passage, at), message, remedy, weight)


def _not_quite_all(reading: Reading, passage: Passage, share: ClaimedShare) -> Fault:
    whole = share.wholes[0].quantity
    count = share.part.quantity.text if share.part else ""
    message = f"{whole.text}里是{count}，还不是全部，“{share.name}”写成了“100%”"
    remedy = "核对两个数；确实没有全部完成的，比率写到小数，如99.9%"
    return told_fault(reading, (passage, share.rate.told), message, remedy, Severity.WARNING)


def _by_formula(
    reading: Reading, passage: Passage, held: set[int], typed: frozenset[str]
) -> Iterator[Fault]:
    """Rates whose formula the catalogue knows, all its figures told in one paragraph."""
    rates = [one for one in passage.told if one.id and one.start not in held]
    rates = [one for one in rates if _worked_out(reading, one) and not _typed(reading, one, typed)]
    if not rates:
        return
    told = {
        id_: one.quantity.value
        for id_, (_, one) in surely_told([passage], reading.proof.year, sure=LIKELY).items()
    }
    for rate in rates:
        found = _formula_value(reading, rate, told) if rate.id in told else None
        if found is None:
            continue
        formula, exact = found
        off = abs(exact - rate.quantity.value)
        if off <= half_step(rate.quantity):
            continue
        name, unit = reading.indicators[rate.id].name, rate.quantity.unit
        message = f"“{name}”写的是“{rate.quantity.text}”，按 {formula} 应是{exact:.2f}{unit}"
        yield told_fault(reading, (passage, rate), message, _REMEDY, Severity.WARNING)


def _worked_out(reading: Reading, rate: Told) -> bool:
    indicator = reading.indicators.get(rate.id)
    exact = rate.quantity.exact and rate.sure >= SURE and not rate.computed
    return exact and indicator is not None and bool(indicator.formulas)


def _formula_value(
    reading: Reading, rate: Told, told: Mapping[str, Decimal]
) -> tuple[str, Decimal] | None:
    """The first formula that can be worked out, and its value in the rate's unit."""
    for formula in reading.indicators[rate.id].formulas:
        value = evaluate(formula, told)
        if value is not None:
            return formula, value * _FULL if rate.quantity.unit == "%" else value
    return None
