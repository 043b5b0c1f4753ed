"""What reaches out of the document, and what the program does not look into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from drafter.text.lazily import lazily
from drafter.writers.word.advice.warning import warning
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document
    from docx.opc.part import Part

    from drafter.model.finding import Finding
    from drafter.writers.word.elements import Element

_LINKS = {"hyperlink"}
_HARMLESS_TARGET = lazily(r"(?:https?|mailto):", re.IGNORECASE)
_KINDS = {
    "attachedTemplate": "附加的模板",
    "image": "图片",
    "oleObject": "链接的对象",
    "subDocument": "子文档",
    "frame": "框架页",
    "hyperlink": "指向本机文件的链接",
}
_EMBEDDED = {"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument"}
_FIELD = lazily(
    r"\b(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|DDEAUTO|DDE|LINK|IMPORT|DATABASE|RD|MACROBUTTON)\b",
    re.IGNORECASE,
)
_MARK = lazily(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_UNFILLED = {"endnotes": "尾注", "comments": "批注"}
_TEXT = lazily(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_MOST = 10


def outside(document: Document, path: Path) -> Iterator[Finding]:
    """References to files elsewhere, fields that fetch, embedded things, marks not filled in."""
    yield from _references(document, path)
    yield from _fields(document, path)
    for part in document.part.package.iter_parts():
        name = next(
            (n for key, n in _UNFILLED.items() if part.content_type.endswith(f"{key}+xml")), ""
        )
        if name and _MARK.search("".join(_TEXT.findall(part.blob.decode("utf-8", "replace")))):
            message = f"{name}里的标记不会填，会原样印出来"
            yield warning(("T224", "mark-not-filled"), path, 0, message, f"把{name}里的标记删掉")


def _references(document: Document, path: Path) -> Iterator[Finding]:
    package = document.part.package
    owners: list[Part | object] = [*package.iter_parts()]
    relations = [rel for owner in (package, *owners) for rel in owner.rels.values()]
    reached = [rel for rel in relations if rel.is_external and not _is_link(rel)]
    for rel in reached[:_MOST]:
        kind = _KINDS.get(rel.reltype.rpartition("/")[2], "内容")
        message = f"用到了文件外的{kind}“{rel.target_ref[:80]}”：打开时会去那里取，取不到就不全"
        remedy = "把内容存到模板里（图片选“插入”而不是“链接到文件”），或者删掉"
        yield warning(("T219", "outside-content"), path, 0, message, remedy, rel.target_ref)
    kinds = {rel.reltype.rpartition("/")[2] for rel in relations if not rel.is_external}
    if kinds & _EMBEDDED:
        message = "嵌着别的文件或控件，程序不看里面是什么，原样留在初稿里"
        yield warning(("T221", "embedded-object"), path, 0, message, "不需要就删掉")


def _is_link(rel: object) -> bool:
    """Whether a reference only leads there when it is clicked."""
    kind = str(getattr(rel, "reltype", "")).rpartition("/")[2]
    target = str(getattr(rel, "target_ref", ""))
    return kind in _LINKS and bool(_HARMLESS_TARGET.match(target) or target.startswith("#"))


def _fields(document: Document, path: Path) -> Iterator[Finding]:
    """Fields that fetch something when they are updated."""
    for story in stories(document):
        for number, code in _codes(story.root):
            if found := _FIELD.search(code):
                name = found[1].upper()
                message = f"{story.name}第{number}段：域“{code.strip()[:60]}”会取文件外的内容"
                remedy = f"删掉这个 {name} 域，把内容直接放进模板"
                yield warning(("T220", "fetching-field"), path, number, message, remedy, code)


def _codes(root: Element) -> Iterator[tuple[int, str]]:
    """The field codes of each paragraph."""
    for number, paragraph in enumerate(root.iter(qn("w:p")), start=1):
        code = "".join(element.text or "" for element in paragraph.iter(qn("w:instrText")))
        simple = (str(one.get(qn("w:instr"))) for one in paragraph.iter(qn("w:fldSimple")))
        for text in (code, *simple):
            if text:
                yield number, text
