"""Why a text is not YAML, told in a clerk's words, every mistake at once.

The parser stops at the first place where it cannot go on, often below the mistake. So each likely
mistake near that place is mended on trial; what lets the parser get further was one. It is
reported, and the search goes on in the mended text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.yaml_events import Failure, failure
from drafter.readers.yaml_lines import Repair
from drafter.readers.yaml_repairs import repairs_of_text
from drafter.readers.yaml_structure import repairs_of_indent, repairs_of_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.finding import Finding

MOST = 20  # findings; a file full of mistakes is told of in one screen
# Every trial parses the text anew, as far as it goes. A year file has some 20,000 characters, and
# a mistake takes some ten trials.
MOST_CHARACTERS = 8_000_000
NEAR = 6  # lines tried at either end of the stretch in which the mistake must be


def explain(text: str, file: str) -> tuple[Finding, ...]:
    """Every likely mistake in `text`, in order; at least one.

    Args:
        text: what the parser could not read, with newlines.
        file: for the spots.
    """
    lines = text.split("\n")
    failed = failure(text)
    found: list[Repair] = []
    trials = iter(range(MOST_CHARACTERS // max(len(text), 1)))
    while failed and len(found) < MOST:
        repair = _first_that_helps(lines, failed, trials)
        repair = repair or _unexplained(lines, failed.line)
        unexplained = repair.fault is Fault.BROKEN_SYNTAX
        # What comes after a line that was left out unexplained may well be due to that.
        if unexplained and any(other.fault is Fault.BROKEN_SYNTAX for other in found):
            break
        found.append(repair)
        lines = repair.applied(lines)
        failed = failure("\n".join(lines))
    found.sort(key=lambda repair: (repair.line, repair.column))
    return tuple(_finding(repair, file) for repair in found)


def _first_that_helps(lines: list[str], failed: Failure, trials: Iterator[int]) -> Repair | None:
    """The first repair with which the parser gets further; None when none does.

    Args:
        lines: the text so far.
        failed: where the parser gives up now.
        trials: one is taken from it for each trial; when it is empty, none are left.
    """
    for repair in _likely(lines, failed):
        if next(trials, None) is None:
            return None
        if failed.is_behind(failure("\n".join(repair.applied(lines)))):
            return repair
    return _best_indent(lines, failed, trials)


def _likely(lines: list[str], failed: Failure) -> Iterator[Repair]:
    stretch = range(failed.understood, failed.line + 1)
    near = tuple(dict.fromkeys((*stretch[:NEAR], *stretch[-NEAR:])))
    for number in near:
        yield from repairs_of_text(lines, number)
    for number in near:
        yield from repairs_of_keys(lines, number)


def _best_indent(lines: list[str], failed: Failure, trials: Iterator[int]) -> Repair | None:
    """The move of a line with which the parser gets furthest; None when none helps.

    Moving every line below a line that stands wrong helps a little each time, so the first that
    helps would not do.
    """
    best: Repair | None = None
    furthest: Failure | None = failed
    for number in dict.fromkeys((failed.line, failed.understood)):
        for repair in repairs_of_indent(lines, number):
            if furthest is None or next(trials, None) is None:
                return best
            reached = failure("\n".join(repair.applied(lines)))
            if furthest.is_behind(reached):
                best, furthest = repair, reached
    return best


def _unexplained(lines: list[str], number: int) -> Repair:
    """Leave the line out, so that what follows can be looked at."""
    line = lines[number - 1].strip()
    message = f"从这一行起读不懂：{line[:40]}"
    remedy = "检查这一行和上一行的冒号、缩进、引号和括号"
    return Repair(Fault.BROKEN_SYNTAX, number, 1, message, remedy, line, {number: ""})


def _finding(repair: Repair, file: str) -> Finding:
    spot = Spot(file, repair.line, repair.column)
    return error(repair.fault, spot, repair.message, repair.remedy, repair.text)
