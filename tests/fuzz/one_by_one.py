"""Tries the files of `hostile` in a process with little memory: `python -m … FOLDER`.

Prints a line of JSON a file: what it is, the codes of what was said, what was understood of it, what
went wrong or was tried (network, programs, writing), seconds of the processor.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from drafter import locate
from drafter.app.slips_in import slips_in
from drafter.model.finding import DrafterError
from drafter.readers.documents import read_document
from tests.fuzz.guard import Guard, TooLongError
from tests.fuzz.hostile import HOSTILE, Hostile
from tests.fuzz.seeds import ROOT
from tests.fuzz.uses import adopt_it, check_it, keep_templates

YEAR_FILE = """\
报告: {年度: 2023, 结构: 纲要八章}
单位: {名称: 某街道, 类型: 街道}
数据:
  普法.活动:
"""


def main() -> None:
    os.environ["DRAFTER_CACHE"] = "off"
    keep_templates()
    folder = Path(sys.argv[1])
    guard = Guard(folder, (locate.templates(), ROOT / "drafter"))
    for what, one in HOSTILE.items():
        place = folder / str(abs(hash(what)))
        place.mkdir()
        sys.stdout.write(json.dumps({"what": what, **_tried(one, place, guard)}) + "\n")


def _tried(one: Hostile, place: Path, guard: Guard) -> dict[str, object]:
    path = place / one.name
    path.write_bytes(one.make())
    since = time.process_time()
    codes, wrong, words = [""], "", ""
    try:
        with guard.watched():
            words = _used(path)
    except DrafterError as problem:
        codes = [finding.code for finding in problem.findings]
    except (Exception, TooLongError) as problem:  # noqa: BLE001 - that is what is looked for
        wrong = repr(problem)[:300]
    taken = time.process_time() - since
    path.unlink()
    return {"codes": codes, "wrong": wrong, "did": guard.seen, "words": words, "seconds": taken}


def _used(path: Path) -> str:
    """What a user does with it; the words that come of it."""
    if path.suffix == ".yaml":
        check_it(path)
        return ""
    if path.suffix in {".xlsx", ".csv"}:
        year_file = path.parent / "2023.yaml"
        year_file.write_text(YEAR_FILE, encoding="utf-8")
        return slips_in(year_file, [path]).after
    found = read_document(path)
    check_it(path)
    adopt_it(path)
    return "\n".join(one.text for one in found.paragraphs)


if __name__ == "__main__":
    main()
