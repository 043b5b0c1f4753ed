"""Whether a text is last year's: the same words, whatever its numbers and set phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Shorter texts are alike by chance.
LEAST = 12
_CHANGING = lazily(r"\{\{.*?\}\}|【待补充：[^】]*】|[0-9０-９]+")


def core(text: str, phrases: Iterable[str]) -> str:
    """The words that stay the same from year to year: letters only.

    Args:
        text: as it is written, slots included.
        phrases: set phrases, each of which may have been moved on to another form.

    Returns:
        Empty for a text of fewer than `LEAST` such letters.
    """
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, "")
    letters = "".join(char for char in _CHANGING.sub("", text) if char.isalnum())
    return letters if len(letters) >= LEAST else ""
