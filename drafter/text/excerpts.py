"""Some words of a paragraph with those around them, as a proofreader quotes them."""

from __future__ import annotations

_ENDS = "。！？；"
_AROUND = 24
_LONGEST = 60
_HEAD, _TAIL = 40, 15
_MORE = "…"


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, the words themselves, and those behind.

    Args:
        text: the paragraph.
        start: where the words begin.
        end: behind their end; the same as `start` when the paragraph as a whole is meant.

    Returns:
        At most the rest of the sentence and 24 characters on either side. Of a whole paragraph
        its first words, as those before.
    """
    if start >= end:
        return _opening(text), "", ""
    words = text[start:end]
    if len(words) > _LONGEST:
        words = words[:_HEAD] + _MORE * 2 + words[-_TAIL:]
    return _before(text[:start]), words, _behind(text[end:])


def _before(text: str) -> str:
    since = max(text.rfind(mark) for mark in _ENDS) + 1
    words = text[since:]
    return words if len(words) <= _AROUND else _MORE + words[-_AROUND:]


def _behind(text: str) -> str:
    ends = [at for mark in _ENDS if (at := text.find(mark)) >= 0]
    words = text[: min(ends) + 1] if ends else text
    return words if len(words) <= _AROUND else words[:_AROUND] + _MORE


def _opening(text: str) -> str:
    return text if len(text) <= _HEAD else text[:_HEAD] + _MORE
