"""Whether a text is last year's: the same words, whatever its numbers and set phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Shorter texts are alike by chance.
LEAST = 12
_MISSING = lazily(r"\{\{.*?\}\}|【待补充：[^】]*】")
_DIGITS = lazily("[0-9０-９]+")


def core(text: str, phrases: Iterable[str]) -> str:
    """The words that stay the same from year to year: letters only.

    A typed number goes with its unit, as a slot or a gap in its place does: 受理12件 and
    受理{{信访.受理}} are the same words.

    Args:
        text: as it is written, slots included.
        phrases: set phrases, each of which may have been moved on to another form.

    Returns:
        Empty for a text of fewer than `LEAST` such letters.
    """
    from drafter.text.statistics import statistics

    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, "")
    text = _MISSING.sub("□", text)
    for one in reversed(statistics(text)):
        text = text[: one.start] + text[one.end :]
    letters = "".join(char for char in _DIGITS.sub("", text) if char.isalnum())
    return letters if len(letters) >= LEAST else ""
