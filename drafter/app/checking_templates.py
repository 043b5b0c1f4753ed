"""A templates folder, checked: an office's own, or the one that comes with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.registry import RULES
from drafter.checks.running import read_kit_data
from drafter.readers.kit import profile_names, read_kit
from drafter.readers.names import read_names
from drafter.readers.sayings import read_sayings
from drafter.readers.wording import read_wording

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding


def check_templates(folder: Path) -> tuple[Finding, ...]:
    """What is wrong with a templates folder, each fault once.

    Raises:
        DrafterError: a file in it cannot be read.
    """
    found: dict[Finding, None] = {}
    for name in profile_names(folder):
        kit = read_kit(folder, folder / "profiles" / f"{name}.yaml")
        found.update(dict.fromkeys(read_kit_data(RULES, kit)))
        read_sayings(folder / "sayings.yaml", kit.indicators)
    read_wording(folder)
    read_names(folder / "names.yaml")
    return tuple(sorted(found, key=lambda finding: finding.spot))
