"""calendar.yaml: set phrases, congresses and plenums with their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.model.wording import Meeting, Season
from drafter.readers.codes import Fault, error
from drafter.readers.days import read_day
from drafter.readers.fields import Fields, named
from drafter.readers.files import read_text
from drafter.readers.yaml_tree import Entries, Scalar, Tree, parse_tree
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from drafter.model.finding import Finding

KEYS = ("大会与全会", "历史用语", "提法")
SEASON_KEYS = ("词", "按", "自", "至", "改", "早", "晚", "同句除外", "前面除外")
CONGRESS, INCOMPLETE = "大会", "不全"
TERM_KEYS = (CONGRESS, *(f"{number}中" for number in "一二三四五六七八九"), INCOMPLETE)
SEVERITIES = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.INFO}
_TERM = lazily("[一二三四五六七八九十]+")


@record
class Calendar:
    """What stands in calendar.yaml; see `model.wording.Wording`."""

    meetings: tuple[Meeting, ...]
    history: tuple[str, ...]
    seasons: tuple[Season, ...]


def read_calendar(path: Path, findings: list[Finding]) -> Calendar:
    """The calendar.

    Args:
        path: calendar.yaml.
        findings: where faults go.

    Raises:
        DrafterError: the file is missing.
    """
    tree, found = parse_tree(read_text(path), str(path))
    findings += found
    if tree is not None and not isinstance(tree, Entries):
        message = "提法日历应是“名称: …”的形式"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "参照文件开头的说明"))
        tree = None
    fields = Fields(tree or Entries((), Spot(str(path))), "提法日历", KEYS, findings)
    meetings = _meetings(fields.tree_of("大会与全会"), findings)
    return Calendar(
        meetings=tuple(sorted(meetings, key=lambda meeting: meeting.closed)),
        history=fields.texts("历史用语"),
        seasons=tuple(_seasons(fields.tree_of("提法"), findings)),
    )


def day_at(fields: Fields, name: str) -> date | None:
    """The day at a key; None when there is none, and a finding when it is no day."""
    text = fields.text(name)
    if not text:
        return None
    try:
        return read_day(text)
    except ValueError as problem:
        message = f"{fields.what}的“{name}”：“{text}”不是日期（{problem}），应写成 2025-10-24"
        fields.wrong(fields.place(name), message)
        return None


def severity_at(fields: Fields, name: str) -> Severity | None:
    """How much something weighs; None when nothing is said (斟酌 is no weight)."""
    text = fields.text(name)
    if text and text not in SEVERITIES and text != "斟酌":
        words = "、".join(SEVERITIES)
        fields.wrong(fields.place(name), f"{fields.what}的“{name}”只能写{words}，这里是“{text}”")
    return SEVERITIES.get(text)


def _meetings(tree: Tree | None, findings: list[Finding]) -> Iterator[Meeting]:
    for key, entries in named(tree, "大会与全会", findings):
        fields = Fields(entries, f"大会与全会“{key.text}”", TERM_KEYS, findings)
        if not _TERM.fullmatch(key.text):
            fields.wrong(key.spot, f"“{key.text}”应是汉字的届次，如 二十")
            continue
        incomplete = fields.tree_of(INCOMPLETE)
        weights = (
            Fields(incomplete, f"{fields.what}的“{INCOMPLETE}”", TERM_KEYS, findings)
            if isinstance(incomplete, Entries)
            else None
        )
        for entry in entries.items:
            name, value = entry.key.text, entry.value
            if name not in TERM_KEYS or name == INCOMPLETE or not isinstance(value, Scalar):
                continue
            closed = day_at(fields, name)
            if closed is not None:
                number = "" if name == CONGRESS else name[0]
                weight = severity_at(weights, name) if weights else None
                yield Meeting(key.text, number, closed, weight, entry.key.spot)


def _seasons(tree: Tree | None, findings: list[Finding]) -> Iterator[Season]:
    for key, entries in named(tree, "提法", findings):
        fields = Fields(entries, f"提法“{key.text}”", SEASON_KEYS, findings)
        basis = fields.text("按", "日期")
        if basis not in {"日期", "年度"}:
            fields.wrong(fields.place("按"), f"{fields.what}的“按”只能写日期或年度")
        yield Season(
            name=key.text,
            words=fields.texts("词") or (key.text,),
            by_year=basis == "年度",
            first=day_at(fields, "自"),
            last=day_at(fields, "至"),
            better=fields.text("改"),
            early=severity_at(fields, "早"),
            late=severity_at(fields, "晚"),
            unless=fields.texts("同句除外"),
            unless_after=fields.texts("前面除外"),
            spot=key.spot,
        )
