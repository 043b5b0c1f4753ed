"""Characters that neither YAML nor a Word file can hold, and those that nobody can see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error, warning
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.finding import Finding

MOST = 20  # a file full of them is told of in one screen

# What XML 1.0 rules out; and the C1 controls, U+2028, U+2029 and U+FEFF, which it allows but which
# YAML takes for line breaks or drops, and which nobody can see.
_FORBIDDEN = lazily(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Joiners stay where scripts and emoji need them.
_INVISIBLE = lazily(
    "[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
    "|(?<![\u0590-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_NAMES = {
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "单词连接符",
}
_DIRECTION = "文字方向的控制符"
_LINE_BREAK = lazily(r"\r\n?")


def remove_forbidden(text: str, file: str, at: Spot | None = None) -> tuple[str, list[Finding]]:
    """Leave out what cannot be printed and what cannot be seen, and say where it was.

    Args:
        text: with line breaks of any kind; they become newlines.
        file: for the spots.
        at: where the text stands, when its own lines and columns are not those of the file.

    Returns:
        The text without those characters; an error for each that cannot be printed, and a warning
        for each line with some that cannot be seen; `MOST` of either at most.
    """
    if "\r" in text:
        text = _LINE_BREAK.sub("\n", text)
    if text.replace("\n", "").isprintable():  # as most are: none of them can be printed
        return text, []
    found = list(_FORBIDDEN.finditer(text))
    findings = [
        _forbidden(match.group(), at or _spot(text, match.start(), file)) for match in found[:MOST]
    ]
    clean = _FORBIDDEN.sub("", text) if found else text
    if _INVISIBLE.search(clean):
        findings += _unseen(text, file, at)
        clean = _INVISIBLE.sub("", clean)
    return clean, findings


def left_out(text: str) -> dict[int, tuple[int, ...]]:
    """Where `remove_forbidden` leaves something out: the columns by line, both from 1.

    Args:
        text: as it was given to it.
    """
    lines = _LINE_BREAK.sub("\n", text).split("\n")
    found = {number: tuple(sorted(_columns(line))) for number, line in enumerate(lines, 1)}
    return {number: columns for number, columns in found.items() if columns}


def _columns(line: str) -> Iterator[int]:
    if not line.isprintable():
        for pattern in (_FORBIDDEN, _INVISIBLE):
            yield from (match.start() + 1 for match in pattern.finditer(line))


def _spot(text: str, index: int, file: str) -> Spot:
    begin = text.rfind("\n", 0, index) + 1
    return Spot(file, text.count("\n", 0, index) + 1, index - begin + 1)


def _forbidden(character: str, spot: Spot) -> Finding:
    point = f"U+{ord(character):04X}"
    message = f"这里有一个看不见的字符（{point}），Word 文件里不能有它，读取时略去了"
    remedy = "把光标放到这里，删去这个字符；或者整行重新输入"
    return error(Fault.FORBIDDEN_CHARACTER, spot, message, remedy, point)


def _unseen(text: str, file: str, at: Spot | None) -> Iterator[Finding]:
    """A warning for each line with characters that cannot be seen, at the first of them."""
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        characters = [] if line.isprintable() else list(_INVISIBLE.finditer(line))
        if not characters or told == MOST:
            continue
        told += 1
        points = dict.fromkeys(_named(match.group()) for match in characters)
        what = "一个" if len(characters) == 1 else f"{len(characters)}个"
        message = f"这里有{what}看不见的字符（{'、'.join(points)}），读取时略去了"
        mended = _INVISIBLE.sub("", _FORBIDDEN.sub("", line)).rstrip()
        remedy = "删去引号里的这个字符" if at else f"删去这一行重新输入，写成 `{mended}`"
        spot = at or Spot(file, number, characters[0].start() + 1)
        yield warning(Fault.INVISIBLE_CHARACTER, spot, message, remedy, next(iter(points)))


def _named(character: str) -> str:
    return f"{_NAMES.get(character, _DIRECTION)} U+{ord(character):04X}"
