"""`drafter preview`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from drafter.model.finding import Finding
    from drafter.model.preview import Preview

_PAGES = (".html", ".htm")


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml")
@click.option(
    "-o", "out", metavar="文件", help="写到哪个 .html 文件；不写就是问卷旁边的 ….预览.html"
)
@click.option("--force", is_flag=True, help="那里是别的文件也照样覆盖；以前的预览不用写这个")
@click.option("--watch", is_flag=True, help="不写文件，在浏览器里看；问卷一存盘，页面就更新")
@click.option("--open", "opening", is_flag=True, help="顺便在浏览器里打开")
def preview(year_file: str, out: str | None, force: bool, watch: bool, opening: bool) -> int:
    """做一个可以点开看的网页：报告的样子、提纲、待补充、相差大的数、检查发现。

    \b
    只有一个文件，不用联网，双击就能打开，可以打印，可以发给领导看。
    点正文里的数：上年多少、变化、谁提供的、截至哪天、怎么算的、填在第几行、还用在哪里。
    边改边看：drafter preview 2024.yaml --watch --open

    \b
    退出码：
    0 写好了
    1 写好了，但检查发现错误
    2 没有写成
    """  # noqa: D301 - it is the character \b that keeps click from joining lines
    if watch:
        if out is not None:
            raise click.UsageError("--watch 不写文件，不能和 -o 一起用")
        from drafter.cli.preview_watch import run

        return run(Path(year_file), opening=opening)
    if out is not None and not out.lower().endswith(_PAGES):
        raise click.UsageError(f"预览的文件名要以 .html 结尾，这里是“{out}”")
    from drafter.app.preview import preview as make

    made = make(Path(year_file), Path(out) if out else None, force=force)
    code = tell(made.preview)
    click.echo(str(made.path))
    if opening:
        show(made.path.resolve().as_uri())
    return code


def tell(shown: Preview | tuple[Finding, ...]) -> int:
    """The errors in full, everything else as counts; the page tells the rest.

    Returns:
        The exit code of a page that was written.
    """
    from drafter.writers.checked import tally

    if isinstance(shown, tuple):
        print_findings(shown)
        note("问卷现在读不了，页面上写明了原因；改好存盘就恢复。")
        return 1
    findings = shown.findings
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    print_findings(errors)
    gaps = len(shown.report.gaps)
    told = f"待补充{gaps}处" if gaps else "没有待补充的内容"
    note(f"{told}，" + (f"检查发现：{tally(findings)}。" if findings else "检查没有发现问题。"))
    return 1 if errors else 0


def show(address: str) -> None:
    """Open the user's browser; on a machine without one, say so."""
    import webbrowser

    if not webbrowser.open(address):
        note("打不开浏览器，请自己打开上面的地址。")
