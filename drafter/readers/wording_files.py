"""wording.yaml and calendar.yaml, read: wrong words, right titles, old names of offices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.model.spot import Spot
from drafter.model.wording import Holiday, NumberWords, Office, Slip, Wording
from drafter.readers.calendar import day_at, read_calendar, severity_at
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, named
from drafter.readers.files import read_text
from drafter.readers.yaml_tree import Entries, Scalar, Tree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.finding import Finding

KEYS = ("用词", "文件名称", "泛称", "机构名称", "节日名称", "术语", "术语例外", "数的用语")
NUMBER_KEYS = ("目标", "要求", "期限", "已成")
GROUP_KEYS = ("因", "级", "书名号内", "除外", "同句除外", "自", "词", "特例")
SLIP_KEYS = ("改", "因", "级", "除外", "同句除外", "自")
OFFICE_KEYS = ("旧", "简", "自")
HOLIDAY_KEYS = ("名", "误")
#: A matter of taste, told only when asked for.
TASTE = "斟酌"
_ARROW, _BAR = "→", "｜"


def read_wording_files(folder: Path) -> Wording:
    """What is known about words; raises as `wording.read_wording` does."""
    findings: list[Finding] = []
    fields = _file(folder / "wording.yaml", KEYS, findings)
    calendar = read_calendar(folder / "calendar.yaml", findings)
    wording = Wording(
        slips=tuple(_slips(fields.tree_of("用词"), findings)),
        seasons=calendar.seasons,
        titles=fields.texts("文件名称"),
        meetings=calendar.meetings,
        history=calendar.history,
        offices=tuple(_offices(fields.tree_of("机构名称"), findings)),
        holidays=tuple(_holidays(fields.tree_of("节日名称"), findings)),
        common=frozenset(fields.texts("泛称")),
        terms=_words(fields, "术语"),
        term_exceptions=_words(fields, "术语例外"),
        numbers=_numbers(fields.tree_of("数的用语"), findings),
    )
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise DrafterError(*errors)
    return wording


def _numbers(tree: Tree | None, findings: list[Finding]) -> NumberWords:
    """How targets and time limits are spoken of; nothing where the file does not say it."""
    if tree is not None and not isinstance(tree, Entries):
        message = "用词文件的“数的用语”应是“目标: [词, …]”的形式"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "参照原来的写法"))
    entries = tree if isinstance(tree, Entries) else Entries((), Spot(""))
    fields = Fields(entries, "“数的用语”", NUMBER_KEYS, findings)
    return NumberWords(*(fields.texts(name) for name in NUMBER_KEYS))


def _words(fields: Fields, name: str) -> tuple[str, ...]:
    """The words in a block of lines, blanks between them."""
    return tuple(dict.fromkeys(fields.text(name).split()))


def _file(path: Path, keys: tuple[str, ...], findings: list[Finding]) -> Fields:
    """The file's own keys; without any where it is empty or no mapping."""
    tree, found = parse_tree(read_text(path), str(path))
    findings += found
    if tree is not None and not isinstance(tree, Entries):
        message = "用词文件应是“名称: …”的形式"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "参照文件开头的说明"))
        tree = None
    return Fields(tree or Entries((), Spot(str(path))), "用词文件", keys, findings)


def _slips(tree: Tree | None, findings: list[Finding]) -> Iterator[Slip]:
    for key, entries in named(tree, "用词", findings):
        group = Fields(entries, f"用词“{key.text}”", GROUP_KEYS, findings)
        common = _common(key.text, group)
        lines = group.tree_of("词")
        if isinstance(lines, Scalar):
            yield from _lines(lines, common, group)
        elif lines is not None:
            group.wrong(lines.spot, f"{group.what}的“词”应是“词: |”，下面每行一个 错 → 对")
        yield from _special(group, common)


def _common(name: str, group: Fields) -> Slip:
    """What a group says of all its slips."""
    taste = group.text("级") == TASTE
    return Slip(
        words="",
        better="",
        reason=group.text("因", name),
        severity=Severity.INFO if taste else severity_at(group, "级") or Severity.WARNING,
        unless=group.texts("除外"),
        first=day_at(group, "自"),
        spot=group.spot,
        unless_sentence=group.texts("同句除外"),
        in_titles=bool(group.flag("书名号内")),
        taste=taste,
    )


def _lines(block: Scalar, common: Slip, group: Fields) -> Iterator[Slip]:
    """One slip a line: 错 → 对 ｜ 例外 例外."""
    first = block.spot.line + (1 if block.quoted else 0)
    for number, line in enumerate(block.text.split("\n"), first):
        if not line.strip():
            continue
        spot = Spot(block.spot.file, number, 1)
        wrong, arrow, rest = (part.strip() for part in line.partition(_ARROW))
        if not (wrong and arrow):
            group.wrong(spot, f"{group.what}的“{line.strip()}”应写成“错的写法 → 对的写法”")
            continue
        better, _, unless = rest.partition(_BAR)
        yield Slip(
            words=wrong,
            better=better.strip(),
            reason=common.reason,
            severity=common.severity,
            unless=(*common.unless, *unless.split()),
            first=common.first,
            spot=spot,
            unless_sentence=common.unless_sentence,
            in_titles=common.in_titles,
            taste=common.taste,
        )


def _special(group: Fields, common: Slip) -> Iterator[Slip]:
    """Slips that say more than a line can."""
    for key, entries in named(group.tree_of("特例"), f"{group.what}特例", group.findings):
        own = Fields(entries, f"用词“{key.text}”", SLIP_KEYS, group.findings)
        yield replace(
            common,
            words=key.text,
            better=own.text("改"),
            reason=own.text("因", common.reason),
            severity=severity_at(own, "级") or common.severity,
            unless=(*common.unless, *own.texts("除外")),
            first=day_at(own, "自") or common.first,
            spot=key.spot,
            unless_sentence=(*common.unless_sentence, *own.texts("同句除外")),
        )


def _offices(tree: Tree | None, findings: list[Finding]) -> Iterator[Office]:
    for key, entries in named(tree, "机构名称", findings):
        fields = Fields(entries, f"机构名称“{key.text}”", OFFICE_KEYS, findings)
        first = day_at(fields, "自")
        if first is None:
            if not fields.text("自"):
                fields.missing("自")
            continue
        yield Office(fields.texts("旧"), fields.texts("简"), key.text, first, key.spot)


def _holidays(tree: Tree | None, findings: list[Finding]) -> Iterator[Holiday]:
    for key, entries in named(tree, "节日名称", findings):
        fields = Fields(entries, f"节日名称“{key.text}”", HOLIDAY_KEYS, findings)
        yield Holiday(key.text, fields.needed("名"), fields.texts("误"), key.spot)
