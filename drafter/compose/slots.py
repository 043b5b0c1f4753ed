"""What a slot becomes: characters, a gap, or nothing."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

from drafter.compose.facts import rounded
from drafter.model.answers import State
from drafter.model.record import record
from drafter.model.report import Piece, PieceKind
from drafter.text.measures import told_in
from drafter.text.numerals import chinese
from drafter.text.quantity import base_unit, change, percent

if TYPE_CHECKING:
    from drafter.compose.facts import Facts
    from drafter.model.pattern import Filter, Slot
    from drafter.model.quantity import Quantity


class Outcome(Enum):
    """How filling a slot went."""

    SAID = auto()
    ZERO = auto()  #: said, and the figure is 0
    NONE = auto()  #: the answer is 无
    MISSING = auto()  #: a gap stands there
    DROPPED = auto()  #: nothing to say: the clause goes
    UNKNOWN = auto()  #: no figure and no name is called so


#: What numerals in characters do not reach.
_TOO_MANY = 100_000_000


@record
class Filled:
    """A slot's result.

    Attributes:
        outcome: see `Outcome`.
        piece: what is printed; None unless SAID, ZERO or MISSING.
    """

    outcome: Outcome
    piece: Piece | None = None


_DROPPED, _NONE = Filled(Outcome.DROPPED), Filled(Outcome.NONE)


def fill(slot: Slot, facts: Facts, *, insist: bool = False) -> Filled:
    """Fill one slot.

    Args:
        slot: the slot.
        facts: what is known.
        insist: whether a blank optional figure is a gap as well, because a person wrote the
            sentence around it.
    """
    words = facts.name(slot.name)
    if words is not None:
        return _named(words, slot)
    if facts.indicator(slot.name) is None:
        return Filled(Outcome.UNKNOWN, _gap(slot, facts))
    return _figure(slot, facts, insist=insist)


def _named(words: str | tuple[str, ...], slot: Slot) -> Filled:
    text = words if isinstance(words, str) else "、".join(words)
    for filter_ in slot.filters:
        if filter_.name == "汉字" and text.isdecimal():
            text = "".join("〇一二三四五六七八九"[int(digit)] for digit in text)
    return Filled(Outcome.SAID, Piece(PieceKind.TEXT, text)) if text else _DROPPED


def _figure(slot: Slot, facts: Facts, *, insist: bool) -> Filled:
    match facts.state(slot.name):
        case State.NONE:
            return _NONE
        case State.NOT_APPLICABLE:
            return _DROPPED
        case State.GIVEN:
            return _given(slot, facts)
        case State.BLANK:
            return _blank(slot, facts, insist=insist)


def _given(slot: Slot, facts: Facts) -> Filled:
    quantity = facts.given(slot.name)
    if quantity is None:
        return _DROPPED
    zero = Outcome.ZERO if quantity.value == 0 else Outcome.SAID
    if not slot.filters:
        piece = Piece(PieceKind.FIGURE, quantity.text, (slot.name,), None, slot.source)
        return Filled(zero, piece)
    return _filtered(slot, quantity, (slot.name,), facts)


def _blank(slot: Slot, facts: Facts, *, insist: bool) -> Filled:
    found = facts.computed(slot.name)
    if found is not None:
        quantity, ids = found
        if slot.filters:
            return _filtered(slot, quantity, (slot.name, *ids), facts)
        figures = (slot.name, *ids)
        piece = Piece(PieceKind.COMPUTED, quantity.text, figures, None, slot.source)
        return Filled(Outcome.ZERO if quantity.value == 0 else Outcome.SAID, piece)
    if slot.filters and not insist:
        return _DROPPED
    if facts.required(slot.name) or (insist and facts.gaps):
        return Filled(Outcome.MISSING, _gap(slot, facts))
    return _DROPPED


def _gap(slot: Slot, facts: Facts) -> Piece:
    gap = facts.gap(slot.name)
    return Piece(PieceKind.GAP, f"【待补充：{gap.label}】", (gap.id,), gap, slot.source)


def _filtered(slot: Slot, quantity: Quantity, ids: tuple[str, ...], facts: Facts) -> Filled:
    """The value after its filters; each filter makes words, so one is the rule."""
    text = ""
    for filter_ in slot.filters:
        made = _words(filter_, slot.name, quantity, facts)
        if made is None:
            return _DROPPED
        text, more = made
        ids += more
    figures = tuple(dict.fromkeys(ids))
    return Filled(Outcome.SAID, Piece(PieceKind.COMPUTED, text, figures, None, slot.source))


def _words(
    filter_: Filter, id_: str, quantity: Quantity, facts: Facts
) -> tuple[str, tuple[str, ...]] | None:
    """What a filter says, and the further figures it used; None = it cannot be said."""
    arguments = filter_.arguments
    match filter_.name:
        case "同比":
            return _year_on_year(quantity, facts.prior(id_), _decimals(arguments))
        case "增减":
            return _difference(quantity, facts.prior(id_), facts, id_)
        case "占比":
            return _share(quantity, arguments[0], facts, _decimals(arguments[1:]))
        case "万":
            return _in_ten_thousands(quantity), ()
        case "余":
            return _about(quantity, int(arguments[0]) if arguments else 3), ()
        case "汉字":
            return _in_characters(quantity), ()
        case _:
            return quantity.text, ()


def _decimals(arguments: tuple[str, ...]) -> int:
    return int(arguments[0]) if arguments else 2


def _year_on_year(
    now: Quantity, prior: Quantity | None, decimals: int
) -> tuple[str, tuple[str, ...]] | None:
    """同比增长68.67%; not said on a base of zero, of another unit, or of an approximate count."""
    if prior is None or not (prior.exact and now.exact) or prior.value == 0:
        return None
    if prior.unit and now.unit and prior.unit != now.unit:
        return None
    word, rate = change(now.value, prior.value, decimals)
    return ("与上年持平" if rate is None else f"同比{word}{rate.text}"), ()


def _difference(
    now: Quantity, prior: Quantity | None, facts: Facts, id_: str
) -> tuple[str, tuple[str, ...]] | None:
    """比上年增加12件; the same conditions as for 同比, but zero is a base."""
    if prior is None or not (prior.exact and now.exact) or prior.unit != now.unit:
        return None
    by = now.value - prior.value
    if by == 0:
        return "与上年持平", ()
    indicator = facts.indicator(id_)
    usual = facts.unit(indicator) if indicator else ""
    unit = usual if base_unit(usual)[1] == now.unit else now.unit
    amount = told_in(abs(by), unit, now.mark)
    return f"比上年{'增加' if by > 0 else '减少'}{amount}", ()


def _share(
    part: Quantity, whole_id: str, facts: Facts, decimals: int
) -> tuple[str, tuple[str, ...]] | None:
    """85.71%: this figure's share of another; not said when either is blank or approximate."""
    whole = facts.given(whole_id)
    if whole is None or not (whole.exact and part.exact) or whole.value == 0:
        return None
    return percent(part.value, whole.value, decimals).text, (whole_id,)


def _in_ten_thousands(quantity: Quantity) -> str:
    """2.63万件: in 万 with two decimals."""
    value = rounded(quantity.value / 10000, 2)
    return f"{value:f}万{quantity.unit}"


def _about(quantity: Quantity, digits: int) -> str:
    """28300余条: the first digits kept, the rest said as 余; a round number stays exact."""
    value = quantity.value
    step = Decimal(10) ** max(0, value.adjusted() - digits + 1)
    floor = (value / step).to_integral_value(rounding=ROUND_DOWN) * step
    more = "" if floor == value else "余"
    return f"{floor:f}{more}{quantity.unit}"


def _in_characters(quantity: Quantity) -> str:
    """三个: a whole number in characters; another one as it was typed."""
    whole = quantity.value == quantity.value.to_integral() and quantity.exact
    if not whole or not 0 <= quantity.value < _TOO_MANY:
        return quantity.text
    numeral = chinese(int(quantity.value))
    return ("两" if numeral == "二" else numeral) + quantity.unit
