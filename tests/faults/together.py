"""Several drafters in one folder at the same time.

`python -m tests.faults.together --rounds 20` prints what became of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from drafter.app.slips_in import slips_in
from tests.faults.desk import leftovers, set_up

_ROOT = Path(__file__).parents[2]
_MANY = 6


def together(folder: Path, commands: list[list[str]]) -> list[tuple[int, str, str]]:
    """Exit code, stdout and stderr of commands that are started at once."""
    variables = {**os.environ, "PYTHONPATH": str(_ROOT)}
    started = [
        subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "drafter", *command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=folder, env=variables, encoding="utf-8",
        )
        for command in commands
    ]  # fmt: skip
    ended = [process.communicate("") for process in started]
    codes = [process.returncode for process in started]
    return [(code, *texts) for code, texts in zip(codes, ended, strict=True)]


def same_draft(folder: Path) -> Counter[str]:
    """Two year files drafted to one file: it is the draft of one of them."""
    other = (folder / "2023.yaml").read_text(encoding="utf-8").replace("龙城", "凤城")
    (folder / "别的.yaml").write_text(other, encoding="utf-8")
    wholes = []
    for name in ("2023.yaml", "别的.yaml"):
        together(folder, [["draft", name, "-o", "独.docx", "--force"]])
        wholes.append((folder / "独.docx").read_bytes())
    commands = [
        ["draft", name, "-o", "初稿.docx", "--force"] for name in ("2023.yaml", "别的.yaml")
    ]
    ran = together(folder, commands * (_MANY // 2))
    good = (folder / "初稿.docx").read_bytes() in wholes and {code for code, *_ in ran} == {0}
    return Counter({"进程": len(ran), "坏": not good})


def same_new_file(folder: Path) -> Counter[str]:
    """Without --force only one may write a new file; the others say that it is there."""
    ran = together(folder, [["roll", "2023.yaml"]] * _MANY)
    first = [code for code, *_ in ran].count(0)
    told = sum(code == 2 and "O101" in words for code, _, words in ran)
    whole = (folder / "2024.yaml").read_bytes()
    together(folder, [["roll", "2023.yaml", "-o", "独.yaml"]])
    good = first == 1 and told == _MANY - 1 and whole == (folder / "独.yaml").read_bytes()
    return Counter({"进程": len(ran), "拒绝": told, "坏": not good})


def same_year_file(folder: Path) -> Counter[str]:
    """Slips merged by a process each: what one says that it put in is there at the end."""
    path = folder / "空" / "2023.yaml"
    slips = sorted((folder / "空" / "表").glob("*.xlsx"), key=lambda one: -one.stat().st_size)
    commands = [["slips", "in", str(path), str(slip), "--json"] for slip in slips[:_MANY]]
    ran = together(folder, commands)
    told = sum(code == 2 and "O107" in words for code, _, words in ran)
    strange = sum(code not in {0, 2} or (code == 2 and "O107" not in w) for code, _, w in ran)
    in_ = [slip for slip, (code, *_) in zip(slips, ran, strict=False) if code == 0]
    again = [one for slip in in_ for one in slips_in(path, [slip]).merged.applied]
    lost = sum(not one.already for one in again)
    good = in_ and not lost + strange
    return Counter({"进程": len(ran), "写入的数": len(again), "拒绝": told, "坏": not good})


KINDS = {
    "同时写同一份初稿": same_draft,
    "同时新建同一个文件": same_new_file,
    "同时往一份问卷里汇总": same_year_file,
}


def rounds(work: Path, count: int) -> dict[str, Counter[str]]:
    """So many rounds of each kind."""
    set_up(work / "first")
    totals = {name: Counter[str]() for name in KINDS}
    for _ in range(count):
        for name, kind in KINDS.items():
            folder = Path(shutil.copytree(work / "first", work / "folder"))
            totals[name] += Counter({"轮": 1}) + kind(folder)
            totals[name]["临时文件"] += len(leftovers(folder))
            shutil.rmtree(folder)
    return totals


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    count = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        totals = rounds(Path(name), count)
    for kind, total in totals.items():
        print(kind, dict(total))  # noqa: T201
    sys.exit(any(total["坏"] or total["临时文件"] for total in totals.values()))


if __name__ == "__main__":
    main()
