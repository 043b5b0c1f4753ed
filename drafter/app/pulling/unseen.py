"""What a draft without gaps did not print, so that nobody who edited it could see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name, shots
from drafter.app.pulling.waiting import PATTERN, waits_for
from drafter.model.pulled import Conflict
from drafter.text.gap_sentences import gap_sentences, without_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.report import Paragraph, Section
    from drafter.text.edited_outline import EditedOutline

_LEAD = "导语"
_KEPT = (
    "Word 里改了这一节的段落；这一节还有没有印出来的话（有缺口，出稿时略去了），"
    "改动写进问卷会把它们丢掉，没有写进问卷"
)
_KEPT_SECTION = "Word 里删去了这一节；它还有没有印出来的话（有缺口，出稿时略去了），没有删"
_REMEDY = "补上缺的内容重新出稿，再照 Word 改；这些话不要了的，先在问卷里删去，再收一次"


def printed_paragraphs(bench: Bench, at: int) -> list[bool]:
    """Of each paragraph of a section, gaps shown, whether anything is printed now."""
    paragraphs = _shown(bench, at)
    return [bench.gaps or bool(without_gaps(one.pieces)) for one in paragraphs]


def kept_back(bench: Bench, outline: EditedOutline) -> Iterator[Conflict]:
    """Changes that were not put in because words that were not printed would be lost."""
    if bench.gaps:
        return
    found = shots(bench.report)
    bodies = [(-1, outline.lead), *((one.section, one.body) for one in outline.sections)]
    for at, lines in bodies:
        if at < 0 and lines is not outline.lead:
            continue
        new = tuple(line.text for line in lines)
        words = _words(_shown(bench, at)) if new != found[at + 2][2] else ()
        if words:
            yield _conflict(bench, _KEPT, at, words, "\n".join(new))
    there = {one.section for one in outline.sections}
    for at in range(len(tuple(bench.report.walk()))):
        words = _words(_shown(bench, at), own=True) if at not in there else ()
        if words:
            yield _conflict(bench, _KEPT_SECTION, at, words, "")


def _conflict(bench: Bench, message: str, at: int, words: Sequence[str], new: str) -> Conflict:
    name = place_name(bench.report, at) or _LEAD
    values = (*((bench.file, one) for one in words), ("Word", new or "（没有这一段）"))
    return Conflict(name, message, values, _REMEDY)


def _words(paragraphs: Sequence[Paragraph], *, own: bool = False) -> tuple[str, ...]:
    """The sentences of some paragraphs that wait for something."""
    told = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    return tuple(
        words
        for sentence in told
        if any(waits_for(sentence)) and not (own and sentence.origin == PATTERN)
        for words in gap_sentences(sentence.pieces)
    )


def _shown(bench: Bench, at: int) -> tuple[Paragraph, ...]:
    """A section's paragraphs with their gaps; none when it is not found again."""
    shown = bench.shown
    if at < 0:
        return shown.lead
    sections = tuple(bench.report.walk())
    marked = [_mark(one) for one in sections[: at + 1]]
    count = marked.count(marked[-1])
    alike = [one for one in shown.walk() if _mark(one) == marked[-1]]
    return alike[count - 1].paragraphs if len(alike) >= count else ()


def _mark(section: Section) -> tuple[object, ...]:
    """By which a section is known; its number may be another."""
    return section.id, section.level, section.heading.text, section.heading.spot
