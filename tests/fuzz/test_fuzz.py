"""Some of the inputs that `python -m tests.fuzz.running` makes by the ten thousand."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.fuzz.running import SHARES


@pytest.mark.parametrize("reader", SHARES)
def test_spoilt_files_end_in_a_result_or_in_a_message(reader: str) -> None:
    inputs = str(15 * SHARES[reader])
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.running", "--reader", reader, "--inputs", inputs],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
