from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.old_report import RawParagraph
from drafter.model.spot import Spot
from drafter.readers.documents import read_document
from drafter.readers.documents.frame import without_frame
from tests.documents.making import LEAD, SAMPLES, texts

if TYPE_CHECKING:
    from pathlib import Path

#: Lines of the web frame by file: 标题, text and sign-off stay.
FRAMES = {
    "000": ({1, 4, 5, 6, 67, 69, 71, 73, 75, 77, 79, 81}, date(2024, 2, 20)),
    "001": ({1, 5, 58, 59}, date(2024, 1, 4)),
    "002": ({1, 5, 91, 92, 93, 94}, date(2021, 2, 27)),
    "003": (set(), None),
    "004": ({1, 2, 3, 7}, date(2023, 12, 6)),
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not there")
@pytest.mark.parametrize("name", sorted(FRAMES))
def test_of_a_sample_exactly_the_web_frame_is_dropped(name: str) -> None:
    frame, dated = FRAMES[name]
    (path,) = SAMPLES.glob(f"{name}_*.txt")
    document = read_document(path)
    assert {one.spot.line for one in document.dropped} == frame
    assert all(one.reason for one in document.dropped)
    assert document.dated == dated
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = {n for n, line in enumerate(lines, 1) if line.strip() and n not in frame}
    assert {one.spot.line for one in document.paragraphs} == kept
    for one in document.paragraphs:
        assert one.text == lines[one.spot.line - 1].replace("\u00a0", " ").strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_line_is_a_paragraph_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(f"\u3000\u3000{LEAD}\r\n\r\n一、举措\r\n".encode(encoding))
    assert texts(path) == [LEAD, "一、举措"]


def test_a_report_without_a_frame_keeps_its_short_lines(tmp_path: Path) -> None:
    lines = ["某区人民政府", "2023年法治政府建设年度报告", "区委：", LEAD, "某局", "2024年1月4日"]
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert texts(path) == lines


@pytest.mark.parametrize(
    "signed",
    [
        ["某区人民政府", "2024年1月4日"],
        ["某区人民政府  2024年1月4日"],
        ["2024年1月4日"],
        ["某区司法局"],
    ],
)
def test_a_sign_off_below_whom_to_call_stays(tmp_path: Path, signed: list[str]) -> None:
    path = tmp_path / "报告.txt"
    call = "联系电话：0717-5751234"
    path.write_text("\n".join([LEAD, call, *signed]), encoding="utf-8")
    assert texts(path) == [LEAD, *signed]
    (dropped,) = read_document(path).dropped
    assert (dropped.text, dropped.reason) == (call, "联系方式")


def test_the_name_below_the_address_of_a_site_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    signed, site = ["某区人民政府", "2024年1月4日"], ["地址：某路1号", "某区人民政府办公室"]
    path.write_text("\n".join([LEAD, *signed, *site]), encoding="utf-8")
    assert texts(path) == [LEAD, *signed]


def test_a_name_below_the_words_of_a_site_is_no_sign_off(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(f"{LEAD}\n主办：某局\n某区人民政府", encoding="utf-8")
    assert texts(path) == [LEAD]


def test_words_of_a_frame_within_the_text_stay(tmp_path: Path) -> None:
    lines = [LEAD, "电话：12345", "收起", LEAD, f"12345热线：{LEAD}"]
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert texts(path) == lines


def test_a_sign_off_before_the_footer_stays(tmp_path: Path) -> None:
    lines = [
        LEAD,
        "某区司法局",
        "2024年1月4日",
        "打印本页 关闭窗口",
        "主办：某区司法局",
        "网站地图",
    ]
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert texts(path) == lines[:3]


@given(
    st.lists(
        st.sampled_from(
            [
                "首页",
                "来源：本网",
                "某局",
                LEAD,
                "时间：" + LEAD,
                "一、举措",
                "打印",
                "主办：某局",
                "电话：12345",
                "2024年1月4日",
                "区委：",
            ]
        ),
        max_size=12,
    )
)
def test_no_sentence_is_ever_dropped_and_every_line_is_kept_or_listed(lines: list[str]) -> None:
    paragraphs = [RawParagraph(line, Spot("x", n)) for n, line in enumerate(lines, 1)]
    kept, dropped, _ = without_frame(paragraphs)
    found = [one.spot.line for one in kept] + [one.spot.line for one in dropped]
    assert sorted(found) == list(range(1, len(lines) + 1))
    assert not [one for one in dropped if one.text.endswith("。") or one.text == "一、举措"]
