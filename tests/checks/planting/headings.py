"""Slips in headings, sections and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.kit import Part
from tests.checks.planting.kinds import Kind, Planted, changed, half, kind, swap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from tests.checks.planting.sheet import Sheet, Stretch

_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(r"[一二三四五六七八九十]|[0-9]+")


def _next(number: str, step: int) -> str:
    """A heading's number some steps on; the same where it goes out of range."""
    match = _NUMBER.search(number)
    if match is None:
        return number
    old = match.group()
    at = int(old) if old.isdigit() else _NUMERALS.find(old) + 1
    new = at + step
    if not 0 < new <= len(_NUMERALS):
        return number
    said = str(new) if old.isdigit() else _NUMERALS[new - 1]
    return number[: match.start()] + said + number[match.end() :]


def _groups(sheet: Sheet) -> Iterator[list[Stretch]]:
    """Headings of one level that stand under one another, three and more."""
    groups: dict[tuple[int, int], list[Stretch]] = {}
    above: dict[int, int] = {}
    for heading in sheet.headings:
        level = heading.passage.level
        above = {key: line for key, line in above.items() if key < level}
        groups.setdefault((level, max(above.values(), default=0)), []).append(heading)
        above[level] = heading.line
    yield from (group for group in groups.values() if len(group) > 1)


def _numbered(rng: Random, sheet: Sheet, step: int) -> Planted | None:
    """One heading's number changed: the last of its group one on, or any one back."""
    groups = [g for g in _groups(sheet) if g[0].passage.number]
    if not groups:
        return None
    group = rng.choice(groups)
    heading = group[-1] if step > 0 else rng.choice(group[1:])
    line = sheet.lines[heading.line]
    match = _NUMBER.search(line, heading.start)
    if match is None:
        return None
    new = _next(match.group(), step)
    if new == match.group():
        return None
    planted = changed(sheet, heading, match.start(), match.end(), new)
    at = frozenset(h.line for h in group)
    return Planted(planted.lines, at, words=planted.words)


def _skipped(rng: Random, sheet: Sheet) -> Planted | None:
    return _numbered(rng, sheet, 1)


def _repeated(rng: Random, sheet: Sheet) -> Planted | None:
    return _numbered(rng, sheet, -1)


def _mixed(rng: Random, sheet: Sheet) -> Planted | None:
    """One heading of a group numbered in another style."""
    groups = [g for g in _groups(sheet) if len(g) > 2 and g[0].passage.number]
    if not groups:
        return None
    group = rng.choice(groups)
    heading = rng.choice(group[1:])
    line = sheet.lines[heading.line]
    match = re.compile(
        r"[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|[0-9]+[.．]"
    ).match(line, heading.start)
    found = _NUMBER.search(match.group()) if match else None
    if match is None or found is None:
        return None
    old = found.group()
    at = int(old) if old.isdigit() else _NUMERALS.find(old) + 1
    styles = [f"{_NUMERALS[at - 1]}.", f"{at}、", f"（{at}）"]
    new = half(sheet, rng.choice(styles))
    planted = changed(sheet, heading, match.start(), match.end(), new)
    return Planted(planted.lines, frozenset(h.line for h in group), words=planted.words)


def _stray_mark(rng: Random, sheet: Sheet) -> Planted | None:
    alone = [h for h in sheet.headings if h.alone]
    if not alone:
        return None
    heading = rng.choice(alone)
    old = sheet.lines[heading.line][: heading.end].rstrip("。")
    return changed(sheet, heading, len(old), heading.end, rng.choice(["，", "、", "；"]))


def _emptied(rng: Random, sheet: Sheet) -> Planted | None:
    """A heading on its own line whose text is gone."""
    stretches = sheet.stretches
    found = []
    for at, heading in enumerate(stretches[:-1]):
        if not heading.alone:
            continue
        end = at + 1
        while end < len(stretches) and not stretches[end].passage.level:
            end += 1
        following = stretches[end].passage.level if end < len(stretches) else 1
        if end > at + 1 and 0 < following <= heading.passage.level:
            found.append((heading, stretches[at + 1 : end]))
    if not found:
        return None
    heading, body = rng.choice(found)
    gone = {s.line for s in body}
    lines = tuple("" if n in gone else line for n, line in enumerate(sheet.lines))
    return Planted(lines, frozenset({heading.line}), words=heading.passage.heading)


def _copied_heading(rng: Random, sheet: Sheet) -> Planted | None:
    """A heading overwritten with the words of the one before it."""
    groups = [g for g in _groups(sheet) if len(g) > 1]
    if not groups:
        return None
    group = rng.choice(groups)
    at = rng.randrange(1, len(group))
    first, heading = group[at - 1], group[at]
    line = sheet.lines[heading.line]
    old, new = heading.passage.heading, first.passage.heading
    where = line.find(half(sheet, old), heading.start)
    if where < 0 or old == new:
        return None
    planted = changed(sheet, heading, where, where + len(old), half(sheet, new))
    return Planted(planted.lines, frozenset({heading.line, first.line}), words=planted.words)


