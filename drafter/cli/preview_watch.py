"""`drafter preview --watch`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.app.preview_server import PageServer
from drafter.app.preview_watch import follow
from drafter.cli.printing import note

if TYPE_CHECKING:
    from pathlib import Path


def run(path: Path, *, opening: bool) -> int:
    """Show the page until Ctrl-C."""
    from drafter.cli.preview import show, tell

    with PageServer() as server:
        showings = follow(path, server)
        try:
            tell(next(showings))
            click.echo(server.address)
            note("在浏览器里打开上面的地址。问卷一存盘，页面就更新；按 Ctrl-C 结束。")
            if opening:
                show(server.address)
            for shown in showings:
                tell(shown)
        except KeyboardInterrupt:
            note("预览停了，没有写文件。")
    return 0
