"""Filling in a template that was not made ready: to try it out, once, and to be measured by."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError

from drafter.writers.word.elements import runs
from drafter.writers.word.filling import paragraphs, unfillable
from drafter.writers.word.heal import heal
from drafter.writers.word.printed import printed, take_out_if_void
from drafter.writers.word.program import Program
from drafter.writers.word.sandbox import EVALUATION, Closed
from drafter.writers.word.source import as_jinja, lines
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document

# Properties that docxtpl takes for templates; ours are set afterwards.
_TEMPLATED = ("author", "comments", "identifier", "language", "subject", "title")


def expected(
    document: Document, values: Mapping[str, object], path: Path
) -> tuple[tuple[str, ...], ...]:
    """The paragraphs that each story of the finished document must have, found without docxtpl.

    Raises:
        DrafterError: the template fails with these values.
    """
    return tuple(
        paragraphs(Program(as_jinja(lines(story)), xml=False), values, path)
        for story in stories(document)
    )


def render(document: Document, values: dict[str, Any], path: Path) -> None:
    """Fill in a template, in place; it must have passed `lint`.

    Core properties come out empty.

    Raises:
        DrafterError: docxtpl makes something else of it than `lint` saw.
    """
    template = DocxTemplate(BytesIO())
    template.docx = document  # else docxtpl opens the file once more, as it stands
    try:
        for story in stories(document):
            heal(story)
        for name in _TEMPLATED:
            setattr(document.core_properties, name, "")
        template.render(values, jinja_env=Closed(xml=True), autoescape=True)
    except EVALUATION as error:
        raise unfillable(path, str(error) if isinstance(error, TemplateError) else "") from error
    for story in stories(document):
        for paragraph in tuple(story.paragraphs()):
            for run in tuple(runs(paragraph)):
                take_out_if_void(run)
        printed(story.root, tidy=True)
