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
    from collections.abc import Mapping, Sequence

PARAGRAPH, RUN = "w:pPr", "w:rPr"
_KEEP, _STYLE, _FONTS = "w:keepNext", "w:rStyle", "w:rFonts"
_ORDER = tuple(f"w:{name}" for name in PARAGRAPH_ORDER)


def said(formatting: str, called: str, attribute_: str) -> str | None:
    """What an attribute of one element says (`w:jc`, `w:val`); None where it is not there."""
    found = dict(_read(formatting)).get(called)
    return None if found is None else attribute(found, attribute_)


def has(formatting: str, called: str) -> bool:
    """Whether an element is there."""
    return called in dict(_read(formatting))


def with_element(formatting: str, called: str, told: Mapping[str, str]) -> str:
    """The formatting of a paragraph with an element, made in its place where there is none.

    Args:
        formatting: as it was.
        called: the element.
        told: its attributes; others that it has stay.
    """
    behind = frozenset(_ORDER[_ORDER.index(called) + 1 :])
    names = [name for name, _ in _read(formatting)]
    place = next((n for n, name in enumerate(names) if name in behind), len(names))
    return _with(PARAGRAPH, formatting, called, place, told)


def kept_with_next(formatting: str) -> str:
    """The formatting of a paragraph at whose end no page ends."""
    parts = _read(with_element(formatting, _KEEP, {}))
    whole = [
        (name, without_attribute(one, "w:val") if name == _KEEP else one) for name, one in parts
    ]
    return _written(PARAGRAPH, whole)


def with_hint(formatting: str) -> str:
    """The formatting of a run in which “ ” and — are Chinese; Word takes the Latin font else."""
    place = 1 if has(formatting, _STYLE) else 0
    return _with(RUN, formatting, _FONTS, place, {"w:hint": "eastAsia"})


def with_style(formatting: str, style: str) -> str:
    """The formatting of a run with a character style, by its id."""
    return _with(RUN, formatting, _STYLE, 0, {"w:val": style})


def _with(kind: str, formatting: str, called: str, place: int, told: Mapping[str, str]) -> str:
    """A formatting with an element, which is made at `place` where there is none."""
    parts = list(_read(formatting))
    at = next((n for n, (name, _) in enumerate(parts) if name == called), None)
    if at is None:
        at = place
        parts.insert(at, (called, f"<{called}/>"))
    element = parts[at][1]
    for name, text in told.items():
        element = with_attribute(element, name, text)
    parts[at] = (called, element)
    return _written(kind, parts)


@lru_cache(256)  # of a template's few formattings, again and again
def _read(formatting: str) -> tuple[tuple[str, str], ...]:
    """The elements in it, by their names."""
    row = tokens(formatting)[1:-1]
    return tuple((name, "".join(one)) for name, one in elements(row))


def _written(kind: str, parts: Sequence[tuple[str, str]]) -> str:
    inside = "".join(one for _, one in parts)
    return f"<{kind}>{inside}</{kind}>" if inside else f"<{kind}/>"
