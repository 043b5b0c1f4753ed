"""Punctuation: sentences closed once, and what a composed text must never show."""

from __future__ import annotations

import re
from functools import cache

_END = "。！？；：…"
_AFTER_END = "”’）》】」』"
_PAIRS = {"（": "）", "“": "”", "《": "》", "【": "】"}

_FAULTS = (
    r"[，、；：。！？]{2,}",  # doubled
    r"^[，、；：。！？）”》]",  # dangling at the start
    r"（\s*）|“\s*”|《\s*》|【\s*】",  # nothing between
    r"[（“《][，、；：。]",  # a mark right after an opening one
    r"[，、；：][）》]",  # and right before a closing one
    r"\bNone\b|\bnan\b|\bUndefined\b|\{\{|\}\}|\{%|%\}",  # a program's words
)


def is_closed(text: str) -> bool:
    """Whether the text ends with a mark that closes a sentence or leads on (。；：…)."""
    bare = text.rstrip().rstrip(_AFTER_END)
    return bool(bare) and bare[-1] in _END


def close(text: str, mark: str = "。") -> str:
    """The text with a closing mark; one that has its mark already is left as it is.

    A comma or 、 at the end is what a person left standing: it gives way to the mark. After a
    closing quotation mark or bracket that holds a whole sentence nothing is added.
    """
    if not text.strip() or is_closed(text):
        return text
    return text.rstrip().rstrip("，、,") + mark


def faults(text: str) -> tuple[str, ...]:
    """Places where marks are doubled, dangle or do not pair, and words that no text should show."""
    found = [match.group() for pattern in _compiled() for match in pattern.finditer(text)]
    found += [
        f"{left}{right}" for left, right in _PAIRS.items() if text.count(left) != text.count(right)
    ]
    if text and not is_closed(text):
        found.append(text[-3:])
    return tuple(found)


def characters(text: str) -> int:
    """How many characters, blanks left out."""
    return sum(not char.isspace() for char in text)


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(fault) for fault in _FAULTS)
