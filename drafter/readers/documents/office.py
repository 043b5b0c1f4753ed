"""Old Word, WPS, RTF and OpenDocument files, through LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import LARGEST, Kind, damaged
from drafter.readers.documents.word import read_word

if TYPE_CHECKING:
    from drafter.model.old_report import RawDocument
    from drafter.readers.documents.load import Loaded

SECONDS = 60
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_RTF = b"{\\rtf"
_ZIP = b"PK"


def read_office(loaded: Loaded) -> RawDocument:
    """The paragraphs of the document, as LibreOffice hands them over.

    Raises:
        DrafterError: there is no LibreOffice, or it cannot read the file, or not in time.
    """
    program = _program()
    if program is None:
        kind = "旧版 Word、WPS 或 RTF 文件"
        message = f"“{loaded.path}”是{kind}，要借助 LibreOffice 才能读，这台电脑上没有"
        remedy = "用 Word 或 WPS 打开它，另存为 .docx 再试；或者安装 LibreOffice"
        raise refusal(DocumentFault.NO_OFFICE, loaded.path, message, remedy)
    # A profile of its own: another LibreOffice may be open on the desk.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        converted = _converted(program, loaded, Path(name))
    document = read_word(replace(loaded, kind=Kind.DOCX, data=converted))
    return replace(document, kind=Kind.OFFICE.value)


def _program() -> str | None:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _converted(program: str, loaded: Loaded, folder: Path) -> bytes:
    # Its own name may be one that LibreOffice takes for another kind of file.
    source = folder / f"report{_suffix(loaded.data)}"
    source.write_bytes(loaded.data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "out"), str(source)),
    ]
    _run(command, loaded.path)
    try:
        with (folder / "out" / "report.docx").open("rb") as file:
            return file.read(4 * LARGEST)
    except OSError:
        raise damaged(loaded.path, "LibreOffice 读不了它，文件可能已损坏，或者设了密码") from None


def _run(command: list[str], path: Path) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - our own arguments, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        message = f"读“{path}”要用的 LibreOffice 启动不了"
        remedy = "重新安装 LibreOffice；或者用 Word 或 WPS 打开文件，另存为 .docx 再试"
        raise refusal(DocumentFault.OFFICE_FAILED, path, message, remedy) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice 读“{path}”超过了{SECONDS}秒，已经停下"
        remedy = "再试一次；还是这样，用 Word 或 WPS 打开文件，另存为 .docx 再试"
        raise refusal(DocumentFault.OFFICE_SLOW, path, message, remedy) from None
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; nothing when it has ended."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _suffix(data: bytes) -> str:
    if data.startswith(_RTF):
        return ".rtf"
    return ".odt" if data.startswith(_ZIP) else ".doc"
