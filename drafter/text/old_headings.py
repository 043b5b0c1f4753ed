"""Which paragraphs of a document are headings, and where a heading that runs in ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.old_report import OldBlock
from drafter.text.evening import even
from drafter.text.headings import MOST_LEVELS, number, read_number, read_part
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed
from drafter.text.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.old_report import RawParagraph

#: Marks after which a heading's text may follow.
CLOSED = ("。", "！", "？", "：")
_END = lazily("[。！？](?![”’）》])")
#: What a heading's words do not hold: they tell, they do not name.
_TELLS = lazily(r"^(?:[0-9]{4}年以来|今年以来|截至|目前|全年|首先)|一是|；|[0-9]{4}年[0-9]{1,2}月")
_RUN_IN, _ALONE, _AMONG_HEADINGS = 50, 80, 150
_COMMAS, _ANY = 2, 99
_CHAPTER, _LEAST_PARTS = 20, 2


def evened(text: str) -> str:
    """A paragraph evened, the heading's number it begins with in its usual form (1、 as 1.)."""
    text = even(text)
    read = read_number(text)
    return number(read[0], read[1]) + read[2] if read else text


def find_headings(paragraphs: Sequence[RawParagraph]) -> list[OldBlock | None]:
    """For each paragraph the heading it is or begins with; None for text.

    A number alone makes no heading: a list's entries have numbers too. What most paragraphs
    numbered alike under one heading are, the others are as well, for their numbers go on.
    """
    texts = [evened(p.text) for p in paragraphs]
    levels = [_level(p, text) for p, text in zip(paragraphs, texts, strict=True)]
    headings: list[OldBlock | None] = []
    for at, paragraph in enumerate(paragraphs):
        following = levels[at + 1] if at + 1 < len(levels) else -1
        found = _heading(paragraph, texts[at], levels[at], following) if levels[at] else None
        headings.append(found)
    for group in _groups(levels):
        alike = sum(headings[at] is not None for at in group)
        if 2 * alike > len(group):
            for at in group:
                headings[at] = headings[at] or _among(paragraphs[at], texts[at], levels[at])
        else:
            for at in group:
                if _is_weak(paragraphs[at], texts[at], headings[at]):
                    headings[at] = None
    return _below_parts(paragraphs, texts, headings)


