"""`drafter word`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.word import copy_template, inspect, offered
from drafter.app.word_templates import STANDARD, word_template_names
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings, show
from drafter.model.finding import Severity
from drafter.writers.asked_names import asked_lines, name_lines

if TYPE_CHECKING:
    from drafter.writers.word.inspection import Inspected

_HOW = (
    "用 Word 或 WPS 打开它，改样式（标题、正文文本、标题 1 等）就换了字体、字号和行距；",
    "红头、封面、版记直接写在页面上；灰色小字的标记别删。说明见 docs/改模板.md。",
)


@click.command(cls=ChineseCommand)
@click.argument(
    "template", metavar="[模板.docx]", required=False, shell_complete=completing.word_templates
)
@click.option("-o", "out", metavar="文件.docx", help="另存一份程序自带的模板，拿去改")
@click.option(
    "--for",
    "year_file",
    metavar="问卷.yaml",
    help="照这份问卷核对：指标、节名对不对得上",
    shell_complete=completing.year_files,
)
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def word(template: str | None, out: str | None, year_file: str | None, force: bool) -> int:
    """用自己的 Word 模板：另存一份去改；改好以后看它要哪些内容，有没有毛病。

    不写模板，列出现有的模板和可以用的名字；写上模板，就检查它。
    """
    wanted = Path(template) if template else None
    if out is not None:
        _copy(wanted, Path(out), force=force)
        return 0
    if wanted is None:
        _offer()
        return 0
    return _tell(template or "", inspect(wanted, Path(year_file) if year_file else None))


def _copy(wanted: Path | None, out: Path, *, force: bool) -> None:
    """Write the copy and say how to go on; its path alone goes to stdout."""
    if wanted is not None and str(wanted) not in word_template_names():
        known = "、".join(word_template_names())
        raise click.UsageError(f"-o 只能另存程序自带的模板（{known}），“{wanted}”不是")
    copy_template(wanted, out, force=force)
    click.echo(str(out))
    for line in _HOW:
        note(line)
    note(f"改好以后：drafter word {out}　检查；drafter draft 问卷.yaml --word {out}　出初稿。")


#: The code of what a report has and the template has no place for.
_NEVER_PRINTED = "T211"


def _offer() -> None:
    """List templates and names."""
    found = offered()
    click.echo(click.style("现有的模板", bold=True))
    for name, title in found.templates.items():
        click.echo(f"  {name}　{title}")
    click.echo(click.style("模板里可以用的名字", bold=True))
    for line in name_lines(found.names, found.figures):
        show(line)
    note(f"另存一份去改：drafter word -o 我的模板.docx（就是 {STANDARD}）")


def _tell(template: str, found: Inspected) -> int:
    """Print what it asks for and what was found."""
    errors = sum(one.severity is Severity.ERROR for one in found.findings)
    for line in asked_lines(found.asks):
        show(line)
    print_findings(found.findings, err=False)
    if errors:
        note(f"“{template}”有{errors}处错误，改好才能用来出初稿。")
    elif any(one.code == _NEVER_PRINTED for one in found.findings):
        note(f"“{template}”先把 {_NEVER_PRINTED} 说的改好：报告里有那几样，用它就写不出初稿。")
    elif found.findings:
        note(f"“{template}”可以用；有{len(found.findings)}处请看一看，不改也能出初稿。")
    else:
        note(f"“{template}”可以用，没有发现问题。")
    return 1 if errors else 0
