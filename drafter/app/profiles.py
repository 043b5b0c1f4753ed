"""The structures on offer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, profile_names, read_kit

if TYPE_CHECKING:
    from drafter.model.kit import Kit


def profiles() -> tuple[Kit, ...]:
    """Every profile of the templates folder, each with its kit, by name.

    Raises:
        DrafterError: a file of the templates folder has a fault.
    """
    folder = locate.templates()
    return tuple(
        read_kit(folder, folder / "profiles" / f"{name}.yaml") for name in profile_names(folder)
    )


def profile(name: str) -> Kit:
    """One profile by name or path, with its kit.

    Raises:
        DrafterError: there is no such profile, or it has a fault.
    """
    folder = locate.templates()
    return read_kit(folder, find_profile(name, folder, Path(), Spot(name)))
