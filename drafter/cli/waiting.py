"""Something on the terminal while a person waits: after one second, gone when the work is done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.cli.quiet import is_quiet
from drafter.cli.streams import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

_PATIENCE = 1.0  # seconds
_CLEARED = "\r\x1b[K"


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Say what is being done if it takes more than a second, and how long by now.

    Nothing is said where stderr is no terminal, or where quiet is asked for. A terminal that cannot
    take a line back (TERM=dumb) gets one line, once. Nothing else may be printed meanwhile.

    Args:
        doing: such as 生成初稿.
    """
    if is_quiet() or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    done = Event()
    teller = Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: Event) -> None:
    """Wait, then write until the work is done."""
    if done.wait(_PATIENCE):
        return
    if os.environ.get("TERM") == "dumb":
        say(f"正在{doing}，请稍候……")
        return
    seconds = 1
    while True:
        say(f"{_CLEARED}正在{doing}……{seconds}秒", nl=False)
        if done.wait(1):
            break
        seconds += 1
    say(_CLEARED, nl=False)
