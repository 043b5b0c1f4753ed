"""Punctuation: sentences closed once, and what a composed text must never show."""

from __future__ import annotations

import re
from functools import cache

from drafter.text.lazily import lazily

_END = "。！？；：…!?;:"
_AFTER_END = "”’）》】」』\"')]"
#: What a person leaves standing at the end of a sentence, instead of 。
_UNFINISHED = "，、,. \t\r\n\u3000\u00a0"
_PAIRS = {"（": "）", "“": "”", "‘": "’", "《": "》", "〈": "〉", "【": "】"}
_APOSTROPHE = lazily("(?<=[A-Za-z])’(?=[A-Za-z])")
_OPENING = {right: left for left, right in _PAIRS.items()}

_FAULTS = (
    r"[，、；：。！？,;]{2,}|[，、；：。！？]\.|\.[，、；：。！？]",  # doubled
    r"。[”’）》】]+。",  # doubled across a closing mark
    r"^[，、；：。！？）”’》】]",  # dangling at the start
    r"（\s*）|“\s*”|‘\s*’|《\s*》|【\s*】",  # nothing between
    r"[（“‘《【][，、；：。]",  # a mark right after an opening one
    r"[，、；：][）”’》】]",  # and right before a closing one
    r'"',  # straight
    # A program's words; 汉字 count as letters to \b, so it would not find 共None件.
    r"(?<![A-Za-z])(?:None|nan|NaN|null|Undefined|undefined)(?![A-Za-z])|\{\{|\}\}|\{%|%\}",
)


def is_closed(text: str) -> bool:
    """Whether the text ends with a mark that closes a sentence or leads on (。；：…).

    Half-width marks count too, but a dot does not.
    """
    bare = text.rstrip().rstrip(_AFTER_END)
    return bool(bare) and bare[-1] in _END


def close(text: str, mark: str = "。") -> str:
    """The text with a closing mark; one that has its mark already is left as it is.

    A comma, 、 or half-width dot at the end is what a person left standing: it gives way to the
    mark. After a closing quotation mark or bracket that holds a whole sentence nothing is added.
    """
    bare = text.rstrip(_UNFINISHED)
    if not bare or is_closed(text):
        return text
    return bare if is_closed(bare) else bare + mark


def faults(text: str) -> tuple[str, ...]:
    """Places where marks are doubled, dangle or do not pair, and words that no text should show."""
    found = [match.group() for pattern in _compiled() for match in pattern.finditer(text)]
    found += _unpaired(text)
    if text and not is_closed(text):
        found.append(text[-3:])
    return tuple(found)


def _unpaired(text: str) -> list[str]:
    """The pairs of which one mark stands alone, or closes across another pair."""
    found: list[str] = []
    left: list[str] = []
    for char in _APOSTROPHE.sub("", text):
        if char in _PAIRS:
            left.append(char)
        elif char in _OPENING and _OPENING[char] not in left:
            found.append(_OPENING[char] + char)
        elif char in _OPENING:
            while (opening := left.pop()) != _OPENING[char]:
                found.append(opening + _PAIRS[opening])
    return found + [opening + _PAIRS[opening] for opening in left]


def characters(text: str) -> int:
    """How many characters, blanks left out."""
    return len("".join(text.split()))


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(fault) for fault in _FAULTS)
