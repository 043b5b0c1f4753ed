"""Some of the inputs that `python -m tests.fuzz.running` makes by the ten thousand."""

from __future__ import annotations

import subprocess
import sys


def test_spoilt_files_of_every_kind_end_in_a_result_or_in_a_message() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.running", "--inputs", "1500", "--seed", "1"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
