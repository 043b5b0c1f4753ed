"""`drafter check`."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.app.batch.asked import Asked
from drafter.app.rules import FAMILIES, UnknownCodeError, read_codes
from drafter.cli import completing
from drafter.cli.check_files import Wanted, Written, check_files
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.many import asked_jobs, refuse_options
from drafter.cli.years import asked_year


@click.command(cls=ChineseCommand)
@click.argument("files", metavar="文件…", nargs=-1, shell_complete=completing.any_file)
@click.option(
    "--all",
    "folder",
    metavar="文件夹",
    help="里面的问卷和报告（包括下一层的）全部检查",
    shell_complete=completing.folders,
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
@click.option("--year", metavar="年度", help="报告哪一年；报告里写明了的可以不写")
@click.option(
    "--last",
    metavar="上年",
    help="上年的问卷或报告，用来核对同比、沿用",
    shell_complete=completing.any_file,
)
@click.option(
    "--profile",
    metavar="结构",
    help="与这个结构比：少了哪一节，顺序、字数、数据差在哪里",
    shell_complete=completing.profiles,
)
@click.option(
    "--select",
    multiple=True,
    metavar="代码",
    help="只查这几条，如 F203,W4；可以写几次",
    shell_complete=completing.codes,
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="代码",
    help="不查这几条，写法同上",
    shell_complete=completing.codes,
)
@click.option("--to", type=Choice("docx"), help="写成批注：docx 的副本，或问卷的初稿")
@click.option(
    "-o", "out", metavar="文件.docx", help="批注写到哪个文件；不写就放在旁边，原名（检查）.docx"
)
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
@click.option("--jobs", metavar="个数", help="有 --all 时，几个同时查；不写就看电脑有几个处理器")
def check(
    files: tuple[str, ...],
    folder: str | None,
    as_json: bool,
    year: str | None,
    last: str | None,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    to: str | None,
    out: str | None,
    force: bool,
    jobs: str | None,
) -> int:
    """检查问卷，或者任何写好的报告：数对不对得上，该写的写了没有，用词准不准。

    文件可以是问卷（.yaml），也可以是写好的报告（docx、doc、html、txt、md、pdf），可以一次写几个。
    加 --profile 结构.yaml，看报告与学来的结构（drafter learn）差在哪里，文件是哪一种都行。

    写自己的 templates 文件夹，就查里面的指标、主题、提法有没有写错。

    每条检查的理由和例子，用 drafter rules 查看。

    \b
    许多文件一起查：drafter check --all 文件夹
    列出每个文件、每条检查各有多少处；加 --json 就是全部。
    读不了的单独列出，别的照查。

    \b
    退出码：0 没有错误（警告、提示不算）；1 有错误；2 有文件读不了
    有 --all 时，有的读不了是 1；一个也读不了，或者中途停下，才是 2
    """  # noqa: D301 - it is the character \b that keeps click from joining lines
    codes = _codes(select, "--select"), _codes(ignore, "--ignore")
    if folder is not None:
        alone = {"--last": last, "--profile": profile, "--to": to, "-o": out, "--force": force}
        refuse_options(alone, "不能和 --all 一起用：一次只能用于一个文件")
        return _all(folder, files, Asked(asked_year(year), *codes, whole=as_json), jobs)
    if not files:
        raise click.UsageError("缺少文件…")
    refuse_options({"--jobs": jobs}, "要和 --all 一起用")
    wanted = Wanted(asked_year(year), Path(last) if last else None, profile, *codes)
    target = _target(out, files)
    written = Written(target, force=force) if to or target else None
    return check_files(files, wanted, written, as_json=as_json)


def _all(folder: str, files: tuple[str, ...], asked: Asked, jobs: str | None) -> int:
    """Many files."""
    if files:
        raise click.UsageError(f"写了 --all，就不要再写“{files[0]}”；只查几个，去掉 --all")
    from drafter.cli.check_all import run

    return run(Path(folder), asked, asked_jobs(jobs))


def _target(out: str | None, files: tuple[str, ...]) -> Path | None:
    if out is None:
        return None
    if Path(out).suffix.lower() != ".docx":
        raise click.UsageError(f"批注只能写成 .docx 文件，这里是“{out}”")
    if len(files) > 1:
        raise click.UsageError("-o 只能用于一个文件；几个文件不写 -o，各自放在旁边")
    return Path(out)


def _codes(words: tuple[str, ...], option: str) -> tuple[str, ...]:
    try:
        return read_codes(words)
    except UnknownCodeError as problem:
        near = f"，是不是 {'、'.join(problem.near)}" if problem.near else ""
        families = "、".join(f"{letter}（{name}）" for letter, name in FAMILIES.items())
        message = f"{option} 里没有“{problem.code}”这个代码{near}；各类检查：{families}"
        raise click.UsageError(message) from None
