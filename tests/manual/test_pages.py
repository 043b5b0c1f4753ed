"""Every page of the manual, followed to the letter in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.manual.pages import ROOT, Desk, follow

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("快速上手", "从去年的报告开始", "审核与定稿", "常见错误")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_followed_to_the_letter_does_and_prints_what_it_says(
    page: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    follow((ROOT / "docs" / f"{page}.md").read_text("utf-8"), desk)
    assert desk.ran
