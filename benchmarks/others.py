"""The same report by other programs, which run on Node.js."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks.asked import asked, write_json, write_yaml
from benchmarks.measure import alternate, middle, ratio, run, subject
from benchmarks.peer_templates import WRITTEN, peer_data, peer_template
from benchmarks.tables import Table, milliseconds, times
from benchmarks.texts import blanks, paragraphs, printed, same
from benchmarks.workshop import HERE, ROOT, TEMPLATE
from benchmarks.years import LONGCHENG, make_years

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.bars import Bar
    from benchmarks.measure import Effort, Runs, Subject
    from benchmarks.workshop import Workshop

PACKAGES = ROOT / "build" / "peers"
FILES = 50
NAIVE = "docxtpl 脚本"
_TITLES = {"alone": "其他软件：一份报告，冷启动", "batch": f"其他软件：{FILES}份，一个进程"}


def install() -> None:
    """Fetch the programs with npm into build/, which git does not keep.

    Raises:
        SystemExit: there is no npm, or it fails.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("没有 npm：先装 Node.js")
    PACKAGES.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "peers" / "package.json", PACKAGES)
    if subprocess.run(
        [npm, "install", "--no-audit", "--no-fund"], check=False, cwd=PACKAGES
    ).returncode:
        raise SystemExit("npm 没有装成")


def peers(shop: Workshop, effort: Effort) -> tuple[list[Table], list[Bar]]:
    """Measure them beside drafter and the naive script."""
    if missing := _missing():
        return [Table("其他软件", ("没有量",), ((missing,),))], []
    left = _compare(shop)
    alone, batch = _alone(shop), _batch(shop)
    tables = [
        _table("alone", alternate(alone, effort.rounds), left),
        _table("batch", alternate(batch, min(effort.rounds, 3), first=False), left),
    ]
    return tables, []


def _missing() -> str:
    """What they lack to run; empty when nothing."""
    if shutil.which("node") is None:
        return "没有 Node.js"
    gone = [name for name in WRITTEN if not (PACKAGES / "node_modules" / name).exists()]
    return f"没有 {'、'.join(gone)}：加上 --install 再运行一次" if gone else ""


def _peer(name: str, called: str, *arguments: Path) -> Subject:
    modules = str(PACKAGES / "node_modules")
    script = HERE / "peers" / f"{name}.cjs"
    return subject(called, "node", script, *arguments, NODE_PATH=modules)


def _compare(shop: Workshop) -> dict[str, int]:
    """Blank paragraphs that each leaves, its text being the same as drafter's.

    Raises:
        SystemExit: it is not.
    """
    values = asked(LONGCHENG)
    data = write_json(peer_data(values), shop.folder / "longcheng.json")
    write_yaml(values, shop.folder / "longcheng.yaml")
    out = shop.folder / "peer.docx"
    run(shop.drafter("drafter", "draft", LONGCHENG, "-o", out, "--force"))
    ours = paragraphs(out)
    left = {NAIVE: 0, "drafter": 0}
    for name in WRITTEN:
        template = peer_template(name, shop.folder / f"{name}.docx")
        run(_peer(name, name, template, data, out))
        theirs = paragraphs(out)
        same(printed(ours), printed(theirs), name)
        left[name] = blanks(theirs) - blanks(ours)
    return left


def _alone(shop: Workshop) -> list[Subject]:
    out, folder = shop.folder / "peer.docx", shop.folder
    return [
        shop.naive(NAIVE, TEMPLATE, folder / "longcheng.yaml", out),
        shop.drafter("drafter", "draft", LONGCHENG, "-o", out, "--force"),
        *(
            _peer(name, name, folder / f"{name}.docx", folder / "longcheng.json", out)
            for name in WRITTEN
        ),
        subject("node -e 0", "node", "-e", "0"),
    ]


def _batch(shop: Workshop) -> list[Subject]:
    """Many reports in one process; a sample of them compared."""
    years, out = shop.place("peer-years"), shop.place("out")
    files = make_years(FILES, years)
    data, plain = shop.asked(files, "peer-asked"), shop.place("peer-json")
    for one in files:
        write_json(peer_data(asked(one)), plain / f"{one.stem}.json")
    shop.compare(years, data)
    return [
        shop.naive(NAIVE, TEMPLATE, data, out),
        shop.batch("drafter", "drafter", TEMPLATE, years, out),
        *(_peer(name, name, shop.folder / f"{name}.docx", plain, out) for name in WRITTEN),
    ]


def _table(which: str, runs: Runs, left: dict[str, int]) -> Table:
    return Table(
        _TITLES[which],
        ("谁", "毫秒（最快–最慢）", "CPU 毫秒", "内存 MiB", "时间÷脚本", "CPU÷脚本", "多出的空段"),
        tuple(_row(runs, name, left) for name in runs),
        (
            "同样的段落、样式和文字（逐段核对过），模板用各自的标记，数据用 JSON。",
            "它们不组句、不编号、不核对；有的在循环处多留空段。",
        ),
    )


def _row(runs: Runs, name: str, left: dict[str, int]) -> tuple[str, ...]:
    own = runs[name]
    return (
        name,
        milliseconds([one.wall for one in own]),
        f"{middle(one.cpu for one in own) * 1000:.0f}",
        f"{middle(one.memory for one in own):.0f}",
        times(ratio(runs, name, NAIVE, lambda one: one.wall)),
        times(ratio(runs, name, NAIVE, lambda one: one.cpu)),
        str(left.get(name, "")),
    )
