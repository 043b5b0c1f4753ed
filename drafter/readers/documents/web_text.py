"""A web page's blocks of text, in order, each with its element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.faces import Face, Piece
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_UNREAD = {
    "head", "script", "style", "noscript", "template", "select", "option", "button", "iframe",
    "svg", "textarea", "object", "input", "canvas", "audio", "video", "map", "datalist", "math",
}  # fmt: skip
#: How Word and LibreOffice call what leads from the text to a note.
_NOTE_MARK = lazily(r"_(?:ftn|edn)ref[0-9]+|sd(?:foot|end)note[0-9]+anc")
_HIDDEN = lazily(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_FONT = lazily(r"font(?:-family)?\s*:[^;]*?(黑体|楷体|SimHei|KaiTi)", re.IGNORECASE)
_BOLD = lazily(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|400)", re.IGNORECASE)
_SIZE = lazily(r"font-size\s*:\s*([\d.]+)\s*(pt|px)", re.IGNORECASE)
_CENTRED = lazily(r"text-align\s*:\s*center", re.IGNORECASE)
#: Each block is held against all elements around it, of which it has some thirty.
_MOST_STEPS = 4_000_000
_WIDE = 0x2E80
_PX_IN_POINTS = 0.75
_LARGEST_SIZE = 400.0


@dataclass(slots=True)
class Block:
    """Words that a browser sets as one block.

    Attributes:
        element: the block's own.
        pieces: its words, white space as a browser shows it, `<br>` as a newline.
        linked: how many of its characters are links.
        hidden: whether a browser does not show it.
        centred: whether it stands in the middle.
    """

    element: _Element
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0
    hidden: bool = False
    centred: bool = False

    @property
    def text(self) -> str:
        """All words joined."""
        return "".join(piece.text for piece in self.pieces)


@record
class _State:
    """What holds for the text below an element."""

    block: _Element
    face: Face = field(default_factory=Face)
    link: bool = False
    hidden: bool = False
    centred: bool = False
    pre: bool = False


def blocks(root: _Element) -> list[Block]:
    """The blocks of a page that hold words.

    Raises:
        OverflowError: the page is nested as no page is, see `_MOST_STEPS`.
    """
    from lxml import etree

    found: list[Block] = []
    states: list[_State] = [_State(root)]
    skipped = steps = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += _is_unread(element, tag)
            states.append(_below(states[-1], element, tag))
            steps += len(states) if tag in _BLOCKS else 0
            if steps > _MOST_STEPS:
                raise OverflowError
            if not skipped:
                _open(found, states[-1], tag)
                _add(found, states[-1], element.text)
        else:
            if tag in _BLOCKS and not skipped:
                found.append(Block(states[-2].block))
            skipped -= _is_unread(element, tag)
            states.pop()
            if not skipped and element is not root:
                _add(found, states[-1], element.tail)
    for block in found:
        block.pieces = _shown(block.pieces)
    return [block for block in found if block.text.strip()]


def _is_unread(element: _Element, tag: str) -> bool:
    if tag == "a":
        return _NOTE_MARK.fullmatch(element.get("name") or "") is not None
    return tag in _UNREAD or not tag


def _open(found: list[Block], state: _State, tag: str) -> None:
    if tag in _BLOCKS:
        found.append(Block(state.block))
    elif tag == "br" and found:
        found[-1].pieces.append(Piece("\x0b", state.face))


def _add(found: list[Block], state: _State, text: str | None) -> None:
    if not text or not found:
        return
    block = found[-1]
    if text.strip():
        block.hidden, block.centred = state.hidden, state.centred
    block.linked += len(text.strip()) if state.link else 0
    block.pieces.append(Piece(text.replace("\n", "\x0b") if state.pre else text, state.face))


def _below(state: _State, element: _Element, tag: str) -> _State:
    style = element.get("style") or ""
    gone = "hidden" in element.attrib or bool(_HIDDEN.search(style))
    align = (element.get("align") or "").lower()
    centred = state.centred
    if tag in _BLOCKS and (align or "text-align" in style.lower()):
        centred = align == "center" or bool(_CENTRED.search(style))
    return _State(
        block=element if tag in _BLOCKS else state.block,
        face=_face(state.face, element, tag, style),
        link=state.link or tag == "a",
        hidden=state.hidden or gone,
        centred=centred or tag == "center",
        pre=state.pre or tag == "pre",
    )


def _face(above: Face, element: _Element, tag: str, style: str) -> Face:
    font, bold, size = above.font, above.bold, above.size
    if found := _FONT.search(style) or _FONT.search("font:" + (element.get("face") or "")):
        font = found[1]
    elif "font-family" in style:
        font = ""
    if weight := _BOLD.search(style):
        bold = weight[1].lower() not in {"normal", "400"}
    elif tag in {"b", "strong"}:
        bold = True
    if (measured := _SIZE.search(style)) and measured[1].count(".") <= 1:
        points = min(float("0" + measured[1].rstrip(".")), _LARGEST_SIZE)
        size = round(2 * points * (_PX_IN_POINTS if measured[2].lower() == "px" else 1))
    return Face(font, bold=bold, size=size)


def _shown(pieces: list[Piece]) -> list[Piece]:
    """White space as a browser shows it; a line end between two 汉字 is none."""
    result: list[Piece] = []
    last, waiting = "\n", ""
    for piece in pieces:
        text = ""
        for char in piece.text:
            if char in " \t\r\n\f":
                waiting = char if char in "\r\n" or not waiting else waiting
                continue
            if char == "\x0b":
                text, last, waiting = text + "\n", "\n", ""
                continue
            joins = waiting in {"\r", "\n"} and ord(last) >= _WIDE and ord(char) >= _WIDE
            if waiting and last != "\n" and not joins:
                text += " "
            text, last, waiting = text + char, char, ""
        if text:
            result.append(piece.with_text(text))
    return result
