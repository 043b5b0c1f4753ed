"""One input tried: what came of it."""

from __future__ import annotations

import re
import shutil
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from tests.fuzz.guard import TooLongError
from tests.fuzz.inputs import NAMES, made
from tests.fuzz.uses import USES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fuzz.guard import Guard
    from tests.fuzz.seeds import Seeds

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an input.

    Attributes:
        number: the input's.
        refused: whether it ended in a message.
        wrong: what should not have been, in a line; empty when all is well.
        trace: where, for a person.
        seconds: of the processor.
    """

    number: int
    refused: bool
    wrong: str
    trace: str
    seconds: float


def tried(seeds: Seeds, reader: str, seed: int, number: int, folder: Path, guard: Guard) -> Outcome:
    """Put the input of this number into an empty folder and do what a user would do."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / NAMES[reader]
    path.write_bytes(made(seeds, reader, seed, number))
    (folder / "office.yaml").write_bytes(seeds.office)
    use = USES[reader][number % len(USES[reader])]
    since = time.process_time()
    refused, wrong, trace = False, "", ""
    try:
        with guard.watched():
            use(path)
    except DrafterError as problem:
        refused, wrong = True, _poor(problem)
    except (Exception, TooLongError) as problem:  # noqa: BLE001 - that is what is looked for
        wrong, trace = _told(problem), traceback.format_exc(limit=-12)
    if guard.seen and not wrong:
        wrong = "did: " + guard.seen[0]
    return Outcome(number, refused, wrong, trace, time.process_time() - since)


def _poor(problem: DrafterError) -> str:
    """What a refusal lacks: a message or a remedy that a clerk can read."""
    for finding in problem.findings:
        if not _CHINESE.search(finding.message) or not _CHINESE.search(finding.remedy):
            return f"poor message: {finding.code} {finding.message!r:.80} {finding.remedy!r:.80}"
    return "" if problem.findings else "refused without a finding"


def _told(problem: BaseException) -> str:
    """The exception and the last of our own lines on the way: alike for alike mistakes."""
    steps = traceback.extract_tb(problem.__traceback__)
    ours = [step for step in steps if "drafter" in step.filename and "/tests/" not in step.filename]
    last = ours[-1] if ours else steps[-1]
    place = f"{last.filename.rpartition('/drafter/')[2]}:{last.lineno}"
    return f"{type(problem).__name__} at {place}"
