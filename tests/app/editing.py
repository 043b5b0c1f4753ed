"""A draft edited as a leader edits it in Word, and passed through other programs."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.writers.word.elements import paragraph_text, run_text, runs
from tests.tools import converted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.writers.word.elements import Element

_TEXT = qn("w:t")


def _isolated(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs that print some characters and nothing else."""
    for position in (start, end):
        at = 0
        for run in tuple(runs(paragraph)):
            length = len(run_text(run))
            if at < position < at + length:
                second = copy.deepcopy(run)
                run.addnext(second)
                _keep(run, 0, position - at)
                _keep(second, position - at, length)
                break
            at += length
    found, at = [], 0
    for run in runs(paragraph):
        length = len(run_text(run))
        if length and start <= at < end:
            found.append(run)
        at += length
    return found


def _keep(run: Element, start: int, end: int) -> None:
    """Leave only the characters from `start` to `end` in `run`."""
    at = 0
    for child in tuple(run):
        single = run.makeelement(run.tag)
        single.append(copy.copy(child))
        length = len(run_text(single))
        if length and child.tag == _TEXT:
            child.text = (child.text or "")[max(0, start - at) : max(0, end - at)]
        if length and not (at < end and at + length > start):
            run.remove(child)
        at += length


class Editor:
    """A document open for editing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = docx.Document(str(path))

    def save(self) -> Path:
        self.document.save(str(self.path))
        return self.path

    @property
    def texts(self) -> list[str]:
        return [paragraph_text(p) for p in self._paragraphs() if paragraph_text(p)]

    def find(self, words: str) -> Element:
        """The one paragraph with these words."""
        found = [p for p in self._paragraphs() if words in paragraph_text(p)]
        assert len(found) == 1, (words, len(found))
        return found[0]

    def replace(self, old: str, new: str) -> None:
        """Type over words; what is typed takes the place of the first characters."""
        paragraph = self.find(old)
        at = paragraph_text(paragraph).index(old)
        first, *rest = _isolated(paragraph, at, at + len(old))
        _say(first, new)
        for run in rest:
            _say(run, "")

    def control(self, old: str, new: str, tag: str = "") -> None:
        """Type over a figure in its control, the first that says so."""
        for one in self.document.element.body.iter(qn("w:sdt")):
            said = "".join(t.text or "" for t in one.iter(_TEXT))
            mark = next(one.iter(qn("w:tag"))).get(qn("w:val"))
            if said == old and (not tag or mark == tag):
                first, *rest = one.iter(qn("w:r"))
                _say(first, new)
                for run in rest:
                    _say(run, "")
                return
        raise AssertionError(old)

    def insert_after(self, words: str, text: str) -> None:
        """Press Enter behind a paragraph and type."""
        paragraph = self.find(words)
        fresh = copy.deepcopy(paragraph)
        for child in tuple(fresh):
            if child.tag != qn("w:pPr"):
                fresh.remove(child)
        run = OxmlElement("w:r")
        fresh.append(run)
        _say(run, text)
        paragraph.addnext(fresh)

    def delete(self, words: str) -> None:
        paragraph = self.find(words)
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    def move_after(self, words: str, behind: str) -> None:
        self.find(behind).addnext(self.find(words))

    def tracked(self, old: str, new: str) -> None:
        """Type over words with changes tracked."""
        paragraph = self.find(old)
        at = paragraph_text(paragraph).index(old)
        found = _isolated(paragraph, at, at + len(old))
        gone, come = (
            _change(name, number) for name, number in (("w:del", "901"), ("w:ins", "902"))
        )
        runs: list[Element] = list(found)
        fresh = copy.deepcopy(runs[0])
        _say(fresh, new)
        runs[0].addprevious(gone)
        for run in runs:
            for text in run.iter(_TEXT):
                text.tag = qn("w:delText")
            gone.append(run)
        come.append(fresh)
        gone.addnext(come)

    def strip(self) -> None:
        """Take all controls and bookmarks away, as some programs do."""
        body = self.document.element.body
        for control in tuple(body.iter(qn("w:sdt"))):
            for child in tuple(next(control.iter(qn("w:sdtContent")))):
                control.addprevious(child)
            control.getparent().remove(control)
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in tuple(body.iter(qn(name))):
                mark.getparent().remove(mark)

    def _paragraphs(self) -> list[Element]:
        return list(self.document.element.body.iter(qn("w:p")))


def as_saved_by_word(path: Path) -> Path:
    return path


def as_saved_by_libreoffice(path: Path) -> Path:
    folder = path.parent / "libreoffice"
    folder.mkdir(exist_ok=True)
    copied = folder / f"{path.stem}.doc.docx"
    copied.write_bytes(path.read_bytes())
    made = converted(copied, "odt")
    return converted(made, "docx")


def without_marks(path: Path) -> Path:
    editor = Editor(path)
    editor.strip()
    return editor.save()


WAYS: dict[str, Callable[[Path], Path]] = {
    "Word": as_saved_by_word,
    "LibreOffice": as_saved_by_libreoffice,
    "无标记": without_marks,
}


def edited_text(editor: Editor) -> list[str]:
    """The paragraphs as they read, gone ones left out."""
    return [text for text in editor.texts if text.strip()]


def _say(run: Element, text: str) -> None:
    """Let a run say just this."""
    for child in tuple(run):
        if child.tag != qn("w:rPr"):
            run.remove(child)
    words = OxmlElement("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if text:
        run.append(words)


def _change(name: str, number: str) -> Element:
    made = OxmlElement(name)
    made.set(qn("w:id"), number)
    made.set(qn("w:author"), "领导")
    made.set(qn("w:date"), "2024-01-10T09:00:00Z")
    return made
