"""What became of each text that makes up a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.app.pulling.owners import Owner
    from drafter.text.weaving import Woven

_ENDS = "。；"
_COUNTED = lazily(r"[一二三四五六七八九十]{1,3}是")


@record
class Edit:
    """What becomes of one text of the year file.

    Attributes:
        owner: the text.
        new: its words with slots; None when it stays, empty when it goes.
        after: new entries behind it.
        before: new entries before it.
    """

    owner: Owner
    new: str | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def by_kept(woven: Woven, found: list[Owner]) -> list[Edit]:
    """Texts that are still there to the letter stay; what stands between is new or instead.

    Nothing comes back where words were changed that composing put in, or several texts at once.
    """
    spans = [_kept(woven, owner) for owner in found]
    edits: list[Edit] = []
    waiting: list[Owner] = []
    last: Owner | None = None
    at = 0
    whole = len(woven.new)
    for owner, span in [*zip(found, spans, strict=True), (None, (whole, whole))]:
        if span is None:
            waiting += [owner] if owner else []
            continue
        between = _Between(last, tuple(waiting), owner)
        chunk = between.words(woven, at, span[0]) if span[0] >= at else None
        if chunk is None or (chunk and len(waiting) > 1):
            return []
        edits += [Edit(one, new=chunk) for one in waiting]
        if chunk and not waiting and last:
            edits.append(Edit(last, after=(chunk,)))
        elif chunk and not waiting and owner:
            edits.append(Edit(owner, before=(chunk,)))
        last, waiting, at = owner, [], span[1]
    return edits


def by_frame(woven: Woven, found: list[Owner]) -> list[Edit]:
    """What composing put between the texts is still there; each text is what stands between."""
    stops = [0, *(owner.end for owner in found)]
    starts = [*(owner.start for owner in found), len(woven.old)]
    frame = [_glue(woven, *ends) for ends in zip(stops, starts, strict=True)]
    edits: list[Edit] = []
    for at, owner in enumerate(found):
        before, behind = frame[at], frame[at + 1]
        if before is None or behind is None:
            return []
        # Nothing may have been put before the first or behind the last.
        start = 0 if at == 0 and starts[0] == 0 else before[1]
        outer = at == 0 and starts[0] > 0 and before[0] != 0
        last = at == len(found) - 1
        end = len(woven.new) if last and stops[-1] == starts[-1] else behind[0]
        outer = outer or (last and stops[-1] < starts[-1] and behind[1] != len(woven.new))
        pattern = None if outer or end < start else woven.pattern(start, end)
        if pattern is None:
            return []
        words = pattern.strip().rstrip(_ENDS)
        if words != woven.pattern_of_old(owner.start, owner.core):
            edits.append(Edit(owner, new=words))
    return edits


@record
class _Between:
    """Texts that were changed or taken away between two that were kept.

    Attributes:
        last: the kept one before; None at the beginning.
        waiting: those between, in order.
        next: the kept one behind; None at the end.
    """

    last: Owner | None
    waiting: tuple[Owner, ...]
    next: Owner | None

    def words(self, woven: Woven, start: int, end: int) -> str | None:
        """What stands there now, without what composing puts in; None when that was changed."""
        old, new = woven.old, woven.new
        first = self.waiting[0] if self.waiting else self.next
        head = old[self.last.core if self.last else 0 : first.start if first else len(old)]
        before = self.waiting[-1] if self.waiting else None
        tail = old[before.core : self.next.start if self.next else len(old)] if before else ""
        if not self.waiting and new[start:end] == head:
            return ""
        begin = _skipped(new, start, end, head)
        stop = end
        if begin is None and not self.waiting and new[start:end].endswith(head):
            # Put in before what composing put there.
            begin, stop = start, end - len(head)
            begin += len(new[begin:stop]) - len(new[begin:stop].lstrip(_ENDS))
        if begin is None:
            return None
        if tail and not _slight(tail):
            if not new[begin:stop].endswith(tail):
                return None
            stop -= len(tail)
        if counted := re.search(_COUNTED.pattern + "$", new[begin:stop]):
            stop -= len(counted.group())
        pattern = woven.pattern(begin, stop) if begin <= stop else None
        return None if pattern is None else pattern.strip().rstrip(_ENDS)


def _skipped(new: str, start: int, end: int, glue: str) -> int | None:
    """Behind what composing put there; marks and 一是 may have become others."""
    if new.startswith(glue, start) and start + len(glue) <= end:
        return start + len(glue)
    if not _slight(glue):
        return None
    words = new[start:end]
    bare = words.lstrip(_ENDS)
    counted = _COUNTED.match(bare)
    return end - len(bare) + (len(counted.group()) if counted else 0)


def _slight(glue: str) -> bool:
    """Whether it is nothing but marks and 一是."""
    return not _COUNTED.sub("", glue).strip(_ENDS)


def _kept(woven: Woven, owner: Owner) -> tuple[int, int] | None:
    """Where a text stands unchanged; None when it does not."""
    length = owner.core - owner.start
    words = woven.old[owner.start : owner.core]
    begin = woven.pairs[owner.start]
    if begin is not None and woven.new[begin : begin + length] == words:
        return begin, begin + length
    at = woven.new.find(words)
    once = at >= 0 and woven.new.find(words, at + 1) < 0
    return (at, at + length) if once else None


def _glue(woven: Woven, start: int, end: int) -> tuple[int, int] | None:
    """Where words between two texts stand now; None when they were changed."""
    if start == end:
        behind, before = woven.edges(start)
        at = behind if behind is not None else before
        return None if at is None else (at, at)
    places = woven.pairs[start:end]
    first = places[0]
    if first is None or list(places) != list(range(first, first + len(places))):
        return None
    return first, first + len(places)
