from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter import locate
from drafter.model.finding import DrafterError
from drafter.readers.names import read_names

if TYPE_CHECKING:
    from pathlib import Path


def test_names_are_read_with_what_they_lie_in(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(
        "允许: [浦东新区 余杭区]\n固定说法: [依法治国]\n地名:\n  北京市: 东城区\n"
        "  湖北省:\n    鄂州市: 华容区\n    直辖: 仙桃市\n",
        "utf-8",
    )
    names = read_names(path)
    assert names.allowed == {"浦东新区", "余杭区"}
    assert names.set_phrases == ("依法治国",)
    assert names.places == (
        ("北京市",),
        ("北京市", "东城区"),
        ("湖北省",),
        ("湖北省", "鄂州市"),
        ("湖北省", "鄂州市", "华容区"),
        ("湖北省", "仙桃市"),
    )


def test_a_list_of_places_is_told(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text("地名: [北京市]\n", "utf-8")
    with pytest.raises(DrafterError):
        read_names(path)


def test_our_own_file_names_every_province() -> None:
    names = read_names(locate.templates() / "names.yaml")
    assert sum(len(chain) == 1 for chain in names.places) == 31
    assert len(names.places) > 2900


def test_places_may_stand_in_a_block_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    lines = "  北京市: 东城区\n\n  湖北省:\n    鄂州市: 华容区\n    直辖: 仙桃市\n"
    path.write_text(f"地名: |\n{lines}", "utf-8")
    assert read_names(path).places == (
        ("北京市",),
        ("北京市", "东城区"),
        ("湖北省",),
        ("湖北省", "鄂州市"),
        ("湖北省", "鄂州市", "华容区"),
        ("湖北省", "仙桃市"),
    )
    path.write_text(f"地名: |\n{lines}  武汉市 江岸区\n", "utf-8")
    with pytest.raises(DrafterError) as raised:
        read_names(path)
    assert [finding.spot.line for finding in raised.value.findings] == [7]
