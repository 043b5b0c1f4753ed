"""What was found in many files, by code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.text.widths import typeset
from drafter.writers.checked import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.finding import Finding

_WEIGHTS = list(Severity)


@dataclass(slots=True)
class Alike:
    """The findings of one code in all files.

    Attributes:
        first: the first of those that weigh most.
        count: how many there are.
        files: in how many files.
    """

    first: Finding
    count: int = 0
    files: int = 0

    def add(self, count: int, first: Finding) -> None:
        """Add those of one more file."""
        self.count += count
        self.files += 1
        if _WEIGHTS.index(first.severity) < _WEIGHTS.index(self.first.severity):
            self.first = first


def weights_told(weights: Mapping[Severity, int]) -> str:
    """`错误2处、警告5处`; empty when there is none."""
    return "、".join(f"{LABELS[one]}{weights[one]}处" for one in _WEIGHTS if weights.get(one))


def code_lines(
    alike: Mapping[str, Alike], about: Mapping[str, str], width: int = 0
) -> Iterator[str]:
    """A line a code, and below it what it looks for and the first place: heaviest, then most.

    Args:
        alike: by code.
        about: what a rule looks for, by code; codes that no rule has are missing.
        width: columns of the terminal; 0 = lines are not broken.
    """

    def rank(code: str) -> tuple[int, int, str]:
        one = alike[code]
        return _WEIGHTS.index(one.first.severity), -one.count, code

    for code in sorted(alike, key=rank):
        one = alike[code]
        counts = f"{one.count}处，在{one.files}个文件里"
        yield f"  {code} {LABELS[one.first.severity]}　{counts}"
        told = [f"查的是：{about[code]}"] if code in about else []
        told.append(f"例如 {one.first.spot}：{one.first.message}")
        for text in told:
            for line in typeset(text, width - 6 if width else 0):
                yield f"      {line}"
