"""`drafter adopt`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.adopt import adopt as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings, print_json
from drafter.cli.waiting import waiting
from drafter.cli.years import asked_year
from drafter.writers.adopted_json import adopted_json

if TYPE_CHECKING:
    from drafter.app.adopt import Adopted

_WORDS = 30


@click.command(cls=ChineseCommand)
@click.argument("report", metavar="报告", shell_complete=completing.any_file)
@click.option("-o", "out", metavar="问卷.yaml", help="写到哪个文件；不写就放在报告旁边，以年度为名")
@click.option("--year", metavar="年度", help="报告哪一年；报告里写明了的可以不写")
@click.option("--place", metavar="名称", help="单位名称；报告里写明了的可以不写")
@click.option("--json", "as_json", is_flag=True, help="把认出的内容打印成 JSON；不加 -o 就不写文件")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def adopt(
    report: str,
    out: str | None,
    year: str | None,
    place: str | None,
    as_json: bool,
    force: bool,
) -> int:
    """把公开的报告变成问卷：正文一字不改，每个数据换成指标，旁边写明出自哪句话。"""
    if out and Path(out).suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"问卷的文件名要以 .yaml 结尾，如 {Path(out).stem or '2023'}.yaml")
    with waiting("读报告、认数据"):
        adopted = make(
            Path(report),
            Path(out) if out else None,
            year=asked_year(year),
            place=" ".join(place.split()) if place else None,
            write=not as_json or out is not None,
            force=force,
        )
    _tell(adopted)
    if as_json:
        print_json(adopted_json(adopted.report, adopted.figures))
    else:
        click.echo(str(adopted.path))
    return 0


def _tell(adopted: Adopted) -> None:
    """What was dropped, what was mapped to what and why, and what was written."""
    report, figures = adopted.report, adopted.figures
    for one in report.dropped:
        note(f"略去（{one.reason}）：{one.text[:_WORDS]}")
    for figure in figures:
        if figure.mapped:
            told = f"{figure.statistic.quantity.text} → {figure.id}（把握{figure.confidence:.2f}）"
        else:
            told = f"{figure.statistic.quantity.text} → {figure.id or '留作文字'}"
        note(f"{told}：{figure.reason}")
    headings = sum(block.level > 0 for block in report.blocks)
    mapped = sum(figure.mapped for figure in figures)
    own = sum(bool(figure.id) for figure in figures) - mapped
    left = len(figures) - mapped - own
    counts = f"认出标题{headings}个、数据{len(figures)}个：对应目录指标{mapped}个，自拟名称{own}个"
    note(counts + (f"，留作文字{left}个。" if left else "。"))
    print_findings(adopted.findings)
    if adopted.kind is None:
        note("看不出单位的类型，先写成“部门”，请在问卷的“类型”里核对。")
    if adopted.path:
        note(f"  下一步：drafter draft {adopted.path} 看是否与原文一致；名称、单位请核对。")
