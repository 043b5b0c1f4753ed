"""What formats a paragraph (`w:pPr`) or a run (`w:rPr`), as text that can be added to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.writers.word.markup import (
    PARAGRAPH_ORDER,
    attribute,
    elements,
    tokens,
    with_attribute,
    without_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PARAGRAPH, RUN = "w:pPr", "w:rPr"
_STYLE, _FONTS = "w:rStyle", "w:rFonts"


def said(formatting: str, called: str, attribute_: str) -> str | None:
    """What an attribute of one element says (`w:jc`, `w:val`); None where it is not there."""
    found = dict(_parts(formatting)).get(called)
    return None if found is None else attribute(found, attribute_)


def has(formatting: str, called: str) -> bool:
    """Whether an element is there."""
    return called in dict(_parts(formatting))


def with_element(formatting: str, called: str, said: Mapping[str, str]) -> str:
    """The formatting of a paragraph with an element, made in its place where there is none."""
    parts = _parts(formatting)
    at = next((n for n, (other, _) in enumerate(parts) if other == called), None)
    if at is None:
        order = [f"w:{one}" for one in PARAGRAPH_ORDER]
        behind = frozenset(order[order.index(called) + 1 :])
        at = next((n for n, (other, _) in enumerate(parts) if other in behind), len(parts))
        parts.insert(at, (called, f"<{called}/>"))
    element = parts[at][1]
    for attribute_, text in said.items():
        element = with_attribute(element, attribute_, text)
    parts[at] = (called, element)
    return _whole(PARAGRAPH, parts)


def kept_with_next(formatting: str) -> str:
    """The formatting of a paragraph at whose end no page ends."""
    made = with_element(formatting, "w:keepNext", {})
    parts = [
        (called, without_attribute(one, "w:val") if called == "w:keepNext" else one)
        for called, one in _parts(made)
    ]
    return _whole(PARAGRAPH, parts)


def with_hint(formatting: str) -> str:
    """The formatting of a run in which “ ” and — are Chinese; Word takes the Latin font else."""
    parts = _parts(formatting)
    at = next((n for n, (called, _) in enumerate(parts) if called == _FONTS), None)
    if at is None:
        at = 1 if any(called == _STYLE for called, _ in parts) else 0
        parts.insert(at, (_FONTS, f"<{_FONTS}/>"))
    parts[at] = (_FONTS, with_attribute(parts[at][1], "w:hint", "eastAsia"))
    return _whole(RUN, parts)


def with_style(formatting: str, style: str) -> str:
    """The formatting of a run with a character style, by its id."""
    parts = _parts(formatting)
    at = next((n for n, (called, _) in enumerate(parts) if called == _STYLE), None)
    if at is None:
        at = 0
        parts.insert(0, (_STYLE, f"<{_STYLE}/>"))
    parts[at] = (_STYLE, with_attribute(parts[at][1], "w:val", style))
    return _whole(RUN, parts)


def _parts(formatting: str) -> list[tuple[str, str]]:
    """The elements in it, by their names."""
    return list(_read(formatting))


@lru_cache(256)  # of a template's few formattings, again and again
def _read(formatting: str) -> tuple[tuple[str, str], ...]:
    row = tokens(formatting)[1:-1]
    return tuple((called, "".join(one)) for called, one in elements(row))


def _whole(kind: str, parts: list[tuple[str, str]]) -> str:
    inside = "".join(one for _, one in parts)
    return f"<{kind}>{inside}</{kind}>" if inside else f"<{kind}/>"
