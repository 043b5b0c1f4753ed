"""Web pages (html, mht): the report without the page round it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped, RawDocument
from drafter.model.spot import Spot
from drafter.readers.documents.frame import (
    is_sentence,
    is_sign_off,
    is_title,
    without_frame,
)
from drafter.readers.documents.frame_words import DATA, FOOTER, NAVIGATION, frame_kind
from drafter.readers.documents.lines import clean, published, settle_title
from drafter.readers.documents.load import (
    MOST_BEFORE,
    Kind,
    check_tags,
    damaged,
    no_text,
    too_long,
)
from drafter.readers.documents.pieces import Styled, settled
from drafter.readers.documents.web_text import Block, blocks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lxml.etree import _Element

    from drafter.readers.documents.load import Loaded

HIDDEN = "网页隐藏内容"
#: What Word and LibreOffice set apart in a page that they wrote, by the element's id or title.
_NOTE = re.compile(r"(?:ftn|sdfootnote)[0-9]+")
_END_NOTE = re.compile(r"(?:edn|sdendnote)[0-9]+")
_ASIDE = {"header": "页眉", "footer": "页脚"}
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312"}
#: Codecs of Python's in which no page is written; some take hours, some yield no text.
_NO_PAGES = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_CHROME = {"nav", "footer", "aside"}
_PARAGRAPHS = {"p", "li", "dd", "blockquote", *_HEADINGS}
#: Of the sentences' characters, what the report's own element holds at least.
_SHARE = 0.9
_LINKS = 0.5
_SEEN = 4096


def read_web(loaded: Loaded) -> RawDocument:
    """The report on a web page.

    Raises:
        DrafterError: the page holds no words.
    """
    from lxml import etree, html

    data = _from_archive(loaded) if loaded.kind is Kind.MHT else loaded.data
    check_tags(loaded.path, data)
    text = decoded(data)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise no_text(loaded.path) from None
    try:
        found = blocks(root)
    except OverflowError:
        raise damaged(loaded.path, "里面一层套一层，套得太深") from None
    if not found:
        raise no_text(loaded.path)
    total = sum(len(block.text) for block in found)
    if total > MOST_BEFORE:
        raise too_long(loaded.path, 0, total)
    return _document(str(loaded.path), found, _meta_day(root))


def decoded(data: bytes) -> str:
    """A page's text: by its mark, by what it says of itself, else UTF-8 or GB 18030."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace")
    said = _CHARSET.search(data[:_SEEN])
    name = said[1].decode("ascii").lower() if said else ""
    tried = [*_codec(name), "utf-8", "gb18030"]
    for codec in tried:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    # A page with a few damaged bytes: they stay to be seen as �.
    texts = [data.decode(codec, errors="replace") for codec in tried]
    return min(texts, key=lambda text: text.count("\ufffd"))


def _codec(name: str) -> list[str]:
    if name in _CHINESE:
        return ["gb18030"]
    try:
        b" ".decode(name or "?", "replace")
        known = codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError):
        return []  # no codec, or one that makes no text
    return [] if known in _NO_PAGES else [known]


def _from_archive(loaded: Loaded) -> bytes:
    """The page in an mht archive; the bytes themselves when there is none inside."""
    from email import message_from_bytes

    try:
        parts = list(message_from_bytes(loaded.data).walk())
    except RecursionError:
        raise damaged(loaded.path, "里面一层套一层，套得太深") from None
    for part in parts:
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset()
                known = _codec(charset or "")
                return content.decode(known[0], "replace").encode() if known else content
    return loaded.data


