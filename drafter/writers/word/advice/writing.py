"""How the template itself was written: blank lines, mixed formatting, corrections, comments."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from drafter.text.lazily import lazily
from drafter.text.units import unit_at
from drafter.writers.word.advice.warning import warning
from drafter.writers.word.elements import run_text, runs
from drafter.writers.word.named import FIGURES
from drafter.writers.word.source import Tag, lines
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document

    from drafter.model.finding import Finding
    from drafter.writers.word.elements import Element, Story
    from drafter.writers.word.source import Line

#: Names that may be empty; a paragraph with nothing else in it would stay blank.
_MAY_BE_EMPTY = frozenset({"主送机关", "成文日期", "数据截至", "上级"})
_COMMENTS = "comments+xml"
_CORRECTIONS = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
#: Formatting that does not show.
_UNSEEN = {qn("w:lang"), qn("w:noProof"), qn("w:webHidden")}
_HINT = qn("w:hint")
#: A figure as it stands; a filter may take its unit away.
_FIGURE = lazily(rf"(?:{'|'.join(FIGURES)})(?:\.\w+)+")


def writing(document: Document, path: Path) -> Iterator[Finding]:
    """What the marks leave behind, and what the template's author left in it."""
    for story in stories(document):
        told = lines(story)
        place = "" if story.name == "正文" else story.name
        yield from _blank(told, place, path)
        yield from _mixed(story, told, place, path)
        yield from _units(told, place, path)
        if next(story.root.iter(*_CORRECTIONS), None) is not None:
            message = f"{story.name}里有没有接受的修订，会留在初稿里"
            remedy = "在 Word 的“审阅”里全部接受或拒绝，再保存"
            yield warning(("T222", "corrections-left"), path, 0, message, remedy)
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(_COMMENTS) and b"<w:comment " in part.blob:
            message = "模板里有批注，会留在每一份初稿和定稿里"
            yield warning(("T223", "comments-left"), path, 0, message, "在“审阅”里删除所有批注")


def _blank(told: tuple[Line, ...], place: str, path: Path) -> Iterator[Finding]:
    """Paragraphs of one name that may be empty, in no condition."""
    conditions: list[str] = []
    for line in told:
        for tag in line.tags:
            if tag.word == "if":
                conditions.append(tag.body)
            elif tag.word == "endif" and conditions:
                conditions.pop()
        name = line.tags[0].body.split("|")[0].strip() if len(line.tags) == 1 else ""
        alone = not line.words.strip(" ：:\t") and line.tags and line.tags[0].opening == "{{"
        if alone and name in _MAY_BE_EMPTY and not any(name in one for one in conditions):
            message = f"{place}第{line.number}段：“{name}”没有的时候，这里留下空行"
            remedy = f"前面加一段 {{%p if {name} %}}，后面加一段 {{%p endif %}}"
            yield warning(("T213", "may-stay-blank"), path, line.number, message, remedy, line.text)


def _units(told: tuple[Line, ...], place: str, path: Path) -> Iterator[Finding]:
    """Units behind a figure, which brings its own."""
    for line in told:
        for part, behind in pairwise(line.parts):
            if not isinstance(part, Tag) or not isinstance(behind, str):
                continue
            unit = unit_at(behind, 0) if _FIGURE.fullmatch(part.body) else ""
            # 件件有回音 begins with 件 and is a word of its own.
            if unit and part.opening == "{{" and not behind.startswith(unit * 2):
                message = (
                    f"{place}第{line.number}段：“{part.text}”的数里已经带着单位，"
                    f"后面又写了“{unit}”，单位会印两遍"
                )
                remedy = f"删去标记后面的“{unit}”，写成 {part.text}"
                kind = ("T225", "unit-printed-twice")
                yield warning(kind, path, line.number, message, remedy, part.text + unit)


def _mixed(story: Story, told: tuple[Line, ...], place: str, path: Path) -> Iterator[Finding]:
    """Tags whose letters are formatted differently: what is printed looks like the first."""
    for line, paragraph in zip(told, story.paragraphs(), strict=True):
        if not line.tags:
            continue
        faces = [face for run in runs(paragraph) for face in [_face(run)] * len(run_text(run))]
        at = 0
        for part in line.parts:
            length = len(part.text) if isinstance(part, Tag) else len(part)
            if isinstance(part, Tag) and part.opening == "{{" and _differ(faces[at : at + length]):
                message = f"{place}第{line.number}段：“{part.text}”里的字体、字号或颜色不一样"
                remedy = "选中整个标记，重新设一遍格式；印出来的字照第一个花括号的样子"
                yield warning(
                    ("T214", "mixed-formatting"), path, line.number, message, remedy, part.text
                )
            at += length


def _differ(faces: list[bytes]) -> bool:
    return any(one != other for one, other in pairwise(faces))


def _face(run: Element) -> bytes:
    """A run's formatting as far as it shows."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return b""
    seen = []
    for child in properties:
        if child.tag in _UNSEEN:
            continue
        attributes = sorted((k, v) for k, v in child.attrib.items() if k != _HINT)
        if attributes or child.tag != qn("w:rFonts"):
            seen.append(f"{etree.QName(child).localname}{attributes}")
    return ";".join(sorted(seen)).encode()
