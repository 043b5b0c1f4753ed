"""Filling in a template that was made ready, as docxtpl does it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.writers.word.markup import is_well_formed
from drafter.writers.word.paragraphs import FlatStory
from drafter.writers.word.program import ProgramError
from drafter.writers.word.simple import undeclared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from drafter.writers.word.prepared import Tale
    from drafter.writers.word.program import Program

#: Opens a printed paragraph in rendered plain text; no Word text can contain it.
MARK = "\x01"

_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
# What docxtpl makes elements of, within a text.
_SIGNS = "\t\n\a\f"
#: What `sandbox` and MarkupSafe write for marks that stand for themselves between two elements.
_NUMBERED = (("&#34;", '"'), ("&#39;", "'"), ("&#95;", "_"))
_ENGLISH = lazily("[A-Za-z]{2,} [a-z]{2,}")  # as Jinja and Python explain themselves
_REMEDY = "照标准模板的写法改；标准模板可用 drafter word -o 另存一份"


def expected(
    tales: Iterable[Tale], values: Mapping[str, object], path: Path
) -> tuple[tuple[str, ...], ...]:
    """The paragraphs that each story of the finished document must have, found without docxtpl.

    Raises:
        DrafterError: the template fails with these values.
    """
    return tuple(paragraphs(tale.plain, values, path) for tale in tales)


def paragraphs(program: Program, values: Mapping[str, object], path: Path) -> tuple[str, ...]:
    """What a program made of `source.as_jinja` prints; see `expected`."""
    try:
        text = program.run(values)
    except ProgramError as error:
        lines = program.source.split("\n")
        line = lines[error.line - 1].lstrip(MARK) if error.line else ""
        why, remedy = _why(error)
        message = f"模板第{error.line}段算不出来（{why}）"
        raise _failed(path, error.line, message, line, remedy) from error
    return tuple(part.split("\n", 1)[0] for part in text.split(MARK)[1:])


def filled(tale: Tale, values: Mapping[str, object], path: Path) -> FlatStory | bytes:
    """A story, filled in, or its file where that is written as it is printed.

    Raises:
        DrafterError: docxtpl makes something else of it than `lint` saw.
    """
    try:
        xml = _as_docxtpl(tale.xml.run(values))
        if tale.simple:
            bare = undeclared(_without_numbers(xml), tale.before)
            markup = f"{tale.before}{bare}{tale.after}"
            if is_well_formed(markup):
                return FlatStory(markup)
        from drafter.writers.word import through_tree

        return through_tree.raw(xml) if tale.raw else FlatStory(through_tree.markup(tale, xml))
    except ProgramError as error:
        raise unfillable(path, str(error) if error.by_jinja else "") from error
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise unfillable(path) from error


def _without_numbers(xml: str) -> str:
    """Characters that Jinja wrote as numbers, as lxml writes them."""
    if "&#" in xml:
        for shown, meant in _NUMBERED:
            xml = xml.replace(shown, meant)
    return xml


def _as_docxtpl(xml: str) -> str:
    """What `DocxTemplate.render_xml_part` makes of what Jinja printed."""
    xml = xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
    if "_" in xml:
        for shown, meant in _BRACES:
            xml = xml.replace(shown, meant)
    if _has_signs(xml):
        from docxtpl import DocxTemplate

        return str(DocxTemplate(BytesIO()).resolve_listing(xml))
    return xml


def _has_signs(xml: str) -> bool:
    """Whether a text may have one of `_SIGNS`; a pattern would look on from each of them."""
    if not any(sign in xml for sign in _SIGNS):
        return False
    pieces = xml.split("<")
    ended = (before for before, after in pairwise(pieces) if after.startswith("/w:t>"))
    return any(sign in piece for piece in ended for sign in _SIGNS)


def unfillable(path: Path, why: str = "") -> DrafterError:
    """The error for a template of which docxtpl makes something else than `lint` saw."""
    why = "" if _ENGLISH.search(why) else why
    why = why or "里面的表格或图形不完整，程序认不出来"
    return _failed(path, 0, f"模板填不了（{why}）", "")


def _why(error: ProgramError) -> tuple[str, str]:
    """What a template fails for, and what to do; what Jinja and Python say in English is not told.

    Values are texts, so that nearly all that fails is a sum.
    """
    if str(error) and not _ENGLISH.search(str(error)):
        return str(error), _REMEDY
    if isinstance(error.__cause__, TypeError):
        why = "要加减、比大小的是文字，不是数"
        return why, "名称后面加上 |int 再算，如 {{ 年度|int + 1 }}；文字不能加减，直接印出来"
    return "里面写的东西，这份报告里没有", _REMEDY


def _failed(
    path: Path, number: int, message: str, text: str, remedy: str = _REMEDY
) -> DrafterError:
    """The error for a template that fails with the values."""
    spot = Spot(str(path), number)
    return DrafterError(
        Finding("T110", "template-failed", Severity.ERROR, spot, message, remedy, text=text)
    )
