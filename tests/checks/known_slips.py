"""Every known slip of the published reports, and what only looks like one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from drafter.app.checking import check
from drafter.checks.registry import RULES
from drafter.checks.rule import When
from tests.checks.clean_texts import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.checking import Checked
    from drafter.model.placed import Placed

_TABLE = Path(__file__).parent / "known_slips.yaml"
#: Rules that run only when named; here all of them are.
ASKED = tuple(rule.code for rule in RULES if rule.when is When.ASKED)


@dataclass(frozen=True, slots=True)
class KnownSlip:
    """A slip that people have found, or a place that only looks like one.

    Attributes:
        number: of the slip; the words themselves for a place that is right.
        file: the report's.
        kind: of slip, in Chinese.
        level: 甲, 乙 or 丙; empty for a place that is right.
        words: the shortest words of the report that show where, each at another place.
        last: whether the last place of the words in the report is meant.
        whole: whether the slip is the whole report's, wherever it is told.
        codes: of the rules that may tell it; for a place that is right, those that tell another
            slip at the same words.
        left: why no rule tells it; empty when one does.
    """

    number: str
    file: str
    kind: str = ""
    level: str = ""
    words: tuple[str, ...] = ()
    last: bool = False
    whole: bool = False
    codes: tuple[str, ...] = ()
    left: str = ""


@cache
def known_slips() -> tuple[KnownSlip, ...]:
    """Every known slip, in order."""
    return tuple(
        KnownSlip(
            number=entry["号"],
            file=file,
            kind=entry["类"],
            level=entry["级"],
            words=tuple(entry["处"]),
            last=bool(entry.get("末次")),
            whole=bool(entry.get("整篇")),
            codes=tuple(entry.get("规则", ())),
            left=entry.get("不查", ""),
        )
        for file, entries in _table()["毛病"].items()
        for entry in entries
    )


@cache
def traps() -> tuple[KnownSlip, ...]:
    """Every place that only looks like a slip."""
    return tuple(
        KnownSlip(entry["处"], file, words=(entry["处"],), codes=tuple(entry.get("另有", ())))
        for file, entries in _table()["不报"].items()
        for entry in entries
    )


@cache
def checked(file: str, *, asked: bool = False) -> Checked:
    """A published report, checked; with the rules that run only when named, or without."""
    path = SAMPLES / file
    return check(path, select=(*"QFSW", *ASKED) if asked else ())


def found_at(slip: KnownSlip, words: str, *, asked: bool = True) -> list[Placed]:
    """What is found where some words of a slip stand, or in the paragraph as a whole."""
    whole = checked(slip.file, asked=asked)
    if slip.whole:
        return list(whole.placed)
    return [
        one
        for passage, start, end in places(slip, words)
        for one in whole.placed
        if one.passage == passage
        and (one.start == one.end or (one.start < end and start < one.end))
    ]


def places(slip: KnownSlip, words: str) -> list[tuple[int, int, int]]:
    """Where some words of a slip stand: passage, and start and end in it."""
    found = [
        (passage.place, at, at + len(words))
        for passage in checked(slip.file).reading.proof.passages
        if (at := passage.raw.find(words)) >= 0
    ]
    return found[-1:] if slip.last else found


def table() -> Iterator[str]:
    """Which known slips are told by which rule, and why others are not, as Markdown."""
    names = {rule.code: rule.name for rule in RULES}
    slips = known_slips()
    told = [slip for slip in slips if not slip.left]
    yield f"五份公开发布的报告里，人工找出 {len(slips)} 处毛病，其中 {len(told)} 处有规则查出。"
    yield ""
    yield "| 级别 | 处数 | 有规则查出 |"
    yield "|---|---:|---:|"
    for level, meaning in (("甲", "肯定是错"), ("乙", "很可能是错"), ("丙", "写作习惯")):
        of_level = [slip for slip in slips if slip.level == level]
        yield f"| {level}（{meaning}） | {len(of_level)} | {sum(not s.left for s in of_level)} |"
    yield ""
    yield "| 规则 | 查出的毛病 |"
    yield "|---|---|"
    for code in sorted({code for slip in told for code in slip.codes}):
        numbers = "、".join(f"{s.number}" for s in told if code in s.codes)
        yield f"| {code} {names.get(code, '')} | {numbers} |"
    yield ""
    yield "| 没有规则去查的原因 | 毛病 |"
    yield "|---|---|"
    for reason, count in Counter(slip.left for slip in slips if slip.left).most_common():
        numbers = "、".join(f"{s.number}（{s.kind}）" for s in slips if s.left == reason)
        yield f"| {reason}（{count} 处） | {numbers} |"


def _table() -> dict[str, dict[str, list[dict[str, str]]]]:
    content: dict[str, dict[str, list[dict[str, str]]]] = yaml.safe_load(_TABLE.read_text("utf-8"))
    return content
