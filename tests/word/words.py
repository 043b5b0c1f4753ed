"""What a Word document says, content controls included (python-docx passes those over)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.text.run import Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R


def paragraph_texts(document: Document) -> list[str]:
    """The text of each paragraph of the body, tables left out."""
    return [
        "".join(text.text or "" for text in paragraph._p.iter(qn("w:t")))  # noqa: SLF001
        for paragraph in document.paragraphs
    ]


def all_runs(document: Document) -> list[Run]:
    """Every run of the body in order."""
    body = document.element.body
    return [Run(cast("CT_R", run), document.paragraphs[0]) for run in body.iter(qn("w:r"))]
