"""`drafter learn` at the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.running import drafter

SAMPLES = Path(__file__).parents[1] / "learn" / "公开"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three reports."""
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_the_result_is_the_files_name_and_the_rest_is_told_beside_it(folder: Path) -> None:
    ran = drafter("learn", "青河县.txt", "临江区.txt", "-o", "学到.yaml", folder=folder)
    assert ran.returncode == 0
    assert ran.stdout == "学到.yaml\n"
    assert "目录里没有：发布政策解读材料（篇），2/2份" in ran.stderr
    assert (folder / "学到.yaml").is_file()


def test_a_file_that_is_there_is_not_replaced_without_force(folder: Path) -> None:
    (folder / "学到.yaml").write_text("我改过的", "utf-8")
    ran = drafter("learn", "青河县.txt", "-o", "学到.yaml", folder=folder)
    assert ran.returncode == 2
    assert (folder / "学到.yaml").read_text("utf-8") == "我改过的"
    assert (
        drafter("learn", "青河县.txt", "-o", "学到.yaml", "--force", folder=folder).returncode == 0
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("青河县.txt",), "-o"),
        (("-o", "学到.yaml"), "样本"),
        (("青河县.txt", "-o", "学到.docx"), "以 .yaml 结尾"),
        (("青河县.txt", "青河县.txt", "-o", "学到.yaml"), "写了两次"),
        (("没有.txt", "-o", "学到.yaml"), "没有.txt"),
    ],
    ids=["no-out", "no-sample", "not-yaml", "twice", "missing"],
)
def test_wrong_use_says_what_to_write(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = drafter("learn", *arguments, folder=folder)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert not ran.stdout
    assert not (folder / "学到.yaml").exists()


def test_a_structure_that_there_is_not_is_told_when_checking(folder: Path) -> None:
    ran = drafter("check", "青河县.txt", "--profile", "三段", folder=folder)
    assert ran.returncode == 2
    assert "三段式" in ran.stderr
