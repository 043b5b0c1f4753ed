"""Where the templates folder is."""

from __future__ import annotations

from pathlib import Path


def templates() -> Path:
    """The folder that holds indicators, topics, profiles and Word templates.

    In an installed wheel it lies inside the package; in a checkout or an editable install it is
    the top-level folder that clerks edit.
    """
    package = Path(__file__).parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"
