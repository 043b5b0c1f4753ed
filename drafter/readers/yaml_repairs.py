"""Mistakes that people make in YAML, each with the line as it should have been."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.readers.codes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
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


# What comes before a value: blanks, dashes, and a key with its colon.
_HEAD = re.compile(
    r"""[ \t]*(?:-[ ]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'\[\]{}\#:][^:\#]*?)[ ]*:(?:[ \t]+|$))?"""
)
_BLANKS = re.compile(r"[ \t\u3000\xa0]*")
_DASHES = re.compile(r"[ \t]*(?:- +)*")
_FULL_COLON = re.compile(r"([^\s:：'\"\[\]{}#][^:：'\"\[\]{}#]{0,19}?)[ \u3000]*：[ \u3000]*(.*)")
_TIGHT_COLON = re.compile(r"([^\s:：'\"\[\]{}#][^:：'\"\[\]{}#]{0,39}?):([^\s:/].*)")
_TIGHT_DASH = re.compile(r"([-－])[ \u3000]*([^\s\-].*)")
LONGEST_LINE = 4000  # characters; the forms above take time with the square of the length
LONGEST_KEY = 16  # characters; what is longer without a colon is a piece of a sentence
_PROSE_END = tuple("。；，、！？…")
_STRAY = re.compile(r"([ \t]*)([\"'\]}:,&*，。、；：]+)(\s*[^\s:\"'{}\[\]]{1,20}:(?:\s.*)?)$")
_SPECIAL = tuple("{[\"'&*!|>%@`,?-:#")
_HALF_WIDTH = str.maketrans({"［": "[", "］": "]", "｛": "{", "｝": "}", "，": ", ", "：": ": "})
_CLOSERS = {"[": "]", "{": "}"}


def repairs_of_text(lines: list[str], number: int) -> Iterator[Repair]:
    """Mistakes within one line, the likeliest first."""
    line = lines[number - 1]
    if not line.strip() or line.lstrip().startswith("#") or len(line) > LONGEST_LINE:
        return
    yield from _blanks(line, number)
    yield from _stray_mark(line, number)
    yield from _full_colon(line, number)
    yield from _tight_colon(line, number)
    yield from _tight_dash(line, number)
    head = _HEAD.match(line)
    begin = head.end() if head else 0
    value = line[begin:].rstrip()
    if value:
        yield from _full_width_marks(line, number, begin, value)
        yield from _quotes(line, number, begin, value)
        yield from _brackets(line, number, begin, value)
        yield from _needs_quotes(line, number, begin, value)
        yield from _hash_in_wrapped_text(lines, number, begin, value)


def repairs_of_keys(lines: list[str], number: int) -> Iterator[Repair]:
    """A line without any colon: a wrapped sentence, or a name that lacks its colon."""
    line = lines[number - 1]
    begin = _end(_DASHES, line)
    words = line[begin:].strip()
    if not words or words.startswith(_SPECIAL) or ":" in words or "：" in words:
        return
    below = lines[number] if number < len(lines) else ""
    if "-" in line[:begin] and _end(_BLANKS, below) != begin:
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
    own = _end(_BLANKS, lines[number - 1])
    above = lines[max(0, number - 11) : number - 1]
    near = [*reversed(above), *lines[number : number + 1]]
    indents = dict.fromkeys(
        _end(pattern, other) for other in near if other.strip() for pattern in (_BLANKS, _DASHES)
    )
    for indent in sorted(indents, key=lambda indent: abs(indent - own)):
        if indent != own:
            yield _moved(lines, number, indent)
    for other in _openers(lines, number):
        yield _moved(lines, other, own)


def _openers(lines: list[str], number: int) -> Iterator[int]:
    """Lines above, each less indented than all between: one of them may stand wrong itself."""
    own = _end(_BLANKS, lines[number - 1])
    least = LONGEST_LINE
    for other in range(number - 1, 0, -1):
        indent = _end(_BLANKS, lines[other - 1])
        if lines[other - 1].strip() and indent < least:
            least = indent
            if indent != own:
                yield other
            if indent < own:
                return


