"""Every page of the manual, followed to the letter in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.manual.pages import NOT_RUN, ROOT, Desk, follow

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
#: Pages whose commands no test runs, each with its reason.
NOT_FOLLOWED = {"速度": "its commands measure for half an hour; tests/benchmarks runs small ones"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_followed_to_the_letter_does_and_prints_what_it_says(
    page: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    follow(PAGES[page].read_text("utf-8"), desk)
    assert desk.ran


def test_every_page_with_commands_is_followed_here_or_by_a_test_that_names_it() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for page in (ROOT / "docs").glob("*.md"):
        followed = page in PAGES.values() or f'"{page.name}"' in tests or page.stem in NOT_FOLLOWED
        assert followed or "```sh" not in page.read_text("utf-8"), page.name


def test_no_reason_is_given_for_a_command_that_no_page_has() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES.values())
    assert [command for command in NOT_RUN if f"\n{command}" not in text] == []
