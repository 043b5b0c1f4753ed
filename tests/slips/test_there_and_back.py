"""The figures of each example, collected from departments, are the example's figures."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from drafter.app.opening import open_case
from drafter.app.slips_in import slips_in
from tests.slips.filling import EXAMPLES, NAMES, emptied, fill, readings, retyped, sent
from tests.tools import converted_all

if TYPE_CHECKING:
    from pathlib import Path


def merged(path: Path, slips: list[Path]) -> None:
    done = slips_in(path, slips)
    assert done.merged.conflicts == ()
    assert done.merged.unmatched == ()
    done.write()


def expected(name: str) -> dict[str, object]:
    return readings(EXAMPLES / name / f"{name.rsplit('-', 1)[1]}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_slips_filled_in_excel_bring_every_figure_home(name: str, tmp_path: Path) -> None:
    path, told = emptied(name, tmp_path / "问卷")
    slips = sent(path, tmp_path / "表")
    assert fill(slips, told) == set(told)
    merged(path, slips)
    assert readings(path) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_slips_saved_by_libreoffice_bring_every_figure_home(name: str, tmp_path: Path) -> None:
    path, told = emptied(name, tmp_path / "问卷")
    slips = sent(path, tmp_path / "表")
    fill(slips, told)
    (tmp_path / "退回").mkdir()
    merged(path, converted_all(slips, "xlsx", tmp_path / "退回"))
    assert readings(path) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_slips_typed_anew_with_rows_moved_bring_every_figure_home(
    name: str, tmp_path: Path
) -> None:
    path, told = emptied(name, tmp_path / "问卷")
    slips = sent(path, tmp_path / "表")
    fill(slips, told)
    merged(path, retyped(slips, seed=len(name)))
    assert readings(path) == expected(name)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_slips_saved_in_other_formats_are_read_where_libreoffice_is(
    kind: str, tmp_path: Path
) -> None:
    path, told = emptied("heyuan-2023", tmp_path / "问卷")
    slips = sent(path, tmp_path / "表")
    fill(slips, told)
    (tmp_path / "退回").mkdir()
    merged(path, converted_all(slips[:2], kind, tmp_path / "退回"))
    found = readings(path)
    assert any(value != "blank" for value in found.values())


@pytest.mark.parametrize("name", NAMES)
def test_merging_a_second_time_changes_nothing(name: str, tmp_path: Path) -> None:
    path, told = emptied(name, tmp_path / "问卷")
    slips = sent(path, tmp_path / "表")
    fill(slips, told)
    merged(path, slips)
    before = path.read_bytes()
    again = slips_in(path, slips)
    assert all(one.already for one in again.merged.applied)
    merged(path, slips)
    assert path.read_bytes() == before


def test_comments_order_and_every_other_reading_of_the_year_file_stay(tmp_path: Path) -> None:
    path, told = emptied("longcheng-2023", tmp_path / "问卷")
    original = (EXAMPLES / "longcheng-2023" / "2023.yaml").read_text(encoding="utf-8")
    slips = sent(path, tmp_path / "表")
    fill(slips, told)
    merged(path, slips)
    text = path.read_text(encoding="utf-8")
    comments = [line.partition("#")[2] for line in original.splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in text.splitlines() if "#" in line] == comments
    now, then = open_case(path)[0].answers, open_case(EXAMPLES / "longcheng-2023" / "2023.yaml")[0]
    assert list(now.figures) == list(then.answers.figures)
    assert now.highlights.keys() == then.answers.highlights.keys()


def test_a_filled_year_file_sends_its_figures_along(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "longcheng-2023", tmp_path / "问卷")
    path = tmp_path / "问卷" / "2023.yaml"
    done = slips_in(path, sent(path, tmp_path / "表"))
    assert done.merged.conflicts == ()
    assert {one.id for one in done.merged.applied} == set(open_case(path)[0].answers.figures)
    assert done.after == done.before
