"""`drafter new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.new import new as make
from drafter.app.new import suits_year
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note
from drafter.cli.years import YEARS, asked_year
from drafter.model.kit import Kind
from drafter.readers.days import read_year

if TYPE_CHECKING:
    from drafter.app.new import New


@click.command(cls=ChineseCommand)
@click.argument("out", metavar="问卷.yaml")
@click.option("--place", metavar="名称", help="单位名称，如 龙城街道")
@click.option("--kind", type=Choice(*Kind), help="单位类型")
@click.option("--year", metavar="年度", help="报告哪一年；文件名就是年份的（如 2024.yaml）可以不写")
@click.option(
    "--profile",
    metavar="结构",
    help="用哪个结构；不写就用第一个适合这类单位和年度的",
    shell_complete=completing.profiles,
)
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def new(
    out: str,
    place: str | None,
    kind: str | None,
    year: str | None,
    profile: str | None,
    force: bool,
) -> int:
    """新建一份问卷：要填的每一项都写好了，旁边注明问什么、什么单位、找谁要。"""
    path = Path(out)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"问卷的文件名要以 .yaml 结尾，如 {path.stem or '2024'}.yaml")
    wanted = _year(year, path)
    missing = [
        text
        for text, given in (
            ("--place（单位名称，如 龙城街道）", place),
            (f"--kind（单位类型：{'、'.join(Kind)}）", kind),
            ("--year（报告哪一年，如 2024）", wanted),
        )
        if given is None
    ]
    if missing or place is None or kind is None or wanted is None:
        raise click.UsageError(f"还要写明 {'，'.join(missing)}")
    made = make(path, place=place, kind=Kind(kind), year=wanted, profile=profile, force=force)
    _tell(made, Kind(kind), wanted)
    click.echo(out)
    return 0


def _tell(made: New, kind: Kind, year: int) -> None:
    """Say what was written, and what to do with it."""
    profile = made.profile
    if profile.kinds and kind not in profile.kinds:
        note(f"结构“{profile.name}”是为{'、'.join(profile.kinds)}准备的，请看看章节合不合适。")
    if not suits_year(profile, year):
        note(f"结构“{profile.name}”不是为{year}年准备的，标题请按当年的通知改。")
    counts = f"要填的数据{made.required}项，选填{made.optional}项"
    note(f"问卷已写好（结构：{profile.name}）：{counts}。")
    note(f"  下一步：用记事本打开填写；随时运行 drafter outline {made.path} 看提纲和还缺什么。")


def _year(text: str | None, path: Path) -> int | None:
    """The year that is asked for, else the one that the file is named after; None = neither."""
    if text is None:
        named = path.stem if path.stem.isascii() and path.stem.isdecimal() else ""
        year = read_year(named)
        return year if year in YEARS else None
    return asked_year(text)
