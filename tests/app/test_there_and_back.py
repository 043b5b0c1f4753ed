"""A draft of ours adopted and drafted again: no word lost on the way.

A PDF's way there and back stands with its pages, in `tests/pages/test_example_pages.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app.adopt import adopt
from drafter.app.draft import Format, draft
from tests.app.again import expected_words, words_again

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9][0-9][0-9][0-9].yaml"))


@pytest.mark.parametrize("year_file", EXAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("to", [Format.DOCX, Format.HTML, Format.MD], ids=lambda to: to.value)
def test_a_draft_comes_back_from_adopt_as_it_was(
    year_file: Path, to: Format, tmp_path: Path
) -> None:
    path = draft(year_file, tmp_path / f"报告.{to.value}", to=to).path
    assert path is not None
    assert words_again(path, tmp_path) == expected_words(year_file)


@pytest.mark.parametrize("year_file", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_web_page_and_markdown_have_the_headings_of_the_word_draft(
    year_file: Path, tmp_path: Path
) -> None:
    def headings(to: Format) -> list[tuple[int, str, str, bool]]:
        path = draft(year_file, tmp_path / f"报告.{to.value}", to=to).path
        assert path is not None
        old = adopt(path, write=False).report
        return [(b.level, b.number, b.heading, b.run_in) for b in old.blocks if b.level]

    word = headings(Format.DOCX)
    assert word
    assert headings(Format.HTML) == word
    assert headings(Format.MD) == word
