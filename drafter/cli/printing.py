"""How findings and trees look on a terminal; plain where there is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.model.finding import Finding

_LABELS = {
    Severity.ERROR: ("错误", "red"),
    Severity.WARNING: ("警告", "yellow"),
    Severity.INFO: ("提示", "cyan"),
}

_WIDE = 100  # columns


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Findings: where, what, and what to do; on stderr unless they are the result."""
    for finding in findings:
        label, colour = _LABELS[finding.severity]
        head = click.style(label, fg=colour, bold=True)
        click.echo(f"{finding.spot} {head} {finding.code} {finding.message}", err=err)
        if finding.remedy:
            click.echo(f"  怎么改：{finding.remedy}", err=err)


def print_json(value: object) -> None:
    """A result for machines, on stdout, Chinese unescaped."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """A message on stderr."""
    click.echo(text, err=True)


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
