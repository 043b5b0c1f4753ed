"""The numbers of headings through a text: which is left out, and which is there twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.proof import PassageKind
from drafter.model.record import record
from drafter.text.heading_forms import unusual_forms
from drafter.text.headings import MOST_LEVELS, number, read_number, read_part
from drafter.text.marks import is_closed
from drafter.text.numerals import chinese
from drafter.text.proof_outline import without_contents_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.proof import Passage, Proof

#: A line this short that no mark closes may be a heading that nobody numbered.
_SHORT = 40
#: A run before this long may be gone on with; a single heading is none.
_LEAST_RUN = 2
#: How many of the numbers left out are looked for in the text between.
_LOOKED_FOR = 3


class SlipKind(StrEnum):
    """What is wrong with a heading's number."""

    SKIPS = "skips"  #: numbers before it are left out
    REPEATS = "repeats"  #: it has been there before
    OTHER_LEVEL = "other level"  #: it goes on counting, in another level's form: （一）, 2.


@record
class NumberSlip:
    """A heading whose number does not follow.

    Attributes:
        kind: see `SlipKind`.
        passage: the heading.
        expected: the number that should stand there, as printed.
        other: for a repeated number the heading that had it, else the heading before; None for
            the first heading of its kind.
    """

    kind: SlipKind
    passage: Passage
    expected: str
    other: Passage | None


@dataclass(slots=True)
class _Run:
    """Headings of one level under one heading.

    Attributes:
        since: place of the last of them; of the heading above, while there is none.
        last: number of the last of them; 0 while there is none.
        right: the number that the last of them should have; the next may go on from it too.
        had: the heading of each number.
        unsure: whether headings may have gone unrecognised, so that any number may come.
    """

    since: int
    last: int = 0
    right: int = 0
    had: dict[int, Passage] = field(default_factory=dict)
    unsure: bool = False


def number_slips(proof: Proof) -> Iterator[NumberSlip]:
    """The headings whose numbers do not follow, each slip told once.

    A number that seems left out is looked for in the text between first: it may stand before a
    paragraph that was not recognised as a heading. Numbers may run on through several chapters.
    """
    odd = frozenset(one.place for same, _ in unusual_forms(proof) for one in same)
    return _Walk(without_contents_page(proof.passages), odd).slips()


def part_number(passage: Passage) -> int:
    """The n of 第n部分 that opens a short line or a heading; 0 when none does."""
    read = read_part(passage.text)
    if read is None or (passage.kind is PassageKind.TEXT and not _may_be_heading(passage)):
        return 0
    return read[0]


def _numbered(passage: Passage) -> tuple[int, int]:
    """The level of the number's form, and the number; zeros for neither."""
    if passage.table or passage.kind is PassageKind.TITLE:
        return 0, 0
    read = read_number(passage.text)
    return (read[0], read[1]) if read else (0, 0)


