"""From a place in an evened text back to the text as it was written."""

from __future__ import annotations

from drafter.text.lazily import lazily

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BLANKS = lazily(rf"[\s{_UNSEEN}]")


def raw_places(raw: str, text: str) -> list[int]:
    """For each place in `text`, its end included, the place in `raw` that it came from.

    Args:
        raw: as written.
        text: `evening.even(raw)`, or that without its last mark.

    Evening changes marks one for one and drops blanks, so both are walked side by side.
    """
    if not _BLANKS.search(raw):
        return [min(at, len(raw)) for at in range(len(text) + 1)]
    places: list[int] = []
    at = 0
    for char in text:
        if char == " ":
            while at < len(raw) and not _blank(raw[at]):
                at += 1
        else:
            while at < len(raw) and _blank(raw[at]):
                at += 1
        places.append(min(at, len(raw)))
        at += 1
    return [*places, min(at, len(raw))]


def _blank(char: str) -> bool:
    return char.isspace() or char in _UNSEEN
