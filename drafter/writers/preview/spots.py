"""File and line in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.spot import Spot


def place_name(spot: Spot, folders: Sequence[str]) -> str:
    """`2023.yaml 第14行`; the folders are left out, so that a page tells nothing of a computer."""
    file = spot.file
    for folder in folders:
        if file.replace("\\", "/").startswith(folder):
            file = file[len(folder) :]
    return f"{file} 第{spot.line}行" if spot.line else file
