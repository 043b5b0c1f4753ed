"""The form of all advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path


def warning(
    kind: tuple[str, str], path: Path, line: int, message: str, remedy: str, text: str = ""
) -> Finding:
    """A warning about a template.

    Args:
        kind: code and English name.
        path: of the template.
        line: number of the paragraph; 0 for the template as a whole.
        message: what may go wrong, in Chinese.
        remedy: what to do, in Chinese.
        text: the words concerned; empty when there are none.
    """
    code, name = kind
    return Finding(code, name, Severity.WARNING, Spot(str(path), line), message, remedy, text=text)
