"""What all document readers share: blanks, soft line breaks, titles among headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.old_report import RawParagraph

#: Blanks that Word and web pages use; the wide one of Chinese text stays inside a line.
_BLANKS = {ord(char): " " for char in "\t\n\v\f\r\u00a0\u2002\u2003\u2009\u202f\u2028\u2029"}
#: Characters that have no width and no meaning in Chinese text.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_TABLE = _BLANKS | _UNSEEN
_DAY = lazily(r"(?:时间|日期)\s*[:：]?\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_LONG = 40
_DEEPEST = 4


def clean(text: str) -> str:
    """The text with plain blanks, without unseen characters, stripped."""
    return text.translate(_TABLE).strip()


def plain_blanks(text: str) -> str:
    """`clean` without stripping, for a part of a paragraph."""
    return text.translate(_TABLE)


def split_breaks(text: str) -> Iterator[tuple[int, int]]:
    r"""The spans of a paragraph with soft line breaks (`\n`) that are paragraphs of their own.

    Texts taken from the web have such breaks between their paragraphs. A break inside a title or
    a sentence ends nothing: it stays in its span.
    """
    start = at = 0
    while (end := text.find("\n", at)) >= 0:
        if _ends(text[start:end], text[end + 1 :]):
            yield start, end
            start = end + 1
        at = end + 1
    yield start, len(text)


def published(text: str) -> date | None:
    """The day that a line such as `发布时间：2024-01-04` tells; None for any other line."""
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def settle_title(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paragraphs with a lone first heading of the first level made the title.

    Many set the title as `标题 1` and 一、 as `标题 2`. A numbered heading is never a title.
    """
    if any(p.title for p in paragraphs):
        return list(paragraphs)
    headings = [p for p in paragraphs if p.level]
    top = [p for p in headings if p.level == 1]
    alone = len(top) == 1 and headings[0] is top[0]
    alone = alone and (len(headings) > 1 or paragraphs[0] is top[0])
    if not alone or read_number(top[0].text):
        return list(paragraphs)
    return [
        replace(p, level=None, title=True)
        if p is top[0]
        else replace(p, level=p.level - 1 if p.level else p.level)
        for p in paragraphs
    ]


def heading_level(depth: int) -> int:
    """The level of a report's heading for any depth of a document's; four is the deepest."""
    return min(depth, _DEEPEST)


def _ends(before: str, rest: str) -> bool:
    """Whether the paragraph `before` ends at the break in front of `rest`."""
    line = rest.partition("\n")[0]
    if not line.strip() or not before.strip():
        return True
    if is_closed(before) or read_number(line) or line.startswith(("  ", "\u3000", "\u00a0")):
        return True
    return bool(read_number(before)) and is_closed(line) and len(line) > _LONG
