"""不足 and 安排 written out: with semicolons, as 一是二是, or as sections of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose.sentences import heading, merged, opened, own_sentence
from drafter.compose.settled import settled
from drafter.model.kit import Part
from drafter.model.report import Gap, Paragraph, Piece, PieceKind, Section, Sentence
from drafter.text.headings import number
from drafter.text.numerals import chinese
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.compose.facts import Facts
    from drafter.model.answers import Point, Text
    from drafter.model.kit import ListStyle
    from drafter.model.spot import Spot

Pieces = tuple[Piece, ...]


def list_paragraphs(part: Part, facts: Facts) -> Iterator[Paragraph]:
    """The paragraph of 不足 or 安排, or what introduces its sections; a gap when none was given."""
    style = _style(part, facts)
    points = _points(part, facts)
    opening = own_sentence(style.opening, facts, part.value) if style.opening else None
    lead = (opening,) if opening else ()
    if not points:
        if facts.gaps:
            yield Paragraph((*lead, _gap(part, style, facts.kit.profile.spot)))
    elif style.layout == "分节":
        if lead:
            yield Paragraph(lead)
    else:
        told = [told for point in points if (told := _in_one(point, part, style, facts))]
        if told:
            yield Paragraph((*lead, *enumerated(told, style.layout == "一是")))


def list_sections(part: Part, facts: Facts, level: int, before: int) -> tuple[Section, ...]:
    """Each entry as a section: its 题 as heading, its 文 below, 一是二是 where there are several.

    What was settled for a heading (正文) stands in the place of its 文.

    Args:
        part: 不足 or 安排.
        facts: what is known.
        level: of these sections.
        before: how many sections stand before them under the same heading.
    """
    style = _style(part, facts)
    if style.layout != "分节":
        return ()
    run_in = level in facts.run_in if style.run_in is None else style.run_in
    made: list[Section] = []
    for point in _points(part, facts):
        head = point.heading or point.texts[0]
        body = point.texts if point.heading else point.texts[1:]
        told = [told for text in body if (told := _said(text, part, facts))]
        if point.cause and told:
            told[-1] = _with_cause(told[-1], point.cause, part, style, facts)
        own = (Paragraph(enumerated(told, len(told) > 1)),) if told else ()
        below = settled(head.text, facts) or own
        title = heading(own_pattern(head.text, head.spot), facts)
        place = number(level, before + len(made) + 1)
        made.append(Section("", level, place, title, run_in, below, ()))
    return tuple(made)


def enumerated(told: list[Sentence], count: bool) -> tuple[Sentence, ...]:  # noqa: FBT001
    """Sentences of one paragraph: 一是…；二是…。 or …；…。, with 。 where an entry holds several.

    Args:
        told: closed sentences.
        count: whether 一是, 二是 lead them; a single one is never counted.
    """
    several = any("。" in "".join(p.text for p in opened(one.pieces)) for one in told)
    made = []
    for place, one in enumerate(told, 1):
        lead = f"{chinese(place)}是" if count and len(told) > 1 else ""
        end = "。" if several or place == len(told) else "；"
        pieces = (Piece(PieceKind.TEXT, lead), *opened(one.pieces), Piece(PieceKind.TEXT, end))
        made.append(replace(one, pieces=merged(pieces)))
    return tuple(made)


def _style(part: Part, facts: Facts) -> ListStyle:
    """The profile's style, changed where the year file says so (写法)."""
    style = facts.kit.profile.lists[part]
    own = facts.answers.list_styles.get(part)
    if own is None:
        return style
    lead = own.opening
    opening = own_pattern(lead.text, lead.spot) if lead else style.opening
    return replace(style, layout=own.layout or style.layout, opening=opening)


def _points(part: Part, facts: Facts) -> tuple[Point, ...]:
    return facts.answers.shortcomings if part is Part.SHORTCOMINGS else facts.answers.plans


def _in_one(point: Point, part: Part, style: ListStyle, facts: Facts) -> Sentence | None:
    """An entry as one piece of running text: 题。文。, and the cause."""
    texts = [text for text in (point.heading, *point.texts) if text is not None]
    told = [one for text in texts if (one := _said(text, part, facts))]
    if not told:
        return None
    if point.cause:
        told[-1] = _with_cause(told[-1], point.cause, part, style, facts)
    pieces = merged(piece for one in told for piece in one.pieces)
    return replace(told[0], pieces=pieces)


def _said(text: Text, part: Part, facts: Facts) -> Sentence | None:
    return own_sentence(own_pattern(text.text, text.spot), facts, part.value)


def _with_cause(
    told: Sentence, cause: Text, part: Part, style: ListStyle, facts: Facts
) -> Sentence:
    """What falls short and why; the cause as a sentence of its own where the style has no form."""
    why = _said(cause, part, facts)
    if why is None:
        return told
    if style.cause is None:
        return replace(told, pieces=merged((*told.pieces, *why.pieces)))
    words = {"文": opened(told.pieces), "因": opened(why.pieces)}
    pieces: list[Piece] = []
    for one in style.cause.parts:
        pieces += [Piece(PieceKind.TEXT, one)] if isinstance(one, str) else words[one.name]
    pieces.append(Piece(PieceKind.TEXT, "。"))
    return replace(told, pieces=merged(pieces))


def _gap(part: Part, style: ListStyle, spot: Spot) -> Sentence:
    piece = Piece(
        PieceKind.GAP, f"【待补充：{style.ask}】", (), Gap(part.value, style.ask, style.ask)
    )
    return Sentence((piece, Piece(PieceKind.TEXT, "。")), part.value, spot)
