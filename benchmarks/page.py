"""The figures in the manual's page, between marks, part by part."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.bars import table_of
from benchmarks.tables import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.bars import Bar
    from benchmarks.tables import Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "速度.md"
#: Processes that want a core, for each core; above it the figures by the clock are of little use.
_BUSY = 1.5


def block(tables: Iterable[Table], bars: list[Bar]) -> str:
    """What stands in the page for one part: when it was measured, its tables, its bars."""
    made = [*tables, *([table_of(bars)] if bars else [])]
    return "\n".join([f"{_state()}\n", *map(as_markdown, made)])


def put(part: str, text: str) -> None:
    """Replace a part's figures in the page."""
    marks = f"<!-- {part}：开始 -->", f"<!-- {part}：完 -->"
    whole = re.compile(f"{marks[0]}.*?{marks[1]}", re.DOTALL)
    new = f"{marks[0]}\n\n{text}\n{marks[1]}"
    PAGE.write_text(whole.sub(lambda _: new, PAGE.read_text("utf-8")), "utf-8")


def _state() -> str:
    """Where and when this was measured, and how busy the machine was."""
    today = date.today()  # noqa: DTZ011 - the day at the desk
    cores = os.cpu_count() or 1
    load = os.getloadavg()[1]
    busy = "，**机器很忙，时间只供参考，看 CPU**" if load > _BUSY * cores else ""
    return (
        f"{today.year}年{today.month}月{today.day}日量；Python {platform.python_version()}，"
        f"docxtpl {version('docxtpl')}，{cores} 核，负载 {load:.1f}{busy}。"
    )
