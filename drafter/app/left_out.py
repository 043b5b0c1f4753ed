"""What a draft without gaps leaves out (--gaps drop), told: nothing goes unseen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.model.kit import Part
from drafter.model.report import PieceKind
from drafter.model.spot import Spot
from drafter.text.excerpts import excerpt
from drafter.text.gap_sentences import gap_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.report import Report, Section, Sentence

_PATTERN, _LEAD, _GAP = "句式", "导语", "【待补充："
#: Ids of what stands where a section has nothing at all.
_NOTHING = ("亮点.", "正文.", *Part)
_REMEDY = "要写进去的，补上缺的内容再出稿；不写的，不用管"


def left_out(case: Case) -> tuple[Finding, ...]:
    """The sentences and sections that its report lacks because of gaps.

    Args:
        case: opened without gaps.

    Returns:
        One for each of the office's own texts, at its line; one for all that patterns would say;
        one for all sections that are gone. Empty when nothing is left out.
    """
    if case.shown is None:
        return ()
    return (
        *_own(case.shown),
        *_patterns(case.shown, case.answers.path),
        *_sections(case.shown, case.report, case.answers.path),
    )


def _own(shown: Report) -> Iterator[Finding]:
    for place, sentence in _waiting(shown):
        if sentence.origin == _PATTERN or _stands_in(sentence):
            continue
        gone = gap_sentences(sentence.pieces)
        message = f"“{place}”里有{len(gone)}句缺内容，略去了：{'；'.join(map(_quoted, gone))}"
        yield _finding(Severity.INFO, sentence.spot, message)


def _patterns(shown: Report, path: str) -> Iterator[Finding]:
    """What patterns leave out is clauses, each with its gap; one finding for all of them."""
    places = Counter(
        place
        for place, sentence in _waiting(shown)
        if sentence.origin == _PATTERN
        for piece in sentence.pieces
        if piece.kind is PieceKind.GAP
    )
    if places:
        told = "、".join(f"“{place}”{count}处" for place, count in places.items())
        message = f"句式里有{places.total()}处缺数，略去了：{told}"
        yield _finding(Severity.INFO, Spot(path), message)


def _sections(shown: Report, report: Report, path: str) -> Iterator[Finding]:
    """The sections of which nothing is left; those below one are not named again."""
    left = Counter(_mark(section) for section in report.walk())
    gone: list[str] = []
    _gone(shown.sections, left, gone)
    if gone:
        message = f"有{len(gone)}节没有可写的内容，整节略去了：{'、'.join(gone)}"
        yield _finding(Severity.WARNING, Spot(path), message)


def _gone(sections: tuple[Section, ...], left: Counter[tuple[object, ...]], to: list[str]) -> None:
    for section in sections:
        mark = _mark(section)
        if left[mark]:
            left[mark] -= 1
            _gone(section.children, left, to)
        else:
            to.append(f"“{section.number}{section.heading.text}”")


def _mark(section: Section) -> tuple[object, ...]:
    """By which a section is known; its number may have become another."""
    return section.id, section.level, section.heading.text, section.heading.spot


def _waiting(shown: Report) -> Iterator[tuple[str, Sentence]]:
    """Every sentence with a gap, and the place where it would stand."""
    places = [(_LEAD, shown.lead)]
    places += [(one.number + one.heading.text, one.paragraphs) for one in shown.walk()]
    for place, paragraphs in places:
        for sentence in (sentence for one in paragraphs for sentence in one.sentences):
            if any(piece.kind is PieceKind.GAP for piece in sentence.pieces):
                yield place, sentence


def _stands_in(sentence: Sentence) -> bool:
    """Whether it only stands where nothing was written at all."""
    return all(p.gap.id.startswith(_NOTHING) for p in sentence.pieces if p.gap is not None)


def _quoted(sentence: str) -> str:
    """A sentence around its first gap."""
    start = sentence.find(_GAP)
    end = sentence.find("】", start) + 1
    return f"“{''.join(excerpt(sentence, start, end))}”"


def _finding(severity: Severity, spot: Spot, message: str) -> Finding:
    return Finding("O231", "left-out", severity, spot, message, _REMEDY)
