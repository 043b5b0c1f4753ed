"""What the mistakes in YAML have in common: a repair, and the forms of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from drafter.readers.codes import Fault

# What comes before a value: blanks, dashes, and a key with its colon.
HEAD = lazily(
    r"""[ \t]*(?:-[ ]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'\[\]{}\#:][^:\#]*?)[ ]*:(?:[ \t]+|$))?"""
)
BLANKS = lazily(r"[ \t\u3000\xa0]*")
DASHES = lazily(r"[ \t]*(?:- +)*")
LONGEST_LINE = 4000  # characters; looking at a line takes time with the square of the length
SPECIAL = tuple("{[\"'&*!|>%@`,?-:#")


@record
class Repair:
    """A likely mistake and its cure.

    Attributes:
        fault: what it is called.
        line: where it is, from 1.
        column: where in the line, from 1.
        message: what is wrong.
        remedy: what to do, with the corrected line.
        text: the words concerned.
        edits: the lines as they should be, by number.
    """

    fault: Fault
    line: int
    column: int
    message: str
    remedy: str
    text: str
    edits: Mapping[int, str]

    def applied(self, lines: list[str]) -> list[str]:
        """The lines, mended."""
        return [self.edits.get(number, line) for number, line in enumerate(lines, 1)]


def shown(line: str) -> str:
    """A corrected line, as a remedy."""
    return f"写成 `{line.strip()}`"


def quoted(value: str) -> str:
    """`value` as a YAML scalar in quotes: single ones, which take everything as it stands."""
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def end(pattern: re.Pattern[str], line: str) -> int:
    """Where the match at the line's beginning ends."""
    match = pattern.match(line)
    return match.end() if match else 0
