"""Lines typed at a terminal or fed through a pipe; what is asked goes to stderr."""

from __future__ import annotations

import sys
from contextlib import suppress

from drafter.cli.streams import say


class Keyboard:
    """Where answers come from.

    Attributes:
        attended: whether a person sits there.
    """

    def __init__(self) -> None:
        self.attended = sys.stdin is not None and sys.stdin.isatty()
        self._edited = self.attended and sys.stdout is not None and sys.stdout.isatty()
        if self._edited:
            # Lines can then be edited; without it a terminal deletes only half a 汉字.
            with suppress(ImportError):
                import readline  # noqa: F401

    def line(self, prompt: str) -> str | None:
        """The next line without its break; None when there are no more.

        What cannot be decoded holds U+FFFD.
        """
        if self._edited:
            try:
                return input(prompt)
            except UnicodeDecodeError:
                return "\ufffd"
            except EOFError:
                _end_line()
                return None
        say(prompt, nl=False)
        data = sys.stdin.buffer.readline() if sys.stdin is not None else b""
        if not data:
            _end_line()
            return None
        line = _decoded(data).strip("\r\n\ufeff")
        if not self.attended:
            say(line)
        return line


def _end_line() -> None:
    """End the line on which the prompt stands."""
    say("")


def _decoded(data: bytes) -> str:
    """UTF-8, or what a Chinese Windows console sends."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")
