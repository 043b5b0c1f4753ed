"""How findings and trees look on a terminal; plain where there is none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from drafter.cli.quiet import is_quiet
from drafter.cli.streams import say
from drafter.model.finding import Severity
from drafter.text.widths import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.model.finding import Finding

_LABELS = {
    Severity.ERROR: ("错误", "red"),
    Severity.WARNING: ("警告", "yellow"),
    Severity.INFO: ("提示", "cyan"),
}

_WIDE = 100  # columns
_HANGING = "  "


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Findings: where, what, and what to do; on stderr unless they are the result.

    Where quiet is asked for, stderr gets the errors only.
    """
    muted = err and is_quiet()
    for finding in findings:
        if muted and finding.severity is not Severity.ERROR:
            continue
        label, colour = _LABELS[finding.severity]
        head = click.style(label, fg=colour, bold=True)
        tell = say if err else click.echo
        tell(f"{finding.spot} {head} {finding.code} {finding.message}")
        if finding.remedy:
            tell(f"  怎么改：{finding.remedy}")


def print_json(value: object) -> None:
    """A result for machines, on stdout, Chinese unescaped; UTF-8 whatever the console is."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    # A file name that is no UTF-8 holds halves of characters, which JSON can only escape.
    click.echo(text.encode(errors="backslashreplace"))


def note(text: str) -> None:
    """A note or a hint on stderr, unless quiet is asked for; what is wrong goes by `say`."""
    if not is_quiet():
        say(text)


def show(line: str) -> None:
    """A line of a result on stdout; on a terminal it is broken as Chinese is, below its indent."""
    text = line.lstrip(" ")
    indent = " " * (len(line) - len(text))
    room = width() - len(indent) - len(_HANGING) if sys.stdout.isatty() else 0
    first, *rest = typeset(text, room)
    click.echo(indent + first)
    for part in rest:
        click.echo(indent + _HANGING + part)


def width() -> int:
    """Columns to write in; wide when the output is no terminal, so that lines stay whole."""
    # As shutil.get_terminal_size has it, without loading what shutil packs and unpacks with.
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size().columns or _WIDE
    except (ValueError, OSError):
        return _WIDE
