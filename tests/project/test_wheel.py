"""The templates are found in a checkout and in an installed wheel alike."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from drafter import locate

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "longcheng-2023" / "2023.yaml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what a wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_in_a_checkout_the_top_level_folder_counts() -> None:
    assert locate.templates() == ROOT / "templates"


def test_an_installed_wheel_drafts_the_example_with_its_own_templates(
    installed: Path, tmp_path: Path
) -> None:
    code = "from drafter import locate; print(locate.templates())"
    settings = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-X", "utf8", *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=settings,
        )

    assert run("-c", code).stdout.strip() == str(installed / "drafter" / "_templates")
    run("-m", "drafter", "draft", str(EXAMPLE), "-o", "a.docx")
    assert (tmp_path / "a.docx").stat().st_size > 5_000


def test_a_wheel_holds_every_template(installed: Path) -> None:
    def names(folder: Path) -> set[str]:
        return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}

    assert names(installed / "drafter" / "_templates") == names(ROOT / "templates")
