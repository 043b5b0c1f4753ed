"""Heavy libraries load only in the command that needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
LOADED = """
import sys
from drafter.cli import main
sys.argv = ["drafter", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
heavy = {"docxtpl", "docx", "lxml", "jinja2"} & set(sys.modules)
print(sorted(heavy), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["outline", str(EXAMPLE)],
        ["profiles"],
        ["check", "--help"],
        ["check", str(EXAMPLE), "--json"],
        ["rules"],
    ],
)
def test_what_writes_no_word_file_loads_nothing_of_word(arguments: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOADED, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stderr.splitlines()[-1] == "[]"
    assert ran.stdout
