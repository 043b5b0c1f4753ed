"""What the benchmarks compare is the same work, and what they are fed is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.asked import asked, write_yaml
from benchmarks.long_templates import extended_template, repeated_template
from benchmarks.naive import floor
from benchmarks.naive.naive import fill
from benchmarks.peer_templates import KINDS, peer_data
from benchmarks.texts import paragraphs, same
from benchmarks.workshop import TEMPLATE, ready_xml
from benchmarks.years import (
    LONGCHENG,
    make_years,
    scaled,
    with_longer_paragraphs,
    with_more_paragraphs,
)
from drafter.app.draft import draft
from drafter.app.opening import open_case
from drafter.model.finding import Severity
from drafter.writers.text import txt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: All examples, some with other numbers.
FEW = 7


def both(year_file: Path, folder: Path, template: Path = TEMPLATE) -> tuple[Path, Path]:
    """The draft, and what the naive script prints."""
    data = write_yaml(asked(year_file), folder / "data.yaml")
    ours, theirs = folder / "ours.docx", folder / "theirs.docx"
    draft(year_file, ours, word=template)
    fill(template, data, theirs)
    return ours, theirs


def test_the_naive_script_prints_what_drafter_prints(tmp_path: Path) -> None:
    ours, theirs = map(paragraphs, both(LONGCHENG, tmp_path))
    assert ours == theirs
    assert len(ours) > 40


def test_the_least_that_python_can_do_prints_the_same(tmp_path: Path) -> None:
    ours, _ = both(LONGCHENG, tmp_path)
    prepared = tmp_path / "ready.xml"
    prepared.write_text(ready_xml(), "utf-8")
    floor.fill(TEMPLATE, prepared, tmp_path / "data.yaml", tmp_path / "least.docx")
    assert paragraphs(tmp_path / "least.docx") == paragraphs(ours)


@pytest.mark.parametrize("make", [repeated_template, extended_template])
def test_so_it_does_in_longer_templates(make: Callable[[int, Path], Path], tmp_path: Path) -> None:
    template = make(2, tmp_path / "template.docx")
    ours, theirs = map(paragraphs, both(LONGCHENG, tmp_path, template))
    assert ours == theirs
    assert len(ours) > 80


def test_a_single_changed_word_stops_the_benchmark() -> None:
    with pytest.raises(SystemExit, match="paragraph 2 differs"):
        same([("Title", "甲"), ("Body Text", "乙")], [("Title", "甲"), ("Body Text", "丙")], "x")


def test_year_files_for_the_benchmarks_are_distinct_and_without_errors(tmp_path: Path) -> None:
    reports = []
    for path in make_years(FEW, tmp_path):
        case, findings = open_case(path)
        assert [f for f in findings if f.severity is Severity.ERROR] == []
        assert case.report.gaps == ()
        reports.append(txt(case.report))
    assert len(set(reports)) == FEW


def test_they_are_the_same_at_every_run(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in make_years(FEW, tmp_path / "a")]
    second = [path.read_bytes() for path in make_years(FEW, tmp_path / "b")]
    assert first == second


def test_counts_grow_and_rates_and_dates_do_not() -> None:
    text = (
        "数据:\n  甲: {值: 7件, 截至: 2023-12-31, 备注: 2022年度}\n  乙: 超1.5万份\n  丙: 98.7%\n"
    )
    grown = (
        "数据:\n  甲: {值: 21件, 截至: 2023-12-31, 备注: 2022年度}\n  乙: 超4.5万份\n  丙: 98.7%\n"
    )
    assert scaled(text, 3) == grown


@pytest.mark.parametrize("make", [with_longer_paragraphs, with_more_paragraphs])
def test_a_report_said_to_be_four_times_as_long_is(
    make: Callable[[int, Path], Path], tmp_path: Path
) -> None:
    once = len(txt(open_case(LONGCHENG)[0].report))
    case, findings = open_case(make(4, tmp_path / "long.yaml"))
    assert 3.7 < len(txt(case.report)) / once < 4.3
    assert [f for f in findings if f.severity is Severity.ERROR] == []


def test_every_paragraph_has_a_place_in_the_templates_of_the_peers() -> None:
    body = peer_data(asked(LONGCHENG))["body"]
    assert all(len(KINDS.keys() & one.keys()) == 1 for one in body)
    assert {kind for one in body for kind in KINDS.keys() & one.keys()} == {"h1", "runin2", "text"}
