"""A template from a stranger is refused or harmless, soon, and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import TemplateError

from drafter.writers.blocks import blocks
from drafter.writers.word.context import build
from drafter.writers.word.sandbox import Closed
from tests.making import year_file
from tests.running import drafter
from tests.word import reports
from tests.word.hostile import marks, packages
from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Seconds of the processor for looking a template over and drafting with it.
LONGEST = 5.0
MARKS = {f"mark{number}": (mark,) for number, mark in enumerate(marks.REFUSED)}
CHAINS = {f"chain{number}": chain for number, chain in enumerate(marks.CHAINS)}
PACKAGES = {**packages.REFUSED, **packages.TOLD}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What became of every file of the corpus, all tried in one process with little memory."""
    folder = tmp_path_factory.mktemp("corpus")
    files = [str(path) for path in _made(folder, tmp_path_factory.mktemp("making"))]
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.word.hostile.run", *files],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    return {one["name"]: one for one in told}


def _made(folder: Path, making: Path) -> Iterator[Path]:
    for name, lines in (MARKS | CHAINS).items():
        yield template(making, *EVERYTHING, *lines).rename(folder / f"{name}.docx")
    for name, (make, _) in PACKAGES.items():
        path = folder / f"{name}.docx"
        path.write_bytes(make(making))
        yield path


@pytest.mark.parametrize("name", MARKS, ids=[mark[:60] for (mark,) in MARKS.values()])
def test_a_mark_that_runs_reads_or_swells_is_refused(
    name: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    assert outcomes[name]["codes"]
    assert not outcomes[name]["written"]


@pytest.mark.parametrize("name", CHAINS)
def test_marks_that_swell_only_together_are_stopped(
    name: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    assert {"T110", "T113"} & set(outcomes[name]["codes"])
    assert not outcomes[name]["written"]


@pytest.mark.parametrize("name", packages.REFUSED)
def test_a_file_that_is_not_what_it_says_is_never_used(
    name: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    _, codes = packages.REFUSED[name]
    assert codes & set(outcomes[name]["codes"])
    assert not outcomes[name]["written"]


@pytest.mark.parametrize("name", packages.TOLD)
def test_what_reaches_out_of_the_file_is_told_and_does_not_stop_a_draft(
    name: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    _, codes = packages.TOLD[name]
    assert codes <= set(outcomes[name]["codes"])
    assert outcomes[name]["written"]


def test_nothing_breaks_and_nothing_takes_long(outcomes: dict[str, dict[str, Any]]) -> None:
    assert len(outcomes) == len(MARKS) + len(CHAINS) + len(PACKAGES)
    assert {name: one["wrong"] for name, one in outcomes.items() if one["wrong"]} == {}
    slow = {name: one["seconds"] for name, one in outcomes.items() if one["seconds"] > LONGEST}
    assert slow == {}


@pytest.mark.parametrize("name", ["正文引外部文件", "路径往上走", "拆开的语句", "十万层"])
def test_the_command_says_so_and_writes_nothing(name: str, tmp_path: Path) -> None:
    make, codes = packages.REFUSED[name]
    path = tmp_path / "模板.docx"
    path.write_bytes(make(tmp_path))
    year = year_file(tmp_path, "数据: {普法.活动: 3场}\n")
    before = sorted(tmp_path.iterdir())
    ran = drafter("draft", year, "--word", path, "-o", tmp_path / "初稿.docx")
    assert ran.returncode == 2
    assert any(code in ran.stderr for code in codes)
    assert "怎么改：" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "root:" not in ran.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("mark", marks.WALKS)
def test_nothing_of_python_is_reached_even_where_no_check_was_made(mark: str) -> None:
    report = reports.full()
    values = build(report, blocks(report))
    for xml in (True, False):
        with pytest.raises((TemplateError, TypeError)):
            Closed(xml=xml).from_string(mark).render(values)
