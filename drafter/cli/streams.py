"""Standard output and error, whatever they lead to: a console without Chinese, a full disk."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from typing import IO, Any

import click


def prepare() -> None:
    """Let output never stop the work because of its encoding.

    A console of another Chinese encoding shows what it can. One that has no Chinese at all (ASCII,
    Latin-1) would show question marks only: there it is UTF-8, which most of them are in truth.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if _knows_chinese(stream.encoding):
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def names_are_utf8() -> bool:
    """Whether names of files are UTF-8 here, as those of the templates are."""
    return codecs.lookup(sys.getfilesystemencoding()).name == "utf-8"


def say(text: str, *, nl: bool = True) -> None:
    """A message on stderr; when nobody can get it, the work goes on."""
    try:
        click.echo(text, err=True, nl=nl)
    except OSError:
        silence(sys.stderr)


def silence(stream: IO[Any] | None) -> None:
    """Lead a stream that cannot be written to nowhere.

    What it still holds would else be tried again at the very end, where Python tells a failure in
    English.
    """
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _knows_chinese(encoding: str | None) -> bool:
    try:
        "法".encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
