"""A process killed at any moment leaves each file whole, the old one or the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.desk import JOBS
from tests.faults.killing import Known, faults, kill_all

if TYPE_CHECKING:
    from pathlib import Path


def test_killed_at_any_moment_it_leaves_whole_files_and_the_next_run_works(tmp_path: Path) -> None:
    jobs = tuple(job for job in JOBS if job.name in {"draft --force", "slips in"})
    tallies = kill_all(tmp_path, 12, jobs)
    assert sum(tally.counted["次数"] for tally in tallies.values()) == 12
    assert [fault for tally in tallies.values() for fault in tally.faults] == []


def test_half_a_file_a_lost_file_and_a_strange_file_would_be_noticed() -> None:
    known = Known({"a": {b"old", b"new"}, "b": {None, b"new"}, "c": {b"c"}}, {}, 1, 1.0)
    assert faults({"a": b"new", "c": b"c", ".a.0123abcd.drafter.tmp": b"n"}, known) == []
    assert faults({"a": b"ne", "b": b"", "d": b""}, known) == [
        "lost or broken: a",
        "lost or broken: b",
        "lost or broken: c",
        "strange: d",
    ]
