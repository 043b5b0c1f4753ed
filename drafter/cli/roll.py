"""`drafter roll`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.roll import roll as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from drafter.app.roll import Roll


@click.command(cls=ChineseCommand)
@click.argument("last", metavar="上年问卷.yaml", shell_complete=completing.year_files)
@click.option("-o", "out", metavar="问卷.yaml", help="写到哪个文件；不写就放在旁边，年份加一")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def roll(last: str, out: str | None, force: bool) -> int:
    """从上年的问卷写出今年的：数据清空、附上年数，安排列成清单，注释照旧。"""
    if out and Path(out).suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"问卷的文件名要以 .yaml 结尾，如 {Path(out).stem}.yaml")
    made = make(Path(last), Path(out) if out else None)
    wrong = [f for f in made.findings if f.severity is Severity.ERROR]
    print_findings(wrong)
    _tell(made)
    made.write(force=force)
    note(f"  下一步：打开 {made.path}，从“请核对”看起；drafter outline {made.path} 看还缺什么。")
    click.echo(str(made.path))
    return 1 if wrong else 0


def _tell(made: Roll) -> None:
    """What is about to be done, in sections and counts."""
    done = made.done
    figures = done.figures
    parts = [
        f"清空数据{figures.blanked}项（附上年数）",
        f"不涉及{figures.confirmed}项待确认",
        f"亮点{done.highlights}条转为备注",
        f"安排{done.plans}条、不足{done.shortcomings}条列为清单",
        f"提法更新{done.phrases}处",
        f"年份、日期和文字里的数更新{done.years}处",
        f"连续、第几批等待核对{done.aged}处",
        f"忽略{done.ignored}项、沿用{done.confirmed}项转为备注",
        f"更名{len(figures.renamed)}项",
        f"停用{len(figures.retired)}项",
    ]
    note(f"{made.year}年度，将要：{'；'.join(parts)}。")
    if not made.suits:
        note(f"上年的结构不是为{made.year}年度准备的，标题请按今年的通知改。")
