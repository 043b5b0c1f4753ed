"""What a rule is: its code, its name, how much it weighs, and the function that finds the fault."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.checks.case import Case, Reading
    from drafter.model.finding import Severity
    from drafter.model.kit import Kit
    from drafter.model.proof import Passage, Told
    from drafter.model.spot import Spot


class When(StrEnum):
    """Whether a rule runs without being asked for."""

    ALWAYS = "总是"
    FILED = "问卷"  #: in the text of a year file only
    ASKED = "指名"  #: only when --select names its code: a matter of taste


@record
class Fault:
    """One fault in the text, told by a rule.

    Attributes:
        at: the passage's place in the proof.
        start: place in the passage's text of the first of the very words; 0 with `end` 0 means the
            passage as a whole.
        end: place behind the last of them.
        message: what is wrong, in Chinese, with the words and numbers concerned.
        remedy: what to do, in Chinese.
        severity: where it differs from the rule's.
        spot: where to look instead; for a figure that was typed in the year file.
    """

    at: int
    start: int
    end: int
    message: str
    remedy: str
    severity: Severity | None = None
    spot: Spot | None = None


@record
class Filed:
    """One fault in a year file or in the templates folder.

    Attributes:
        spot: where.
        message: see `Fault`.
        remedy: see `Fault`.
        text: the offending words.
        section: heading of the section concerned; empty when none is.
    """

    spot: Spot
    message: str
    remedy: str
    text: str = ""
    section: str = ""


@record
class Rule:
    """What is common to all rules.

    Attributes:
        code: a letter of the family and three digits; never changes.
        name: the fault in English, never the cure (`part-exceeds-whole`).
        severity: how much a finding weighs.
        requires: codes of rules that come first: where one of them has found something at the same
            words, this one is silent, so that one fault gives one message.
        when: see `When`.
        about: 查什么, 为什么, 例 and 怎么改, as its function's docstring says them.
    """

    code: str
    name: str
    severity: Severity
    requires: tuple[str, ...]
    when: When
    about: str

    def part(self, heading: str) -> str:
        """What the docstring says under 查什么, 为什么, 例 or 怎么改; without line breaks."""
        lines: list[str] = []
        inside = False
        for line in self.about.splitlines():
            head, colon, rest = line.strip().partition("：")
            if colon and head in {"查什么", "为什么", "例", "怎么改"}:
                inside = head == heading
                line = rest  # noqa: PLW2901
            if inside:
                lines.append(line.strip())
        return "".join(lines)


@record
class YearFileRule(Rule):
    """A rule that reads the year file and what was composed of it.

    Attributes:
        find: the faults of a case.
    """

    find: Callable[[Case], Iterator[Filed]]


@record
class TextRule(Rule):
    """A rule that reads the printed text, whatever it came from.

    Attributes:
        find: the faults of a reading.
    """

    find: Callable[[Reading], Iterator[Fault]]


@record
class KitRule(Rule):
    """A rule that reads the templates folder.

    Attributes:
        find: the faults of a kit.
    """

    find: Callable[[Kit], Iterator[Filed]]


def kit_rule(
    code: str, name: str, severity: Severity
) -> Callable[[Callable[[Kit], Iterator[Filed]]], KitRule]:
    """Make a rule of a function over a kit; its docstring is what people read."""

    def made(find: Callable[[Kit], Iterator[Filed]]) -> KitRule:
        return KitRule(code, name, severity, (), When.ALWAYS, find.__doc__ or "", find)

    return made


def year_file_rule(
    code: str, name: str, severity: Severity, *, requires: tuple[str, ...] = ()
) -> Callable[[Callable[[Case], Iterator[Filed]]], YearFileRule]:
    """Make a rule of a function over a case; its docstring is what people read."""

    def made(find: Callable[[Case], Iterator[Filed]]) -> YearFileRule:
        return YearFileRule(code, name, severity, requires, When.ALWAYS, find.__doc__ or "", find)

    return made


def text_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    requires: tuple[str, ...] = (),
    when: When = When.ALWAYS,
) -> Callable[[Callable[[Reading], Iterator[Fault]]], TextRule]:
    """Make a rule of a function over a reading; its docstring is what people read."""

    def made(find: Callable[[Reading], Iterator[Fault]]) -> TextRule:
        return TextRule(code, name, severity, requires, when, find.__doc__ or "", find)

    return made


def fault(
    passage: Passage,
    span: tuple[int, int] | Told,
    message: str,
    remedy: str,
    severity: Severity | None = None,
) -> Fault:
    """A fault at some words of a passage, given as a span of its text or as one of its figures."""
    start, end = span if isinstance(span, tuple) else (span.start, span.end)
    return Fault(passage.place, start, end, message, remedy, severity)
