"""What is asked of `check --all`."""

from __future__ import annotations

from drafter.model.record import record


@record
class Asked:
    """What is checked; see `drafter.app.checking.check`.

    Attributes:
        year: the year reported on.
        select: codes.
        ignore: codes.
        whole: whether every finding is wanted, not only how many there are.
    """

    year: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    whole: bool = False
