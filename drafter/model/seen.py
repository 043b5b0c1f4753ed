"""What a section of a learned profile was learned from."""

from __future__ import annotations

from drafter.model.record import record


@record
class Seen:
    """What a learned section was learned from: on a node of a profile.

    Attributes:
        headings: its other wordings.
        count: how many samples have it.
        of: how many samples there were.
        where: file and line of each.
        length: the fewest and the most characters it had; None when it is not told.
        about: topics of the catalogue that it speaks for, each with its share in per cent,
            the likeliest first.
        figures: ids of the figures that most of the samples give there.
        sure: how alike its samples are, 0 to 100; None when only one has it.
    """

    headings: tuple[str, ...]
    count: int
    of: int
    where: tuple[str, ...]
    length: tuple[int, int] | None
    about: tuple[tuple[str, int], ...]
    figures: tuple[str, ...]
    sure: int | None = None
