"""Every page of the manual, followed to the letter in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.manual.pages import ROOT, Desk, follow

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    path: ROOT / f"{path}.md"
    for path in (
        "README",
        "docs/快速上手",
        "docs/填问卷",
        "docs/从去年的报告开始",
        "docs/审核与定稿",
        "docs/常见错误",
        "docs/预览",
    )
}
#: Pages with commands that tests of their own follow.
ELSEWHERE = {
    "填报与汇总": "project/test_slips_page.py",
    "改模板": "project/test_word_manual.py",
    "改结构和句式": "project/test_docs.py",
    "加一条检查": "project/test_adding_a_rule.py",
    "给开发者": "manual/test_for_developers.py",
}
#: Pages whose commands no test runs, each with its reason.
NOT_FOLLOWED = {"速度": "its commands measure for half an hour; tests/benchmarks runs small ones"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_followed_to_the_letter_does_and_prints_what_it_says(
    page: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    follow(PAGES[page].read_text("utf-8"), desk)
    assert desk.ran


def test_every_page_with_commands_is_followed() -> None:
    followed = {path.stem for path in PAGES.values()} | set(ELSEWHERE) | set(NOT_FOLLOWED)
    pages = (*(ROOT / "docs").glob("*.md"), ROOT / "README.md")
    assert {page.stem for page in pages if "```sh" in page.read_text("utf-8")} <= followed


def test_pages_followed_elsewhere_are_named_there() -> None:
    for page, test in ELSEWHERE.items():
        assert f"{page}.md" in (ROOT / "tests" / test).read_text("utf-8")
