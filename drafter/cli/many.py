"""What `--all` of every command shares: its options, the progress bar, being stopped."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from drafter.cli.printing import note
from drafter.cli.quiet import is_quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from drafter.app.batch.found import Found

_BAR = 20  # columns
_MOST_NAMED = 5
_MOST_JOBS = 256


def asked_jobs(text: str | None) -> int:
    """The number of processes that --jobs names; as many as there are processors without it.

    Raises:
        click.UsageError: it is no number from 1.
    """
    if text is None:
        from drafter.app.batch.pool import usable_processors

        return usable_processors()
    if not (text.isdecimal() and 0 < int(text) <= _MOST_JOBS):
        message = f"--jobs 要写几个文件同时做，如 2；1 是一个一个做，这里是“{text}”"
        raise click.UsageError(message)
    return int(text)


def refuse_options(given: Mapping[str, object], why: str) -> None:
    """Say which of the options that were given cannot be used here.

    Args:
        given: values by option; one that is empty was not given.
        why: the reason, in Chinese.

    Raises:
        click.UsageError: one was given.
    """
    for option, value in given.items():
        if value:
            raise click.UsageError(f"{option} {why}")


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[], None]]:
    """A bar on the terminal's stderr, and what moves it on; without a terminal there is none."""
    if is_quiet() or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    with click.progressbar(
        length=total, label=label, width=_BAR, show_pos=True, show_percent=False, file=sys.stderr
    ) as bar:
        yield lambda: bar.update(1)


@contextmanager
def stoppable() -> Iterator[None]:
    """A terminal that is closed, or a computer that is shut down, stops the work as Ctrl-C does."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def named(names: Sequence[object]) -> str:
    """`甲、乙等7个`."""
    shown = "、".join(map(str, names[:_MOST_NAMED]))
    return f"{shown}等{len(names)}个" if len(names) > _MOST_NAMED else shown


def tell_passed(found: Found) -> None:
    """Say what was passed over."""
    if not found.passed:
        return
    note(f"跳过{len(found.passed)}个：")
    for path, reason in found.passed[:_MOST_NAMED]:
        note(f"  {short(found, path)}：{reason}")
    if len(found.passed) > _MOST_NAMED:
        note(f"  …还有{len(found.passed) - _MOST_NAMED}个")


def short(found: Found, path: Path) -> str:
    """A path as seen from the folder that was named."""
    return str(path.relative_to(found.folder)) if path.is_relative_to(found.folder) else str(path)
