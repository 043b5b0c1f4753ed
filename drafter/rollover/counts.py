"""Numbers typed into words that come along: last year's counts, and what may still hold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.statistics import statistics
from drafter.text.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.old_report import Statistic
    from drafter.model.wording import NumberWords

#: What is no text of the clerk's: slots, gaps, escapes between quotes. They end a sentence or not
#: as they stand for words or for marks.
_SLOT = lazily(r"\{\{.*?\}\}|【待补充：[^】]*】")
_ESCAPE = lazily(r"\\.")
_LOOSE = lazily(rf"(?<=[0-9０-９])[ \t\u00a0\u3000]+(?={HAN}|[%％])")
_SENTENCE, _CLAUSE = "。；！？\n\r", "。；！？\n\r，：,;"
_DIGIT = lazily("[0-9０-９]")
_NUMBER = lazily(r"(?<![第〔（(A-Za-z0-9０-９.．])[0-9０-９]+(?:[.．,][0-9０-９]+)*")
_TITLE = lazily("《[^》]*》")
#: A line of nothing but a number, as a table's cell leaves it; a year alone is a heading.
_ALONE = lazily(
    r"(?m)^[ \t\"'-]*(?P<number>(?!(?:19|20)[0-9]{2}[ \t\"']*\r?$)"
    r"[0-9０-９]+(?:[.．,][0-9０-９]+)*)[ \t\"']*\r?$"
)
_YEAR = lazily(r"(?:19|20)[0-9]{2}")
#: What ends a number that has no unit: 受理12，办结9。
_STOP = lazily(r"[ \t\"']*(?:[，。；、）]|$)")
_HAN = lazily(HAN)
_TIME = ("日", "天", "月", "年", "小时", "分钟", "秒")
#: Up to this a numeral in characters shapes a sentence (三个课题) more often than it counts.
_FEW = 10


@record
class Count:
    """A number with its unit in a text.

    Attributes:
        start: place of its first character in the text.
        end: place behind its last.
        past: whether it tells what was done, so that it must not stay as this year's; else it is
            a target, a time limit, a numeral in characters or part of a name, and a person says
            whether it still holds.
    """

    start: int
    end: int
    past: bool


def counts(text: str, words: NumberWords) -> tuple[Count, ...]:
    """Every number that counts or measures, in order, none overlapping.

    Args:
        text: as it stands in a year file, slots and quotes included.
        words: how targets are spoken of.
    """
    view, places = _view(text)
    told = statistics(view)
    found = [(one.start, one.end, _is_past(view, one, words)) for one in told]
    found += [(*match.span("number"), True) for match in _ALONE.finditer(view)]
    taken = [(begin, end) for begin, end, _ in found]
    found += [(begin, end, False) for begin, end in _unclear(view, taken)]
    return tuple(
        Count(places[begin], places[end - 1] + 1, past) for begin, end, past in sorted(found)
    )


def _view(text: str) -> tuple[str, list[int]]:
    """The text as statistics are found in it, and for each character its place in the text."""
    masked = _SLOT.sub(lambda match: "□" * len(match.group()), text)
    masked = _ESCAPE.sub("\n\n", masked)
    gaps = [match.span() for match in _LOOSE.finditer(masked)]
    kept = [(0, 0), *gaps, (len(masked), len(masked))]
    places = [at for (_, end), (begin, _) in pairwise(kept) for at in range(end, begin)]
    return "".join(masked[at] for at in places), places


def _is_past(view: str, one: Statistic, words: NumberWords) -> bool:
    """Whether it tells what was done: anything that nothing marks as target or time limit."""
    printed = view[one.start : one.end]
    if not _DIGIT.search(printed) and one.quantity.value <= _FEW:
        return False
    if one.quantity.unit.endswith(_TIME) and (
        printed.endswith(words.limits) or view.startswith(words.limits, one.end)
    ):
        return False
    sentence = view[_begin(view, one.start, _SENTENCE) : one.start]
    if _last(sentence, words.aims) > _last(sentence, words.done):
        return False
    if view.endswith("每", 0, one.start):
        return False
    # 不少于 stands before the number, or belongs to it (不超过30个).
    clause = view[_begin(view, one.start, _CLAUSE) : one.end]
    return _last(clause, words.demands) <= _last(clause, words.done)


def _unclear(view: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Digits that count, though they are no statistic: in ranges and names, or without a unit."""
    taken = [*taken, *(match.span() for match in _TITLE.finditer(view))]
    for match in _NUMBER.finditer(view):
        begin, end = match.start(), match.end() + len(unit_at(view, match.end()))
        counting = end > match.end() or _ends_clause(view, match.group(), begin, end)
        if counting and all(end <= a or b <= begin for a, b in taken):
            yield begin, end


def _ends_clause(view: str, number: str, begin: int, end: int) -> bool:
    """Whether a number without a unit stands between a word and a mark, and is no year."""
    bare = bool(_STOP.match(view, end)) and not _YEAR.fullmatch(number)
    return bare and bool(_HAN.match(view[begin - 1 : begin]))


def _begin(view: str, at: int, marks: str) -> int:
    """Where the sentence or clause begins in which a place stands."""
    return max(view.rfind(mark, 0, at) for mark in marks) + 1


def _last(text: str, words: Iterable[str]) -> int:
    """Where the last of some words stands; -1 when none does."""
    return max((text.rfind(word) for word in words), default=-1)
