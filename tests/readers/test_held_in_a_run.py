"""Within a run a folder's files are looked at once; otherwise nothing is served out of date."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from drafter.readers.held import held, unchanging

if TYPE_CHECKING:
    from pathlib import Path


class Shelf:
    """A file, and what is held of it; its time is long past, so that it counts as settled."""

    def __init__(self, path: Path) -> None:
        self.path, self.day = path, 10**9

    def write(self, text: str) -> None:
        self.path.write_text(text, "utf-8")
        self.day += 1
        os.utime(self.path, (self.day, self.day))

    def read(self) -> str:
        return held(self.path, lambda: [self.path], lambda: self.path.read_text("utf-8"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "甲.yaml")
    made.write("旧")
    return made


def test_a_file_that_changes_is_read_again(shelf: Shelf) -> None:
    assert shelf.read() == "旧"
    shelf.write("新的")
    assert shelf.read() == "新的"


def test_a_run_goes_by_what_it_found_first(shelf: Shelf) -> None:
    shelf.read()
    with unchanging(shelf.path.parent):
        assert shelf.read() == "旧"
        shelf.write("新的")
        assert shelf.read() == "旧"
    assert shelf.read() == "新的"


def test_the_next_run_looks_again(shelf: Shelf) -> None:
    shelf.read()
    with unchanging(shelf.path.parent):
        shelf.read()
    shelf.write("新的")
    with unchanging(shelf.path.parent):
        assert shelf.read() == "新的"


def test_a_file_elsewhere_is_looked_at_every_time(shelf: Shelf, tmp_path: Path) -> None:
    shelf.read()
    with unchanging(tmp_path / "templates"):
        assert shelf.read() == "旧"
        shelf.write("新的")
        assert shelf.read() == "新的"
