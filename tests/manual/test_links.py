"""Links of the manual lead somewhere, and its pictures are used, small and described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.manual.pages import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted(DOCS.glob("*.md")))
LARGEST = 150_000  # bytes of a picture
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def links(page: Path) -> list[tuple[str, str, str]]:
    """The links of a page: `!` for a picture, the words, where it leads."""
    text = _CODE.sub("", _BLOCK.sub("", page.read_text("utf-8")))
    return [(mark, words, unquote(to)) for mark, words, to in _LINK.findall(text)]


def anchors(page: Path) -> set[str]:
    """What a site makes of the headings of a page: small letters, no marks, - for blanks."""
    text = _BLOCK.sub("", page.read_text("utf-8"))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text))
    return {words.replace(" ", "-") for words in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(page: Path) -> None:
    for _, _, to in links(page):
        if to.startswith(("https://", "http://")):
            continue
        name, _, anchor = to.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), to
        assert not anchor or anchor in anchors(target), to


def test_every_picture_is_used_described_and_small() -> None:
    shown = {
        (page.parent / to).resolve(): words
        for page in PAGES
        for mark, words, to in links(page)
        if mark
    }
    pictures = set((DOCS / "images").iterdir())
    assert pictures == set(shown)
    assert all(len(words) > 3 for words in shown.values())
    assert [path.name for path in pictures if path.stat().st_size > LARGEST] == []
    assert len(pictures) <= 8


def test_the_index_names_every_page() -> None:
    index = {to for _, _, to in links(DOCS / "README.md")}
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} == index