def _moved(lines: list[str], number: int, indent: int) -> Repair:
    line = lines[number - 1]
    own = _end(_BLANKS, line)
    mended = " " * indent + line[own:]
    message = f"这一行前面有{own}个空格，与上下各行对不齐"
    remedy = f"行首改为{indent}个空格，写成 `{mended}`"
    fault = Fault.UNEVEN_INDENT
    return Repair(fault, number, own + 1, message, remedy, line.strip(), {number: mended})


def _shown(line: str) -> str:
    return f"写成 `{line.strip()}`"


def _blanks(line: str, number: int) -> Iterator[Repair]:
    blanks = _BLANKS.match(line)
    indent = blanks.group() if blanks else ""
    if "\t" in indent:
        fault, message = Fault.TAB_INDENT, "行首用了制表符（Tab 键），缩进只能用空格"
    elif indent.strip(" "):
        fault, message = Fault.WIDE_INDENT, "行首用了全角空格，缩进只能用半角空格"
    else:
        return
    column = next(i for i, blank in enumerate(indent, 1) if blank != " ")
    for width in (2, 4):
        spaces = re.sub(r"[^ ]", " " * width, indent)
        mended = spaces + line[len(indent) :]
        remedy = f"行首改用{len(spaces)}个空格，写成 `{mended}`"
        yield Repair(fault, number, column, message, remedy, line.strip(), {number: mended})


def _stray_mark(line: str, number: int) -> Iterator[Repair]:
    match = _STRAY.match(line)
    if not match:
        return
    mended = match[1] + match[3]
    message = f"行首多了“{match[2]}”"
    column = match.start(2) + 1
    yield Repair(
        Fault.STRAY_MARK, number, column, message, _shown(mended), line.strip(), {number: mended}
    )


def _full_colon(line: str, number: int) -> Iterator[Repair]:
    begin = _end(_DASHES, line)
    match = _FULL_COLON.match(line, begin)
    if not match or line.rstrip().endswith(_PROSE_END):
        return
    mended = f"{line[:begin]}{match[1]}: {match[2]}".rstrip()
    message = f"“{match[1]}”后面用了全角冒号“：”，这里要用半角冒号加一个空格"
    column = line.index("：", match.end(1)) + 1
    text = line.strip()
    yield Repair(
        Fault.FULL_WIDTH_COLON, number, column, message, _shown(mended), text, {number: mended}
    )


def _tight_colon(line: str, number: int) -> Iterator[Repair]:
    begin = _end(_DASHES, line)
    match = _TIGHT_COLON.match(line, begin)
    if not match:
        return
    mended = f"{line[:begin]}{match[1]}: {match[2]}"
    message = f"“{match[1]}”的冒号后面缺一个空格"
    fault = Fault.MISSING_SPACE_AFTER_COLON
    column = match.end(1) + 1
    yield Repair(fault, number, column, message, _shown(mended), line.strip(), {number: mended})


def _tight_dash(line: str, number: int) -> Iterator[Repair]:
    begin = _end(_DASHES, line)
    match = _TIGHT_DASH.match(line, begin)
    if not match:
        return
    mended = f"{line[:begin]}- {match[2]}"
    message = "每一项前面的短横要用半角的“-”，后面空一格"
    fault = Fault.MISSING_SPACE_AFTER_DASH
    yield Repair(fault, number, begin + 1, message, _shown(mended), line.strip(), {number: mended})


