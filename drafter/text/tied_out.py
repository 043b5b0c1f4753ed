"""The figures of a passage sentence by sentence, each with the words around it, and their bounds.

What rules on figures start from: which count stands before which, what it is called, and how large
or small an approximate one can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.proof import PassageKind
from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.proof import Passage, Told
    from drafter.model.quantity import Quantity

#: From here on an indicator is taken as known.
SURE = 0.8
#: What is still taken for known where the figures stand in one paragraph.
LIKELY = 0.6
#: How far back in a sentence a figure's partners are looked for.
REACH = 8
_SENTENCE_END = lazily(r"[。！？；](?!其中)")
_CLAUSE = lazily(r"[，、；：。！？（）]")
#: Another time than the year reported on.
_OTHER_TIME = lazily(
    r"上年|去年|上一年|前年|同期|上半年|下半年|前?[一二三四]季度|(?<![0-9])(?:[1-9]|1[01])月|年来|历年"
)
_YEAR = lazily(r"(?<![0-9])((?:19|20)[0-9]{2})年")


@record
class Stated:
    """A figure in its sentence.

    Attributes:
        told: the figure.
        gap: everything between the figure before it (or the sentence's begin) and it.
        before: what of that stands in its own clause.
        after: what follows it in its clause, up to the next mark or figure.
        depth: how many brackets it stands in.
    """

    told: Told
    gap: str
    before: str
    after: str
    depth: int

    @property
    def quantity(self) -> Quantity:
        """What was reported."""
        return self.told.quantity

    @property
    def listed(self) -> bool:
        """Whether it goes on a list: 、 stands right behind the figure before it."""
        return self.gap.startswith("、") and "，" not in self.gap


@record
class Statement:
    """A sentence and its figures; what ； parts counts as sentences.

    Attributes:
        start: place in the passage's text.
        end: place behind its mark.
        text: the sentence.
        figures: in order.
    """

    start: int
    end: int
    text: str
    figures: tuple[Stated, ...]


def statements(passage: Passage) -> Iterator[Statement]:
    """The sentences that hold figures."""
    if passage.kind is PassageKind.TITLE or not passage.told:
        return
    waiting = list(passage.told)
    at = 0
    for start, end in _spans(passage):
        first = at
        while at < len(waiting) and waiting[at].start < end:
            at += 1
        if first < at:
            figures = tuple(_stated(passage.text, start, end, waiting[first:at]))
            yield Statement(start, end, passage.text[start:end], figures)


def of_another_time(words: str, year: int | None = None) -> bool:
    """Whether the words speak of last year, half a year, a month, or a year other than `year`."""
    other = year is not None and any(int(one) != year for one in _YEAR.findall(words))
    return other or bool(_OTHER_TIME.search(words))


def surely_told(
    passages: Iterable[Passage], year: int | None = None, *, sure: float = SURE
) -> dict[str, tuple[Passage, Told]]:
    """Exact figures by id: those known so surely, with one value in all of these passages.

    Plans do not count, nor what is told of another time than `year`.
    """
    found: dict[str, tuple[Passage, Told]] = {}
    doubtful: set[str] = set()
    for passage in passages:
        if passage.parts:
            continue
        for statement in statements(passage):
            for figure in statement.figures:
                told = figure.told
                if (
                    not told.id
                    or told.sure < sure
                    or not told.quantity.exact
                    or of_another_time(figure.gap, year)
                ):
                    continue
                earlier = found.setdefault(told.id, (passage, told))[1].quantity
                if (earlier.value, earlier.unit) != (told.quantity.value, told.quantity.unit):
                    doubtful.add(told.id)
    return {id_: place for id_, place in found.items() if id_ not in doubtful}


def _spans(passage: Passage) -> Iterator[tuple[int, int]]:
    start = passage.body
    for match in _SENTENCE_END.finditer(passage.text, passage.body):
        yield start, match.end()
        start = match.end()
    if start < len(passage.text):
        yield start, len(passage.text)


def _stated(text: str, start: int, end: int, told: list[Told]) -> Iterator[Stated]:
    depth = 0
    behind = start
    for place, one in enumerate(told):
        gap = text[behind : one.start]
        later = told[place + 1].start if place + 1 < len(told) else end
        depth += gap.count("（") - gap.count("）")
        after = _CLAUSE.split(text[one.end : later], maxsplit=1)[0]
        yield Stated(one, gap, _CLAUSE.split(gap)[-1], after, depth)
        behind = one.end
