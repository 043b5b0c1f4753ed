"""`drafter draft`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.draft import Format
from drafter.app.draft import draft as make
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note, print_findings
from drafter.model.finding import Severity
from drafter.writers.outline import owed, total

if TYPE_CHECKING:
    from drafter.app.draft import Drafted


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml")
@click.option("-o", "out", metavar="文件", help="写到哪个文件；不写就放在问卷旁边，同名")
@click.option("--to", type=Choice(*Format), help="写成什么；不写就看文件的扩展名，默认 docx")
@click.option(
    "--word",
    metavar="模板",
    help="Word 模板：版心、上报、附表，或自己的文件（….docx）；不写就是 standard",
)
@click.option(
    "--gaps", type=Choice("show", "drop"), default="show", help="缺的内容：show 标出来，drop 略去"
)
@click.option("--final", is_flag=True, help="定稿：还有待补充或错误就不写文件")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def draft(
    year_file: str,
    out: str | None,
    to: str | None,
    word: str | None,
    gaps: str,
    final: bool,
    force: bool,
) -> int:
    """生成初稿：Word、Markdown 或纯文本。"""
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
    if drafted.path is None:
        note(
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
        note(f"{supplier or '自己填写'}还欠{len(missing)}项：{labels}")
    return 1 if errors or drafted.path is None else 0
