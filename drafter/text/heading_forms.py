"""How the numbers of headings are written: 1. or 1、, （一） or （一）、."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.headings import read_number
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.proof import Passage, Proof

_MARKS = lazily(r"\s*([（(]?)[^（()）、，,.．\s]{1,5}\s*([）)]?)\s*([、，,.．]?)")
#: Wide and narrow forms of a mark are one.
_EVEN = str.maketrans("(),．", "（），.")


def level_and_number(passage: Passage) -> tuple[int, int]:
    """The level that the form of a heading's number stands for, and the number; zeros for none."""
    read = read_number(passage.text) if passage.number else None
    return (read[0], read[1]) if read else (0, 0)


def unusual_forms(proof: Proof) -> Iterator[tuple[tuple[Passage, ...], Passage]]:
    """Headings numbered in another form than most of their level, and the first of the most."""
    by_level: dict[int, dict[str, list[Passage]]] = {}
    for passage in proof.passages:
        level, _ = level_and_number(passage)
        match = _MARKS.match(passage.raw)
        if level and match:
            form = "".join(match.groups()).translate(_EVEN)
            by_level.setdefault(level, {}).setdefault(form, []).append(passage)
    for forms in by_level.values():
        usual = max(forms, key=lambda form: len(forms[form]))
        for form, passages in forms.items():
            if form != usual:
                yield tuple(passages), forms[usual][0]


def printed_number(passage: Passage) -> str:
    """A heading's number as it stands in the file."""
    match = _MARKS.match(passage.raw)
    return match.group().strip() if match else passage.number
