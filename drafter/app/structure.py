"""A structure that a report is held against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.learn import catalogue_kit, known_meanings
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, read_kit
from drafter.text.learning.beside import beside

if TYPE_CHECKING:
    from drafter.checks.case import Reading
    from drafter.model.kit import Kit, Profile


@record
class Structure:
    """A profile, and how a report is held against it.

    Attributes:
        profile: the structure.
    """

    profile: Profile

    def widened(self, kit: Kit) -> Kit:
        """The catalogue with the profile's own indicators, and how it speaks of figures."""
        own = {f"{self.profile.name}.{id_}": topic for id_, topic in self.profile.topics.items()}
        return replace(
            kit,
            indicators={**kit.indicators, **self.profile.indicators},
            topics={**kit.topics, **own},
        )

    def beside(self, reading: Reading) -> Reading:
        """The reading with its text held against the structure."""
        known = known_meanings(catalogue_kit())
        return replace(
            reading,
            indicators={**self.profile.indicators, **reading.indicators},
            beside=beside(reading.proof, self.profile, known),
        )


def open_structure(name: str) -> Structure:
    """A structure by name or path.

    Raises:
        DrafterError: there is no such profile, or it has a fault.
    """
    folder = locate.templates()
    path = find_profile(name, folder, Path(), Spot("--profile"))
    return Structure(read_kit(folder, path).profile)
