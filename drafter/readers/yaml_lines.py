"""What the mistakes in YAML have in common: a repair, and the forms of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily
from drafter.text.widths import columns

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from drafter.readers.codes import Fault

# What comes before a value: blanks, dashes, and a key with its colon.
HEAD = lazily(
    r"""[ \t]*(?:-[ ]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'\[\]{}\#:][^:\#]*?)[ ]*:(?:[ \t]+|$))?"""
)
#: Blanks that YAML does not take for blanks, as they stand in a class of a pattern.
WIDE = r"\u3000\xa0\u1680\u2000-\u200a\u202f\u205f"
BLANKS = lazily(rf"[ \t{WIDE}]*")
#: What is typed before the entries of a list: one mark, or a number. —— begins a line of prose, and
#: a number may be a figure (3.5万人次, 3、4月).
BULLET = lazily(
    r"([-－](?![\-－\d])|[—–―](?![—–―])|[•·●○■□◆◇▪▫★☆※►▶]"
    r"|[0-9]{1,2}[.．、)）](?![0-9])|[（(][0-9]{1,2}[)）])"
    rf"[ {WIDE}]*(?=[^ \n{WIDE}])"
)
DASHES = lazily(r"[ \t]*(?:- +)*")
_NEAR = 11  # lines above that show where a line may begin
_STEP = 2  # columns by which what stands below a name is moved in
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


def blank_name(blank: str) -> str:
    """What a clerk may call a blank that YAML does not take for one."""
    return "全角空格" if blank == "\u3000" else f"特殊空格（U+{ord(blank):04X}）"


def meant_indent(lines: Sequence[str], number: int) -> int:
    """How many blanks a line was meant to begin with that begins with blanks of another kind.

    Args:
        lines: all of the file's.
        number: of the line, from 1.

    Returns:
        What its own blanks take up, in columns or in number, where a line above begins there; else
        what fits the nearest line above that begins with ordinary blanks.
    """
    line = lines[number - 1]
    own = line[: end(BLANKS, line)]
    beside: list[int] = []
    for other in reversed(lines[max(0, number - _NEAR) : number - 1]):
        indent = end(BLANKS, other)
        if not other.strip() or other[indent:].startswith("#") or other[:indent].strip(" "):
            continue
        if not beside and other.rstrip().endswith(":"):
            beside.append(indent + _STEP)
        beside.append(indent)
    fits = (width for width in (columns(own), len(own)) if width in beside)
    return next(fits, beside[0] if beside else _STEP)


def quoted(value: str) -> str:
    """`value` as a YAML scalar in quotes: single ones, which take everything as it stands."""
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def end(pattern: re.Pattern[str], line: str) -> int:
    """Where the match at the line's beginning ends."""
    match = pattern.match(line)
    return match.end() if match else 0
