"""A page of the manual taken apart into what a reader does, and done.

A page shows files (a sentence with the file's name in backquotes that ends in ：, then a block),
commands (`sh`) and what they print (`text` right behind them). What a page need not tell stands
in HTML comments, which nobody sees (in them · is a blank):

    <!-- copy: examples/longcheng-2023/2023.yaml 2023.yaml -->   a file of the project
    <!-- run: drafter draft 2023.yaml -->                        a command before the page begins
    <!-- call: leader_edits 2024.docx 改过的.docx -->              what a person does (`hands.py`)
    <!-- typed: 36场 / q -->                                     keys for the next commands
    <!-- exit: 1 -->                                             how the next commands end; else 0
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from drafter.readers.yaml_tree import parse_tree
from tests.manual import hands

ROOT = Path(__file__).parents[2]
_STEP = re.compile(
    r"<!-- (?P<order>copy|run|call|typed|exit): (?P<words>.*?) -->"
    r"|(?:`(?P<file>[^`\n]+)`[^\n`]*：\n\n)?^```(?P<kind>[^\s`]*)\n(?P<text>.*?)^```",
    re.DOTALL | re.MULTILINE,
)
#: Commands that a test cannot type, by how they begin, each with its reason.
NOT_RUN = {
    "notepad ": "opens a window and waits for hands; `call` does what the hands do",
    "python3 -m venv ": "every test runs in such an environment; test_wheel.py builds the package",
    "~/drafter/bin/pip ": "needs the network; test_wheel.py runs what a wheel installs",
    "source ": "sets the shell's own path; a test names the program in full",
    "python -m pip install ": "needs the network; test_wheel.py runs what a wheel installs",
    "drafter preview 2024.yaml --watch": "runs until Ctrl-C; tests/preview/test_watch.py",
    "make ": "sets up the whole project, this test included",
}
#: Options that need a program which may be missing, unless DRAFTER_REQUIRE_TOOLS=1.
NEEDS = {"--to pdf": "soffice"}
#: Blocks that hold neither commands nor files.
SHOWN_ONLY = {"模板"}


@dataclass
class Desk:
    """A folder in which a page is followed.

    Attributes:
        folder: where commands run; `cd` changes it.
        settings: added to the environment.
        ran: every command that ran, in order.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)

    def run(self, command: str, typed: str = "") -> tuple[int, str]:
        """How a command ended, and what it printed on both streams as one sees it."""
        self.ran.append(command)
        program, *arguments = shlex.split(command, comments=True)
        if program in {"cd", "mkdir"}:
            target = self.folder / arguments[0]
            if program == "mkdir":
                target.mkdir()
            else:
                assert target.is_dir(), command
                self.folder = target
            return 0, ""
        known = {"drafter": ["-X", "utf8", "-m", "drafter"], "python": ["-X", "utf8"]}
        done = subprocess.run(
            [sys.executable, *known[program], *arguments],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            input=typed,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ, "COLUMNS": "80", **self.settings},
        )
        return done.returncode, done.stdout


def follow(text: str, desk: Desk) -> None:
    """Do every step of a page."""
    orders = sum(1 for step in _STEP.finditer(text) if step["order"])
    assert orders == text.count("<!--"), "a comment that is no order"
    reader = _Reader(desk)
    for step in _STEP.finditer(text):
        if step["order"]:
            reader.prepare(step["order"], step["words"])
        else:
            reader.do(step["file"] or "", step["kind"], step["text"])


@dataclass
class _Reader:
    """One who does what a page says.

    Attributes:
        desk: where.
        typed: keys for the next commands.
        code: how they end.
        printed: by the last commands.
        file: in which something was found.
        found: the words there.
    """

    desk: Desk
    typed: str = ""
    code: int = 0
    printed: str = ""
    file: Path = Path()
    found: str = ""

    def prepare(self, order: str, words: str) -> None:
        """Do what the page does not show."""
        if order == "typed":
            self.typed = "".join(f"{key.strip()}\n" for key in words.split("/"))
        elif order == "exit":
            self.code = int(words)
        else:
            _prepare(order, words, self.desk)

    def do(self, file: str, kind: str, block: str) -> None:
        """Do what a block of the page shows."""
        if kind == "sh":
            self.printed = _commands(block, self.desk, self.typed, self.code)
            self.typed, self.code = "", 0
        elif file and kind == "find":
            self.file, self.found = self.desk.folder / file, block
        elif file:
            path = self.desk.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, "utf-8")
        elif kind in {"add", "above"}:
            content = self.file.read_text("utf-8")
            assert content.count(self.found) == 1, (self.file.name, self.found)
            both = self.found + block if kind == "add" else block + self.found
            self.file.write_text(content.replace(self.found, both), "utf-8")
        elif kind == "text":
            _compare(block, self.printed)
        elif kind == "yaml":
            assert parse_tree(block, "")[1] == (), block
        else:
            assert kind in SHOWN_ONLY, f"a block of the kind “{kind}” is neither run nor a file"


def _prepare(order: str, words: str, desk: Desk) -> None:
    name, *rest = shlex.split(words)
    if order == "copy":
        source, target = ROOT / name, desk.folder / rest[0]
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    elif order == "run":
        code, printed = desk.run(words)
        assert code == 0, (words, printed)
    else:
        getattr(hands, name)(desk.folder, *(one.replace("·", " ") for one in rest))


def _commands(block: str, desk: Desk, typed: str, code: int) -> str:
    """Everything that the commands of a block print."""
    printed = ""
    for command in block.splitlines():
        if any(command.startswith(start) for start in NOT_RUN) or _lacking(command):
            continue
        ended, told = desk.run(command, typed)
        assert ended == code, (command, ended, told)
        printed += told
    return printed


def _lacking(command: str) -> bool:
    """Whether a program that a command needs is missing, and may be."""
    programs = [program for option, program in NEEDS.items() if option in command]
    missing = [program for program in programs if shutil.which(program) is None]
    return bool(missing) and os.environ.get("DRAFTER_REQUIRE_TOOLS") != "1"


def _compare(shown: str, printed: str) -> None:
    """Hold what a page shows against what was printed: in order, “…” standing for anything."""
    rest = printed.splitlines()
    for line in shown.splitlines():
        if line.strip() == "…":
            continue
        pattern = re.compile(".*".join(map(re.escape, line.rstrip().split("…"))))
        at = next((n for n, one in enumerate(rest) if pattern.fullmatch(one.rstrip())), None)
        assert at is not None, f"not printed: {line}\n--- printed ---\n{printed}"
        rest = rest[at + 1 :]
