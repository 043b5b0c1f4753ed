"""Where the templates folder is."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

VARIABLE = "DRAFTER_TEMPLATES"


def templates() -> Path:
    """The folder that holds indicators, topics, profiles and Word templates.

    An office that keeps its own names it in the environment variable DRAFTER_TEMPLATES. Else, in an
    installed wheel it lies inside the package; in a checkout or an editable install it is the
    top-level folder that clerks edit.
    """
    own = os.environ.get(VARIABLE)
    if own:
        return Path(own)
    return _brought_along()


def preview_templates() -> Path:
    """The folder with the page of `drafter preview`.

    An office's own templates that were copied before there was such a page have none; then it is
    the program's.
    """
    own = templates() / "preview"
    return own if own.is_dir() else _brought_along() / "preview"


@cache
def _brought_along() -> Path:
    """The folder that came with the program."""
    package = Path(__file__).parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"
