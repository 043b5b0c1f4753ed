"""The manual of Word templates, followed to the letter."""

from __future__ import annotations

import re
from pathlib import Path

import docx

from drafter.writers.docx import check_template
from drafter.writers.word.meanings import every_name
from tests.running import drafter
from tests.word.templates import template
from tests.word.words import paragraph_texts

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "改模板.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)


def test_every_command_of_the_manual_works_in_its_order(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    year = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert year
    (tmp_path / "2024.yaml").write_text(year.group(1), encoding="utf-8")
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    for command in commands:
        program, *arguments = command.split()
        assert program == "drafter"
        ran = drafter(*arguments, folder=tmp_path)
        assert ran.returncode == 0, (command, ran.stderr)
    assert len(commands) == 5
    text = paragraph_texts(docx.Document(str(tmp_path / "初稿.docx")))
    assert text[0].startswith("临江街道2024年")


def test_every_template_that_the_manual_shows_is_right(tmp_path: Path) -> None:
    shown = blocks("模板")
    assert len(shown) == 3
    for block in shown:
        assert check_template(template(tmp_path, *block.splitlines())) == ()


def test_the_manual_explains_every_name_as_the_program_does() -> None:
    rows = re.findall(r"^\| `([^`{]+)` \| (.+) \|$", MANUAL, re.MULTILINE)
    assert rows == list(every_name())


def test_the_manual_names_every_warning() -> None:
    advice = (ROOT / "drafter" / "writers" / "word" / "advice").glob("*.py")
    codes = {code for path in advice for code in re.findall(r'"(T\d{3})"', path.read_text("utf-8"))}
    assert codes == set(re.findall(r"T2\d\d", MANUAL))
