"""A Word draft of ours adopted and drafted again: no word lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app.adopt import adopt
from drafter.app.draft import Format, draft

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9][0-9][0-9][0-9].yaml"))


@pytest.mark.parametrize("year_file", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_word_draft_comes_back_from_adopt_as_it_was(year_file: Path, tmp_path: Path) -> None:
    word = draft(year_file, tmp_path / "报告.docx").path
    assert word is not None
    adopt(word, tmp_path / "again.yaml")
    again = draft(tmp_path / "again.yaml", to=Format.TXT).path
    assert again is not None
    expected = (year_file.parent / "expected.txt").read_text(encoding="utf-8")
    assert "".join(again.read_text(encoding="utf-8").split()) == "".join(expected.split())
