"""The manual's pictures, made of what the manual's pages make: `python -m tools.build_pictures`.

Needs tmux, chromium, LibreOffice, poppler and Chinese fonts. Every picture is made of the folder
that a reader has at that place of a page, so that picture and page say the same.
"""

from __future__ import annotations

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageOps

from tests.manual.pages import Desk, follow
from tests.tools import converted_all

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000  # bytes of a picture
_EXAMPLE = ROOT / "examples" / "longcheng-2023" / "2023.yaml"
_COLUMNS, _ROWS = 96, 30
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
#: The colours that drafter uses, on a dark ground.
_COLOURS = {
    31: "#ff7b72",
    32: "#7ee787",
    33: "#f2cc60",
    34: "#79c0ff",
    36: "#76e3ea",
    90: "#8b949e",
}
#: Comments become icons over the text if they are let.
_PDF = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
_TERMINAL = """<meta charset=utf-8><style>body{margin:0;background:#0d1117}
pre{margin:0;padding:14px 18px;color:#e6edf3;font:15px/1.35 'Noto Sans Mono CJK SC',monospace}
</style><pre>%s</pre>"""
_EDITOR = """<meta charset=utf-8><style>body{margin:0;background:#fff;
font-family:'Noto Sans CJK SC'}
.title{background:#e9edf2;padding:8px 14px;font-size:14px}.menu{padding:6px 14px;font-size:13px;
color:#333;border-bottom:1px solid #ddd}pre{margin:0;padding:10px 14px;font:14px/1.55
'Noto Sans Mono CJK SC',monospace;color:#111}b{font-weight:400;background:#fff2b3}</style>
<div class=title>2024.yaml - 记事本</div><div class=menu>文件(F)　编辑(E)　格式(O)　查看(V)　帮助(H)
</div><pre>%s</pre>"""


def main() -> None:
    """Make them all."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        begun = _followed("快速上手", "## 四、", Path(made) / "a")
        _editor(begun / "2024.yaml", "问卷", Path(made))
        _terminal("drafter outline 2024.yaml", begun, "提纲", Path(made))
        _run("drafter draft 2024.yaml", begun)
        _page(begun / "2024.docx", "初稿", height=0.66)
        wrong = _followed("审核与定稿", "## 一、", Path(made) / "c")
        _terminal("drafter check 2023.yaml --select F", wrong, "检查", Path(made))
        slips = _followed("填报与汇总", "## 二、", Path(made) / "d")
        _page(slips / "填报表" / "填报表-司法局-2024.xlsx", "填报表", height=0.42)
        _run(f"drafter draft {shlex.quote(str(_EXAMPLE))} -o 龙城.docx", begun)
        _page(begun / "龙城.docx", "longcheng-page-1")


def _followed(page: str, end: str, folder: Path) -> Path:
    """The folder of one who has followed a page to a heading."""
    folder.mkdir()
    desk = Desk(folder)
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    follow(text[: text.index(f"\n{end}")], desk)
    return desk.folder


def _run(command: str, folder: Path) -> None:
    words = [sys.executable, "-m", *shlex.split(command)]
    subprocess.run(words, check=True, cwd=folder, capture_output=True)


def _editor(path: Path, name: str, made: Path) -> None:
    """A year file as a plain editor shows it, what was typed marked."""
    lines = path.read_text("utf-8").splitlines()
    first = lines.index("数据:")
    typed = re.compile(r"^(  (?!#)\S+: )([^\s#]+)")
    shown = (typed.sub(r"\1<b>\2</b>", html.escape(line, quote=False)) for line in lines[first:])
    _photograph(_EDITOR % "\n".join([*shown][:24]), name, made, (1000, 630))


def _terminal(command: str, folder: Path, name: str, made: Path) -> None:
    """What a command shows in a terminal, from its first line."""
    lines = _screen(command, folder).splitlines()[: _ROWS - 1]
    text = _coloured("\n".join([f"$ {command}", *lines]))
    _photograph(_TERMINAL % text, name, made, (800, 21 * text.count("\n") + 60))


def _screen(command: str, folder: Path) -> str:
    """The lines of a terminal behind a command, colours as escape sequences."""
    server = ["tmux", "-L", f"drafter-pictures-{os.getpid()}", "-u"]
    size = ["-x", str(_COLUMNS), "-y", "400"]
    run = f"{shlex.quote(sys.executable)} -m {command}; echo =done=; sleep 60"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    subprocess.run([*server, "new-session", "-d", *size, run], check=True, cwd=folder, env=env)
    try:
        for _ in range(100):
            time.sleep(0.2)
            shown = subprocess.run(
                [*server, "capture-pane", "-e", "-p"], check=True, capture_output=True
            ).stdout.decode()
            if "=done=" in shown:
                return shown.split("=done=", maxsplit=1)[0]
    finally:
        subprocess.run([*server, "kill-server"], check=True)
    raise TimeoutError(command)


def _coloured(text: str) -> str:
    """Escape sequences as HTML."""
    parts, at, style = [], 0, ""
    for code in _SGR.finditer(text):
        parts.append(f"<span style='{style}'>{html.escape(text[at : code.start()])}</span>")
        for number in (int(one or 0) for one in code[1].split(";")):
            if number in {0, 39}:
                style = ""
            elif number == 1:
                style += "font-weight:700;"
            elif number == 4:  # noqa: PLR2004 - the code of underlining
                style += "text-decoration:underline;"
            elif number in _COLOURS:
                style += f"color:{_COLOURS[number]};"
        at = code.end()
    return "".join(parts) + f"<span style='{style}'>{html.escape(text[at:])}</span>"


def _photograph(page: str, name: str, made: Path, size: tuple[int, int]) -> None:
    """A page as chromium shows it."""
    source, shot = made / f"{name}.html", made / f"{name}.png"
    source.write_text(page, "utf-8")
    program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
        f"--user-data-dir={made / 'browser'}", f"--window-size={size[0]},{size[1]}",
    ]  # fmt: skip
    command = [program, *options, f"--screenshot={shot}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    _keep(Image.open(shot), name)


def _page(document: Path, name: str, *, height: float = 1.0) -> None:
    """The first page of a document, from its top; `height` is the share of it that is kept."""
    folder = document.parent
    converted_all([document], "pdf" if document.suffix == ".xlsx" else _PDF, folder)
    pdf = document.with_suffix(".pdf")
    command = [
        "pdftoppm",
        "-r",
        "90",
        "-png",
        "-f",
        "1",
        "-l",
        "1",
        "-singlefile",
        str(pdf),
        str(folder / "p"),
    ]
    subprocess.run(command, check=True)
    image = Image.open(folder / "p.png")
    kept = image.convert("RGB").crop((0, 0, image.width, int(image.height * height)))
    _keep(ImageOps.expand(kept, border=1, fill="#bbbbbb"), name)


def _keep(image: Image.Image, name: str) -> None:
    """Put a picture into the manual, in as few colours as make it small enough."""
    target = IMAGES / f"{name}.png"
    for colours in (64, 32, 16, 8):
        image.convert("RGB").quantize(colours).save(target, optimize=True)
        if target.stat().st_size < LARGEST:
            print(f"{target.relative_to(ROOT)}　{target.stat().st_size // 1000} KB")
            return
    raise ValueError(f"{name} is too large")


if __name__ == "__main__":
    main()
