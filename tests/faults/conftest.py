"""A folder as a clerk has it, laid out once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.desk import set_up

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def first_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults") / "first"
    set_up(folder)
    return folder


@pytest.fixture
def desk(first_desk: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first_desk, tmp_path / "桌子")
