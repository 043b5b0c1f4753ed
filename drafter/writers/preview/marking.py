"""The report's words cut into runs, each with what is to be said of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.model.report import PieceKind
from drafter.writers.preview.spots import place_name
from drafter.writers.preview.view import Kind, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from drafter.model.placed import Placed
    from drafter.model.report import Piece, Sentence

_FIGURES = {PieceKind.FIGURE, PieceKind.COMPUTED}


@record
class Subject:
    """What a card is about; places with the same subject share one.

    Attributes:
        id: of the figure, or of what is missing; empty for neither.
        gap: whether it is missing.
        carried: last year's sentence, where that is not confirmed; else empty.
        findings: their numbers, see `Marker`.
    """

    id: str = ""
    gap: bool = False
    carried: str = ""
    findings: tuple[int, ...] = ()


@record
class Mark:
    """A place that can be opened: its number is its place in the list, from 1."""

    subject: Subject
    kinds: tuple[Kind, ...]
    section: str
    figures: tuple[str, ...]


class Marker:
    """Goes through the text once, from the title down, and numbers what it meets.

    Attributes:
        marks: the places met so far.
        subjects: the subjects met so far, each with the number of its card.
    """

    def __init__(
        self, placed: Sequence[Placed], jumps: frozenset[str], folders: Sequence[str]
    ) -> None:
        """Begin.

        Args:
            placed: findings; a finding's number is its place here.
            jumps: ids of the figures that are far from last year's.
            folders: see `Preview`.
        """
        self.marks: list[Mark] = []
        self.subjects: dict[Subject, int] = {}
        self._jumps, self._folders = jumps, folders
        self._begun: set[int] = set()
        self._here: dict[int, list[tuple[int, Placed]]] = {}
        for number, one in enumerate(placed):
            self._here.setdefault(one.passage, []).append((number, one))

    def runs(
        self, passage: int, at: int, sentences: Iterable[Sentence], section: str
    ) -> tuple[Run, ...]:
        """Sentences of a passage, in order.

        Args:
            passage: which, see `Placed`.
            at: where in the passage the first of them begins.
            sentences: what to cut.
            section: what to call the place.
        """
        spans = [(n, p.start, p.end) for n, p in self._here.get(passage, ()) if p.start < p.end]
        made: list[Run] = []
        for sentence in sentences:
            fresh = any(piece.kind is PieceKind.CARRIED for piece in sentence.pieces)
            for piece in sentence.pieces:
                for start, end in _cuts(piece, at, spans):
                    text = piece.text[start - at : end - at]
                    over = tuple(n for n, first, last in spans if first < end and start < last)
                    part = _Part(text, piece, sentence, over, section)
                    carried = fresh and piece.kind is PieceKind.CARRIED
                    made.append(self._run(part, carried=carried))
                    fresh = fresh and not carried
                at += len(piece.text)
        return tuple(made)

    def flags(self, passage: int, section: str) -> tuple[Run, ...]:
        """What was found about a passage as a whole, or in a heading's number: at most one place.

        Asked when the passage's runs have been made.
        """
        whole = tuple(n for n, _ in self._here.get(passage, ()) if n not in self._begun)
        if not whole:
            return ()
        subject = Subject(findings=whole)
        return (self._opened(Run(""), subject, (Kind.FOUND,), section, ()),)

    def gap(self, piece: Piece, section: str) -> Run:
        """A gap that stands in no sentence: the date."""
        subject = Subject(piece.gap.id if piece.gap else "", gap=True)
        return self._opened(Run(piece.text, "gap"), subject, (Kind.GAP,), section, piece.figures)

    def _run(self, part: _Part, *, carried: bool) -> Run:
        """A run; it can be opened when it is a figure, a gap, or where something begins."""
        piece = part.piece
        new = tuple(n for n in part.findings if n not in self._begun)
        self._begun.update(new)
        id_ = piece.figures[0] if piece.kind in _FIGURES and piece.figures else ""
        gap = piece.gap.id if piece.gap else ""
        # The value itself, not what a filter says of it (同比增长900%).
        jump = id_ in self._jumps and "|" not in piece.slot
        there = {Kind.GAP: bool(gap), Kind.JUMP: jump, Kind.CARRIED: carried, Kind.FOUND: bool(new)}
        kinds = tuple(kind for kind, is_there in there.items() if is_there)
        run = Run(part.text, _classes(piece, part.findings, jump=jump))
        if not (id_ or kinds):
            return run
        subject = Subject(
            id_ or gap, bool(gap), part.sentence.text if carried else "", part.findings
        )
        origin = f"{part.sentence.origin}，{place_name(part.sentence.spot, self._folders)}"
        opened = self._opened(run, subject, kinds, part.section, piece.figures)
        return Run(run.text, opened.classes, opened.kinds, opened.anchor, opened.card, origin)

    def _opened(
        self,
        run: Run,
        subject: Subject,
        kinds: tuple[Kind, ...],
        section: str,
        figures: tuple[str, ...],
    ) -> Run:
        """The run as a place of its own."""
        self.marks.append(Mark(subject, kinds, section, figures))
        card = self.subjects.setdefault(subject, len(self.subjects) + 1)
        first = " ".join(f"{kind.value}-here" for kind in kinds)
        classes = " ".join(filter(None, (run.classes, first)))
        return Run(run.text, classes, " ".join(kinds), len(self.marks), card)


@record
class _Part:
    """A part of a piece, and what it lies in."""

    text: str
    piece: Piece
    sentence: Sentence
    findings: tuple[int, ...]
    section: str


def _cuts(
    piece: Piece, at: int, spans: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Start and end of the piece's parts; a figure and a gap are never cut."""
    end = at + len(piece.text)
    edges = {at, end}
    if piece.kind in {PieceKind.TEXT, PieceKind.CARRIED}:
        edges |= {edge for _, *both in spans for edge in both if at < edge < end}
    ordered = sorted(edges)
    yield from pairwise(ordered)


def _classes(piece: Piece, findings: tuple[int, ...], *, jump: bool) -> str:
    names: Mapping[str, bool] = {
        "figure": piece.kind in _FIGURES,
        "computed": piece.kind is PieceKind.COMPUTED,
        "gap": piece.kind is PieceKind.GAP,
        "carried": piece.kind is PieceKind.CARRIED,
        "jump": jump,
        "found": bool(findings),
    }
    return " ".join(name for name, there in names.items() if there)
