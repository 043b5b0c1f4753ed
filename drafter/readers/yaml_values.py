"""A value as it is written into a line of YAML, and the remarks that stay behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.text.widths import columns

if TYPE_CHECKING:
    import re

#: What tells a remark from a sample value.
_PROSE = lazily(r"[，。？；：、（\s]")


def forms(value: str, written: str = "") -> tuple[str, ...]:
    """A text as YAML can hold it: as it stands, in single quotes, in double quotes.

    Args:
        value: the text.
        written: how the text that it replaces was written; its quotes are preferred.
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    ways = {"": value, "'": "'" + value.replace("'", "''") + "'", '"': f'"{escaped}"'}
    if "\n" in value:
        return (ways['"'],)
    first = written[:1] if written[:1] in ways else ""
    return (ways[first], *(way for mark, way in ways.items() if mark != first))


def in_blanks(text: str, blanks: tuple[int, int], form: str) -> str:
    """The text with a value in the blanks in which an empty entry's value belongs."""
    begin, end = blanks
    gap = text[begin:end]
    if text.startswith("#", end):
        return text[:begin] + _before_remark(gap, form) + text[end:]
    return text[:begin] + (gap[:1] or " ") + form + gap[1:] + text[end:]


def uncommented(match: re.Match[str], form: str) -> str:
    """What stood behind a commented key, with the value before it and the remark kept."""
    rest = match["rest"]
    before, mark, remark = rest.partition(" #")
    if mark:
        gap = before[len(before.rstrip()) :] + " "
        gap += " " * (match.start("key") - match.end("indent"))  # the mark that is taken away
        return f"{_before_remark(gap, form)}#{remark}"
    words = rest.strip()
    return f" {form}  # {words}" if _PROSE.search(words) else f" {form}"


def _before_remark(gap: str, form: str) -> str:
    """A value in the blanks before a remark, which stays in its column where there is room."""
    left = len(gap) - 1 - columns(form)
    return f" {form}{' ' * max(left, min(len(gap), 2))}"
