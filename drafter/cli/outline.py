"""`drafter outline`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.outline import collected
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings, print_json, width
from drafter.model.finding import Severity
from drafter.writers.figure_words import supply_lines
from drafter.writers.outline import Role, outline_json, outline_lines

if TYPE_CHECKING:
    from drafter.writers.outline import Line

_STYLES: dict[Role, dict[str, object]] = {
    Role.TREE: {"dim": True},
    Role.HEADING: {"bold": True},
    Role.COUNT: {"dim": True},
    Role.FIGURE: {"fg": "green"},
    Role.GAP: {"fg": "red", "bold": True},
}


def _styled(line: Line) -> str:
    return "".join([click.style(text, **_STYLES[role]) for text, role in line])  # type: ignore[arg-type]


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
def outline(year_file: str, as_json: bool) -> int:
    """预览提纲：章节、字数、用到的数据、还缺什么、缺的找谁要。"""
    report, supplies, findings = collected(Path(year_file))
    print_findings(findings)
    if as_json:
        print_json(outline_json(report))
    else:
        lines = outline_lines(report, width())
        click.echo("\n".join(map(_styled, lines)))
        for told in supply_lines(supplies):
            note(told)
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0
