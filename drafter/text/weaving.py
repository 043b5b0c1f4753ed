"""An edited text taken apart again: which of its characters are figures, and which are words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.char_pairs import char_pairs
from drafter.text.patterns import as_pattern
from drafter.text.quantity import QuantityError, evened, read_quantity
from drafter.text.statistics import statistics
from drafter.text.whole_numbers import has_digits, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from drafter.model.edited import Control, EditedParagraph
    from drafter.model.home import Stretch

#: Answers that are no number.
ANSWERS = ("无", "没有", "不涉及", "不适用")


@record
class Thread:
    """A value of the old text, found in the new one.

    Attributes:
        stretch: where it stood.
        start: place in the new text of its first character.
        end: place behind its last.
    """

    stretch: Stretch
    start: int
    end: int


@record
class Woven:
    """An edited text beside the old one.

    Attributes:
        old: the old text.
        new: the edited text.
        pairs: for each character of `old` its place in `new`; None where it is gone.
        threads: the values that are still there, in order, none overlapping.
    """

    old: str
    new: str
    pairs: tuple[int | None, ...]
    threads: tuple[Thread, ...]

    def value(self, thread: Thread) -> str:
        """What the edited text says for a value."""
        return self.new[thread.start : thread.end]

    @property
    def same_words(self) -> bool:
        """Whether nothing but values was changed."""
        return self.with_old(lambda _, __: True) == self.old

    def with_old(self, is_old: Callable[[str, str], bool]) -> str:
        """The edited text with old values put back.

        Args:
            is_old: told the old value and the edited one, whether the old one is put back.
        """
        text, at = "", 0
        for thread in self.threads:
            was, now = self.old[thread.stretch.start : thread.stretch.end], self.value(thread)
            text += self.new[at : thread.start] + (was if is_old(was, now) else now)
            at = thread.end
        return text + self.new[at:]

    def pattern(self, start: int, end: int) -> str | None:
        """A part of the edited text with its slots put back; None when it cuts a value in two."""
        return _pattern(self.new, self.threads, start, end)

    def pattern_of_old(self, start: int, end: int) -> str | None:
        """A part of the old text with its slots put back."""
        threads = [Thread(t.stretch, t.stretch.start, t.stretch.end) for t in self.threads]
        return _pattern(self.old, threads, start, end)

    def instead(self, stretch: Stretch) -> str:
        """What stands where a value stood, between what is left around it; other values out."""
        left = [at for at in self.pairs[: stretch.start] if at is not None]
        right = [at for at in self.pairs[stretch.end :] if at is not None]
        start, end = left[-1] + 1 if left else 0, right[0] if right else len(self.new)
        words = list(self.new)
        for thread in self.threads:
            words[thread.start : thread.end] = "\0" * (thread.end - thread.start)
        return "".join(words[start:end]).replace("\0", "")

    def edges(self, place: int) -> tuple[int | None, int | None]:
        """Where a place between two old characters lies: behind the left one, before the right."""
        left = 0 if place == 0 else self.pairs[place - 1]
        behind = left if place == 0 else None if left is None else left + 1
        before = len(self.new) if place == len(self.old) else self.pairs[place]
        return behind, before


def woven(
    old: str, stretches: Sequence[Stretch], new: str, controls: Sequence[Control] = ()
) -> Woven:
    """Find the values of the old text in the new one.

    Args:
        old: the text as it was printed.
        stretches: its values, in order.
        new: the text as it is now.
        controls: content controls in `new`; they tell more surely than the words around.
    """
    pairs = char_pairs(old, new)
    known = _by_control(old, stretches, new, controls)
    threads: list[Thread] = []
    end = 0
    for stretch in stretches:
        part = known.get(stretch) or _region(old, stretch, new, pairs)
        found = _whole(old, stretch, new, part) if part else None
        if found and found[0] >= end and _stands(stretch, old, new[slice(*found)]):
            threads.append(Thread(stretch, *found))
            end = found[1]
    threads += _elsewhere(old, stretches, new, threads)
    return Woven(old, new, tuple(pairs), tuple(sorted(threads, key=lambda one: one.start)))


def reads_as(old: str, stretches: Sequence[Stretch], paragraph: EditedParagraph) -> bool:
    """Whether a paragraph says just what the old text says, but for how its figures are written."""
    found = woven(old, stretches, paragraph.text, paragraph.controls)
    return found.with_old(same_figure) == old


def same_figure(old: str, new: str) -> bool:
    """Whether both are the same figure; the new one may lack its unit."""
    try:
        one, other = read_quantity(old), read_quantity(new)
    except QuantityError:
        return old == new
    same = (one.value, one.mark) == (other.value, other.mark)
    return same and other.unit in {"", one.unit}


def fresh_pattern(text: str, controls: Iterable[Control], printed: dict[str, str]) -> str:
    """New words as a pattern: copied content controls that say what they said are slots.

    Args:
        text: the words.
        controls: content controls in it.
        printed: what each slot prints.
    """
    parts, at = "", 0
    for one in controls:
        slot = f"{{{{{one.tag}}}}}"
        span = (one.start, one.end)
        if (
            one.start >= at
            and whole_number(text, *span) == span
            and printed.get(slot) == text[one.start : one.end]
        ):
            parts += as_pattern(text[at : one.start]) + slot
            at = one.end
    return parts + as_pattern(text[at:])


def readable(text: str) -> bool:
    """Whether a figure can be answered so; only blanks, commas and widths are evened out."""
    if text in ANSWERS:
        return True
    try:
        return read_quantity(text).text == evened(text) and text == text.strip()
    except QuantityError:
        return False


def _pattern(text: str, threads: Iterable[Thread], start: int, end: int) -> str | None:
    parts, at = "", start
    for thread in threads:
        if thread.end <= start or thread.start >= end or not thread.stretch.slot:
            continue
        if thread.start < start or thread.end > end:
            return None
        parts += as_pattern(text[at : thread.start]) + thread.stretch.slot
        at = thread.end
    return parts + as_pattern(text[at:end])


def _stands(stretch: Stretch, old: str, words: str) -> bool:
    """Whether words can be the value; what is typed for a comparison that waits is no figure."""
    waits = stretch.gap and "|" in stretch.slot
    return not waits or words == old[stretch.start : stretch.end]


def _whole(old: str, stretch: Stretch, new: str, part: tuple[int, int]) -> tuple[int, int] | None:
    """The whole number where more was typed right at it; None where that cannot be read."""
    start, end = whole_number(new, *part)
    stood = (stretch.start, stretch.end)
    if (start, end) == part or whole_number(old, *stood) != stood:
        return part
    return (start, end) if stretch.computed or readable(new[start:end]) else None


def _by_control(
    old: str, stretches: Sequence[Stretch], new: str, controls: Sequence[Control]
) -> dict[Stretch, tuple[int, int]]:
    """Values whose control is there, once for each time it was, with something that can be read."""
    found: dict[Stretch, tuple[int, int]] = {}
    tags = dict.fromkeys(one.tag for one in controls if one.tag)
    for tag in tags:
        ours = [one for one in stretches if one.slot == f"{{{{{tag}}}}}"]
        theirs = [one for one in controls if one.tag == tag]
        if len(ours) != len(theirs):
            continue
        for stretch, control in zip(ours, theirs, strict=True):
            text = new[control.start : control.end]
            start = control.start + len(text) - len(text.lstrip())
            words = text.strip()
            same = words == old[stretch.start : stretch.end]
            if same or readable(words) or (stretch.computed and words):
                found[stretch] = (start, start + len(words))
    return found


def _region(
    old: str, stretch: Stretch, new: str, pairs: Sequence[int | None]
) -> tuple[int, int] | None:
    """Where a value stands by the words around it; None when it is gone."""
    text = old[stretch.start : stretch.end]
    own = pairs[stretch.start : stretch.end]
    if own and own[0] is not None and new[own[0] : own[0] + len(text)] == text:
        whole = [own[0] + step for step in range(len(text))]
        if own == whole and not _grown(old, stretch, new, pairs):
            return own[0], own[0] + len(text)
    left = 0 if stretch.start == 0 else _next(pairs[stretch.start - 1])
    right = len(new) if stretch.end == len(old) else pairs[stretch.end]
    if left is None or right is None or left >= right:
        return None
    return _within(new, left, right, text, computed=stretch.computed)


def _grown(old: str, stretch: Stretch, new: str, pairs: Sequence[int | None]) -> bool:
    """Whether words were added right at a value that read as a part of it (约, 余, 以上)."""
    left = 0 if stretch.start == 0 else _next(pairs[stretch.start - 1])
    right = len(new) if stretch.end == len(old) else pairs[stretch.end]
    if left is None or right is None or right - left == stretch.end - stretch.start:
        return False
    return readable(new[left:right])


def _elsewhere(
    old: str, stretches: Sequence[Stretch], new: str, threads: Sequence[Thread]
) -> list[Thread]:
    """Values that a sentence written anew still tells, each of them once."""
    found: list[Thread] = []
    known = {one.stretch for one in threads}
    for stretch in stretches:
        text = old[stretch.start : stretch.end]
        places = [match.span() for match in re.finditer(re.escape(text), new)]
        if stretch in known or len(places) != 1 or not has_digits(text):
            continue
        if whole_number(new, *places[0]) != places[0]:
            continue
        start, end = places[0]
        if all(end <= one.start or one.end <= start for one in (*threads, *found)):
            found.append(Thread(stretch, start, end))
    return found


def _next(place: int | None) -> int | None:
    return None if place is None else place + 1


def _within(
    new: str, left: int, right: int, text: str, *, computed: bool
) -> tuple[int, int] | None:
    """The value in a part of the new text: all of it, else the old value, else its one number."""
    region = new[left:right]
    if computed:
        at = region.find(text)
        return (left + at, left + at + len(text)) if at >= 0 else (left, right)
    if readable(region):
        return left, right
    at = region.find(text)
    span = (left + at, left + at + len(text))
    if at >= 0 and whole_number(new, *span) == span:
        return span
    numbers = statistics(region)
    if len(numbers) == 1:
        return left + numbers[0].start, left + numbers[0].end
    return None
