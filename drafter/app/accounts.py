"""A year file or a published report, as what `compare` compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.opening import open_case
from drafter.compose.facts import Facts
from drafter.model.comparison import Account, Datum, Line
from drafter.model.finding import Finding, Severity
from drafter.model.report import PieceKind
from drafter.model.spot import Spot
from drafter.readers.year_file import read_year_file
from drafter.text.alike import sentences
from drafter.text.figure_pairs import words_after, words_before
from drafter.text.figure_words import surroundings_in
from drafter.text.lazily import lazily
from drafter.text.told_times import Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.old_report import OldBlock, OldReport
    from drafter.model.report import Paragraph, Piece, Report, Section, Sentence

_LONGEST_NAME = 14
#: What stands before a rate that follows from two years' figures: no figure of its own.
_DERIVED = lazily(r"(?:同比|[较比](?:上年|去年|上一年))[^0-9，；。]*$")
#: Sentence, start and end of where a figure, by its id and as it is written, is first printed.
_Places = dict[tuple[str, str], tuple[int, int, int]]


def filed_account(path: Path, *, gaps: bool) -> tuple[Account, Case, tuple[Finding, ...]]:
    """A year file, composed.

    Args:
        path: the year file.
        gaps: whether sentences that wait for a figure count as its text.

    Returns:
        The account; the case it was made of; what was found when the file was read, without what
        the checks say of its contents.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path, gaps=gaps)
    lines: list[Line] = []
    places: _Places = {}
    for section, paragraphs in _texts(case.report):
        for paragraph in paragraphs:
            _add_paragraph(paragraph, section, lines, places)
    account = Account(
        path=str(path),
        year=case.answers.year,
        filed=True,
        headings=tuple(_heading(section) for section in case.report.walk()),
        lines=tuple(lines),
        data=tuple(_data(case, places)),
        absent={id_: f.state for id_, f in case.answers.figures.items() if f.quantity is None},
    )
    reading = tuple(finding for finding in findings if finding.code.startswith("Q"))
    return account, case, reading


def figures_account(path: Path, case: Case | None) -> tuple[Account, tuple[Finding, ...]]:
    """A year file that cannot be composed (it names no structure): its figures alone.

    Args:
        path: the year file.
        case: the other year's, for names and units; None when there is none.

    Raises:
        DrafterError: the file cannot be read.
    """
    answers, findings = read_year_file(path)
    facts = Facts(case.kit, answers, {}) if case else None
    data = []
    for id_, figure in answers.figures.items():
        indicator = facts.indicator(id_) if facts else None
        quantity = facts.given(id_) if facts else figure.quantity
        if quantity is not None:
            name = indicator.name if indicator else id_
            data.append(Datum(id_, name, quantity, figure.spot))
    message = f"“{path}”排不出正文（没有写明结构，或者结构用不了），只比数据"
    remedy = "要比句子，在“报告”下写明结构"
    finding = Finding("B108", "figures-only", Severity.WARNING, Spot(str(path)), message, remedy)
    account = Account(str(path), answers.year, True, (), (), tuple(data))  # noqa: FBT003
    # That no structure is named is what `finding` says; for a file of last year it is no error.
    return account, (*(found for found in findings if found.code != "Q103"), finding)


def reported_account(report: OldReport) -> Account:
    """A published report: its figures are known by the words before them."""
    lines: list[Line] = []
    data: list[Datum] = []
    section = ""
    for block in report.blocks:
        if block.level:
            section = block.number + block.heading
        _add_block(block, section, report.year, lines, data)
    headings = tuple(
        Line(block.heading, block.number + block.heading, block.spot)
        for block in report.blocks
        if block.level
    )
    return Account(report.path, report.year, False, headings, tuple(lines), tuple(data))  # noqa: FBT003


def _texts(report: Report) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    """Paragraphs with the section that they stand in."""
    yield "", report.lead
    for section in report.walk():
        yield section.number + section.heading.text, section.paragraphs


def _heading(section: Section) -> Line:
    below = [paragraph for one in section.walk() for paragraph in one.paragraphs]
    waiting = bool(below) and all(_waits(s) for paragraph in below for s in paragraph.sentences)
    name = section.number + section.heading.text
    return Line(section.heading.text, name, section.heading.spot, waiting)


def _waits(sentence: Sentence) -> bool:
    return any(piece.kind is PieceKind.GAP for piece in sentence.pieces)


def _add_paragraph(paragraph: Paragraph, section: str, lines: list[Line], places: _Places) -> None:
    """Its sentences, and where each figure is first printed.

    Sentences are cut as those of a published report are: what the composer calls one may hold
    several, or end with a colon.
    """
    text, at = paragraph.text, 0
    starts: list[tuple[int, Spot]] = []
    pieces: list[tuple[int, Piece]] = []
    for sentence in paragraph.sentences:
        starts.append((at, sentence.spot))
        for piece in sentence.pieces:
            pieces.append((at, piece))
            at += len(piece.text)
    for start, end in sentences(text):
        waiting = False
        for begin, piece in pieces:
            waiting |= start <= begin < end and piece.kind is PieceKind.GAP
            if start <= begin < end and piece.kind in {PieceKind.FIGURE, PieceKind.COMPUTED}:
                place = (len(lines), begin - start, begin - start + len(piece.text))
                places.setdefault((piece.figures[0], piece.text), place)
        spot = next(spot for begin, spot in reversed(starts) if begin <= start)
        lines.append(Line(text[start:end], section, spot, waiting))


def _data(case: Case, places: _Places) -> Iterator[Datum]:
    """Every figure that was given, and the computed ones that are printed."""
    facts = Facts(case.kit, case.answers, case.last)
    for id_ in dict.fromkeys((*(id_ for id_, _ in places), *case.answers.figures)):
        indicator = case.indicator(id_)
        quantity = facts.given(id_)
        if quantity is None:
            computed = facts.computed(id_)
            quantity = computed[0] if computed else None
        if quantity is None:
            continue
        line, start, end = places.get((id_, quantity.text), (None, 0, 0))
        name = indicator.name if indicator else id_
        yield Datum(id_, name, quantity, _spot(case, id_), line, start, end)


def _spot(case: Case, id_: str) -> Spot:
    """Where the figure was typed, else where its formula is."""
    found = case.answers.figures.get(id_) or case.indicator(id_)
    return found.spot if found else Spot(case.answers.path)


def _add_block(
    block: OldBlock, section: str, year: int | None, lines: list[Line], data: list[Datum]
) -> None:
    """A block's sentences and the figures in them; those of an earlier year are none of its."""
    waiting = list(zip(block.statistics, surroundings_in(block, year), strict=True))
    for start, end in sentences(block.text):
        text = block.text[start:end]
        while waiting and waiting[0][0].start < end:
            found, around = waiting.pop(0)
            place = (len(lines), found.start - start, found.end - start)
            derived = found.quantity.unit == "%" and _DERIVED.search(text[: place[1]])
            if derived or around.time is Time.EARLIER:
                continue
            name = _shortened(around.words) if around.subject else _name(text, *place[1:])
            running = around.time is Time.RUNNING
            quantity = found.quantity
            data.append(Datum("", name, quantity, block.spot, *place, around.subject, running))
        lines.append(Line(text, section, block.spot))


def _name(text: str, start: int, end: int) -> str:
    """What to call a figure without an id: the words before it, else those around it."""
    before, after = words_before(text, start), words_after(text, end)
    return _shortened(before) if before else f"…{after}"


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_NAME else f"…{words[-_LONGEST_NAME:]}"
