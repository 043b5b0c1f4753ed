"""What stands round a report's sign-off: its annexes and the lines that name them, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped
from drafter.text.evening import even
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.old_frame import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.old_report import RawParagraph

_NUMBER = "[0-9０-９一二三四五六七八九十]{0,3}"
_HEAD = lazily(f"附件{_NUMBER}[：:]?")
_LABEL = lazily(f"附件{_NUMBER}[：:]")
_ENTRY = lazily("[^。！？；]{2,60}")
#: Whether the report may be made public, and whom to call, each on a line of its own.
_NOTES = (
    (
        "公开标注",
        lazily(r"（?此件[^，。；]{2,12}）?|（?信息公开(?:选项|属性|类别|形式|方式)：.{2,10}）?"),
    ),
    ("联系方式", lazily(r"（?(?:联系人|联系电话|经办人)(?:[及和]电话)?：[^。]{2,60}）?")),
)
#: Lines between the sign-off's date and the head of the first annex, or the line that names it.
_NEAR = 8


def without_annexes(
    paragraphs: Sequence[RawParagraph],
) -> tuple[Sequence[RawParagraph], tuple[Dropped, ...]]:
    """The paragraphs up to the sign-off's date, and the annexes behind it.

    Only a line 附件 or 附件1 close behind a date ends a report; the line 附件：… that names the
    annexes is taken out too, where it stands right above the sign-off.
    """
    end = next((at for at in range(1, len(paragraphs)) if _begins(paragraphs, at)), None)
    kept = list(paragraphs if end is None else paragraphs[:end])
    dropped = [] if end is None else [Dropped(p.text, "附件", p.spot) for p in paragraphs[end:]]
    for at in range(max(0, len(kept) - _NEAR), len(kept)):
        if count := _naming(kept[at:]):
            named = [Dropped(p.text, "附件说明", p.spot) for p in kept[at : at + count]]
            del kept[at : at + count]
            return kept, (*named, *dropped)
    return kept, tuple(dropped)


def without_notes(
    paragraphs: Sequence[RawParagraph],
) -> tuple[list[RawParagraph], tuple[Dropped, ...]]:
    """The paragraphs without the notes close to the end: （此件公开发布）, （联系人：…）."""
    first = len(paragraphs) - _NEAR
    kept, dropped = [], []
    for at, paragraph in enumerate(paragraphs):
        reason = _note(paragraph.text) if at >= first else ""
        if reason:
            dropped.append(Dropped(paragraph.text, reason, paragraph.spot))
        else:
            kept.append(paragraph)
    return kept, tuple(dropped)


def is_annex_head(text: str) -> bool:
    """Whether a line is what stands above an annex: 附件, 附件2."""
    return _HEAD.fullmatch(even(text)) is not None


def _begins(paragraphs: Sequence[RawParagraph], at: int) -> bool:
    """Whether annexes begin at a paragraph: it is headed 附件, and a date stands close above."""
    if not is_annex_head(paragraphs[at].text):
        return False
    above = paragraphs[max(0, at - _NEAR) : at]
    return any(read_day(even(paragraph.text)) for paragraph in above)


def _naming(paragraphs: Sequence[RawParagraph]) -> int:
    """How many lines name annexes: 附件：1.… and those that go on counting below; 0 for none."""
    texts = [even(paragraph.text) for paragraph in paragraphs]
    label = _LABEL.match(texts[0])
    entry = texts[0][label.end() :] if label else ""
    if label is None or (entry and not _ENTRY.fullmatch(entry)):
        return 0
    read = read_number(entry) if entry else (3, 0, "")
    level, n = read[:2] if read else (0, 0)
    count = 1
    while count < len(texts) and _goes_on(texts[count], level, n + count):
        count += 1
    return count if entry or count > 1 else 0


def _goes_on(text: str, level: int, n: int) -> bool:
    """Whether a line is the list's entry of that number."""
    read = read_number(text)
    return read is not None and read[:2] == (level, n) and _ENTRY.fullmatch(text) is not None


def _note(text: str) -> str:
    """What a note is, in Chinese; empty for any other line."""
    words = even(text)
    return next((reason for reason, form in _NOTES if form.fullmatch(words)), "")