def _below_parts(
    paragraphs: Sequence[RawParagraph], texts: Sequence[str], headings: list[OldBlock | None]
) -> list[OldBlock | None]:
    """The headings, each numbered one a level deeper where 第一部分, 第二部分 stand above it."""
    read = {at: read_part(text) for at, text in enumerate(texts) if not paragraphs[at].table}
    parts = {at: part for at, part in read.items() if part and _is_name(part[1])}
    counted, told = [n for n, _ in parts.values()], len(parts)
    # A list of contents names them all once more.
    if told < _LEAST_PARTS or counted not in (_upto(told), 2 * _upto(told // 2)):
        return headings
    return [
        _part(paragraphs[at], texts[at], parts[at][1]) if at in parts else _deeper(heading)
        for at, heading in enumerate(headings)
    ]


def _upto(last: int) -> list[int]:
    return list(range(1, last + 1))


def _is_name(words: str) -> bool:
    return names(words, _RUN_IN) and not is_closed(words)


def _part(paragraph: RawParagraph, text: str, words: str) -> OldBlock:
    """The heading of a part."""
    label = text.removesuffix(words)
    written = paragraph.text.strip()
    published = written[: len(written) - len((read_part(written) or (0, ""))[1])]
    return OldBlock(
        level=1,
        number=label,
        heading=words,
        text="",
        run_in=False,
        statistics=(),
        spot=paragraph.spot,
        published=published if published != label else "",
    )


def _deeper(heading: OldBlock | None) -> OldBlock | None:
    if heading is None or not heading.number:
        return heading
    return replace(heading, level=min(heading.level + 1, MOST_LEVELS))


def _level(paragraph: RawParagraph, text: str) -> int:
    """The level that the number, else the style gives; 0 for neither."""
    if paragraph.table:
        return 0
    read = read_number(text)
    return read[0] if read else paragraph.level or 0


def _groups(levels: Sequence[int]) -> Iterator[list[int]]:
    """Places of one level with none of a higher one between them."""
    open_groups: dict[int, list[int]] = {}
    for at, level in enumerate(levels):
        if not level:
            continue
        for deeper in [other for other in open_groups if other > level]:
            yield open_groups.pop(deeper)
        open_groups.setdefault(level, []).append(at)
    yield from open_groups.values()


def _parts(text: str) -> tuple[str, str]:
    """The number as printed, and the words behind it."""
    read = read_number(text)
    words = read[2] if read else text
    return text[: len(text) - len(words)], words


def _heading(paragraph: RawParagraph, text: str, level: int, following: int) -> OldBlock | None:
    """The heading by the paragraph's own words and formatting."""
    printed, words = _parts(text)
    end = _hinted(paragraph, words, len(printed)) or _announced(words, level)
    if not end:
        match = _END.search(words)
        end = match.end() if match else len(words)
        if end < len(words) and not names(words[: end - 1], _RUN_IN):
            return None
    if end < len(words):
        return _block(paragraph, level, text, _opened(words[:end]), words[end:])
    if _stands_alone(paragraph, words, level, following):
        return _block(paragraph, level, text, _opened(words), "")
    return None


def _among(paragraph: RawParagraph, text: str, level: int) -> OldBlock | None:
    """The heading of a paragraph whose neighbours are headings: its first sentence, if need be."""
    _, words = _parts(text)
    match = _END.search(words)
    end = match.end() if match else len(words)
    if words.endswith("；") or not names(words[:end], _AMONG_HEADINGS, _ANY):
        return None
    if end < len(words):
        return _block(paragraph, level, text, _opened(words[:end]), words[end:])
    return _block(paragraph, level, text, words, "")


def _is_weak(paragraph: RawParagraph, text: str, heading: OldBlock | None) -> bool:
    """Whether only the paragraph below made a numbered sentence a heading."""
    alone = heading is not None and not heading.text and heading.level > 1
    return alone and not paragraph.level and text.endswith("。")


def _block(
    paragraph: RawParagraph, level: int, text: str, heading: str, behind: str
) -> OldBlock | None:
    """The heading as a block; None when its words are marks only."""
    if not any(char.isalnum() for char in heading):
        return None
    usual, published = _parts(text)[0], _parts(even(paragraph.text))[0].strip()
    return OldBlock(
        level=level,
        number=usual,
        heading=heading,
        text=behind,
        run_in=bool(behind),
        statistics=statistics(behind),
        spot=paragraph.spot,
        published=published if published != usual else "",
    )


def _opened(words: str) -> str:
    """A heading without its closing 。; with it where another mark stands before."""
    bare = words.removesuffix("。")
    return words if bare.endswith(CLOSED) else bare


def _hinted(paragraph: RawParagraph, words: str, skipped: int) -> int:
    """Where in the words the formatting ends the heading, its mark included; 0 = not told."""
    if not paragraph.run_in:
        return 0
    whole = evened(paragraph.text)
    # Evening drops blanks and changes marks for marks, so the other characters can be counted.
    lead = len(evened(paragraph.text[: paragraph.run_in]).replace(" ", ""))
    end = seen = 0
    while end < len(whole) and seen < lead:
        seen += whole[end] != " "
        end += 1
    end -= skipped
    if 0 < end < len(words) and words[end] in CLOSED and words[end - 1] not in CLOSED:
        end += 1
    return end if 0 < end < len(words) and words[end - 1] in CLOSED else 0


def _announced(words: str, level: int) -> int:
    """Where a chapter's name ends that a colon leads into its text; 0 for none."""
    name, colon, behind = words.partition("：")
    named = level == 1 and colon and behind and names(name, _CHAPTER, 0)
    return len(name) + 1 if named and not _END.search(name) else 0


def _stands_alone(paragraph: RawParagraph, words: str, level: int, following: int) -> bool:
    """Whether a single sentence is a heading and not an entry of a list."""
    if not words.endswith("。") or paragraph.level or level == 1:
        # What no mark closes is no sentence: it may count something all the same.
        return 0 < len(words) <= _ALONE and not _TELLS.search(words)
    # Something stands under a heading: text or a deeper number, not the next entry of the list.
    under = following == 0 or following > level
    return under and names(words[:-1], _RUN_IN)


def names(words: str, longest: int, commas: int = _COMMAS) -> bool:
    """Whether the words name a matter as headings do: short, few clauses, nothing counted."""
    if not words or len(words) > longest or words.count("，") > commas:
        return False
    return not (_TELLS.search(words) or statistics(words))
