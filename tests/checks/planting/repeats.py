"""The same words in two places: sentences and clauses that were copied and left standing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import SENTENCE, Kind, Planted, half, kind

if TYPE_CHECKING:
    from random import Random

    from tests.checks.planting.sheet import Sheet, Stretch

_SHORT, _LONG, _CLAUSE = 24, 90, 16
_CLAUSES = re.compile(r"(?<=[，,])[^，,。；;：:！？“”《》]{14,40}(?=[，,。])")
_NEAR = (("深入", "扎实"), ("推进", "推动"), ("完善", "健全"), ("加强", "强化"), ("开展", "组织"))


def _copied(rng: Random, sheet: Sheet, near: bool) -> Planted | None:  # noqa: FBT001
    """A sentence without figures copied to the end of another paragraph."""
    found = [
        (stretch, match.group())
        for stretch, match in sheet.matches(SENTENCE)
        if _SHORT <= len(match.group()) <= _LONG
        and not re.search("[0-9“”《》一二三四]是|[0-9]{2,}|如下", match.group())
        and not match.group().startswith(("”", "》"))
        and match.group().count("“") == match.group().count("”")
    ]
    rng.shuffle(found)
    for stretch, sentence in found:
        words = _reworded(rng, sentence.strip()) if near else sentence.strip()
        if words:
            return _appended(rng, sheet, stretch, words)
    return None


def _reworded(rng: Random, sentence: str) -> str:
    """A sentence with one or two words changed for others; empty where it has none of them."""
    fits = [pair for pair in _NEAR if pair[0] in sentence]
    if not fits or len(sentence) < 30:
        return ""
    for old, new in rng.sample(fits, min(2, len(fits))):
        sentence = sentence.replace(old, new, 1)
    return sentence


def _appended(rng: Random, sheet: Sheet, source: Stretch, words: str) -> Planted | None:
    places = [
        s
        for s in sheet.texts
        if s.line != source.line and sheet.words(s).endswith("。") and s.end - s.body > 20
    ]
    if not places:
        return None
    place = rng.choice(places)
    lines = sheet.replaced(place.line, place.end, place.end, half(sheet, words))
    return Planted(lines, frozenset({place.line, source.line}), words=words)


def _sentence(rng: Random, sheet: Sheet) -> Planted | None:
    return _copied(rng, sheet, near=False)


def _near_sentence(rng: Random, sheet: Sheet) -> Planted | None:
    return _copied(rng, sheet, near=True)


def _clause(rng: Random, sheet: Sheet) -> Planted | None:
    """A clause copied into a sentence of another paragraph."""
    found = [
        (s, m)
        for s, m in sheet.matches(_CLAUSES)
        if not re.search("[0-9]|如下|[一二三四]是|习近平|第一责任人|党的|领导下", m.group())
    ]
    found = [(s, m) for s, m in found if len(m.group()) >= _CLAUSE]
    if not found:
        return None
    source, match = rng.choice(found)
    places = [
        s
        for s in sheet.texts
        if s.line != source.line and sheet.words(s).endswith("。") and s.end - s.body > 20
    ]
    if not places:
        return None
    place = rng.choice(places)
    words = half(sheet, f"，{match.group()}")
    lines = sheet.replaced(place.line, place.end - 1, place.end - 1, words)
    return Planted(lines, frozenset({place.line, source.line}), words=words)


def _pasted_twice(rng: Random, sheet: Sheet) -> Planted | None:
    """A sentence pasted twice, one behind the other."""
    found = [(s, m) for s, m in sheet.matches(SENTENCE) if _SHORT <= len(m.group()) <= _LONG]
    found = [(s, m) for s, m in found if m.group().count("“") == m.group().count("”")]
    found = [(s, m) for s, m in found if m.start() > s.body]
    if not found:
        return None
    stretch, match = rng.choice(found)
    lines = sheet.replaced(stretch.line, match.end(), match.end(), match.group())
    return Planted(lines, frozenset({stretch.line}), words=match.group())


KINDS: tuple[Kind, ...] = (
    kind("一句话抄到别的段", "W301 W303", _sentence),
    kind("一句话连贴两遍", "W301 W303", _pasted_twice),
    kind("一个分句抄到别的段", "W302 W301 W303", _clause),
    kind("一句话改几个字再用", "W303 W302 W301", _near_sentence),
)
