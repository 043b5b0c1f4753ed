"""What stands around a report's text: title, addressees, sign-off, and what they tell."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.evening import even
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed
from drafter.text.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.old_report import RawParagraph

_KIND = r"(?:报告|总结|汇报|情况|要点)(?:[（(][^（）()]{1,20}[）)])?"
_TITLE = lazily(rf".*(?:法治|法制|依法).*{_KIND}")
#: Reports of other kinds (政务公开年报, 普法工作总结): the year must be told.
_ANY_TITLE = lazily(
    rf".*(?:19|20)[0-9]{{2}}年.*(?:年度报告|年报|(?:工作|情况|的)(?:报告|总结)|{_KIND})"
)
_ISSUER = lazily(
    r"(.*?)(?:关于|(?:19|20)[0-9]{2}年|(?:上一|本)?年度|法治政府建设|法治建设|贯彻落实|推进法治)"
)
_OFFICE = lazily(
    r".*(?:政府|[委室局厅署院办所会处]|街道|小组|支队|大队|中心|集团|公司|[省市县区州旗盟镇乡])"
)
_YEAR = lazily(r"((?:19|20)[0-9]{2}|二[〇零○]..)年")
_DIGITS = "0-9〇○零一二三四五六七八九十"
_DAY = lazily(rf"[（(]?([{_DIGITS}]{{4}})年([{_DIGITS}]{{1,3}})月([{_DIGITS}]{{1,3}})日[）)]?")
_ADDRESSEES = lazily(r"[^，。；：]{2,60}(?:委|政府|人大|会|厅|局|办|室|组|院)：")
_NO_ADDRESSEES = lazily("如下|报告|情况|主要")
_DOCUMENT_NUMBER = lazily(r".{1,20}[〔\[［(（][0-9]{4}[〕\]］)）]第?[0-9]+号")
_SELF = lazily(
    r"(?:(?:[0-9]{4}年(?:度|以来)?|今年以来|一年来)，)?([^，。；：]{2,24}?)"
    r"(?:在[^，]{2,30}(?:领导|指导|支持|关心)下|坚持|始终|深入|认真|全面|紧紧|高举|按照|围绕|积极|严格|[持继]续|以习近平)"
)
_RED_HEAD = lazily(r"[^，。；：]{2,40}(?:文件|办公室文件)")
_MOST_TITLE, _MOST_TITLE_LINES, _MOST_OFFICE = 80, 4, 40
_FRONT, _BACK, _LATE = 20, 8, 6


@record
class SignOff:
    """The end of a report.

    Attributes:
        names: issuing offices in order; empty when there are none.
        day: None when no date stands there.
        places: of the paragraphs taken.
    """

    names: tuple[str, ...]
    day: date | None
    places: frozenset[int]


def find_title(paragraphs: Sequence[RawParagraph]) -> tuple[str, range]:
    """The title in one line and its paragraphs; an empty line and range when there is none."""
    flagged = [at for at, p in enumerate(paragraphs[:_FRONT]) if p.title]
    if len(flagged) > 1 and _RED_HEAD.fullmatch(even(paragraphs[flagged[0]].text)):
        # The office's mark on its own paper is set like a title too.
        del flagged[0]
    if flagged:
        end = flagged[0]
        while end < len(paragraphs) and paragraphs[end].title:
            end += 1
        places = range(flagged[0], end)
        return _joined(paragraphs, places), places
    return _titled(paragraphs, _TITLE) or _titled(paragraphs, _ANY_TITLE) or ("", range(0))


def _titled(paragraphs: Sequence[RawParagraph], form: re.Pattern[str]) -> tuple[str, range] | None:
    """The first lines in front of the text that read as a title of that form."""
    front = _front(paragraphs)
    for at in range(front):
        for end in range(at + 1, min(at + _MOST_TITLE_LINES, front) + 1):
            title = _joined(paragraphs, range(at, end))
            if len(title) <= _MOST_TITLE and form.fullmatch(title):
                places = range(_first_line(paragraphs, at, end, title), end)
                return _joined(paragraphs, places), places
    return None


def is_addressees(text: str) -> bool:
    """Whether an evened line names who the report goes to."""
    return bool(_ADDRESSEES.fullmatch(text)) and not _NO_ADDRESSEES.search(text)


def is_document_number(text: str) -> bool:
    """Whether a line is a document's number: 花府〔2024〕3号."""
    return bool(_DOCUMENT_NUMBER.fullmatch(text))


