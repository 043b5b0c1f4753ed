"""Mistakes in YAML that show beside other lines: indentation, wrapped text, missing colons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.codes import Fault
from drafter.readers.yaml_lines import BLANKS, DASHES, LONGEST_LINE, SPECIAL, Repair, end, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_KEY = 16  # characters; what is longer without a colon is a piece of a sentence
_PROSE_END = tuple("。；，、！？…")


def repairs_of_keys(lines: list[str], number: int) -> Iterator[Repair]:
    """A line without any colon: a wrapped sentence, or a name that lacks its colon."""
    line = lines[number - 1]
    begin = end(DASHES, line)
    words = line[begin:].strip()
    if not words or words.startswith(SPECIAL) or ":" in words or "：" in words:
        return
    below = lines[number] if number < len(lines) else ""
    if "-" in line[:begin] and end(BLANKS, below) != begin:
        return  # a text in a list, not the first key of several
    above = _text_above(lines, number)
    if not words.endswith(_PROSE_END) and len(words.split()[0]) <= LONGEST_KEY:
        yield from _missing_colon(line, number)
    elif above:
        yield _wrapped(lines, number, above)


def repairs_of_indent(lines: list[str], number: int) -> Iterator[Repair]:
    """The line moved to where others stand; and a line above that this one may belong beside."""
    if not lines[number - 1].strip():
        return
    own = end(BLANKS, lines[number - 1])
    above = lines[max(0, number - 11) : number - 1]
    near = [*reversed(above), *lines[number : number + 1]]
    indents = dict.fromkeys(
        end(pattern, other) for other in near if other.strip() for pattern in (BLANKS, DASHES)
    )
    for indent in sorted(indents, key=lambda indent: abs(indent - own)):
        if indent != own:
            yield _moved(lines, number, indent)
    for other in _openers(lines, number):
        yield _moved(lines, other, own)


def _openers(lines: list[str], number: int) -> Iterator[int]:
    """Lines above, each less indented than all between: one of them may stand wrong itself."""
    own = end(BLANKS, lines[number - 1])
    least = LONGEST_LINE
    for other in range(number - 1, 0, -1):
        indent = end(BLANKS, lines[other - 1])
        if lines[other - 1].strip() and indent < least:
            least = indent
            if indent != own:
                yield other
            if indent < own:
                return


def _moved(lines: list[str], number: int, indent: int) -> Repair:
    line = lines[number - 1]
    own = end(BLANKS, line)
    mended = " " * indent + line[own:]
    message = f"这一行前面有{own}个空格，与上下各行对不齐"
    remedy = f"行首改为{indent}个空格，写成 `{mended}`"
    fault = Fault.UNEVEN_INDENT
    return Repair(fault, number, own + 1, message, remedy, line.strip(), {number: mended})


def _wrapped(lines: list[str], number: int, above: int) -> Repair:
    line = lines[number - 1].strip()
    mended = lines[above - 1].rstrip() + line
    message = "这一行像是接着上一行的文字，但缩进不对，读不成一段"
    remedy = f"接在上一行后面写：`{mended.strip()}`"
    column = end(BLANKS, lines[number - 1]) + 1
    edits = {above: mended, number: ""}
    return Repair(Fault.UNEVEN_INDENT, number, column, message, remedy, line, edits)


def _missing_colon(line: str, number: int) -> Iterator[Repair]:
    begin = end(DASHES, line)
    name, _, rest = line[begin:].rstrip().partition(" ")
    mended = f"{line[:begin]}{name}: {rest.lstrip()}".rstrip()
    message = f"“{name}”后面缺冒号"
    column = begin + len(name) + 1
    text = line.strip()
    yield Repair(
        Fault.MISSING_COLON, number, column, message, shown(mended), text, {number: mended}
    )


def _text_above(lines: list[str], number: int) -> int:
    """Number of the nearest line above that is not blank; 0 when there is none."""
    return next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), 0)
