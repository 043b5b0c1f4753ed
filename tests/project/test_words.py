"""What the project's own files may hold."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_function_is_too_long_to_hold_in_the_head() -> None:
    import ast

    long = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in (ROOT / "drafter").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= 45
    ]
    assert long == []


def test_every_command_that_the_readme_shows_exists() -> None:
    from drafter.cli.chinese import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"drafter ([a-z]+)", readme))
    assert shown <= set(COMMANDS)


def test_every_command_stands_in_the_readme() -> None:
    from drafter.cli.chinese import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"drafter {name}" not in readme] == []


def test_the_year_file_of_the_readme_makes_a_draft(tmp_path: Path) -> None:
    from tests.running import drafter

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert block
    (tmp_path / "2024.yaml").write_text(block.group(1), encoding="utf-8")
    ran = drafter("draft", "2024.yaml", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "2024.docx\n")
    subprocess.run(["test", "-s", str(tmp_path / "2024.docx")], check=True)
