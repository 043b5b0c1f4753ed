"""`drafter slips` as a clerk runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.running import drafter
from tests.slips.offices import FIGURES, office, slip

if TYPE_CHECKING:
    from pathlib import Path


def test_slips_go_out_and_the_table_says_who_owes_what(tmp_path: Path) -> None:
    office(tmp_path)
    ran = drafter("slips", "out", "2023.yaml", "表", "--due", "2024-01-15", folder=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0].split() == [
        "填报单位", "数据", "已填", "必填未填", "亮点", "文件",
    ]  # fmt: skip
    assert "填报表-司法局-2023.xlsx" in ran.stdout
    assert (tmp_path / "表" / "清单.txt").is_file()
    again = drafter("slips", "out", "2023.yaml", "表", folder=tmp_path)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_slips_come_in_and_what_was_put_in_is_told_file_by_file(tmp_path: Path) -> None:
    path = office(tmp_path)
    slip(tmp_path, "甲", ("普法.活动", 36), ("普法.资料", "近1.5万"))
    ran = drafter("slips", "in", "2023.yaml", "甲.xlsx", folder=tmp_path)
    assert ran.returncode == 0
    assert "甲.xlsx：写入2项" in ran.stdout
    assert "普法.活动: 36场" in path.read_text(encoding="utf-8")
    again = drafter("slips", "in", "2023.yaml", "甲.xlsx", folder=tmp_path)
    assert "写入0项，已有2项" in again.stdout


def test_conflicts_are_told_with_both_values_and_end_with_1(tmp_path: Path) -> None:
    office(tmp_path, FIGURES.replace("普法.活动:", "普法.活动: 30场"))
    slip(tmp_path, "甲", ("普法.活动", 36))
    ran = drafter("slips", "in", "2023.yaml", "甲.xlsx", folder=tmp_path)
    assert ran.returncode == 1
    assert "甲.xlsx Sheet!E3：36场" in ran.stdout
    assert "2023.yaml 第5行：30场" in ran.stdout
    assert "--prefer" in ran.stdout
    ran = drafter("slips", "in", "2023.yaml", "甲.xlsx", "--prefer", "填报表", folder=tmp_path)
    assert ran.returncode == 0


def test_a_dry_run_shows_the_lines_and_changes_nothing(tmp_path: Path) -> None:
    path = office(tmp_path)
    before = path.read_bytes()
    slip(tmp_path, "甲", ("普法.活动", 36))
    ran = drafter("slips", "in", "2023.yaml", "甲.xlsx", "--dry-run", folder=tmp_path)
    assert ran.returncode == 0
    assert "+  普法.活动: 36场" in ran.stdout
    assert path.read_bytes() == before


def test_the_json_has_the_three_lists_of_the_contract(tmp_path: Path) -> None:
    office(tmp_path)
    slip(tmp_path, "甲", ("普法.活动", 36), ("普法.资料", -1), (None, 5))
    ran = drafter("slips", "in", "2023.yaml", "甲.xlsx", "--json", folder=tmp_path)
    assert ran.returncode == 1
    found = json.loads(ran.stdout)
    assert list(found) == ["applied", "conflicts", "unmatched"]
    assert (found["applied"][0]["id"], found["applied"][0]["cell"]) == ("普法.活动", "E3")
    assert found["conflicts"][0]["kind"] == "negative"
    assert found["unmatched"][0]["value"] == "5"


def test_a_folder_stands_for_the_slips_in_it(tmp_path: Path) -> None:
    office(tmp_path)
    (tmp_path / "表").mkdir()
    slip(tmp_path / "表", "甲", ("普法.活动", 36))
    (tmp_path / "表" / "~$甲.xlsx").write_bytes(b"lock")
    (tmp_path / "表" / "清单.txt").write_text("x", encoding="utf-8")
    ran = drafter("slips", "in", "2023.yaml", "表", folder=tmp_path)
    assert ran.returncode == 0
    assert "写入1项" in ran.stderr


def test_highlights_go_below_their_topic(tmp_path: Path) -> None:
    path = office(tmp_path)
    (tmp_path / "甲.csv").write_text("主题,亮点\n普法宣传,建成法治公园\n,=开通专线\n", "utf-8")
    ran = drafter("slips", "in", "2023.yaml", "甲.csv", folder=tmp_path)
    assert ran.returncode == 0
    assert "亮点:\n  普法宣传:\n    - 建成法治公园\n    - " in path.read_text(encoding="utf-8")


def test_none_in_the_place_of_a_highlight_is_no_highlight(tmp_path: Path) -> None:
    path = office(tmp_path)
    before = path.read_bytes()
    (tmp_path / "甲.csv").write_text("主题,亮点\n普法宣传,无。\n", "utf-8")
    ran = drafter("slips", "in", "2023.yaml", "甲.csv", folder=tmp_path)
    assert ran.returncode == 0
    assert path.read_bytes() == before


def test_when_nothing_can_be_read_the_command_ends_with_2(tmp_path: Path) -> None:
    office(tmp_path)
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    ran = drafter("slips", "in", "2023.yaml", "a.xlsx", folder=tmp_path)
    assert ran.returncode == 2
    assert "损坏" in ran.stderr
    assert ran.stdout == ""


def test_help_and_wrong_usage_are_in_chinese(tmp_path: Path) -> None:
    for command in ("slips", "slips out", "slips in"):
        ran = drafter(*command.split(), "--help")
        assert ran.stdout.startswith("用法：")
        assert "Usage" not in ran.stdout
    for words in ("oot", "in a.yaml", "out a.yaml b --due 明天"):
        ran = drafter("slips", *words.split(), folder=tmp_path)
        assert ran.returncode == 2
        assert "怎么改" in ran.stderr


def test_nothing_of_excel_is_loaded_before_it_is_needed() -> None:
    import subprocess
    import sys

    code = "import sys, drafter.cli.slips; print('openpyxl' in sys.modules, 'lxml' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    assert ran.stdout.split() == ["False", "False"]
