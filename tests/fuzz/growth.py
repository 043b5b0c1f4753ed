"""How time grows with the length of a text that repeats itself: `python -m tests.fuzz.growth`.

Prints, for each use and text, the seconds of the processor at each length. Ten times the length
should take about ten times as long; `!` stands where it takes more than thirty times.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from tests.fuzz.uses import adopt_it, check_it, keep_templates, outline_it, read_it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

HEAD = "某市2023年法治政府建设年度报告\n一、主要举措\n2023年，某市坚持依法行政，各项工作有序推进。"
YEAR_FILE = """\
报告: {年度: 2023, 结构: 纲要八章}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
"""
#: What is repeated.
UNITS = (
    "[", "(", "（", "“", "”", "《", "》", "、", "，", "。", "；", "：", "1", "一", "十", " ", "\u3000", "{{", "}}", "'", '"', "%",
    "<div>", "<", "&", "#", "*", "**", "_", "`", "|", "- ", "\\", "-", ">", ".", "１", "第", "年", "法治", "件", "的", "同比",
    "\n", "1\n", "一、", "（一）", "一是", "1.", "增长1%", "2023年", "1件，", "3件、", "共1件。", "其中1件，", "占1%，", "来源：",
    "甲局", "a", "a.", "1,", "1/", "万", "亿", "零", "……", "——", "近1万余件", "A1", "你好，", "开展普法活动3场，", "“甲”", "《甲》",
    "\n一、甲", "\n（一）甲。", "习近平法治思想", "某市人民政府", "党的二十大", "11010119900307457X", "办公室", "不断完善，", "某区", "〔2023〕1号",
)  # fmt: skip


def main() -> int:
    options = _options()
    os.environ["DRAFTER_CACHE"] = "off"
    keep_templates()
    worst = 0
    with tempfile.TemporaryDirectory() as name:
        for label, write, use in _uses():
            if options.use and options.use not in label:
                continue
            for unit in UNITS:
                taken = list(_measured(Path(name), unit, write, use, options))
                sharp = any(b > 30 * max(a, 0.02) for a, b in itertools.pairwise(taken))
                long = taken[-1] > options.told
                worst += sharp or long
                if sharp or long or options.all:
                    times = " ".join(f"{one:8.2f}" for one in taken)
                    sys.stdout.write(f"{label:14} {unit!r:24} {times}{' !' if sharp else ''}\n")
                    sys.stdout.flush()
    return 1 if worst else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[3000, 30_000, 300_000])
    parser.add_argument("--use", default="")
    parser.add_argument("--told", type=float, default=5.0, help="seconds from which a text is told")
    parser.add_argument("--stop", type=float, default=20.0)
    parser.add_argument("--all", action="store_true")
    return parser.parse_args()


def _uses() -> Iterator[tuple[str, Callable[[Path, str], Path], Callable[[Path], None]]]:
    for use in (check_it, adopt_it):
        yield f"txt {use.__name__}", _text, use
    yield "txt lines", _bare, check_it
    yield "md read_it", _markdown, read_it
    yield "html check_it", _page, check_it
    yield "html tags", _tags, read_it
    yield "yaml value", _value, outline_it
    yield "yaml check", _value, check_it
    yield "yaml figure", _figure, outline_it
    yield "yaml bare", _syntax, outline_it


def _text(folder: Path, text: str) -> Path:
    return _put(folder / "a.txt", f"{HEAD}\n{text}。\n")


def _bare(folder: Path, text: str) -> Path:
    return _put(folder / "a.txt", text)


def _markdown(folder: Path, text: str) -> Path:
    return _put(folder / "a.md", f"# {HEAD}\n{text}")


def _page(folder: Path, text: str) -> Path:
    return _put(folder / "a.html", f"<html><body><p>{HEAD}</p><p>{escape(text)}</p></body></html>")


def _tags(folder: Path, text: str) -> Path:
    return _put(folder / "a.html", f"<html><body><p>{HEAD}</p>{text}")


def _value(folder: Path, text: str) -> Path:
    quoted = text.replace("'", "''").replace("\n", "\n\n  ")
    return _put(folder / "a.yaml", f"{YEAR_FILE}亮点:\n  普法:\n  - '{quoted}'\n导语: '{quoted}'\n")


def _figure(folder: Path, text: str) -> Path:
    quoted = text.replace("'", "''").replace("\n", " ")
    return _put(folder / "a.yaml", f"{YEAR_FILE}数据:\n  普法.活动: '{quoted}'\n")


def _syntax(folder: Path, text: str) -> Path:
    return _put(folder / "a.yaml", f"{YEAR_FILE}数据:\n  普法.活动: {text}\n{text}")


def _put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _measured(
    folder: Path,
    unit: str,
    write: Callable[[Path, str], Path],
    use: Callable[[Path], None],
    options: argparse.Namespace,
) -> Iterator[float]:
    """Seconds for each size, up to the first that takes longer than is waited for."""
    fork = multiprocessing.get_context("fork")
    for size in options.sizes:
        path = write(folder, unit * (size // len(unit)))
        ours, theirs = fork.Pipe(duplex=False)
        process = fork.Process(target=_timed, args=(path, use, theirs))
        process.start()
        theirs.close()
        told = ours.poll(options.stop)
        taken = ours.recv() if told else options.stop
        process.kill()
        process.join()
        yield taken
        if taken >= options.stop / 2:
            return


def _timed(path: Path, use: Callable[[Path], None], out: Connection) -> None:
    since = time.process_time()
    try:
        use(path)
    except DrafterError:
        pass
    except Exception as problem:  # noqa: BLE001 - told, and looked for elsewhere
        sys.stdout.write(f"{path.read_text(encoding='utf-8')[:80]!r}…: {problem!r:.200}\n")
    out.send(time.process_time() - since)


if __name__ == "__main__":
    sys.exit(main())
