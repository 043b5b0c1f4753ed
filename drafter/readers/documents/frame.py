"""The frame of a web page round a report: told by its words, and only before and after the text.

Between the first and the last sentence of the report nothing is ever dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped
from drafter.readers.documents.frame_words import CONTACT, DATA, FOOTER, NAVIGATION, frame_kind
from drafter.readers.documents.lines import published
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from drafter.model.old_report import RawParagraph

_TITLE = lazily(
    r"(?=.*(?:法治|依法|行政|\d{4}年)).*(?:报告|总结|汇报|情况|公告|通报)(?:[（(].{1,20}[)）])?",
    re.DOTALL,
)
_ISSUER = lazily(
    r".*(?:政府|[^，。]委员会|办事处|[局厅署院]|街道|管委会|办公室|支队|中心|[省市县区州旗镇乡]|委|组)"
)
_DAY_FORM = (
    r"[（(]?\s*[\d〇零一二三四五六七八九○]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[)）]?"
)
_DAY = lazily(_DAY_FORM)
_SIGNED = lazily(rf"(.+?)\s*{_DAY_FORM}")
_NOT_BODY, _BODY, _MENU = 12, 40, 40
_VALUE = 30


def without_frame(
    paragraphs: Sequence[RawParagraph],
) -> tuple[list[RawParagraph], list[Dropped], date | None]:
    """The paragraphs that are the report's, what was dropped, and the day of publication."""
    kinds = [frame_kind(p.text) for p in paragraphs]
    body = [n for n, p in enumerate(paragraphs) if not kinds[n] and _is_body(p)]
    if not body:
        return list(paragraphs), [], None
    reasons = _head(paragraphs[: body[0]], kinds)
    reasons += [""] * (body[-1] + 1 - body[0])
    reasons += _tail(paragraphs[body[-1] + 1 :], kinds[body[-1] + 1 :])
    kept = [p for p, reason in zip(paragraphs, reasons, strict=True) if not reason]
    dropped = [
        Dropped(p.text, reason, p.spot)
        for p, reason in zip(paragraphs, reasons, strict=True)
        if reason
    ]
    days = (published(d.text) for d in dropped if d.reason == DATA)
    return kept, dropped, next((day for day in days if day), None)


def is_title(text: str) -> bool:
    """Whether a line reads like the title of a yearly report."""
    return not is_closed(text) and not read_number(text) and bool(_TITLE.fullmatch(text))


def is_sign_off(text: str) -> bool:
    """Whether a short line reads like an office's name or a date in Chinese form."""
    return bool(_DAY.fullmatch(text) or (len(text) <= _VALUE and _ISSUER.fullmatch(text)))


def is_sentence(text: str) -> bool:
    """Whether a line can only be the report's own: closed, numbered or long, and no frame."""
    return not frame_kind(text) and _reads_as_body(text)


def _is_body(paragraph: RawParagraph) -> bool:
    return bool(paragraph.level or paragraph.run_in) or _reads_as_body(paragraph.text)


def _reads_as_body(text: str) -> bool:
    if is_title(text):
        return False
    closed = is_closed(text) and len(text) >= _NOT_BODY
    return closed or len(text) >= _BODY or read_number(text) is not None


def _head(lines: Sequence[RawParagraph], kinds: Sequence[str]) -> list[str]:
    """Why each line before the first sentence is dropped; empty for those that stay."""
    reasons = list(kinds[: len(lines)])
    if not any(reasons):
        return reasons
    titled = [n for n, p in enumerate(lines) if p.title or (is_title(p.text) and not reasons[n])]
    for n, p in enumerate(lines):
        if p.title or n in titled:
            reasons[n] = ""
        elif titled and n < titled[0] and not is_sign_off(p.text):
            reasons[n] = reasons[n] or NAVIGATION
        elif n and reasons[n - 1] == DATA and _is_value(lines[n - 1].text, p.text):
            reasons[n] = reasons[n] or DATA
    return reasons


def _is_value(before: str, text: str) -> bool:
    """Whether a line is what the label on the line before asks for."""
    return before.endswith((":", "：")) and not is_closed(text) and len(text) <= _VALUE


def _tail(lines: Sequence[RawParagraph], kinds: Sequence[str]) -> list[str]:
    """Why each line behind the last sentence is dropped; empty for those that stay."""
    signed, reasons, seen = _signed(lines, kinds), [], ""
    for at, (paragraph, kind) in enumerate(zip(lines, kinds, strict=True)):
        text = paragraph.text
        menu = seen and at >= signed and len(text) <= _MENU and not is_closed(text)
        if menu and not kind and (seen == FOOTER or not is_sign_off(text)):
            kind = FOOTER if seen == FOOTER else NAVIGATION  # noqa: PLW2901 - a menu has no mark of its own
        reasons.append(kind)
        seen = FOOTER if {seen, kind} & {FOOTER, CONTACT} else seen or kind
    return reasons


def _signed(lines: Sequence[RawParagraph], kinds: Sequence[str]) -> int:
    """How many lines reach to the end of the sign-off; 0 where a page's frame comes before it.

    Whom to call may stand above the sign-off, in the report's own words.
    """
    at = 0
    while at < len(lines) and (kinds[at] == CONTACT or not (kinds[at] or _signs(lines[at].text))):
        at += 1
    if at == len(lines) or kinds[at]:
        return 0
    while at < len(lines) and not kinds[at] and _signs(lines[at].text):
        at += 1
    return at


def _signs(text: str) -> bool:
    """Whether a line is an office's name, a date, or both in one line."""
    match = _SIGNED.fullmatch(text)
    return is_sign_off(match.group(1) if match else text)
