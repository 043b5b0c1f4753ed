"""`drafter draft`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.draft import Format
from drafter.app.draft import draft as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note, print_findings
from drafter.cli.streams import say
from drafter.cli.waiting import waiting
from drafter.model.finding import Severity
from drafter.writers.tallies import owed, total

if TYPE_CHECKING:
    from drafter.app.batch.orders import Order
    from drafter.app.draft import Drafted


@click.command(cls=ChineseCommand)
@click.argument(
    "year_file", metavar="问卷.yaml", required=False, shell_complete=completing.year_files
)
@click.option(
    "--all",
    "folder",
    metavar="文件夹",
    help="里面的问卷（包括下一层的）全部出初稿",
    shell_complete=completing.folders,
)
@click.option(
    "-o",
    "out",
    metavar="文件",
    help="写到哪个文件；不写就放在问卷旁边，同名。有 --all 时是放初稿的文件夹，必须写",
    shell_complete=completing.any_file,
)
@click.option(
    "--to",
    type=Choice(*Format),
    help="写成什么；不写就看文件的扩展名，默认 docx。"
    "pdf 是 Word 稿印出来的样子，要装有 LibreOffice；html、md 供贴到网站上，不印主送机关",
)
@click.option(
    "--word",
    metavar="模板",
    help="Word 模板：版心、上报、附表，或自己的文件（….docx）；不写就是 standard",
    shell_complete=completing.word_templates,
)
@click.option(
    "--gaps", type=Choice("show", "drop"), default="show", help="缺的内容：show 标出来，drop 略去"
)
@click.option("--final", is_flag=True, help="定稿：还有待补充或错误就不写文件")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
@click.option("--jobs", metavar="个数", help="有 --all 时，几份同时做；不写就看电脑有几个处理器")
def draft(
    year_file: str | None,
    folder: str | None,
    out: str | None,
    to: str | None,
    word: str | None,
    gaps: str,
    final: bool,
    force: bool,
    jobs: str | None,
) -> int:
    """生成初稿：Word、PDF、网页、Markdown 或纯文本。

    \b
    许多问卷一起做：drafter draft --all 文件夹 -o 初稿文件夹
    子文件夹照原样；已是最新的跳过，有人改过的初稿不覆盖。
    个别的出错，别的照做，最后一并列出。
    可以随时按 Ctrl-C 停下，再运行一次接着做。

    \b
    退出码：
    0 写好了，或已是最新
    1 写好了，但问卷有错误；有 --all 时，或者有的没有写成
    2 一份也没有写成，或者中途停下
    """  # noqa: D301 - it is the character \b that keeps click from joining lines
    if folder is not None:
        order = _order(to, word, gaps == "show", final, force)
        return _all(folder, year_file, out, order, jobs)
    if year_file is None:
        raise click.UsageError("缺少问卷.yaml")
    if jobs:
        raise click.UsageError("--jobs 要和 --all 一起用")
    with waiting("生成初稿"):
        drafted = make(
            Path(year_file),
            Path(out) if out else None,
            to=Format(to) if to else _format(out),
            word=Path(word) if word else None,
            gaps=gaps == "show",
            final=final,
            force=force,
        )
    print_findings(drafted.findings)
    return _tell(drafted)


def _order(to: str | None, word: str | None, gaps: bool, final: bool, force: bool) -> Order:
    """What is asked of a batch."""
    from drafter.app.batch.orders import Order

    return Order(Format(to or Format.DOCX), Path(word) if word else None, gaps, final, force)


def _all(
    folder: str, year_file: str | None, out: str | None, order: Order, jobs: str | None
) -> int:
    """Many year files."""
    if year_file is not None:
        raise click.UsageError(f"写了 --all，就不要再写“{year_file}”；只做一份，去掉 --all")
    if out is None:
        raise click.UsageError("写了 --all，要用 -o 写明初稿放到哪个文件夹，如 -o 初稿")
    from drafter.cli.draft_all import run
    from drafter.cli.many import asked_jobs

    return run(Path(folder), Path(out), order, asked_jobs(jobs))


def _format(out: str | None) -> Format:
    """What the file's ending asks for; Word when it says nothing."""
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    if ending and ending not in list(Format):
        known = "、".join(f".{format_.value}" for format_ in Format)
        raise click.UsageError(f"不知道怎样写“.{ending}”文件，可用的扩展名有 {known}")
    return Format(ending) if ending else Format.DOCX


def _tell(drafted: Drafted) -> int:
    """Say what became of it; the path alone goes to stdout."""
    errors = any(finding.severity is Severity.ERROR for finding in drafted.findings)
    gaps = drafted.report.gaps
    tell = note
    if drafted.path is None:
        tell = say  # why there is no file
        say(
            "没有写出定稿：先改正上面的错误、补齐下面的内容。"
            if errors
            else "没有写出定稿：先补齐下面的内容。"
        )
    else:
        note(
            f"初稿已写好，约{total(drafted.report)}字"
            + (f"，待补充{len(gaps)}处。" if gaps else "。")
        )
        click.echo(str(drafted.path))
    for supplier, missing in owed(drafted.report).items():
        labels = "、".join(gap.label for gap in missing)
        tell(f"{supplier or '自己填写'}还欠{len(missing)}项：{labels}")
    return 1 if errors or drafted.path is None else 0
