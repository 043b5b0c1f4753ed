"""Word templates for tests: the styles of the standard one, other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from tests.tools import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

#: Prints whatever a report has, without pieces.
EVERYTHING = (
    "{%p for 行 in 标题行 %}",
    "{{ 行 }}",
    "{%p endfor %}",
    "{%p if 主送机关 %}",
    "{{ 主送机关 }}：",
    "{%p endif %}",
    "{%p for 段 in 正文 %}",
    "{{ 段.题文 }}{{ 段.文 }}",
    "{%p endfor %}",
    "{%p for 机关 in 落款 %}",
    "{{ 机关 }}",
    "{%p endfor %}",
    "{%p if 成文日期 %}",
    "{{ 成文日期 }}",
    "{%p endif %}",
)


def template(
    folder: Path,
    *paragraphs: str | tuple[str, ...],
    header: str = "",
    rows: tuple[tuple[str, ...], ...] = (),
) -> Path:
    """A template in `folder`.

    Args:
        folder: where it is written.
        paragraphs: of the body; a tuple is one paragraph of several runs.
        header: text of the page header; empty for none.
        rows: cells of a table after the paragraphs.
    """
    document = docx.Document(str(TEMPLATE))
    body = document.element.body
    for child in tuple(body)[:-1]:
        body.remove(child)
    for index, content in enumerate(paragraphs):
        paragraph = document.add_paragraph()
        for text in (content,) if isinstance(content, str) else content:
            paragraph.add_run(text).bold = bool(index % 2)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.paragraphs[0].add_run(text)
    if header:
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.style = document.styles[
            "Normal"
        ]  # python-docx supposes a style that is not there
        paragraph.add_run(header)
    path = folder / "模板.docx"
    document.save(str(path))
    return path