def _full_width_marks(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    half = value.translate(_HALF_WIDTH).rstrip()
    if half == value or half[0] not in _CLOSERS:
        return
    mark = next(i for i, character in enumerate(value) if ord(character) in _HALF_WIDTH)
    mended = line[:begin] + re.sub(r"([,:]) +", r"\1 ", half)
    message = f"括号里用了全角的“{value[mark]}”，括号、逗号和冒号都要用半角的"
    column = begin + mark + 1
    yield Repair(
        Fault.FULL_WIDTH_MARK, number, column, message, _shown(mended), value, {number: mended}
    )


def _quotes(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    quote = value[0]
    if quote == '"' and value.endswith('"') and "\\" in value:
        yield _backslash(line, number, begin, value)
    if quote not in "\"'" or quote in value[1:]:
        return
    closed = value[:-1] if value.endswith(("”", "’", "＂")) else value
    mended = line[:begin] + closed + quote
    message = f"英文引号 {quote} 只有开头的，没有结尾的"
    yield Repair(
        Fault.UNCLOSED_QUOTE, number, begin + 1, message, _shown(mended), value, {number: mended}
    )


def _backslash(line: str, number: int, begin: int, value: str) -> Repair:
    mended = line[:begin] + quoted(value[1:-1])
    message = "双引号里的反斜杠“\\”另有用处，改用单引号"
    column = begin + value.index("\\") + 1
    return Repair(
        Fault.UNQUOTED_TEXT, number, column, message, _shown(mended), value, {number: mended}
    )


def _brackets(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    if value[0] not in _CLOSERS:
        return
    open_ones: list[str] = []
    for character in value:
        if character in _CLOSERS:
            open_ones.append(_CLOSERS[character])
        elif open_ones and character == open_ones[-1]:
            open_ones.pop()
    if not open_ones:
        return
    mended = line[:begin] + value + "".join(reversed(open_ones))
    message = f"括号“{value[0]}”只有开头的，没有结尾的“{_CLOSERS[value[0]]}”"
    yield Repair(
        Fault.UNCLOSED_BRACKET, number, begin + 1, message, _shown(mended), value, {number: mended}
    )


def _needs_quotes(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    if value.startswith(_SPECIAL):
        message = f"文字以“{value[0]}”开头，它在这里另有用处，整段文字要加英文引号"
    elif ": " in value or value.endswith(":"):
        message = "文字里面有半角冒号，会被当作另一个名称，整段文字要加英文引号"
    else:
        return
    mended = line[:begin] + quoted(value)
    yield Repair(
        Fault.UNQUOTED_TEXT, number, begin + 1, message, _shown(mended), value, {number: mended}
    )


def _hash_in_wrapped_text(
    lines: list[str], number: int, begin: int, value: str
) -> Iterator[Repair]:
    """`获 #1 称号` on the first of two lines: # makes the rest of its line a comment."""
    below = lines[number] if number < len(lines) else ":"
    if " #" not in value or not lines[number - 1][:begin].strip() or ":" in below:
        return
    mended = lines[number - 1][:begin] + quoted(value + below.strip())
    message = "文字里面有“ #”，从它起会被当作注释，整段文字要写在一行并加英文引号"
    column = begin + value.index(" #") + 2
    edits = {number: mended, number + 1: ""}
    yield Repair(Fault.UNQUOTED_TEXT, number, column, message, _shown(mended), value, edits)


def _wrapped(lines: list[str], number: int, above: int) -> Repair:
    line = lines[number - 1].strip()
    mended = lines[above - 1].rstrip() + line
    message = "这一行像是接着上一行的文字，但缩进不对，读不成一段"
    remedy = f"接在上一行后面写：`{mended.strip()}`"
    column = _end(_BLANKS, lines[number - 1]) + 1
    edits = {above: mended, number: ""}
    return Repair(Fault.UNEVEN_INDENT, number, column, message, remedy, line, edits)


def _missing_colon(line: str, number: int) -> Iterator[Repair]:
    begin = _end(_DASHES, line)
    name, _, rest = line[begin:].rstrip().partition(" ")
    mended = f"{line[:begin]}{name}: {rest.lstrip()}".rstrip()
    message = f"“{name}”后面缺冒号"
    column = begin + len(name) + 1
    text = line.strip()
    yield Repair(
        Fault.MISSING_COLON, number, column, message, _shown(mended), text, {number: mended}
    )


def quoted(value: str) -> str:
    """`value` as a YAML scalar in quotes: single ones, which take everything as it stands."""
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _text_above(lines: list[str], number: int) -> int:
    """Number of the nearest line above that is not blank; 0 when there is none."""
    return next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), 0)


def _end(pattern: re.Pattern[str], line: str) -> int:
    """Where the match at the line's beginning ends."""
    match = pattern.match(line)
    return match.end() if match else 0
