"""`drafter compare`."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.app.compare import compare as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import print_findings, print_json, width
from drafter.cli.waiting import waiting
from drafter.model.finding import Severity
from drafter.writers.comparison import Role, comparison_json, comparison_lines

_STYLES: dict[Role, dict[str, object]] = {
    Role.HEAD: {"bold": True},
    Role.PLAIN: {},
    Role.DIM: {"dim": True},
    Role.NEW: {"fg": "green"},
    Role.GONE: {"fg": "red"},
    Role.CARRIED: {"fg": "yellow"},
    Role.REMARK: {"fg": "yellow", "bold": True},
}
#: Findings that the table tells in its own words, beside the figure.
_IN_TABLE = {"F302", "F303", "F304"}


@click.command(cls=ChineseCommand)
@click.argument("last", metavar="上年", shell_complete=completing.any_file)
@click.argument("this", metavar="今年", shell_complete=completing.any_file)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
def compare(last: str, this: str, as_json: bool) -> int:
    """与去年比一比：数据、标题、句子，哪些是新的，哪些没变，哪些是照抄的。

    上年、今年都可以是问卷（.yaml），也可以是写好的报告（docx、html、txt、md、pdf）。
    """
    with waiting("比较"):
        compared = make(Path(last), Path(this))
    print_findings(f for f in compared.findings if as_json or f.code not in _IN_TABLE)
    if as_json:
        print_json(comparison_json(compared.comparison))
    else:
        for line in comparison_lines(compared.comparison, compared.years, width()):
            parts = (click.style(text, **_STYLES[role]) for text, role in line)  # type: ignore[arg-type]
            click.echo("".join(parts))
    return 1 if any(finding.severity is Severity.ERROR for finding in compared.findings) else 0
