"""The page for developers, followed to the letter in a copy of the project."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.manual.pages import ROOT, Desk, follow

if TYPE_CHECKING:
    from pathlib import Path

_COPIED = ("drafter", "templates", "tools", "docs")


def test_topic_structure_reader_and_writer_are_added_by_the_page(tmp_path: Path) -> None:
    for name in _COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    desk = Desk(tmp_path, {"PYTHONPATH": str(tmp_path)})
    follow((ROOT / "docs" / "给开发者.md").read_text("utf-8"), desk)
    assert "各级河长全年巡河260次" in (tmp_path / "2024.txt").read_text("utf-8")
    assert "全年开展普法活动36场。" in (tmp_path / "2023.txt").read_text("utf-8")
    assert "巡河.次数" in (tmp_path / "templates" / "schema.json").read_text("utf-8")
    adoc = (tmp_path / "2024.adoc").read_text("utf-8")
    assert adoc.startswith("= 临江街道2024年法治政府建设年度报告\n\n")
    assert "\n== 一、主要举措和成效\n" in adoc
