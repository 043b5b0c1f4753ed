"""Which figure of last year's report is which of this year's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.alike import MASK, Nearest, masked
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.comparison import Account, Datum, Solved

#: Share of the pairs of characters that two figures' words must have in common: with the same
#: unit, with another one, and with the same value besides.
_ALIKE, _OTHER_UNIT, _SAME_VALUE = 0.7, 0.75, 0.4
#: From here on the words are as good as the same.
_SURE = 0.8
#: By how much the best must lead the second best to be taken.
_CLEAR = 0.05
#: What the indicator's whole name among the words counts, from four characters on.
_NAMED, _NAME = 0.7, 4
_MARK = lazily(r"[，。；：、！？,;:（）()]")
_FEW, _MOST_BEFORE, _MOST_AFTER = 4, 20, 10


def words_before(text: str, start: int) -> str:
    """The clause in front of a number, a further one when it is short; at most 20 characters."""
    clauses = _MARK.split(text[:start])
    words = clauses.pop()
    while clauses and len(words) < _FEW:
        words = clauses.pop() + words
    return words[-_MOST_BEFORE:].strip()


def words_after(text: str, end: int) -> str:
    """What follows a number in its clause, at most ten characters."""
    return _MARK.split(text[end : end + _MOST_AFTER], maxsplit=1)[0].strip()


def pair_figures(
    last: Account,
    this: Account,
    lines: Sequence[int | None],
    rates: Iterable[Solved] = (),
) -> tuple[dict[int, int], frozenset[int]]:
    """Place in this year's data -> place in last year's; and those of this year's less sure.

    By id; else by the same place in a sentence carried over; else by a rate of change that makes
    last year's value, told in the same words; else by the words around them, where one pair is
    clearly the best. Figures that both have an id, but not the same, are never paired.

    Args:
        last: last year's report.
        this: this year's.
        lines: for each of this year's sentences the place of last year's that it is.
        rates: what this year's rates say of last year.
    """
    ids = {datum.id: at for at, datum in enumerate(last.data) if datum.id}
    wanted = {at: ids[datum.id] for at, datum in enumerate(this.data) if datum.id in ids}
    pairs: dict[int, int] = {}
    for likely in (wanted, _by_place(last, this, lines)):
        taken = set(pairs.values())
        for at, other in likely.items():
            free = at not in pairs and other not in taken
            if free and _may_pair(this.data[at], last.data[other]):
                pairs[at] = other
                taken.add(other)
    by_rates = _by_rates(last, this, pairs, rates)
    pairs.update(by_rates)
    by_words = _by_words(last, this, pairs)
    pairs.update((at, other) for at, (other, _) in by_words.items())
    unsure = {at for at, (_, score) in by_words.items() if score < _SURE}
    return pairs, frozenset(unsure | by_rates.keys())


def _may_pair(one: Datum, other: Datum) -> bool:
    return not (one.id and other.id and one.id != other.id) and one.running == other.running


def _by_rates(
    last: Account, this: Account, pairs: dict[int, int], rates: Iterable[Solved]
) -> dict[int, int]:
    """Figures whose rate makes one free figure of last year, told in the same words."""
    printed = {
        (one.line, one.start): at for at, one in enumerate(this.data) if one.line is not None
    }
    free = set(range(len(last.data))) - set(pairs.values())
    found: dict[int, int] = {}
    for rate in rates:
        at = printed.get((rate.line, rate.start), -1)
        if at < 0 or at in pairs:
            continue
        likely = [place for place in free if _made_by(rate, this.data[at], last.data[place])]
        words = _clause(this.data[at], this)
        told = [place for place in likely if _same_end(words, _clause(last.data[place], last))]
        if len(told) == 1:
            found[at] = told[0]
            free.remove(told[0])
    return found


def _made_by(rate: Solved, one: Datum, other: Datum) -> bool:
    """Whether a rate makes a figure of last year."""
    value, unit = other.quantity.value, other.quantity.unit
    return unit == rate.unit and rate.low <= value <= rate.high and _may_pair(one, other)


def _clause(datum: Datum, account: Account) -> str:
    """The words of a figure's own clause in front of it."""
    if datum.line is None:
        return datum.name
    return _MARK.split(account.lines[datum.line].text[: datum.start])[-1].strip()


