"""Tries a template in a process of its own, with little memory: `python -m … FILE…`.

Prints a line of JSON a file: its name, the codes of what was found, seconds, and an exception that
should not have been.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from drafter.model.finding import DrafterError
from drafter.writers.docx import docx_bytes
from drafter.writers.word.inspection import inspect_template
from tests.word import reports

#: Bytes that the whole process may take.
MEMORY = 1 << 30


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in sys.argv[1:]:
        told = {"name": Path(name).stem, **tried(Path(name))}
        sys.stdout.write(json.dumps(told) + "\n")


def tried(path: Path) -> dict[str, object]:
    since = time.process_time()
    codes, wrong, written = set(), "", False
    try:
        codes |= {finding.code for finding in inspect_template(path, {}).findings}
        written = bool(docx_bytes(reports.full(), path))
    except DrafterError as problem:
        codes |= {finding.code for finding in problem.findings}
    except BaseException as problem:  # noqa: BLE001 - that is what is looked for
        wrong = repr(problem)
    seconds = time.process_time() - since
    return {"codes": sorted(codes), "seconds": seconds, "wrong": wrong, "written": written}


if __name__ == "__main__":
    main()
