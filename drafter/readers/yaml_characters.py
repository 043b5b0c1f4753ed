"""Characters that neither YAML nor a Word file can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.finding import Finding

MOST = 20  # a file full of them is told of in one screen

# What XML 1.0 rules out; and the C1 controls, U+2028, U+2029 and U+FEFF, which it allows but which
# YAML takes for line breaks or drops, and which nobody can see.
_FORBIDDEN = lazily(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_BREAK = lazily(r"\r\n?")


def remove_forbidden(text: str, file: str, at: Spot | None = None) -> tuple[str, list[Finding]]:
    """Leave out what cannot be printed, and say where it was.

    Args:
        text: with line breaks of any kind; they become newlines.
        file: for the spots.
        at: where the text stands, when its own lines and columns are not those of the file.

    Returns:
        The text without those characters, and an error for each, `MOST` at most.
    """
    if "\r" in text:
        text = _LINE_BREAK.sub("\n", text)
    if text.replace("\n", "").isprintable():  # as most are: none of them can be printed
        return text, []
    found = list(_FORBIDDEN.finditer(text))
    findings = [
        _forbidden(match.group(), at or _spot(text, match.start(), file)) for match in found[:MOST]
    ]
    return (_FORBIDDEN.sub("", text) if found else text), findings


def _spot(text: str, index: int, file: str) -> Spot:
    begin = text.rfind("\n", 0, index) + 1
    return Spot(file, text.count("\n", 0, index) + 1, index - begin + 1)


def _forbidden(character: str, spot: Spot) -> Finding:
    point = f"U+{ord(character):04X}"
    message = f"这里有一个看不见的字符（{point}），Word 文件里不能有它，读取时略去了"
    remedy = "把光标放到这里，删去这个字符；或者整行重新输入"
    return error(Fault.FORBIDDEN_CHARACTER, spot, message, remedy, point)
