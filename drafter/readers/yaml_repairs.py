"""Mistakes in YAML that show within one line, each with the line as it should have been."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.readers.codes import Fault
from drafter.readers.yaml_lines import (
    BLANKS,
    BULLET,
    DASHES,
    HEAD,
    LONGEST_LINE,
    SPECIAL,
    WIDE,
    Repair,
    blank_name,
    end,
    meant_indent,
    quoted,
    shown,
)
from drafter.text.lazily import lazily
from drafter.text.widths import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL_COLON = lazily(r"([^\s:：'\"\[\]{}#][^:：'\"\[\]{}#]{0,19}?)[ \u3000]*：[ \u3000]*(.*)")
_TIGHT_COLON = lazily(r"([^\s:：'\"\[\]{}#][^:：'\"\[\]{}#]{0,39}?):([^\s:/].*)")
_WIDE_COLON = lazily(
    rf"([^\s:：'\"\[\]{{}}#][^:：'\"\[\]{{}}#]{{0,39}}?)[ {WIDE}]*:[{WIDE}]\s*(.*)"
)
_TIGHT_DASH = lazily(rf"([-－])[ {WIDE}]*([^\s\-].*)")
_LONE_DASH = lazily(r":[ ]+(-+)[ ]*(?=$|[,}\]]|[ ]#)")
_PROSE_END = tuple("。；，、！？…")
_STRAY = lazily(r"([ \t]*)([\"'\]}:,&*，。、；：]+)(\s*[^\s:\"'{}\[\]]{1,20}:(?:\s.*)?)$")
_HALF_WIDTH = str.maketrans({"［": "[", "］": "]", "｛": "{", "｝": "}", "，": ", ", "：": ": "})
_CLOSERS = {"[": "]", "{": "}"}


def repairs_of_text(lines: list[str], number: int) -> Iterator[Repair]:
    """Mistakes within one line, the likeliest first."""
    line = lines[number - 1]
    if not line.strip() or line.lstrip().startswith("#") or len(line) > LONGEST_LINE:
        return
    yield from _blanks(lines, number)
    yield from _stray_mark(line, number)
    yield from _full_colon(line, number)
    yield from _wide_colon(line, number)
    yield from _tight_colon(line, number)
    yield from tight_dash(line, number)
    yield from _lone_dash(line, number)
    head = HEAD.match(line)
    begin = head.end() if head else 0
    value = line[begin:].rstrip()
    if value:
        yield from _full_width_marks(line, number, begin, value)
        yield from _quotes(line, number, begin, value)
        yield from _brackets(line, number, begin, value)
        yield from _needs_quotes(line, number, begin, value)
        yield from _hash_in_wrapped_text(lines, number, begin, value)


def _blanks(lines: list[str], number: int) -> Iterator[Repair]:
    line = lines[number - 1]
    indent = line[: end(BLANKS, line)]
    odd = indent.strip(" ")
    if not odd:
        return
    if "\t" in indent:
        fault, message = Fault.TAB_INDENT, "行首用了制表符（Tab 键），缩进只能用空格"
        widths = [len(re.sub(r"[^ ]", " " * each, indent)) for each in (2, 4)]
    else:
        fault, message = Fault.WIDE_INDENT, f"行首用了{blank_name(odd[0])}，缩进只能用半角空格"
        widths = [meant_indent(lines, number), columns(indent), len(indent)]
    column = indent.index(odd[0]) + 1
    for width in dict.fromkeys(widths):
        mended = " " * width + line[len(indent) :]
        remedy = f"行首改用{width}个空格，写成 `{mended}`"
        yield Repair(fault, number, column, message, remedy, line.strip(), {number: mended})


def _stray_mark(line: str, number: int) -> Iterator[Repair]:
    match = _STRAY.match(line)
    if not match:
        return
    mended = match[1] + match[3]
    message = f"行首多了“{match[2]}”"
    column = match.start(2) + 1
    yield Repair(
        Fault.STRAY_MARK, number, column, message, shown(mended), line.strip(), {number: mended}
    )


def _full_colon(line: str, number: int) -> Iterator[Repair]:
    begin = end(DASHES, line)
    match = _FULL_COLON.match(line, begin)
    if not match or line.rstrip().endswith(_PROSE_END):
        return
    mended = f"{line[:begin]}{match[1]}: {match[2]}".rstrip()
    message = f"“{match[1]}”后面用了全角冒号“：”，这里要用半角冒号加一个空格"
    column = line.index("：", match.end(1)) + 1
    text = line.strip()
    yield Repair(
        Fault.FULL_WIDTH_COLON, number, column, message, shown(mended), text, {number: mended}
    )


def _wide_colon(line: str, number: int) -> Iterator[Repair]:
    begin = end(DASHES, line)
    match = _WIDE_COLON.match(line, begin)
    if not match:
        return
    mended = f"{line[:begin]}{match[1]}: {match[2]}".rstrip()
    column = line.index(":", match.end(1)) + 2
    blank = blank_name(line[column - 1])
    message = f"“{match[1]}”的冒号后面是{blank}，要用半角空格"
    fault = Fault.MISSING_SPACE_AFTER_COLON
    yield Repair(fault, number, column, message, shown(mended), line.strip(), {number: mended})


def _tight_colon(line: str, number: int) -> Iterator[Repair]:
    begin = end(DASHES, line)
    match = _TIGHT_COLON.match(line, begin)
    if not match:
        return
    mended = f"{line[:begin]}{match[1]}: {match[2]}"
    message = f"“{match[1]}”的冒号后面缺一个空格"
    fault = Fault.MISSING_SPACE_AFTER_COLON
    column = match.end(1) + 1
    yield Repair(fault, number, column, message, shown(mended), line.strip(), {number: mended})


def tight_dash(line: str, number: int) -> Iterator[Repair]:
    """A dash that should begin an item of a list, with no blank behind it."""
    begin = end(DASHES, line)
    match = _TIGHT_DASH.match(line, begin)
    bullet = BULLET.match(line, begin)
    if not match and not bullet:
        return
    words = match[2] if match else line[bullet.end() if bullet else begin :]
    mended = f"{line[:begin]}- {words}"
    message = "每一项前面的短横要用半角的“-”，后面空一格"
    fault = Fault.MISSING_SPACE_AFTER_DASH
    yield Repair(fault, number, begin + 1, message, shown(mended), line.strip(), {number: mended})


def _lone_dash(line: str, number: int) -> Iterator[Repair]:
    """A dash that stands for no answer: YAML takes it for the beginning of a list."""
    match = _LONE_DASH.search(line)
    if not match:
        return
    mended = _LONE_DASH.sub(lambda one: ": " if line[one.end() :].strip() else ":", line).rstrip()
    message = f"冒号后面只有“{match[1]}”，看不出是没有、不涉及，还是未定"
    remedy = f"没有发生写 `无`，不涉及写 `不涉及`，未定就空着，写成 `{mended.strip()}`"
    column = match.start(1) + 1
    text = line.strip()
    yield Repair(Fault.STRAY_MARK, number, column, message, remedy, text, {number: mended})


def _full_width_marks(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    half = value.translate(_HALF_WIDTH).rstrip()
    if half == value or half[0] not in _CLOSERS:
        return
    mark = next(i for i, character in enumerate(value) if ord(character) in _HALF_WIDTH)
    mended = line[:begin] + re.sub(r"([,:]) +", r"\1 ", half)
    message = f"括号里用了全角的“{value[mark]}”，括号、逗号和冒号都要用半角的"
    column = begin + mark + 1
    yield Repair(
        Fault.FULL_WIDTH_MARK, number, column, message, shown(mended), value, {number: mended}
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
        Fault.UNCLOSED_QUOTE, number, begin + 1, message, shown(mended), value, {number: mended}
    )


def _backslash(line: str, number: int, begin: int, value: str) -> Repair:
    mended = line[:begin] + quoted(value[1:-1])
    message = "双引号里的反斜杠“\\”另有用处，改用单引号"
    column = begin + value.index("\\") + 1
    return Repair(
        Fault.UNQUOTED_TEXT, number, column, message, shown(mended), value, {number: mended}
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
        Fault.UNCLOSED_BRACKET, number, begin + 1, message, shown(mended), value, {number: mended}
    )


def _needs_quotes(line: str, number: int, begin: int, value: str) -> Iterator[Repair]:
    if value.startswith(SPECIAL):
        message = f"文字以“{value[0]}”开头，它在这里另有用处，整段文字要加英文引号"
    elif ": " in value or value.endswith(":"):
        message = "文字里面有半角冒号，会被当作另一个名称，整段文字要加英文引号"
    else:
        return
    mended = line[:begin] + quoted(value)
    yield Repair(
        Fault.UNQUOTED_TEXT, number, begin + 1, message, shown(mended), value, {number: mended}
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
    yield Repair(Fault.UNQUOTED_TEXT, number, column, message, shown(mended), value, edits)