def _without_causes(_: Random, sheet: Sheet) -> Planted | None:
    """Every cause taken out of the part on shortcomings, whose heading promises them."""
    part = [s for s in sheet.stretches if Part.SHORTCOMINGS in s.passage.parts]
    if not any("原因" in s.passage.heading for s in part):
        return None
    lines = list(sheet.lines)
    for stretch in part:
        if not stretch.passage.level or stretch.passage.run_in:
            lines[stretch.line] = re.sub("主要原因是|由于|原因[是在]", "", lines[stretch.line])
    if tuple(lines) == sheet.lines:
        return None
    return Planted(tuple(lines), frozenset(), words="去掉各处“主要原因是”")


def _without_part(part: Part) -> Callable[[Random, Sheet], Planted | None]:
    """A whole part of the report left out, the numbers behind it put right."""

    def plant(_: Random, sheet: Sheet) -> Planted | None:
        chapters = [h for h in sheet.headings if h.passage.level == 1]
        found = [h for h in chapters if part in h.passage.parts]
        if len(found) != 1 or len(found[0].passage.parts) > 1:
            return None
        first = found[0].line
        after = [h for h in chapters if h.line > first]
        last = after[0].line if after else max(s.line for s in sheet.stretches) + 1
        lines = list(sheet.lines)
        for heading in after:
            line = lines[heading.line]
            lines[heading.line] = line[: heading.start] + _next(line[heading.start :], -1)
        return Planted((*lines[:first], *lines[last:]), frozenset(), words=found[0].passage.heading)

    return plant


def _next_in_list(_: Random, match: re.Match[str]) -> str:
    return match.group(1) + {"二": "三", "三": "四", "四": "五"}[match.group(2)] + "是"


def _again_in_list(_: Random, match: re.Match[str]) -> str:
    return match.group(1) + {"二": "一", "三": "二", "四": "三"}[match.group(2)] + "是"


def _figures_taken_out(rng: Random, sheet: Sheet) -> Planted | None:
    """The number in front of a unit lost, as when a cell was empty: 受理案件宗。"""
    pattern = r"(?<=[理到办展放供议见件训练息])[1-9][0-9]*(?=[件宗份][，,。；;、])"
    return swap(pattern, lambda _r, _m: "")(rng, sheet)


def _said_again(rng: Random, sheet: Sheet) -> Planted | None:
    """The text behind a heading begins with the heading's own words."""
    found = [h for h in sheet.headings if h.passage.run_in and 8 <= len(h.passage.heading) <= 30]
    if not found:
        return None
    heading = rng.choice(found)
    words = half(sheet, heading.passage.heading) + rng.choice(["。", half(sheet, "，")])
    return changed(sheet, heading, heading.body, heading.body, words)


def _has_children(sheet: Sheet, heading: Stretch) -> bool:
    """Whether headings of a lower level stand under a heading."""
    for other in sheet.headings:
        if other.line > heading.line:
            return other.passage.level > heading.passage.level
    return False


def _run_together(rng: Random, sheet: Sheet) -> Planted | None:
    """The paragraph pulled up behind one heading, its sisters standing on lines of their own."""
    found = []
    for group in _groups(sheet):
        if len(group) < 3 or not all(h.alone for h in group):
            continue
        by_line = {s.line: s for s in sheet.stretches}
        leaves = []
        for heading in group:
            following = [n for n in by_line if n > heading.line]
            after = by_line[min(following)] if following else None
            if _has_children(sheet, heading):
                continue
            if after is not None and not after.passage.level:
                leaves.append((heading, after, group))
        found += leaves if len(leaves) > 1 else []
    if not found:
        return None
    heading, after, group = rng.choice(found)
    lines = list(sheet.lines)
    text = sheet.words(after)
    lines[heading.line] = lines[heading.line].rstrip("。") + "。" + text
    lines[after.line] = ""
    at = frozenset(h.line for h in group)
    return Planted(tuple(lines), at, words=heading.passage.heading)


def _without_formula(_: Random, sheet: Sheet) -> Planted | None:
    """现将…报告如下 taken out of the lead."""
    lead = sheet.texts[0]
    match = re.search(r"现将[^。]*如下[：:]", sheet.words(lead))
    if match is None:
        return None
    at = lead.body + match.start()
    return Planted(sheet.replaced(lead.line, at, lead.end, ""), frozenset(), words=match.group())


_LIST = r"([。；;：:])([二三四])是"

KINDS: tuple[Kind, ...] = (
    kind("标题序号跳号", "S101 S102", _skipped),
    kind("标题序号重号", "S101 S102", _repeated),
    kind("标题序号换了写法", "S101 S102 S103", _mixed),
    kind("标题末尾多出标点", "S106 W401 W402", _stray_mark),
    kind("“一是二是”跳号", "S101 S102 S107", swap(_LIST, _next_in_list)),
    kind("“一是二是”重号", "S101 S102 S107", swap(_LIST, _again_in_list)),
    kind("标题下的正文删光了", "S212", _emptied),
    kind("标题照抄上一个", "S215", _copied_heading),
    kind("正文第一句重复标题", "S213", _said_again),
    kind("一个标题与正文连成一段，别的没有", "S104", _run_together),
    kind("导语缺“现将…报告如下”", "S208", _without_formula),
    kind("标题写了原因，正文没有原因", "S207", _without_causes),
    kind("缺“不足”一部分", "S204", _without_part(Part.SHORTCOMINGS)),
    kind("缺“下一步安排”一部分", "S204", _without_part(Part.PLANS)),
    kind("数字漏填，只剩单位", "F111 F113 W501 W507", _figures_taken_out),
)
