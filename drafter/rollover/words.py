"""亮点, 不足, 安排, 忽略 and 沿用 become comments; words that are kept move on by a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.written import Shape
from drafter.rollover.marks import CHECK, TOLD
from drafter.text.ageing import Age, ageing
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.written import Written
    from drafter.rollover.ink import Ink
    from drafter.rollover.kept import Clock, Moved

_BREAKS = lazily("[\r\n\x85\u2028\u2029]+")
_CARRIED = "文"


def roll_highlights(ink: Ink) -> tuple[int, int]:
    """Every highlight and settled text as a comment, an empty entry below.

    Returns:
        How many there were, and how much in them may be aged.
    """
    count = aged = 0
    groups = (ink.root.get("亮点"), ink.root.get("正文"))
    for topic in (part for group in groups if group for part in group.parts):
        told: list[tuple[int, str]] = []
        for item in topic.parts or (topic,):
            words = item.text if item.shape is Shape.TEXT else ink.text[item.begin : item.end]
            for line in filter(None, (one.strip() for one in _BREAKS.split(words))):
                asks = [one.ask for one in ageing(line) if one.age is not Age.YEAR]
                told.append((item.begin, f"# {TOLD}{line}" + _asked(asks)))
                aged += len(asks)
        if told:
            count += len(told)
            _emptied(ink, topic, told, "- ")
    return count, aged


def roll_points(ink: Ink, name: str) -> None:
    """不足 or 安排 emptied; what they said goes to the checklist."""
    value = ink.root.get(name)
    if value is not None and any(one.text.strip() for one in value.texts()):
        _emptied(ink, value, [], "- ")


def roll_ignored(ink: Ink) -> int:
    """忽略 as comments: a reason is good for one year."""
    group = ink.root.get("忽略")
    if group is None or not group.parts:
        return 0
    told = []
    for part in group.parts:
        key = ink.text[slice(*part.key)] if part.key else ""
        words = "".join(_BREAKS.split(part.text))
        told.append((part.begin, f"# {TOLD}{key}: {words}"))
    _emptied(ink, group, told, "")
    return len(told)


def roll_confirmed(ink: Ink) -> int:
    """沿用 as comments: what was seen to last year has to be seen to again."""
    group = ink.root.get("沿用")
    names = [one for one in group.texts() if one.text.strip()] if group else []
    if group is None or not names:
        return 0
    told = [(one.begin, f"# {TOLD}{''.join(_BREAKS.split(one.text))}") for one in names]
    _emptied(ink, group, told, "")
    return len(told)


def roll_kept(ink: Ink, clock: Clock) -> Iterator[Moved]:
    """Headings, lead and own sections moved on, each change marked."""
    for value in _kept(ink.root):
        # A block's first line holds its sign, and perhaps a comment.
        begin = ink.line_end(value.begin) if value.block else value.begin
        raw = ink.text[begin : value.end]
        results = value.path[0] != "指标"
        moved = replace(clock, results=results).moved(raw)
        asks = list(moved.asks)
        if value.path[-1] == _CARRIED or (len(value.path) > 1 and value.path[-2] == _CARRIED):
            asks.insert(0, "文字沿用上年")
        if moved.text != raw:
            ink.replace(begin, value.end, moved.text)
        if asks:
            ink.remark(value, CHECK, "；".join(asks))
        yield moved


def _kept(root: Written) -> Iterator[Written]:
    """Every text that comes along and is printed."""
    single = (root.get("报告", "标题"), root.get("导语"), root.get("口号"), root.get("题目"))
    for value in single:
        yield from _said(value)
    for part in ("不足", "安排"):
        yield from _said(root.get("写法", part, "领"))
    indicators = root.get("指标")
    for one in indicators.parts if indicators else ():
        yield from _said(one.get("名"))
        yield from _said(one.get("问"))
    sections = root.get("章节")
    for one in sections.walk() if sections else ():
        if one.path[-1] in {"题", _CARRIED}:
            yield from _said(one)


def _said(value: Written | None) -> Iterator[Written]:
    for one in value.texts() if value else ():
        if one.text.strip():
            yield one


def _emptied(ink: Ink, value: Written, told: list[tuple[int, str]], last: str) -> None:
    """Comments in a value's place, the clerk's own among them, and below them `last`."""
    rows = [row for _, row in sorted([*told, *ink.inside(value.begin, value.end)])]
    key = value.key[0] if value.key else value.begin
    if value.parts and not value.braces:
        begin = ink.line_begin(value.begin)
        indent = ink.text[begin : value.begin]
        lines = [indent + row for row in (*rows, last) if row]
        ink.replace(begin, value.end, ink.newline.join(lines))
        return
    within = _outermost(ink.root, value)
    column = key - ink.line_begin(key)
    if within is value:
        ink.blank(value) if value.shape is Shape.TEXT else _wipe(ink, value)
    else:
        # Between braces a comment has no place of its own: it goes below the last brace.
        name = value.path[-1]
        rows = [row.replace(TOLD, f"{TOLD}{name}：", 1) for row in rows]
        column = (within.key[0] if within.key else within.begin) - ink.line_begin(
            within.key[0] if within.key else within.begin
        )
        ink.replace(value.begin, value.end, "")
        last = ""
    indent = " " * (column + 2)
    ink.below(within.end, [indent + row for row in (*rows, last) if row])


def _wipe(ink: Ink, value: Written) -> None:
    begin = len(ink.text[: value.begin].rstrip(" \t"))
    ink.replace(begin, value.end, "")


def _outermost(root: Written, value: Written) -> Written:
    """The outermost value with braces around a value; itself when it stands on its own."""
    around = [
        one
        for one in root.walk()
        if one.braces and one.parts and one.begin <= value.begin and value.end <= one.end
    ]
    return around[0] if around and around[0] is not root else value


def _asked(asks: Iterable[str]) -> str:
    words = "；".join(dict.fromkeys(asks))
    return f"（{words}）" if words else ""
