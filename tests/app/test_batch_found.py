"""Which files `--all` means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.batch.found import find_checkable, find_year_files
from drafter.model.finding import DrafterError
from tests.making import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.batch.found import Found


def _put(folder: Path, *names: str, text: str = HEAD) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _names(found: Found) -> list[str]:
    return [path.relative_to(found.folder).as_posix() for path in found.files]


def test_year_files_are_found_in_folders_within_folders_in_a_stable_order(tmp_path: Path) -> None:
    _put(tmp_path, "b/2023.yaml", "a/内/2023.yml", "a/2022.yaml", "a/2023.yaml", "2023.YAML")
    assert _names(find_year_files(tmp_path)) == [
        "2023.YAML",
        "a/2022.yaml",
        "a/2023.yaml",
        "a/内/2023.yml",
        "b/2023.yaml",
    ]


@pytest.mark.parametrize(
    "name",
    [
        ".2023.yaml", "~$2023.yaml", "2023.yaml~", ".git/2023.yaml", "初稿/2023.yaml",
        "模板/indicators/a.yaml", "2023.docx", "填报表.xlsx", "drafter记录.json",
    ],
)  # fmt: skip
def test_hidden_files_lock_files_catalogues_and_the_drafts_own_folder_do_not_count(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "模板" / "profiles").mkdir(parents=True)
    (tmp_path / "模板" / "indicators").mkdir(parents=True)
    _put(tmp_path, "2023.yaml", name)
    assert _names(find_year_files(tmp_path, tmp_path / "初稿")) == ["2023.yaml"]


def test_last_years_file_in_its_own_folder_is_passed_over_and_named(tmp_path: Path) -> None:
    _put(tmp_path, "2023.yaml", text=HEAD + "上年: last/2022.yaml  # 只有数\n")
    _put(tmp_path, "last/2022.yaml")
    found = find_year_files(tmp_path)
    assert _names(found) == ["2023.yaml"]
    assert found.passed == ((tmp_path / "last" / "2022.yaml", "只作“2023.yaml”的上年数据用"),)


def test_last_years_file_beside_this_years_is_a_year_file_too(tmp_path: Path) -> None:
    _put(tmp_path, "2023.yaml", text=HEAD + "上年: 2022.yaml\n")
    _put(tmp_path, "2022.yaml")
    assert _names(find_year_files(tmp_path)) == ["2022.yaml", "2023.yaml"]


def test_last_years_file_that_adopt_has_made_is_passed_over(tmp_path: Path) -> None:
    _put(tmp_path, "2023.yaml", text=HEAD + "上年: '2022.yaml'\n")
    _put(tmp_path, "2022.yaml", text="# 由 drafter adopt 从“a.docx”整理\n" + HEAD)
    assert _names(find_year_files(tmp_path)) == ["2023.yaml"]


def test_a_profile_of_ones_own_is_no_year_file_and_said_so(tmp_path: Path) -> None:
    _put(tmp_path, "2023.yaml")
    _put(tmp_path, "我的结构.yaml", text="说明: 本区的\n章节: []\n")
    found = find_year_files(tmp_path)
    assert _names(found) == ["2023.yaml"]
    assert [path.name for path, _ in found.passed] == ["我的结构.yaml"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01", "报告：2023".encode("gbk"), b"[" * 99],
    ids=["empty", "zeros", "GBK", "brackets"],
)
def test_a_damaged_year_file_is_not_passed_over_in_silence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_bytes(content)
    assert _names(find_year_files(tmp_path)) == ["2023.yaml"]


def test_every_kind_of_report_is_checked_but_for_what_drafter_put_there(tmp_path: Path) -> None:
    kept = ["2023.yaml", "a.docx", "b.doc", "c.html", "d.mht", "e.txt", "f.md", "g.pdf", "h.WPS"]
    _put(tmp_path, *kept, "a（检查）.docx", "清单.txt", "填报表-司法局-2023.xlsx", "图.png")
    assert _names(find_checkable(tmp_path)) == kept


@pytest.mark.parametrize("name", ["没有", "文件.txt", "空"])
def test_a_folder_with_nothing_to_do_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "文件.txt").write_text("x", encoding="utf-8")
    (tmp_path / "空").mkdir()
    with pytest.raises(DrafterError) as caught:
        find_year_files(tmp_path / name)
    assert name in caught.value.findings[0].message


def test_drafts_are_checked_only_where_their_folder_is_named(tmp_path: Path) -> None:
    from drafter.app.batch.drafts import draft_all
    from drafter.app.batch.orders import Order
    from drafter.app.draft import Format

    _put(tmp_path, "2023.yaml", "初稿/别人的.txt")
    out = tmp_path / "初稿"
    found = find_year_files(tmp_path, out)
    draft_all(found, out, Order(Format.TXT), jobs=1, take=lambda _: None)
    assert _names(find_checkable(tmp_path)) == ["2023.yaml", "初稿/别人的.txt"]
    assert _names(find_checkable(out)) == ["2023.txt", "别人的.txt"]


def test_a_link_to_a_folder_is_not_followed_and_said_so(tmp_path: Path) -> None:
    _put(tmp_path, "2023.yaml")
    (tmp_path / "绕回").symlink_to(tmp_path, target_is_directory=True)
    found = find_year_files(tmp_path)
    assert _names(found) == ["2023.yaml"]
    assert [path.name for path, _ in found.passed] == ["绕回"]
