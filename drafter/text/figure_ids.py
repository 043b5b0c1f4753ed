"""An id for every figure of an old report: the catalogue's where its words say so, else an own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.figure_words import clause, opens_sentence, sentence, surroundings
from drafter.text.han import NOT_HAN
from drafter.text.indicator_match import Match, best_match
from drafter.text.lazily import lazily
from drafter.text.numerals import chinese
from drafter.text.quantity import QuantityError, read_quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from drafter.model.old_report import OldBlock, OldReport, Statistic
    from drafter.text.indicator_match import Surroundings
    from drafter.text.spoken_of import Catalogue

#: By how much the better of two figures must lead when both would be the same indicator.
_LEAD = 0.1
_GROUP, _NO_WORDS = "其他", "数字"
_WORDS, _FEW, _NAME = 6, 3, 12
_NOT_HAN = lazily(NOT_HAN)
_LOOSE = lazily(r"^[的了和与等并共各其已]+|(?:[的了和与等共达为约近超过均计已]|达到|双达)+$")


@record
class Named:
    """A figure with its id.

    Attributes:
        block: where it stands.
        statistic: what and where in the block's text; begins at the first character that a
            year file can hold.
        id: the catalogue's or its own; empty where a year file cannot hold the figure exactly, so
            that it stays as words.
        name: of an own indicator; empty for the catalogue's.
        confidence: of the mapping; 0 when it was not mapped.
        reason: why it was mapped, or why not, in Chinese.
        clause: the clause that tells it.
        sentence: the sentence that tells it.
    """

    block: OldBlock
    statistic: Statistic
    id: str
    name: str
    confidence: float
    reason: str
    clause: str
    sentence: str

    @property
    def mapped(self) -> bool:
        """Whether it is an indicator of the catalogue."""
        return bool(self.id) and not self.name


@record
class _Told:
    """A figure and what the words speak for.

    Attributes:
        block: where it stands.
        statistic: as a year file gives it back; as it was found where that is not possible.
        held: whether a year file gives it back.
        around: the words around it.
        match: None when they speak for nothing.
    """

    block: OldBlock
    statistic: Statistic
    held: bool
    around: Surroundings
    match: Match | None

    @property
    def wording(self) -> tuple[str, str]:
        """What must be the same where two figures share an id."""
        return self.statistic.quantity.text, clause(self.block, self.statistic)


def name_figures(report: OldReport, words: Catalogue, taken: Collection[str]) -> tuple[Named, ...]:
    """Every statistic of the report with an id, in printed order.

    Args:
        report: the old report.
        words: what the catalogue's indicators are called.
        taken: ids that no own figure may have: the catalogue's.
    """
    told = tuple(_matched(report, words))
    winners = _winners(told)
    ids: dict[tuple[str, str], str] = {}
    used = set(taken)
    return tuple(_named(one, winners, ids, used) for one in told)


def _matched(report: OldReport, words: Catalogue) -> Iterator[_Told]:
    previous = ""
    for block, statistic, around in surroundings(report):
        if opens_sentence(block, statistic):
            previous = ""
        held = _held(block, statistic)
        match = best_match(replace(around, previous=previous), words) if held else None
        previous = match.id if match else ""
        yield _Told(block, held or statistic, held is not None, around, match)


def _held(block: OldBlock, statistic: Statistic) -> Statistic | None:
    """The figure as a year file gives it back, character for character; None when it does not."""
    printed = block.text[statistic.start : statistic.end]
    try:
        quantity = read_quantity(printed)
    except QuantityError:
        return None
    start = statistic.end - len(quantity.text)
    if block.text[start : statistic.end] != quantity.text or start < statistic.start:
        return None
    return replace(statistic, quantity=quantity, start=start)


def _winners(told: tuple[_Told, ...]) -> dict[str, tuple[str, str]]:
    """For each indicator the wording that is mapped to it; an indicator in dispute has none."""
    claims: dict[str, dict[tuple[str, str], float]] = {}
    for one in told:
        if one.match:
            claim = claims.setdefault(one.match.id, {})
            claim[one.wording] = max(one.match.confidence, claim.get(one.wording, 0))
    winners: dict[str, tuple[str, str]] = {}
    for id_, claim in claims.items():
        (wording, best), *others = sorted(claim.items(), key=lambda entry: -entry[1])
        if not others or best - others[0][1] >= _LEAD:
            winners[id_] = wording
    return winners


def _named(
    one: _Told,
    winners: dict[str, tuple[str, str]],
    ids: dict[tuple[str, str], str],
    used: set[str],
) -> Named:
    match, told = one.match, (clause(one.block, one.statistic), sentence(one.block, one.statistic))
    if not one.held:
        reason = "问卷里不能原样写这个数，留作文字"
        return Named(one.block, one.statistic, "", "", 0, reason, *told)
    if match and winners.get(match.id) == one.wording:
        id_, sure, reason = match.id, match.confidence, match.reason
        return Named(one.block, one.statistic, id_, "", sure, reason, *told)
    reason = f"也像“{match.id}”，但有另一个数更像，或分不清" if match else "目录里没有说得一样的"
    words, name = _own_words(one.around)
    if one.wording not in ids:
        ids[one.wording] = _free(f"{_GROUP}.{words}", used)
    return Named(one.block, one.statistic, ids[one.wording], name, 0, reason, *told)


def _own_words(around: Surroundings) -> tuple[str, str]:
    """What a figure is called by the words at hand: for its id, and for its name."""
    before, after = _han(around.words), _han(around.after)
    if len(before) < _FEW:
        words = before + after
        if len(words) >= _FEW:
            return words[:_WORDS], words[:_NAME]
        before = _han(around.sentence)[-_NAME:] + words
    short = _han(before[-_WORDS:])
    return short or _NO_WORDS, before[-_NAME:] or _NO_WORDS


def _han(text: str) -> str:
    """The letters of a text that an id may hold: ① and ² are letters to `re`, and are none."""
    letters = _NOT_HAN.sub("", text)
    return _LOOSE.sub("", "".join(char for char in letters if char.isidentifier()))


def _free(id_: str, used: set[str]) -> str:
    """The id, or the id with 二, 三, … when it is taken."""
    free, count = id_, 1
    while free in used:
        count += 1
        free = f"{id_}{chinese(count)}"
    used.add(free)
    return free
