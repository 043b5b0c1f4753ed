"""`drafter learn`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.learn import learn as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note
from drafter.cli.waiting import waiting

if TYPE_CHECKING:
    from drafter.app.learn import Learnt
    from drafter.model.learned import LearnedFigure, LearnedSection

_TOLD, _WORDS = 10, 40


@click.command(cls=ChineseCommand)
@click.argument(
    "reports", metavar="样本…", nargs=-1, required=True, shell_complete=completing.any_file
)
@click.option("-o", "out", metavar="结构.yaml", required=True, help="学到的结构写到哪个文件")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def learn(reports: tuple[str, ...], out: str, force: bool) -> int:
    """从几份写好的报告学出一种结构：有哪些章节、标题怎么写、顺序、字数、要哪些数、怎么说。

    样本可以是 docx、doc、html、txt、md、pdf。学到的每一项都写明几份样本里有、在哪个文件哪一行。

    学到的结构是一个文本文件，可以改；drafter new 问卷.yaml --profile 结构.yaml 照它写问卷，
    drafter check 报告 --profile 结构.yaml 看一份报告与它差在哪里。
    """
    if Path(out).suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"结构的文件名要以 .yaml 结尾，如 {Path(out).stem or '结构'}.yaml")
    paths = [Path(report) for report in reports]
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        raise click.UsageError(f"样本“{twice}”写了两次")
    with waiting(f"读{len(paths)}份样本"):
        learnt = make(paths, Path(out), force=force)
    _tell(learnt)
    click.echo(out)
    return 0


def _tell(learnt: Learnt) -> None:
    """What was learned, what the catalogue does not know, and what to do next."""
    learned = learnt.learned
    of = len(learned.samples)
    for variant in learned.variants:
        sections = sum(_count(section) for section in variant.sections)
        note(f"{variant.name}：{len(variant.samples)}/{of}份样本，{sections}个标题。")
    mapped = sum(figure.mapped for topic in learned.topics for figure in topic.figures)
    note(f"认作目录指标的数据{mapped}项，目录里没有的{len(learned.unknown)}项。")
    for figure in learned.unknown[:_TOLD]:
        note(f"  目录里没有：{_unknown(figure, of)}")
    if len(learned.unknown) > _TOLD:
        note(f"  其余{len(learned.unknown) - _TOLD}项在 {learnt.path} 的“目录外”下面。")
    note(f"  下一步：drafter profiles {learnt.path} 看学到的提纲；标题、可省不可省请核对。")


def _count(section: LearnedSection) -> int:
    return 1 + sum(_count(child) for child in section.children)


def _unknown(figure: LearnedFigure, of: int) -> str:
    unit = f"（{figure.unit}）" if figure.unit else ""
    return f"{figure.name}{unit}，{figure.count}/{of}份：{figure.sentences[0][:_WORDS]}"
