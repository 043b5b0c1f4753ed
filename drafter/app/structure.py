"""A structure that a report is held against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.learn import catalogue_kit, known_meanings
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, profile_file, read_kit
from drafter.text.learning.beside import beside

if TYPE_CHECKING:
    from drafter.checks.case import Reading
    from drafter.model.kit import Kit, Profile


@record
class Structure:
    """A profile, and how a report is held against it.

    Attributes:
        profiles: the structure; with its variants, where none of them was named.
    """

    profiles: tuple[Profile, ...]

    def widened(self, kit: Kit) -> Kit:
        """The catalogue with the profile's own indicators, and how it speaks of figures."""
        main = self.profiles[0]
        own = {f"{main.name}.{id_}": topic for id_, topic in main.topics.items()}
        return replace(
            kit,
            indicators={**kit.indicators, **main.indicators},
            topics={**kit.topics, **own},
        )

    def beside(self, reading: Reading) -> Reading:
        """The reading with its text held against the structure that it is most like."""
        known = known_meanings(catalogue_kit())
        held = [beside(reading.proof, profile, known) for profile in self.profiles]
        # The first of equals: the structure of most samples.
        nearest = max(held, key=lambda one: one.fit)
        return replace(
            reading,
            indicators={**nearest.profile.indicators, **reading.indicators},
            contents=() if nearest.profile.other_kind else reading.contents,
            beside=nearest,
        )


def open_structure(name: str) -> Structure:
    """A structure by name or path.

    Raises:
        DrafterError: there is no such profile, or it has a fault.
    """
    folder = locate.templates()
    path = find_profile(name, folder, Path(), Spot("--profile"))
    main = read_kit(folder, path).profile
    others = () if profile_file(path)[1] else main.variants
    named = (path.with_name(f"{path.name}#{variant}") for variant in others)
    return Structure((main, *(read_kit(folder, one).profile for one in named)))
