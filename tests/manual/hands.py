"""What a person does between two commands of the manual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def fill_in(folder: Path, name: str, *answers: str) -> None:
    """Type figures behind their names, as in a plain editor: `普法.活动=36场`."""
    path = folder / name
    text = path.read_text("utf-8")
    for answer in answers:
        id_, value = answer.split("=", maxsplit=1)
        text, count = re.subn(
            rf"^(\s+)(?:# )?{re.escape(id_)}:", rf"\g<1>{id_}: {value}", text, flags=re.MULTILINE
        )
        assert count == 1, id_
    path.write_text(text, "utf-8")


def replace_in(folder: Path, name: str, before: str, after: str) -> None:
    """Change words of a text file that stand there once."""
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1, before
    path.write_text(text.replace(before, after), "utf-8")


def write_highlight(folder: Path, name: str, topic: str, words: str) -> None:
    """Type a highlight behind the dash below its topic."""
    path = folder / name
    before, head, rest = path.read_text("utf-8").partition(f"\n  {topic}:\n")
    above, dash, below = rest.partition("\n    - \n")
    assert head
    assert dash
    assert all(line.lstrip().startswith("#") for line in above.splitlines())
    path.write_text(f"{before}{head}{above}\n    - {words}\n{below}", "utf-8")


def save_web_page(folder: Path, name: str, page: str) -> None:
    """Save a report as a browser does: between a site's navigation and its footer."""
    import docx

    from tests.word.words import paragraph_texts

    title, *rest = paragraph_texts(docx.Document(str(folder / name)))
    body = "".join(f"<p>{text}</p>" for text in rest if text)
    navigation = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(9))
    (folder / page).write_text(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<div class=nav><ul>{navigation}</ul></div><h1>{title}</h1>{body}"
        "<div class=footer>版权所有 某某街道办事处 备案号 某ICP备00000000号</div></body></html>",
        "utf-8",
    )


def leader_edits(folder: Path, draft: str, edited: str) -> None:
    """Change a figure and some words in Word, and save under another name."""
    import shutil

    from tests.app.editing import Editor

    shutil.copy(folder / draft, folder / edited)
    editor = Editor(folder / edited)
    editor.control("17家", "19家")
    editor.replace("上门走访企业", "深入走访企业")
    editor.save()


_SAMPLE = """\
报告:
  年度: 2024
  结构: 三段式
单位:
  名称: 临江街道
  类型: 街道

数据:
  普法.活动: 36场
  普法.资料: 3000份
  调解.受理: 420件
  调解.成功: 412件
亮点:
  普法宣传:
    - 建成法治文化公园
"""


def sample(folder: Path, name: str) -> None:
    """A small year file without a mistake."""
    (folder / name).write_text(_SAMPLE, "utf-8")


def damage(folder: Path, name: str, damaged: str) -> None:
    """Break one character of a text file."""
    data = (folder / name).read_bytes()
    at = data.index("普法".encode())
    (folder / damaged).write_bytes(data[:at] + b"\xff" + data[at + 1 :])


def cut_short(folder: Path, name: str, cut: str) -> None:
    """Copy the first half of a file."""
    data = (folder / name).read_bytes()
    (folder / cut).write_bytes(data[: len(data) // 2])


def note(folder: Path, name: str, words: str) -> None:
    """Write a text file."""
    (folder / name).write_text(f"{words}\n", "utf-8")


def indent_by_tab(folder: Path, name: str, words: str) -> None:
    """Indent a line by a tab."""
    replace_in(folder, name, f"  {words}", f"\t{words}")


def open_in_word(folder: Path, name: str) -> None:
    """Leave the mark that Word sets beside a file that it has open."""
    (folder / f"~${name}").write_bytes(b"\x00")


def closed_in_word(folder: Path, name: str) -> None:
    """Take that mark away."""
    (folder / f"~${name}").unlink()


def set_password(folder: Path, name: str) -> None:
    """A file as Word leaves it that was saved with a password: its head and its one stream."""
    stream = "EncryptedPackage".encode("utf-16-le")
    (folder / name).write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + stream)
