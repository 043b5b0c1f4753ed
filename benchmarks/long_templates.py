"""Word templates that are longer than the standard one."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from benchmarks.workshop import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

_STATIC = "本报告由本机关负责解释，向社会公开，欢迎公民、法人和其他组织监督、提出意见和建议。"
_TAGGED = "本报告成文于{{ 成文日期 }}，此后的工作情况另行报告。"
#: A tag in every so many paragraphs: drafter takes no more than 1,000 in a template.
_EVERY = 3


def repeated_template(size: int, path: Path) -> Path:
    """The standard template with all its paragraphs `size` times over: so many reports."""
    document = Document(str(TEMPLATE))
    body = document.element.body
    whole = [child for child in body if child.tag != qn("w:sectPr")]
    end = body[-1]
    for _ in range(size - 1):
        for child in whole:
            end.addprevious(deepcopy(child))
    document.save(str(path))
    return path


def extended_template(size: int, path: Path) -> Path:
    """The standard template with text behind it, `size` times as many paragraphs in all."""
    document = Document(str(TEMPLATE))
    for number in range(len(document.paragraphs) * (size - 1)):
        document.add_paragraph(_STATIC if number % _EVERY else _TAGGED, "Body Text")
    document.save(str(path))
    return path
