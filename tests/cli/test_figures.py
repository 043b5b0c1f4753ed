"""`drafter figures`, and what `drafter outline` tells of the suppliers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import cli
from drafter.text.widths import columns
from tests.making import year_file
from tests.running import drafter

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
LAST = "报告: {年度: 2022, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"
SOME = """\
上年: 2022.yaml
数据:
  普法.活动: {值: 300场, 来源: 区司法局, 截至: 2023-12-31}
  普法.资料: 近1.5万份
  调解.金额: 1141.95万元
  述法.人数: 不涉及
"""
RED, YELLOW = "\x1b[31m", "\x1b[33m"
LOADED = """
import sys
from drafter.cli import main
sys.argv = ["drafter", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(sorted({"docx", "lxml", "openpyxl", "jinja2"} & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture
def some(tmp_path: Path) -> Path:
    year_file(tmp_path, "数据: {普法.活动: 30场}\n", head=LAST, name="2022.yaml")
    return year_file(tmp_path, SOME)


def test_the_json_has_the_shape_of_the_contract_and_stdout_nothing_else(some: Path) -> None:
    ran = drafter("figures", some, "--json")
    assert ran.returncode == 0
    made = json.loads(ran.stdout)
    assert list(made) == ["figures"]
    by_id = {row["id"]: row for row in made["figures"]}
    activity = by_id["普法.活动"]
    place = activity.pop("used_in")
    assert len(place) == 1
    assert place[0].startswith("六（四）")
    assert activity == {
        "id": "普法.活动",
        "value": "300",
        "unit": "场",
        "text": "300场",
        "mark": "exact",
        "state": "given",
        "prior": "30场",
        "change": "增长900%",
        "source": "区司法局",
        "as_of": "2023-12-31",
    }
    money, paper = by_id["调解.金额"], by_id["普法.资料"]
    assert (money["value"], money["unit"], money["text"]) == ("11419500", "元", "1141.95万元")
    assert (paper["value"], paper["unit"], paper["mark"]) == ("15000", "份", "near")
    assert "\\u" not in ran.stdout


def test_what_is_not_known_is_null(some: Path) -> None:
    made = json.loads(drafter("figures", some, "--json").stdout)
    gap = next(row for row in made["figures"] if row["id"] == "处罚.案件")
    told = {"id", "state", "source", "used_in"}
    assert {key for key, value in gap.items() if value is not None} == told
    assert gap["state"] == "blank"


def test_the_table_goes_by_chapters_in_even_columns(
    some: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    lines = drafter("figures", some).stdout.splitlines()
    head = lines[0]
    row = next(line for line in lines if line.startswith("  普法.活动"))
    cells = (("今年", "300场"), ("上年", "30场 "), ("来源", "区司法局"), ("正文", "六（四）"))
    for title, cell in cells:
        assert columns(head.partition(title)[0]) == columns(row.partition(cell)[0])
    chapter = next(at for at, line in enumerate(lines) if line.startswith("六、"))
    assert lines.index(row) > chapter
    assert "    与上年相差10倍以上，请核对" in lines
    assert max(columns(line) for line in lines) <= 110


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_no_value_is_cut(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = drafter("figures", EXAMPLE).stdout
    assert max(columns(line) for line in shown.splitlines()) <= width
    assert "1141.95万元" in shown.replace("\n", "")


def test_stderr_counts_and_tells_who_owes_what(some: Path) -> None:
    told = drafter("figures", some).stderr
    assert "已填3项、缺" in told
    assert "不涉及1项；待核2项。" in told
    assert "各执法部门还欠1项：行政处罚案件（件）" in told
    assert "已报齐：区司法局1项（1项写明了来源，截至2023年12月31日）" in told


def test_the_outline_tells_the_same_of_the_suppliers(some: Path) -> None:
    told = drafter("figures", some).stderr.splitlines()
    outlined = drafter("outline", some).stderr.splitlines()
    assert outlined == told[2:]
    assert any("司法局、本单位已报1项、还欠" in line for line in outlined)


def test_gaps_are_red_and_jumps_yellow_unless_colours_are_not_wanted(some: Path) -> None:
    shown = CliRunner().invoke(cli, ["figures", str(some)], color=True).stdout
    gap = next(line for line in shown.splitlines() if "处罚.案件" in line)
    jump = next(line for line in shown.splitlines() if "普法.活动" in line)
    assert gap.startswith(RED)
    assert jump.startswith(YELLOW)
    plain = CliRunner(env={"NO_COLOR": "1"}).invoke(cli, ["figures", str(some)], color=True)
    assert "缺（件）" in plain.stdout
    assert "\x1b" not in plain.stdout + plain.stderr


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_sheet_is_written_and_never_over_another_file_unless_told_to(
    some: Path, ending: str
) -> None:
    out = some.parent / f"核稿单.{ending}"
    ran = drafter("figures", some, "-o", out)
    assert (ran.returncode, ran.stdout) == (0, f"{out}\n")
    out.write_bytes(b"mine")
    ran = drafter("figures", some, "-o", out)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--force" in ran.stderr
    assert out.read_bytes() == b"mine"
    assert drafter("figures", some, "-o", out, "--force").returncode == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_sheet_and_json_can_be_had_at_once(some: Path) -> None:
    out = some.parent / "核稿单.xlsx"
    ran = drafter("figures", some, "--json", "-o", out)
    assert json.loads(ran.stdout)["figures"]
    assert out.exists()


def test_another_ending_is_refused_in_chinese(some: Path) -> None:
    ran = drafter("figures", some, "-o", some.parent / "核稿单.pdf")
    assert ran.returncode == 2
    assert ".xlsx、.docx" in ran.stderr
    assert not (some.parent / "核稿单.pdf").exists()


def test_an_error_in_the_year_file_makes_the_exit_code_1(tmp_path: Path) -> None:
    ran = drafter("figures", year_file(tmp_path, "数据: {普法.活勤: 3场}\n"), "--json")
    assert ran.returncode == 1
    assert "Q201" in ran.stderr
    assert any(row["id"] == "普法.活勤" for row in json.loads(ran.stdout)["figures"])


def test_a_missing_file_stops_with_2(tmp_path: Path) -> None:
    assert drafter("figures", tmp_path / "a.yaml").returncode == 2


def test_the_help_page_is_in_chinese() -> None:
    ran = drafter("figures", "--help")
    assert ran.stdout.startswith("用法：")
    assert "核稿单" in ran.stdout


def test_without_a_file_to_write_nothing_of_word_or_excel_is_loaded() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOADED, "figures", EXAMPLE],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stderr.splitlines()[-1] == "[]"
