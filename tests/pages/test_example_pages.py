"""The examples' drafts, as pages: measured, validated, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from drafter.app.draft import draft
from tests.pages.measuring import DRAWN, checked, measured
from tests.tools import audit_errors, sdk_errors, to_pdf
from tests.word.words import paragraph_texts

pytestmark = DRAWN

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9][0-9][0-9][0-9].yaml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def drafted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's Word draft."""
    path = draft(request.param, tmp_path_factory.mktemp("draft") / "draft.docx").path
    assert path is not None
    return path


def test_a_draft_holds_all_fifteen_items_of_the_standard(drafted: Path) -> None:
    assert checked(measured(to_pdf(drafted))) == (15, [])


def test_both_validators_find_nothing_in_a_draft(drafted: Path) -> None:
    assert sdk_errors(drafted) == []
    assert audit_errors(drafted) == []


def test_a_draft_holds_the_expected_text(drafted: Path, request: pytest.FixtureRequest) -> None:
    year_file = request.node.callspec.params["drafted"]
    expected = (year_file.parent / "expected.txt").read_text(encoding="utf-8")
    paragraphs = paragraph_texts(Document(str(drafted)))
    assert "".join(paragraphs) == "".join(expected.replace("　　", "").splitlines())
