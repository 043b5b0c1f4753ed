"""A file made ready to be checked, and what every rule may look up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter import locate
from drafter.model.record import record
from drafter.readers.names import read_names
from drafter.readers.sayings import read_sayings
from drafter.readers.wording import read_wording
from drafter.text.spoken_of import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from drafter.checks.case import Reading
    from drafter.model.comparison import Comparison
    from drafter.model.finding import Finding
    from drafter.model.kit import Kit
    from drafter.model.report import Report
    from drafter.model.wording import Wording
    from drafter.text.spoken_of import Catalogue


@record
class Opened:
    """A file made ready to be checked.

    Attributes:
        kind: see `Checked`.
        reading: its text.
        found: what was found on the way, the rules for year files included.
        report: see `Checked`.
    """

    kind: str
    reading: Reading
    found: tuple[Finding, ...] = ()
    report: Report | None = None


#: Catalogues that are ready, each with the very kit and sayings that it was made of; the newest
#: last. A profile has a kit of its own.
_ready: list[tuple[Kit, Mapping[str, tuple[str, ...]], Catalogue]] = []
_MOST_READY = 4


def known_catalogue(kit: Kit) -> Catalogue:
    """How published reports speak of the kit's indicators."""
    sayings = read_sayings(locate.templates() / "sayings.yaml", kit.indicators)
    for known, said, made in _ready:
        if known is kit and said is sayings:
            return made
    made = catalogue(kit.indicators, kit.topics, sayings)
    _ready.append((kit, sayings, made))
    del _ready[:-_MOST_READY]
    return made


def known_wording() -> Wording:
    """What is known about words."""
    names = read_names(locate.templates() / "names.yaml")
    return replace(
        read_wording(locate.templates()),
        places=names.places,
        allowed=names.allowed,
        set_phrases=names.set_phrases,
    )


def compared_with(last: Path, this: Path) -> Comparison:
    """This year beside last year."""
    from drafter.app.compare import compare

    return compare(last, this).comparison
