"""A PDF measured by the acceptance script."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from tests.pages import measure_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pdfplumber.page import Page

READ_PAGE = measure_pdf.read_page

#: For tests that measure: pypdfium2, which draws the pages, closes its library while its own
#: objects are still alive.
DRAWN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def measured(pdf: Path) -> dict[str, Any]:
    """What the script measures."""
    with patch.object(measure_pdf, "read_page", read_page_without_ligatures):
        result: dict[str, Any] = measure_pdf.measure(str(pdf))
    return result


def checked(page: dict[str, Any]) -> tuple[int, list[dict[str, Any]]]:
    """How many items of the standard were held against the pages, and those that do not hold."""
    items = measure_pdf.check(page)
    return len(items), [item for item in items if item["ok"] is not True]


def read_page_without_ligatures(page: Page) -> object:
    """A page read as if Noto Sans CJK did not draw —— with one glyph; the script breaks on it.

    The office's name in red at the head of an official document is not read: the script would take
    it for the title.
    """
    chars = [single for char in page.chars if not is_red(char) for single in split(char)]
    return READ_PAGE(SimpleNamespace(chars=chars, height=page.height, mediabox=page.mediabox))


def split(char: dict[str, Any]) -> list[dict[str, Any]]:
    count = len(char["text"])
    step = (char["x1"] - char["x0"]) / max(1, count)
    return [
        {**char, "text": text, "x0": char["x0"] + i * step, "x1": char["x0"] + (i + 1) * step}
        for i, text in enumerate(char["text"])
    ]


def is_red(char: dict[str, Any]) -> bool:
    return tuple(char.get("non_stroking_color") or ()) == (1, 0, 0)
