"""Words that follow from a new figure: the sentence is written anew by what the year file says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name
from drafter.model.pulled import Applied, Group
from drafter.text.homecoming import Couple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.text.weaving import Woven


def followed(couples: Sequence[Couple], taken_apart: Sequence[Woven | None]) -> list[Couple]:
    """The paragraphs; those of which only figures were changed say what is printed now.

    Args:
        couples: with their homes as they are now.
        taken_apart: the same as the document has them.
    """
    return [
        _as_printed(couple) if one is not None and one.same_words else couple
        for couple, one in zip(couples, taken_apart, strict=True)
    ]


def told(bench: Bench, before: Sequence[Couple], after: Sequence[Couple]) -> Iterator[Applied]:
    """What was written anew."""
    for one, other in zip(before, after, strict=True):
        home = other.home
        if home is not None and one.paragraph.text != other.paragraph.text:
            place = place_name(bench.report, home.section) or home.kind.value
            words = (one.paragraph.text, other.paragraph.text)
            yield Applied(Group.FIGURES, "随之改写", place, *words)


def _as_printed(couple: Couple) -> Couple:
    home = couple.home
    if home is None or home.text == couple.paragraph.text:
        return couple
    return Couple(replace(couple.paragraph, text=home.text, controls=()), home)
