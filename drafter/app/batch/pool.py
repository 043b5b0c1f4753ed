"""Work shared out among processes, its results taken in the order of the work."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.synchronize import Event

    Item = TypeVar("Item")
    Result = TypeVar("Result")

#: What asks a process to stop.
_STOPPING = ("SIGINT", "SIGTERM", "SIGHUP")
#: How many items a process are under way or wait for an earlier one's result; bounds the memory.
_AHEAD = 16
#: So many go to a process together: to hand one over takes a tenth of the work on a draft.
_TOGETHER = 4
#: In a process of the pool: whether no more is to be begun.
_stop: Event | None = None
#: Likewise: whether an item is worked on, and whether the process has been told to end.
_working = _ending = False
#: Whether this process has done its first item.
_warm = False


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_out(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    jobs: int,
    died: Callable[[Item], Result],
    take: Callable[[Result], None],
) -> None:
    """Do the work on every item; the results are the same whatever the number of processes.

    Args:
        work: a function of a module, which raises nothing, or a `functools.partial` of one.
        items: they, and the results, can be pickled.
        jobs: how many processes; with one, the work is done in this process.
        died: the result for an item whose process was killed (out of memory, say).
        take: gets the results in the order of the items, in this process.

    Raises:
        KeyboardInterrupt: as soon as what was under way is finished, and taken.
    """
    jobs = min(jobs, len(items))
    if jobs <= 1:
        with _warming_up():
            for item in items:
                with _finished_first():
                    take(_done(work, item))
        return
    waiting = deque(items)
    while waiting:
        # When a process dies nobody knows on which item. One process with one item at a time tells.
        together = max(1, min(_TOGETHER, len(waiting) // (jobs * _AHEAD)))
        suspects = _pooled(work, waiting, jobs, jobs * _AHEAD, together, take)
        while suspects:
            again = _pooled(work, suspects, 1, 1, 1, take)
            if again:
                take(died(again.popleft()))
            suspects = again + suspects


@contextmanager
def _warming_up() -> Iterator[None]:
    """Let this process grow warm, and be afterwards as it was."""
    global _warm  # noqa: PLW0603 - it is the process that is warm
    try:
        yield
    finally:
        _warm = False
        gc.unfreeze()


def _done(work: Callable[[Item], Result], item: Item) -> Result:
    """The work on an item.

    What the first has loaded, templates and libraries, stays to the end: no look for garbage need
    go through it again, which is a tenth of the work.
    """
    global _warm  # noqa: PLW0603 - as above
    result = work(item)
    if not _warm:
        gc.freeze()
        _warm = True
    return result


@contextmanager
def _finished_first() -> Iterator[None]:
    """Ctrl-C is heard when the item is done and counted; the second time, at once."""
    heard = False

    def hear(*_: object) -> None:
        nonlocal heard
        if heard:
            raise KeyboardInterrupt
        heard = True

    if threading.current_thread() is not threading.main_thread():  # only there can it be heard
        yield
        return
    signals = [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]
    before = {one: signal.signal(one, hear) for one in signals}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    if heard:
        raise KeyboardInterrupt


def _pooled(
    work: Callable[[Item], Result],
    waiting: deque[Item],
    jobs: int,
    ahead: int,
    together: int,
    take: Callable[[Result], None],
) -> deque[Item]:
    """Work off what waits, until all is done or a process dies.

    `ahead` items are under way, `together` of them are handed over to a process at once.

    Returns:
        The items that were under way when a process died, in order; empty when all is done.
    """
    from concurrent.futures.process import BrokenProcessPool

    begun: deque[tuple[tuple[Item, ...], Future[list[Result]]]] = deque()
    try:
        with _processes(jobs) as (pool, stop):
            try:
                while waiting or begun:
                    while waiting and len(begun) * together < ahead:
                        some = tuple(islice(waiting, together))
                        begun.append((some, pool.submit(_begun, work, some)))
                        _drop(waiting, len(some))
                    results = begun[0][1].result()
                    # What is taken is not to be taken a second time when Ctrl-C comes meanwhile.
                    with _finished_first():
                        begun.popleft()
                        _each(results, take)
            except KeyboardInterrupt:
                stop.set()
                _shut(pool)
                for _, future in begun:
                    if future.done() and not future.cancelled() and not future.exception():
                        _each(future.result(), take)
                raise
    except BrokenProcessPool:
        # One that had not begun anything yet has died of the next item, for want of a better guess.
        under_way = deque(item for some, _ in begun for item in some)
        return under_way or deque((waiting.popleft(),))
    return deque()


def _drop(waiting: deque[Item], count: int) -> None:
    """Take so many items out, which are under way now."""
    for _ in range(count):
        waiting.popleft()


def _each(results: list[Result], take: Callable[[Result], None]) -> None:
    """Take results one by one."""
    for result in results:
        take(result)


@contextmanager
def _processes(jobs: int) -> Iterator[tuple[ProcessPoolExecutor, Event]]:
    """A pool, and what stops it from beginning more."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A forked process has everything loaded. Elsewhere than on Linux a fork is not safe.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(jobs, context, _initialise, (stop,))
    try:
        with _deaf():
            for _ in range(jobs):
                pool.submit(int)
        yield pool, stop
    finally:
        _shut(pool)


@contextmanager
def _deaf() -> Iterator[None]:
    """Without an ear for Ctrl-C, so that new processes have none from their first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _shut(pool: ProcessPoolExecutor) -> None:
    """Wait for what is under way; whoever presses Ctrl-C again does not want to wait."""
    try:
        pool.shutdown(wait=True, cancel_futures=True)
    except KeyboardInterrupt:
        import multiprocessing

        for child in multiprocessing.active_children():
            child.kill()
        raise


def _initialise(stop: Event) -> None:
    """Make a process of the pool ready: it is the first process that stops it, not the keyboard."""
    global _stop  # noqa: PLW0603 - an executor hands its processes nothing else
    _stop = stop
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    signal.signal(signal.SIGTERM, _end)


def _end(*_: object) -> None:
    """End this process of the pool; work that is under way may first remove what it has begun."""
    global _ending  # noqa: PLW0603 - as above
    if not _working:
        os._exit(1)
    _ending = True
    sys.exit(1)


def _die_with_parent() -> None:
    """Nobody waits for the results any more when the first process was killed."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _begun(work: Callable[[Item], Result], items: tuple[Item, ...]) -> list[Result]:
    """The work on some items, as far as it was begun before no more was to be begun."""
    results: list[Result] = []
    for item in items:
        if _stop is not None and _stop.is_set():
            break
        results.append(_shielded(work, item))
    return results


def _shielded(work: Callable[[Item], Result], item: Item) -> Result:
    """The work on an item, at whose end the process ends if it has been told to."""
    global _working  # noqa: PLW0603 - as above
    _working = True
    try:
        return _done(work, item)
    finally:
        _working = False
        # The executor, or a bare `except` in a library, would take the exit for a result.
        if _ending:
            os._exit(1)