def _document(path: str, found: Sequence[Block], day: date | None) -> RawDocument:
    shown = [block for block in found if not block.hidden]
    if not any(is_sentence(clean(block.text)) for block in shown):
        shown = list(found)  # the report stands in a part that the page's script unfolds
    main, visible = _main(shown), set(map(id, shown))
    kept: list[Styled] = []
    dropped: list[Dropped] = []
    titles: set[str] = set()
    tables: dict[_Element, int] = {}
    begun = False
    for n, block in enumerate(found, start=1):
        spot, text = Spot(path, n), clean(block.text)
        reason = _reason(block, main, text, begun=begun) if id(block) in visible else HIDDEN
        if not reason and text in titles:
            reason = NAVIGATION  # a page prints its title twice, in its path and above the text
        if reason:
            dropped.append(Dropped(text, reason, spot))
            continue
        begun = begun or is_sentence(text)
        titles |= {text} if is_title(text) else set()
        table = _table(block.element, main)
        place = 0 if table is None else tables.setdefault(table, len(tables) + 1)
        kept.append(_styled(block, spot, place))
    paragraphs, framed, dated = without_frame(settle_title(settled(kept)))
    days = (published(one.text) for one in dropped if frame_kind(one.text) == DATA)
    everything = sorted([*dropped, *framed], key=lambda one: one.spot.line)
    dated = dated or next((one for one in days if one), day)
    return RawDocument(path, "html", tuple(paragraphs), tuple(everything), dated)


def _main(found: Sequence[Block]) -> _Element | None:
    """The innermost element that holds nearly all sentences; None when there are none."""
    weights: dict[_Element, int] = {}
    total = 0
    for block in found:
        text = clean(block.text)
        if not is_sentence(text) or _linked(block) or _in_chrome(block.element):
            continue
        total += len(text)
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(text)
    holding = [element for element, weight in weights.items() if weight >= _SHARE * total]
    main = min(holding, key=lambda e: (weights[e], -_depth(e)), default=None)
    while main is not None and main.tag in _PARAGRAPHS and main.getparent() is not None:
        main = main.getparent()  # one long paragraph is not the whole report
    return main


def _reason(block: Block, main: _Element | None, text: str, *, begun: bool) -> str:
    """Why a block is no part of the report; empty when it is."""
    if aside := _aside(block.element):
        return aside
    sentence, links = is_sentence(text), _linked(block)
    furniture = frame_kind(text) or (FOOTER if begun else NAVIGATION)
    if main is None or block.element is main or main in block.element.iterancestors():
        return furniture if links and not sentence else ""
    if _in_chrome(block.element) or links:
        return furniture
    if sentence or (text.endswith("。") and not frame_kind(text)):
        return ""
    heading = block.element.tag in {"h1", "h2"} or is_title(text)
    return furniture if frame_kind(text) or not (heading or is_sign_off(text)) else ""


def _aside(element: _Element) -> str:
    """Which part of a document saved as a page it stands in, in Chinese; empty for the text."""
    for div in (e for e in (element, *element.iterancestors()) if e.tag == "div"):
        name = div.get("id") or ""
        if _NOTE.fullmatch(name) or _END_NOTE.fullmatch(name):
            return "脚注" if _NOTE.fullmatch(name) else "尾注"
        if aside := _ASIDE.get(div.get("title") or ""):
            return aside
    return ""


def _styled(block: Block, spot: Spot, table: int) -> Styled:
    element = block.element
    level = _HEADINGS.get(str(element.tag))
    pieces = tuple(block.pieces)
    if level:
        pieces = tuple(piece.with_text(piece.text.replace("\n", " ")) for piece in pieces)
        level = min(level, 4)
    return Styled(pieces, spot, level, centred=block.centred, table=table)


def _table(element: _Element, main: _Element | None) -> _Element | None:
    """The table of data that a block stands in; None for one that only lays the page out."""
    cell = next((e for e in (element, *element.iterancestors()) if e.tag in {"td", "th"}), None)
    row = None if cell is None else next(cell.iterancestors("tr"), None)
    table = None if row is None else next(row.iterancestors("table"), None)
    if row is None or table is None:
        return None
    if main is not None and (table is main or table in main.iterancestors()):
        # What the report stands in as a whole is there for the layout only.
        return None
    filled = sum(bool("".join(map(str, e.itertext())).strip()) for e in row.iter("td", "th"))
    return table if filled > 1 else None


def _linked(block: Block) -> bool:
    return block.linked > _LINKS * max(len(clean(block.text)), 1)


def _in_chrome(element: _Element) -> bool:
    return any(e.tag in _CHROME for e in (element, *element.iterancestors()))


def _depth(element: _Element) -> int:
    return sum(1 for _ in element.iterancestors())


def _meta_day(root: _Element) -> date | None:
    """The day that the page's own data tell (`PubDate` of government pages)."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in {"pubdate", "publishdate"}:
            return published("时间" + (meta.get("content") or ""))
    return None
