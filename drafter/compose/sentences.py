"""Sentence patterns to sentences: clauses come, change or drop out, and the marks stay right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose.slots import Filled, Outcome, fill
from drafter.model.pattern import Slot
from drafter.model.report import Gap, Piece, PieceKind, Sentence
from drafter.text.carried import core
from drafter.text.lazily import lazily
from drafter.text.marks import close, is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.compose.facts import Facts
    from drafter.model.pattern import Clause, Pattern, SentencePattern

Pieces = tuple[Piece, ...]

_TYPED_GAP = lazily("【待补充：([^【】]+)】")

#: Origins of sentences that 照录 leaves without a mark of ours.
_OWN_TEXT = ("导语", "正文")


def sentence(
    pattern: SentencePattern, facts: Facts, said: frozenset[str] = frozenset()
) -> Sentence | None:
    """Make a sentence of a pattern.

    Args:
        pattern: clauses and the mark between them.
        facts: what is known.
        said: figures that the office's own words have told already, and slots of comparisons
            (`{{复议.收到 | 同比}}`); a clause that would only repeat them drops out.

    Returns:
        The sentence, closed; None when no clause is left or the year does not fit.
    """
    if not pattern.fits(facts.answers.year):
        return None
    told: list[Pieces] = []
    for clause in pattern.clauses:
        pieces = _clause(clause, facts, said, opening=not told)
        if pieces:
            told.append(pieces)
    if not told:
        return None
    return Sentence(_closed(_joined(told, pattern.joint)), "句式", pattern.spot)


def own_sentence(
    pattern: Pattern, facts: Facts, origin: str, *, closing: bool = True
) -> Sentence | None:
    """A person's own words, with their figures in place.

    A figure that is blank shows as a gap; where gaps are not to be shown, each sentence with one
    is left out and the others stay.

    Args:
        pattern: the words.
        facts: what is known.
        origin: see `Sentence`.
        closing: whether a missing mark is added at the end.

    Returns:
        The sentences, closed (as they stand where the file says 照录); None for an empty text, or
        when none of them is left.
    """
    pieces = _own_pieces(pattern, facts)
    if not facts.gaps and any(piece.kind is PieceKind.GAP for piece in pieces):
        from drafter.text.gap_sentences import without_gaps

        pieces = merged(without_gaps(pieces))
    as_it_stands = not closing or (origin in _OWN_TEXT and facts.answers.verbatim)
    closed = pieces if as_it_stands else _closed(pieces)
    same = bool(facts.carried) and core(pattern.source, facts.phrases) in facts.carried
    return Sentence(closed, origin, pattern.spot, same) if pieces else None


def heading(pattern: Pattern, facts: Facts) -> Sentence:
    """A heading: own words without a closing mark."""
    pieces = _own_pieces(pattern, facts)
    as_it_stands = facts.answers.verbatim or not pieces
    return Sentence(pieces if as_it_stands else opened(pieces), "题目", pattern.spot)


def merged(pieces: Iterable[Piece]) -> Pieces:
    """Neighbouring plain pieces made one; empty ones left out."""
    out: list[Piece] = []
    plain = False
    for piece in pieces:
        if not piece.text:
            continue
        was, plain = plain, piece.kind is PieceKind.TEXT
        if was and plain:
            out[-1] = Piece(PieceKind.TEXT, out[-1].text + piece.text)
        else:
            out.append(piece)
    return tuple(out)


def opened(pieces: Pieces) -> Pieces:
    """A closed sentence's pieces without its 。 or ；."""
    *before, last = pieces
    text = last.text.rstrip("。；")
    if text == last.text or last.kind is not PieceKind.TEXT:
        return pieces
    return merged((*before, Piece(PieceKind.TEXT, text)))


def _own_pieces(pattern: Pattern, facts: Facts) -> Pieces:
    """A person's own words; 【待补充：…】 that stands in them is a gap like any other."""
    if not pattern.names and "【" not in pattern.source:  # as most are
        return tuple([Piece(PieceKind.TEXT, p) for p in pattern.parts if isinstance(p, str)])
    pieces: list[Piece] = []
    for part in pattern.parts:
        if isinstance(part, Slot):
            pieces.append(_own(part, facts))
            continue
        end = 0
        for gap in _TYPED_GAP.finditer(part) if "【" in part else ():
            label = gap.group(1)
            pieces.append(Piece(PieceKind.TEXT, part[end : gap.start()]))
            missing = Gap(f"待补充.{label}", label, label)
            pieces.append(Piece(PieceKind.GAP, gap.group(), (), missing))
            end = gap.end()
        pieces.append(Piece(PieceKind.TEXT, part[end:]))
    return merged(pieces)


def _own(part: Slot, facts: Facts) -> Piece:
    """One figure of a person's own sentence."""
    filled = fill(part, facts, insist=True)
    if filled.piece is not None:
        return filled.piece
    from drafter.compose.lacking import lacking

    gap = lacking(part, facts)
    ids = dict.fromkeys((part.name, gap.about or gap.id))
    return Piece(PieceKind.GAP, f"【待补充：{gap.label}】", tuple(ids), gap, part.source)