def _same_end(one: str, other: str) -> bool:
    """Whether the shorter of two words ends the longer: 立案, 全年立案."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long.endswith(short)


def _by_place(last: Account, this: Account, lines: Sequence[int | None]) -> dict[int, int]:
    """Figures of sentences carried over: behind the same words, else in the same order."""
    old, new = _by_line(last), _by_line(this)
    found: dict[int, int] = {}
    for line, places in new.items():
        other = lines[line]
        before = old.get(other, []) if other is not None else []
        words = {_front(last.data[at], last): at for at in before}
        order = dict(zip(places, before, strict=True)) if len(places) == len(before) else {}
        for at in places:
            place = words.get(_front(this.data[at], this), order.get(at))
            if place is not None:
                found[at] = place
    return found


def _by_line(account: Account) -> dict[int, list[int]]:
    """Places of the figures, by the sentence that prints them, in printed order."""
    lines: dict[int, list[int]] = {}
    for at, datum in enumerate(account.data):
        if datum.line is not None:
            lines.setdefault(datum.line, []).append(at)
    for places in lines.values():
        places.sort(key=lambda at: account.data[at].start)
    return lines


def _front(datum: Datum, account: Account) -> str:
    """What stands in the sentence before the figure."""
    return masked(account.lines[datum.line or 0].text[: datum.start])


def _by_words(last: Account, this: Account, pairs: dict[int, int]) -> dict[int, tuple[int, float]]:
    """What the words around the figures pair, the clearest first, with what they share."""
    old = sorted(set(range(len(last.data))) - set(pairs.values()))
    new = [at for at in range(len(this.data)) if at not in pairs]
    scored = sorted(_scored(last, this, old, new), key=lambda pair: (-pair[0], pair[1:]))
    best = _two_best(scored, 1), _two_best(scored, 2)
    found: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, at, other in scored:
        if at in found or other in taken:
            continue
        rivals = (best[0][at][1:], best[1][other][1:])
        if any(rival and score - rival[0] < _CLEAR for rival in rivals):
            continue
        found[at] = other, score
        taken.add(other)
    return found


def _two_best(scored: list[tuple[float, int, int]], key: int) -> dict[int, list[float]]:
    best: dict[int, list[float]] = {}
    for pair in scored:
        scores = best.setdefault(int(pair[key]), [])
        if len(scores) < 2:  # noqa: PLR2004 - the best and its rival
            scores.append(pair[0])
    return best


def _scored(
    last: Account, this: Account, old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """Each likely pair and how much its words have in common."""
    words = [_words(last.data[at], last) for at in old]
    names = [f"{text} {last.data[at].name}" for at, text in zip(old, words, strict=True)]
    index = Nearest(names, 2)
    for at in new:
        datum = this.data[at]
        own = _words(datum, this)
        for place in index.candidates(f"{own} {datum.name}", 5):
            other = last.data[old[place]]
            score = max(_alike(own, words[place]), _named(datum, other, own, words[place]))
            if _may_pair(datum, other) and score >= _bound(datum, other):
                yield score, at, old[place]


def _bound(datum: Datum, other: Datum) -> float:
    one, two = datum.quantity, other.quantity
    if one.unit != two.unit:
        return _OTHER_UNIT
    return _SAME_VALUE if one.value == two.value else _ALIKE


def _named(one: Datum, two: Datum, words: str, others: str) -> float:
    """Whether one has an id and its indicator's name stands in the other's words."""
    named = ((one, others), (two, words))
    hit = any(d.id and len(d.name) >= _NAME and d.name in text for d, text in named)
    return _NAMED if hit and one.quantity.unit == two.quantity.unit else 0.0


def _words(datum: Datum, account: Account) -> str:
    """The words around a figure, the number masked; its name when no sentence prints it."""
    if datum.line is None:
        return datum.name + MASK + datum.quantity.unit
    text = account.lines[datum.line].text
    before = datum.subject or words_before(text, datum.start)
    after = words_after(text, datum.end)
    return masked(before) + MASK + datum.quantity.unit + masked(after)


def _alike(one: str, two: str) -> float:
    """The share of their pairs of characters that two texts have in common (Dice)."""
    first = {one[at : at + 2] for at in range(len(one) - 1)}
    second = {two[at : at + 2] for at in range(len(two) - 1)}
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