def find_sign_off(paragraphs: Sequence[RawParagraph]) -> SignOff:
    """The offices and the date at the end; what follows the date is left where it is."""
    for at in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _BACK), -1):
        text = even(paragraphs[at].text)
        if text.endswith("。"):
            break
        match = _DAY.search(text)
        if match is None or match.end() != len(text) or text.startswith("附"):
            continue
        before, day = text[: match.start()], _day(match)
        if day is None or (before and not _is_office(before)):
            continue
        own = _offices(paragraphs[at].text[: -len(match.group())]) if before else ()
        names, places = _names_above(paragraphs, at)
        return SignOff((*names, *own), day, places | {at})
    if not paragraphs or not _signs(paragraphs[-1]):
        return SignOff((), None, frozenset())
    names, places = _names_above(paragraphs, len(paragraphs))
    return SignOff(names, None, places)


def read_day(text: str) -> date | None:
    """The day an evened line consists of, in digits or characters; None for any other line."""
    match = _DAY.fullmatch(text)
    return _day(match) if match else None


def read_year(text: str) -> int | None:
    """The first year named in a text; None when there is none."""
    match = _YEAR.search(unicodedata.normalize("NFKC", text))
    return _whole(match.group(1)) if match else None


def issuer_of_title(title: str) -> str:
    """Who reports, by the title; empty when it does not say."""
    match = _ISSUER.match(unicodedata.normalize("NFKC", title))
    return title[: match.end(1)] if match else ""


def issuer_of_lead(lead: str) -> str:
    """Who reports, by the opening sentence; empty when it does not say."""
    match = _SELF.match(lead)
    return match.group(1) if match else ""


def _front(paragraphs: Sequence[RawParagraph]) -> int:
    """How many paragraphs stand before the first sentence or heading."""
    for at, paragraph in enumerate(paragraphs[:_FRONT]):
        text = paragraph.text
        if is_closed(text) and "。" in text[:-1]:
            return at
        if len(text) > _MOST_TITLE or read_number(text) or text.endswith("。"):
            return at
    return min(len(paragraphs), _FRONT)


def _joined(paragraphs: Sequence[RawParagraph], places: range) -> str:
    return even(" ".join(paragraphs[at].text for at in places))


def _first_line(paragraphs: Sequence[RawParagraph], at: int, end: int, title: str) -> int:
    """The title's first line: an issuer's name above belongs to it, a page's words do not."""
    while end - at > 1 and _TITLE.fullmatch(_joined(paragraphs, range(at + 1, end))):
        at += 1
    title = _joined(paragraphs, range(at, end))
    while at and not issuer_of_title(title) and _is_office(even(paragraphs[at - 1].text)):
        at -= 1
        if not title.startswith("关于"):
            break
    return at


def _is_office(text: str) -> bool:
    return len(text) <= _MOST_OFFICE and bool(_OFFICE.fullmatch(text)) and not _marked(text)


def _marked(text: str) -> bool:
    return bool(re.search("[，。；：]", text)) or read_number(text) is not None


def _signs(paragraph: RawParagraph) -> bool:
    if paragraph.level or paragraph.table:
        return False
    return bool(_offices(paragraph.text))


def _offices(text: str) -> tuple[str, ...]:
    """The offices of a line, blanks between them; empty when it is no such line."""
    parts = tuple(even(part) for part in re.split(r"\s{2,}", text.strip()) if part.strip())
    if not parts or not all(_is_office(part) for part in parts):
        return ()
    apart = text.split()
    whole = len(apart) > 1 and all(_is_office(part) and len(part) >= _LATE for part in apart)
    return tuple(even(part) for part in apart) if whole else parts


def _names_above(
    paragraphs: Sequence[RawParagraph], at: int
) -> tuple[tuple[str, ...], frozenset[int]]:
    names: tuple[str, ...] = ()
    places: set[int] = set()
    while at and _signs(paragraphs[at - 1]):
        at -= 1
        names = (*_offices(paragraphs[at].text), *names)
        places.add(at)
    return names, frozenset(places)


def _day(match: re.Match[str]) -> date | None:
    try:
        year, month, day = (_whole(part) for part in match.groups())
        return date(year, month, day)
    except ValueError:
        return None


def _whole(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else value_of(numeral.replace("○", "〇"))
