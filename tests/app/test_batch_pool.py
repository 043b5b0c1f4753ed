"""Work that is shared out among processes."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from drafter.app.batch.pool import share_out


def _double(item: int) -> int:
    return item * 2


def _slow_first(item: int) -> int:
    time.sleep(0.2 if item == 0 else 0)
    return item


def _deadly(mark: Path, item: int) -> int:
    """The seventh kills its process each time; the third only once, as an unlucky one would."""
    if item == 7:
        while not mark.exists():
            time.sleep(0.001)
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def _died(item: int) -> int:
    return -item


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_done_once_whatever_the_number_of_processes(jobs: int) -> None:
    taken: list[int] = []
    share_out(_double, range(200), jobs=jobs, died=_died, take=taken.append)
    assert taken == [item * 2 for item in range(200)]


def test_results_come_in_the_order_of_the_items_not_of_their_end() -> None:
    taken: list[int] = []
    share_out(_slow_first, range(10), jobs=3, died=_died, take=taken.append)
    assert taken == list(range(10))


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
@pytest.mark.parametrize("count", [60, 300])  # handed over one by one, and several together
def test_an_item_whose_process_is_killed_is_told_and_the_rest_goes_on(
    count: int, tmp_path: Path
) -> None:
    taken: list[int] = []
    work = partial(_deadly, tmp_path / "mark")
    share_out(work, range(count), jobs=2, died=_died, take=taken.append)
    assert taken == [-item if item == 7 else item for item in range(count)]


def test_a_program_that_is_no_longer_there_leaves_no_process_behind(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        work = partial(_marking, tmp_path)
        share_out(work, range(1000), jobs=2, died=_died, take=lambda _: None)
        os._exit(0)
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    for _ in range(200):
        if not any(map(_lives, workers)):
            break
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _marking(folder: Path, item: int) -> int:
    (folder / str(os.getpid())).touch()
    time.sleep(0.05)
    return item


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return False
    return state[0] not in {"Z", "X"}
