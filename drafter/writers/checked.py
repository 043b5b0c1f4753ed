"""What a check has found: as blocks of lines for people, as plain values for machines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.excerpts import excerpt
from drafter.text.widths import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from drafter.model.finding import Finding
    from drafter.model.placed import Placed
    from drafter.model.spot import Spot


class Role(StrEnum):
    """What a part of a line is, so that a terminal can colour it."""

    FILE = "file"
    SECTION = "section"
    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    PLAIN = "plain"
    AROUND = "around"
    WORDS = "words"


#: A line: parts in order, each with its role.
Line = tuple[tuple[str, Role], ...]

#: Severities as they are called.
LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_ROLES = {
    Severity.ERROR: Role.ERROR,
    Severity.WARNING: Role.WARNING,
    Severity.INFO: Role.INFO,
}
#: How many findings of one code are told in full.
MOST_ALIKE = 5
_MOST_PLACES, _LONGEST_QUOTED = 8, 12
_IN_FILE, _TOP = "问卷", "标题和开头"


@record
class Marked:
    """A file, and what was found in it.

    Attributes:
        path: as the user named it.
        texts: title, headings and paragraphs in printed order.
        sections: what each of them stands under.
        placed: findings at words of `texts`.
        loose: findings that stand nowhere in them.
        counted: whether a spot's line counts paragraphs, as it does where a file has no lines.
    """

    path: str
    texts: Sequence[str]
    sections: Sequence[str]
    placed: Sequence[Placed]
    loose: Sequence[Finding]
    counted: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them."""
        return (*self.loose, *(one.finding for one in self.placed))


@record
class _Entry:
    """A finding with the words around the fault."""

    finding: Finding
    around: tuple[str, str, str] = ("", "", "")


def checked_json(
    findings: Iterable[Finding], ignored: Iterable[tuple[Finding, str]]
) -> dict[str, object]:
    """The findings as `check --json` prints them."""
    return {
        "findings": [finding.as_json() for finding in findings],
        "ignored": [{**finding.as_json(), "reason": reason} for finding, reason in ignored],
    }


def tally(findings: Iterable[Finding]) -> str:
    """`错误2处、警告5处`; empty when there is none."""
    weights = [finding.severity for finding in findings]
    return "、".join(
        f"{label}{weights.count(severity)}处"
        for severity, label in LABELS.items()
        if severity in weights
    )


def checked_lines(
    marked: Marked,
    *,
    width: int = 0,
    brackets: tuple[str, str] = ("", ""),
    unfolded: Iterable[str] = (),
) -> Iterator[Line]:
    """What was found in a file, by the headings that it stands under.

    Args:
        marked: the file; with findings.
        width: columns of the terminal; 0 = lines are not broken.
        brackets: what to put around the very words, where they cannot be set off otherwise.
        unfolded: codes of which every finding is told; of others five and a count.
    """
    yield ((marked.path, Role.FILE), (f"　{tally(marked.findings)}", Role.AROUND))
    always = set(unfolded)
    told: dict[str, int] = {}
    folded: dict[str, list[str]] = {}
    for section, entries in _groups(marked).items():
        lines: list[Line] = []
        for entry in entries:
            code, place = entry.finding.code, _place(entry.finding.spot, marked)
            told[code] = told.get(code, 0) + 1
            if told[code] > MOST_ALIKE and code not in always:
                folded.setdefault(code, []).append(place + _quoted(entry.finding.text))
            else:
                lines += _entry_lines(entry, place, brackets, width)
        if lines:
            yield from _broken("  ", [(section, Role.SECTION)], width)
            yield from lines
    yield from _folded_lines(folded, width)


def _groups(marked: Marked) -> dict[str, list[_Entry]]:
    """The findings by headings, in printed order; a year file's own first."""
    groups: dict[str, list[_Entry]] = {_IN_FILE: [], _TOP: []}
    for section in marked.sections:
        groups.setdefault(section or _TOP, [])
    for finding in marked.loose:
        groups.setdefault(finding.section or _IN_FILE, []).append(_Entry(finding))
    for one in marked.placed:
        section = marked.sections[one.passage] or _TOP
        around = excerpt(marked.texts[one.passage], one.start, one.end)
        entry = _Entry(one.finding) if around[1] == section else _Entry(one.finding, around)
        groups[section].append(entry)
    return groups


def _place(spot: Spot, marked: Marked) -> str:
    """`2025.yaml:14:22`, or `第12段` where a file has no lines."""
    if marked.counted and spot.file == marked.path and spot.line:
        return f"第{spot.line}段"
    return str(spot)


def _entry_lines(
    entry: _Entry, place: str, brackets: tuple[str, str], width: int
) -> Iterator[Line]:
    finding = entry.finding
    severity = finding.severity
    head = [
        (f"{place} ", Role.PLACE),
        (f"{LABELS[severity]} {finding.code} ", _ROLES[severity]),
        (finding.message, Role.PLAIN),
    ]
    yield from _broken("    ", head, width)
    before, words, behind = entry.around
    if words:
        words = brackets[0] + words + brackets[1]
    if before or words:
        parts = [(before, Role.AROUND), (words, Role.WORDS), (behind, Role.AROUND)]
        yield from _broken("      ", parts, width)
    if finding.remedy:
        yield from _broken("      ", [(f"怎么改：{finding.remedy}", Role.PLAIN)], width)


def _quoted(words: str) -> str:
    return f"「{words}」" if 0 < len(words) <= _LONGEST_QUOTED else ""


def _folded_lines(folded: Mapping[str, Sequence[str]], width: int) -> Iterator[Line]:
    for code, places in folded.items():
        named = "、".join(places[:_MOST_PLACES])
        rest = "等" if len(places) > _MOST_PLACES else ""
        told = f"{code} 同样的还有{len(places)}处：{named}{rest}（加 --select {code} 逐处列出）"
        yield from _broken("  ", [(told, Role.AROUND)], width)


def _broken(indent: str, parts: Iterable[tuple[str, Role]], width: int) -> Iterator[Line]:
    """The parts as lines of at most `width` columns, each behind the indent."""
    waiting = [part for part in parts if part[0]]
    text = "".join(words for words, _ in waiting)
    for line in typeset(text, width - len(indent) if width else 0):
        cut: list[tuple[str, Role]] = [(indent, Role.PLAIN)]
        left = len(line)
        while left:
            words, role = waiting.pop(0)
            cut.append((words[:left], role))
            if words[left:]:
                waiting.insert(0, (words[left:], role))
            left -= len(cut[-1][0])
        yield tuple(cut)
