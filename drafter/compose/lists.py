"""不足 and 安排 written out: with semicolons, as 一是二是, or as sections of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose.sentences import heading, merged, own_sentence
from drafter.model.kit import Part
from drafter.model.report import Gap, Paragraph, Piece, PieceKind, Section, Sentence
from drafter.text.headings import number
from drafter.text.numerals import chinese
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.compose.facts import Facts
    from drafter.model.answers import Shortcoming, Text
    from drafter.model.kit import ListStyle
    from drafter.model.spot import Spot


def shortcomings(facts: Facts) -> Iterator[Paragraph]:
    """The paragraph on what falls short; a gap when nothing was given."""
    style = facts.kit.profile.lists[Part.SHORTCOMINGS]
    entries = tuple(_shortcoming(entry, style, facts) for entry in facts.answers.shortcomings)
    yield from _paragraphs(entries, style, facts, "不足")


def plans(facts: Facts) -> Iterator[Paragraph]:
    """The paragraph on what is planned; for a list of sections only their introduction."""
    style = facts.kit.profile.lists[Part.PLANS]
    if style.layout != "分节":
        entries = []
        for plan in facts.answers.plans:
            texts = [t for t in (plan.heading, plan.text) if t is not None]
            told = [_said(text, facts, "安排") for text in texts]
            pieces = merged(piece for one in told for piece in one.pieces)
            entries.append(replace(told[0], pieces=pieces))
        yield from _paragraphs(tuple(entries), style, facts, "安排")
        return
    if not facts.answers.plans:
        yield from _paragraphs((), style, facts, "安排")
    elif style.opening is not None:
        opening = own_sentence(style.opening, facts, "安排")
        if opening is not None:
            yield Paragraph((opening,))


def plan_sections(facts: Facts, level: int, before: int, run_in: bool) -> tuple[Section, ...]:  # noqa: FBT001
    """Each plan as a section: its 题 as heading, its 文 below.

    Args:
        facts: what is known.
        level: of these sections.
        before: how many sections stand before them under the same heading.
        run_in: whether heading and text share a paragraph.
    """
    style = facts.kit.profile.lists[Part.PLANS]
    if style.layout != "分节":
        return ()
    made: list[Section] = []
    for plan in facts.answers.plans:
        text = plan.heading or plan.text
        if text is None:
            continue
        body = plan.text if plan.heading else None
        told = (Paragraph((_said(body, facts, "安排"),)),) if body else ()
        head = heading(own_pattern(text.text, text.spot), facts)
        place = number(level, before + len(made) + 1)
        made.append(Section("", level, place, head, run_in, told, ()))
    return tuple(made)


def _said(text: Text, facts: Facts, origin: str) -> Sentence:
    pattern = own_pattern(text.text, text.spot)
    told = own_sentence(pattern, facts, origin)
    return told or Sentence((Piece(PieceKind.TEXT, text.text),), origin, text.spot)


def _shortcoming(entry: Shortcoming, style: ListStyle, facts: Facts) -> Sentence:
    """What falls short, and why where that is known."""
    told = _said(entry.text, facts, "不足")
    if entry.cause is None or style.cause is None:
        return told
    cause = _said(entry.cause, facts, "不足")
    words = {"文": _open(told), "因": _open(cause)}
    pieces: list[Piece] = []
    for part in style.cause.parts:
        pieces += [Piece(PieceKind.TEXT, part)] if isinstance(part, str) else words[part.name]
    return replace(told, pieces=merged(pieces))


def _paragraphs(
    entries: tuple[Sentence, ...], style: ListStyle, facts: Facts, what: str
) -> Iterator[Paragraph]:
    """One paragraph: the opening and the entries in the style's layout."""
    opening = own_sentence(style.opening, facts, what) if style.opening else None
    if not entries:
        if not facts.gaps:
            return
        spot = opening.spot if opening else facts.kit.profile.spot
        entries = (_gap(what, style.ask, spot),)
        layout = "分号"
    else:
        layout = style.layout
    told: list[Sentence] = [opening] if opening else []
    last = len(entries) - 1
    for place, entry in enumerate(entries):
        lead = f"{chinese(place + 1)}是" if layout == "一是" and last > 0 else ""
        end = "。" if place == last or _ends_within(entries) else "；"
        first = (Piece(PieceKind.TEXT, lead),) if lead else ()
        ended = (*first, *_open(entry), Piece(PieceKind.TEXT, end))
        told.append(replace(entry, pieces=merged(ended)))
    yield Paragraph(tuple(told))


def _ends_within(entries: tuple[Sentence, ...]) -> bool:
    """Whether an entry holds more than one sentence: then ； between entries would be wrong."""
    return any("。" in "".join(p.text for p in _open(entry)) for entry in entries)


def _open(sentence: Sentence) -> tuple[Piece, ...]:
    """The sentence without its closing 。 or ；."""
    *before, last = sentence.pieces
    text = last.text.rstrip("。；") if last.kind is PieceKind.TEXT else last.text
    return (
        (*before, Piece(PieceKind.TEXT, text))
        if last.kind is PieceKind.TEXT and text
        else (tuple(before) if last.kind is PieceKind.TEXT else sentence.pieces)
    )


def _gap(what: str, ask: str, spot: Spot) -> Sentence:
    piece = Piece(PieceKind.GAP, f"【待补充：{ask}】", (), Gap(what, ask, ask))
    return Sentence((piece,), what, spot)
