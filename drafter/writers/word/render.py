"""Filling in a template: once through docxtpl, once as plain text to hold against it."""

from __future__ import annotations

import traceback
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import LxmlError

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.word.heal import heal
from drafter.writers.word.sandbox import Closed
from drafter.writers.word.source import as_jinja, lines, printed
from drafter.writers.word.stories import R, T, give_hint, run_text, runs, stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document

    from drafter.writers.word.stories import Element, Story

#: What evaluating a template can raise beside Jinja's own errors ({{ 标题|round }}).
_EVALUATION = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    LxmlError,
)

# Marks that are Chinese or Latin: a template's own text may lack the hint which they are.
_AMBIGUOUS = frozenset("“”‘’—…×·")

# Properties that docxtpl takes for templates; ours are set afterwards.
_TEMPLATED = ("author", "comments", "identifier", "language", "subject", "title")


def expected(
    document: Document, values: Mapping[str, object], path: Path
) -> tuple[tuple[str, ...], ...]:
    """The paragraphs that each story of the finished document must have, found without docxtpl.

    Raises:
        DrafterError: the template fails with these values.
    """
    plain = Closed(xml=False)
    return tuple(
        _evaluated(plain, as_jinja(lines(story)), values, path) for story in stories(document)
    )


def render(document: Document, values: dict[str, Any], path: Path) -> None:
    """Fill in a template, in place; it must have passed `lint`.

    Core properties come out empty.

    Raises:
        DrafterError: docxtpl makes something else of it than `lint` saw.
    """
    template = DocxTemplate(BytesIO())
    template.docx = document  # else docxtpl opens the file once more, as it stands
    for story in stories(document):
        heal(story)
    for name in _TEMPLATED:
        setattr(document.core_properties, name, "")
    try:
        template.render(values, jinja_env=Closed(xml=True), autoescape=True)
    except _EVALUATION as error:
        told = isinstance(error, TemplateError)
        why = str(error) if told else "里面的表格或图形不完整，程序认不出来"
        raise _failed(path, 0, f"模板填不了（{why}）", "") from error
    for story in stories(document):
        _tidy(story)


def _evaluated(
    plain: Closed, source: str, values: Mapping[str, object], path: Path
) -> tuple[str, ...]:
    """The printed paragraphs of one story."""
    try:
        return printed(plain.from_string(source).render(values))
    except _EVALUATION as error:
        number = _paragraph_number(error)
        text = source.split("\n")[number - 1].lstrip("\x01") if number else ""
        raise _failed(path, number, f"模板第{number}段算不出来（{error}）", text) from error


def _failed(path: Path, number: int, message: str, text: str) -> DrafterError:
    """The error for a template that fails with the values."""
    remedy = "照标准模板的写法改；标准模板可用 drafter word -o 另存一份"
    spot = Spot(str(path), number)
    return DrafterError(
        Finding("T110", "template-failed", Severity.ERROR, spot, message, remedy, text=text)
    )


def _paragraph_number(error: Exception) -> int:
    """Line of the template's plain text in which evaluation stopped; 0 when it is not known."""
    frames = traceback.extract_tb(error.__traceback__)
    known = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return known[-1] if known else 0


def _tidy(story: Story) -> None:
    """Remove the empty runs that docxtpl leaves where a run tag stood; see to the Chinese font."""
    for paragraph in story.paragraphs():
        for run in tuple(runs(paragraph)):
            if _AMBIGUOUS & set(run_text(run)):
                give_hint(run)
            elif not run_text(run) and all(_is_void(child) for child in run):
                parent = run.getparent()
                if parent is not None:
                    parent.remove(run)


def _is_void(child: Element) -> bool:
    """Whether a run's child prints nothing: its formatting, or text of no length."""
    return child.tag in {T, R.replace("}r", "}rPr")}
