"""`drafter new`: a year file to fill in, from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from drafter import locate
from drafter.app.new import new
from drafter.model.finding import DrafterError
from drafter.model.kit import Kind
from drafter.readers.year_file import read_year_file
from tests.running import drafter

OFFICE = ("--place", "龙城街道", "--kind", "街道")


def test_a_questionnaire_is_written_and_its_path_is_all_of_stdout(tmp_path: Path) -> None:
    ran = drafter("new", "a.yaml", *OFFICE, "--year", "2024", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "a.yaml\n")
    assert "问卷已写好" in ran.stderr
    answers, findings = read_year_file(tmp_path / "a.yaml")
    assert findings == ()
    assert (answers.year, answers.office.name) == (2024, "龙城街道")
    assert answers.office.kind is Kind.SUBDISTRICT


def test_a_new_questionnaire_makes_a_draft_full_of_gaps(tmp_path: Path) -> None:
    drafter("new", "2024.yaml", *OFFICE, folder=tmp_path)
    ran = drafter("draft", "2024.yaml", "--to", "txt", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "2024.txt\n")
    assert "【待补充：普法活动（场）】" in (tmp_path / "2024.txt").read_text(encoding="utf-8")


def test_the_file_is_named_after_the_year_when_none_is_told(tmp_path: Path) -> None:
    assert drafter("new", "2024.yaml", *OFFICE, folder=tmp_path).returncode == 0
    assert read_year_file(tmp_path / "2024.yaml")[0].year == 2024


def test_a_year_told_counts_more_than_the_name(tmp_path: Path) -> None:
    drafter("new", "2024.yaml", *OFFICE, "--year", "2023年度", folder=tmp_path)
    assert read_year_file(tmp_path / "2024.yaml")[0].year == 2023


def test_all_that_is_missing_is_told_at_once_with_the_kinds(tmp_path: Path) -> None:
    ran = drafter("new", "a.yaml", folder=tmp_path)
    assert ran.returncode == 2
    assert all(option in ran.stderr for option in ("--place", "--kind", "--year"))
    assert "、".join(Kind) in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.yaml", "--kind", "街到", "--place", "甲", "--year", "2024"], "可用的有：省、市、县"),
        (["a.yaml", *OFFICE, "--year", "24"], "四位数的年份"),
        (["a.yaml", *OFFICE, "--year", "9999"], "四位数的年份"),
        (["3024.yaml", *OFFICE], "--year"),
        (["a.docx", *OFFICE, "--year", "2024"], "a.yaml"),
        (["a.yaml", *OFFICE, "--year", "2024", "--profile", "纲要九章"], "纲要八章"),
        (["a.yaml", "--kind", "街道", "--place", "  ", "--year", "2024"], "单位名称"),
        (["没有/a.yaml", *OFFICE, "--year", "2024"], "文件夹"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
    ran = drafter("new", *arguments, folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert words in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten_without_force(tmp_path: Path) -> None:
    (tmp_path / "2024.yaml").write_text("填好的问卷", encoding="utf-8")
    ran = drafter("new", "2024.yaml", *OFFICE, folder=tmp_path)
    assert ran.returncode == 2
    assert "--force" in ran.stderr
    assert (tmp_path / "2024.yaml").read_text(encoding="utf-8") == "填好的问卷"
    assert drafter("new", "2024.yaml", *OFFICE, "--force", folder=tmp_path).returncode == 0


def test_an_own_profile_is_named_from_where_the_questionnaire_lies(tmp_path: Path) -> None:
    own = "标题: 年报\n章节:\n  - 主题: 普法宣传\n"
    (tmp_path / "我的结构.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "问卷").mkdir()
    ran = drafter("new", "问卷/2024.yaml", *OFFICE, "--profile", "我的结构.yaml", folder=tmp_path)
    assert ran.returncode == 0
    content = (tmp_path / "问卷" / "2024.yaml").read_text(encoding="utf-8")
    assert "  结构: ../我的结构.yaml" in content
    assert drafter("outline", "问卷/2024.yaml", folder=tmp_path).returncode == 0


def test_a_profile_made_for_other_bodies_is_used_and_told(tmp_path: Path) -> None:
    arguments = ("--place", "某省", "--kind", "省", "--profile", "纲要八章")
    ran = drafter("new", "2024.yaml", *arguments, folder=tmp_path)
    assert ran.returncode == 0
    assert "看看章节合不合适" in ran.stderr


def test_the_first_line_points_editors_to_the_schema_on_this_machine(tmp_path: Path) -> None:
    new(tmp_path / "a.yaml", place="甲县", kind=Kind.COUNTY, year=2024)
    first = (tmp_path / "a.yaml").read_text(encoding="utf-8").split("\n")[0]
    address = first.removeprefix("# yaml-language-server: $schema=")
    assert address.startswith("file:///")
    assert Path(unquote(urlparse(address).path)) == locate.templates().resolve() / "schema.json"


def templates(folder: Path, monkeypatch: pytest.MonkeyPatch, **profiles: str) -> None:
    """An office's own templates with these profiles only, and without the schema."""
    own = folder / "templates"
    shutil.copytree(locate.templates(), own, ignore=shutil.ignore_patterns("profiles", "*.json"))
    (own / "profiles").mkdir()
    for name, lines in profiles.items():
        text = f"标题: 年报\n章节:\n  - 主题: 普法宣传\n{lines}\n"
        (own / "profiles" / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(own))


def test_without_a_profile_told_the_first_for_the_year_is_taken_those_for_the_body_before_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = "适用: [市, 部门]\n年度: 2021-"
    templates(tmp_path, monkeypatch, 一="适用: 县", 丁=later, 丙="适用: 部门", 丈="说明: 都适用")

    def taken(kind: Kind, year: int) -> str:
        out = tmp_path / "a.yaml"
        return new(out, place="某某", kind=kind, year=year, force=True).profile.name

    assert taken(Kind.DEPARTMENT, 2024) == "丁"
    assert taken(Kind.DEPARTMENT, 2019) == "丙"
    assert taken(Kind.CITY, 2024) == "丁"
    assert taken(Kind.CITY, 2019) == "丈"


def test_when_no_profile_is_made_for_the_body_those_on_offer_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates(tmp_path, monkeypatch, 甲="适用: 县")
    with pytest.raises(DrafterError) as caught:
        new(tmp_path / "a.yaml", place="某省", kind=Kind.PROVINCE, year=2024)
    assert "甲" in caught.value.findings[0].remedy
    assert not (tmp_path / "a.yaml").exists()


def test_without_a_schema_the_first_line_is_for_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates(tmp_path, monkeypatch, 甲="适用: 县")
    new(tmp_path / "a.yaml", place="甲县", kind=Kind.COUNTY, year=2024)
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8").startswith("# 甲县2024年")
