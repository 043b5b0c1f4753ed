"""`drafter profiles`."""

from __future__ import annotations

import click

from drafter.app.profiles import profile
from drafter.app.profiles import profiles as every
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import show
from drafter.writers.profile import profile_lines


@click.command(cls=ChineseCommand)
@click.argument("name", metavar="[结构]", required=False, shell_complete=completing.profiles)
def profiles(name: str | None) -> None:
    """有哪些报告结构；写上名称，就看这个结构的提纲和要填的数据。"""
    if name is None:
        for kit in every():
            kinds = "、".join(kit.profile.kinds) or "各类单位"
            show(f"{kit.profile.name}　{kit.profile.about}（{kinds}）")
        return
    for line in profile_lines(profile(name)):
        show(line)