def _clause(clause: Clause, facts: Facts, said: frozenset[str], *, opening: bool) -> Pieces:
    """The clause's pieces; empty when it drops out."""
    if clause.members:
        return _listing(clause, facts, said, opening=opening)
    text = clause.opening if opening and clause.opening else clause.text
    if not clause.otherwise and _silent(text, facts):
        return ()
    if _repeats(clause.text, said):
        return ()
    outcomes = [fill(slot, facts) for slot in text.slots]
    kinds = {filled.outcome for filled in outcomes}
    if Outcome.DROPPED in kinds:
        left = (other for other in clause.otherwise if not _repeats(other, said))
        return next((told for other in left if (told := _pieces(other, facts))), ())
    if Outcome.NONE in kinds:
        return _none(clause, text, facts)
    if Outcome.ZERO in kinds and clause.zero:
        return _pieces(clause.zero, facts, told=text.names)
    return _filled(text, outcomes)


def _silent(pattern: Pattern, facts: Facts) -> bool:
    """Whether nothing can be said of one of the pattern's figures."""
    return not facts.silent.isdisjoint(pattern.names)


def _repeats(pattern: Pattern, said: frozenset[str]) -> bool:
    """Whether the pattern would tell nothing but what was told already."""
    return bool(pattern.names) and all(
        slot.name in said or (bool(slot.filters) and slot.source in said) for slot in pattern.slots
    )


def _none(clause: Clause, text: Pattern, facts: Facts) -> Pieces:
    """The words for 无: the clause's own, or 无 and the name of what there was none of."""
    ids = tuple(id_ for id_ in text.names if fill(_bare(text, id_), facts).outcome is Outcome.NONE)
    if clause.none is not None:
        return _pieces(clause.none, facts, told=ids)
    indicator = facts.indicator(ids[0])
    return (Piece(PieceKind.FIGURE, f"无{indicator.name if indicator else ids[0]}", ids),)


def _bare(pattern: Pattern, id_: str) -> Slot:
    return next(slot for slot in pattern.slots if slot.name == id_)


def _listing(clause: Clause, facts: Facts, said: frozenset[str], *, opening: bool) -> Pieces:
    """其中甲3件、乙5件: members drop out one by one, and the clause with the last of them."""
    told: list[Pieces] = []
    for member in clause.members:
        if _silent(member, facts):
            continue
        filled = [fill(slot, facts) for slot in member.slots]
        if {f.outcome for f in filled} & {Outcome.DROPPED, Outcome.NONE}:
            continue
        if _repeats(member, said):
            continue
        told.append(_filled(member, filled))
    if not told:
        return ()
    lead = clause.opening if opening and clause.opening else clause.text
    return merged((*_pieces(lead, facts), *_joined(told, "、")))


def _pieces(pattern: Pattern, facts: Facts, told: tuple[str, ...] = ()) -> Pieces:
    """A pattern's pieces; nothing at all when one of its slots drops out.

    Args:
        pattern: what to fill.
        facts: what is known.
        told: figures that the words stand for though they hold no slot (无败诉案件).
    """
    fillings = [fill(slot, facts) for slot in pattern.slots]
    if any(filled.piece is None for filled in fillings):
        return ()
    pieces = _filled(pattern, fillings)
    if told and not any(piece.figures for piece in pieces):
        text = "".join(piece.text for piece in pieces)
        return (Piece(PieceKind.FIGURE, text, told),)
    return pieces


def _filled(pattern: Pattern, fillings: Iterable[Filled]) -> Pieces:
    """A pattern's pieces, its slots filled; none of them drops out."""
    told = (filled.piece for filled in fillings if filled.piece is not None)
    return merged(
        [Piece(PieceKind.TEXT, p) if isinstance(p, str) else next(told) for p in pattern.parts]
    )


def _joined(parts: list[Pieces], joint: str) -> Pieces:
    """Parts with the joint between them, but never after a mark that closes by itself."""
    out: list[Piece] = []
    for pieces in parts:
        if out and not is_closed("".join([piece.text for piece in out])):
            out.append(Piece(PieceKind.TEXT, joint))
        out.extend(pieces)
    return merged(out)


def _closed(pieces: Pieces) -> Pieces:
    text = "".join([piece.text for piece in pieces])
    closed = close(text)
    if closed == text:
        return pieces
    # A comma that a person left standing gives way to the mark.
    *before, last = pieces
    stem = last.text[: len(last.text) - (len(text) - len(closed) + 1)]
    if stem and last.kind is PieceKind.TEXT:
        return (*before, Piece(PieceKind.TEXT, stem + closed[-1]))
    kept = replace(last, text=stem)
    return merged((*before, kept, Piece(PieceKind.TEXT, closed[-1])))