class _Walk:
    """The headings in order, and the runs of numbers that are open.

    Args:
        passages: of the proof.
        odd: places of headings whose number is written otherwise than most of its level.
    """

    def __init__(self, passages: Sequence[Passage], odd: frozenset[int]) -> None:
        self._passages = passages
        self._odd = odd
        self._runs: dict[int, _Run] = {}
        self._ends: dict[int, int] = {}  #: by level the last number of the run before

    def slips(self) -> Iterator[NumberSlip]:
        above = 0
        for at, passage in enumerate(self._passages):
            level, n = _numbered(passage)
            if passage.kind is PassageKind.HEADING and read_part(passage.text):
                self._close(0)
            if not level:
                continue
            if passage.kind is not PassageKind.HEADING:
                self._close(level)
                unsure = range(level + 1, MOST_LEVELS + 1)
                self._runs |= {deeper: _Run(at, unsure=True) for deeper in unsure}
                continue
            meant = self._meant(at, level, n)
            self._close(meant)
            run = self._runs.setdefault(meant, _Run(above))
            if meant != level:
                other, expected = run.had.get(run.last), number(meant, run.last + 1)
                yield NumberSlip(SlipKind.OTHER_LEVEL, passage, expected, other)
            elif run.last or not self._runs_on(level, n):
                yield from _slip(passage, n, run, self._passages[run.since : at], level)
            _went_on(run, n, passage, at)
            above = at

    def _close(self, level: int) -> None:
        """End the runs below a level."""
        for deeper in range(level + 1, MOST_LEVELS + 1):
            if run := self._runs.pop(deeper, None):
                self._ends[deeper] = run.last

    def _runs_on(self, level: int, n: int) -> bool:
        """Whether a run may begin with the number because the run before ended there."""
        return n == self._ends.get(level, 0) + 1 > _LEAST_RUN

    def _meant(self, at: int, level: int, n: int) -> int:
        """The level that a heading is meant to have: 2. and 二. after （一） are of （一）'s."""
        if n == 1 or (level not in self._runs and self._runs_on(level, n)):
            return level
        odd = self._passages[at].place in self._odd
        for other, run in self._runs.items():
            if run.unsure or not run.last or n != run.last + 1 or other == level:
                continue
            alone = other < level and level not in self._runs and self._goes_on(at, level, other, n)
            if odd or alone:
                return other
        return level

    def _goes_on(self, at: int, level: int, other: int, n: int) -> bool:
        """Whether what follows does not speak against a heading of another level's run."""
        for behind in range(at + 1, len(self._passages)):
            passage = self._passages[behind]
            below, following = _numbered(passage)
            if passage.kind is not PassageKind.HEADING or not below or below > level:
                continue
            if below == level:
                return following != n + 1
            return below < other or following == n + 1
        return True


def _slip(
    passage: Passage, n: int, run: _Run, between: Sequence[Passage], level: int
) -> Iterator[NumberSlip]:
    expected = run.last + 1
    if run.unsure or n in {expected, run.right + 1}:
        return
    if n in run.had:
        if n != 1 or not any(_may_be_heading(one) for one in between):
            yield NumberSlip(SlipKind.REPEATS, passage, number(level, expected), run.had[n])
    elif n > expected and not _is_there(level, expected, n, between):
        other = run.had.get(run.last)
        yield NumberSlip(SlipKind.SKIPS, passage, number(level, expected), other)


def _went_on(run: _Run, n: int, passage: Passage, at: int) -> None:
    """The run behind a heading: it goes on from what is there, or from what should be."""
    follows = n in {run.last + 1, run.right + 1} or not run.last
    run.right = n if follows else run.last + 1
    if n in run.had:
        run.had = {other: heading for other, heading in run.had.items() if other < n}
        run.last = n
    run.last = max(run.last, n)
    run.had[n] = passage
    run.since = at
    run.unsure = False


def _is_there(level: int, first: int, end: int, between: Sequence[Passage]) -> bool:
    """Whether one of the numbers left out stands in the text between, or before a paragraph."""
    wanted = range(first, min(end, first + _LOOKED_FOR))
    form = re.compile("|".join(_label(level, n) for n in wanted))
    for passage in between:
        if form.search(passage.sentences) or part_number(passage) in wanted:
            return True
        if passage.kind is PassageKind.TEXT and _numbered(passage) in [(level, n) for n in wanted]:
            return True
    return False


def _label(level: int, n: int) -> str:
    """A pattern for a number as it stands within a text."""
    numeral = chinese(n)
    match level:
        case 1:
            return f"(?<![一二三四五六七八九十]){numeral}、"
        case 2:
            return f"（{numeral}）"
        case 3:
            return f"(?<![0-9.]){n}[.．、](?![0-9])"
        case _:
            return f"（{n}）"


def _may_be_heading(passage: Passage) -> bool:
    """Whether a passage without a number may well be a heading all the same."""
    if passage.kind is PassageKind.HEADING:
        return not passage.number
    text = passage.text
    return passage.kind is PassageKind.TEXT and len(text) <= _SHORT and not is_closed(text)
