"""Web copies evened out: full-width marks and paired quotes in Chinese, no stray blanks."""

from __future__ import annotations

import re

from drafter.text.lazily import lazily

_FULL = str.maketrans(",:;?!()", "，：；？！（）")
_PLAIN = ",:;?!"
_HALF = f"{_PLAIN}()"
_STRAIGHT = '"＂'
_BLANK = lazily("[\\s\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_URL = lazily(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+",
    re.ASCII,
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
_LETTERS = lazily(f"[{_HAN}]+|[A-Za-z]+")
_HAN_RANGES = (
    ("\u4e00", "\u9fff"),
    ("\u3400", "\u4dbf"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
#: What a blank does not stand beside: 汉字, full-width marks, quotes.
_CHINESE = lazily(f"[{_HAN}\u3001-\u303f\uff00-\uff0f\uff1a-\uff20“”‘’…—]")


def even(text: str) -> str:
    """A paragraph's text after the stated normalisation.

    Half-width , : ; ? ! and brackets become full-width where the nearest letter on either side is
    Chinese, straight quotes become “ ” in pairs, and blanks are dropped beside Chinese and
    narrowed to one elsewhere. Letters, digits, dots, web and mail addresses, and marks between two
    digits (1,234, 12:30) stay as they are. Evening an even text changes nothing.
    """
    text = _BLANK.sub(" ", text).strip()
    if not any(map(_is_han, text)):
        return text
    fixed = _addresses(text)
    chars = list(text)
    if any(mark in text for mark in _HALF):
        left, right = _near_han(text), _near_han(text[::-1])[::-1]
        beside = [before or behind for before, behind in zip(left, right, strict=True)]
        _full_marks(chars, fixed, beside)
        _full_brackets(chars, fixed, left, right)
    _curly_quotes(chars, fixed)
    return _without_blanks("".join(chars))


def _is_han(char: str) -> bool:
    return any(first <= char <= last for first, last in _HAN_RANGES) or char in "〇々"


def _addresses(text: str) -> frozenset[int]:
    """The places of web and mail addresses; a closing mark behind one is the sentence's."""
    places: set[int] = set()
    for match in _URL.finditer(text):
        end = match.end()
        while text[end - 1] in ",:;?!.()\"'":
            end -= 1
        places.update(range(match.start(), end))
    return frozenset(places)


def _full_marks(chars: list[str], fixed: frozenset[int], beside: list[bool]) -> None:
    for at, char in enumerate(chars):
        if char not in _PLAIN or at in fixed or _between_digits(chars, at):
            continue
        if beside[at]:
            chars[at] = char.translate(_FULL)


def _near_han(text: str) -> list[bool]:
    """For each place whether the nearest letter before it is Chinese."""
    near: list[bool] = []
    found = False
    for match in _LETTERS.finditer(text):
        near += [found] * (match.start() + 1 - len(near))
        found = _is_han(match.group()[0])
        near += [found] * (match.end() - len(near))
    return near + [found] * (len(text) - len(near))


def _between_digits(chars: list[str], at: int) -> bool:
    return 0 < at < len(chars) - 1 and chars[at - 1].isdigit() and chars[at + 1].isdigit()


def _full_brackets(
    chars: list[str], fixed: frozenset[int], left: list[bool], right: list[bool]
) -> None:
    """A pair is made full-width as a pair: when Chinese stands in it or beside it."""
    open_at: list[int] = []
    for at, char in enumerate(chars):
        if char in "(（" and at not in fixed:
            open_at.append(at)
        elif char in ")）" and at not in fixed:
            first = open_at.pop() if open_at else at
            inside = any(map(_is_han, chars[first:at]))
            if inside or left[first] or right[at]:
                chars[first] = chars[first].translate(_FULL)
                chars[at] = char.translate(_FULL)
    for at in open_at:
        if left[at] or right[at]:
            chars[at] = chars[at].translate(_FULL)


def _curly_quotes(chars: list[str], fixed: frozenset[int]) -> None:
    """A straight quote closes what is open, or opens when something later can close it."""
    last = max((at for at, char in enumerate(chars) if char in _STRAIGHT + "”"), default=-1)
    depth = 0
    for at, char in enumerate(chars):
        if char in _STRAIGHT and at not in fixed and (depth or at < last):
            chars[at] = "”" if depth else "“"
        if chars[at] == "“":
            depth += 1
        elif chars[at] == "”" and depth:
            depth -= 1


def _without_blanks(text: str) -> str:
    parts = text.split(" ")
    out = parts[0]
    for part in parts[1:]:
        beside = _CHINESE.match(out[-1:]) or _CHINESE.match(part)
        out += part if beside else f" {part}"
    return out
