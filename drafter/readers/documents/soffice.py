"""LibreOffice at work: a file of another program made into one that can be read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from drafter.model.record import record
from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import LARGEST, damaged

SECONDS = 60
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)


@record
class Conversion:
    """What is to be made of what.

    Attributes:
        kind: what the file is, for a person.
        suffix: under which LibreOffice is to know it; its own name may be one that LibreOffice
            takes for another kind of file.
        target: what it shall become: `docx:MS Word 2007 XML`.
        by_hand: the programs that can do it by hand: `Word 或 WPS`.
    """

    kind: str
    suffix: str
    target: str
    by_hand: str

    @property
    def ending(self) -> str:
        """`.docx`."""
        return "." + self.target.partition(":")[0]


def convert(path: Path, data: bytes, wanted: Conversion) -> bytes:
    """The file as LibreOffice hands it over.

    Args:
        path: as the user named it, for the messages.
        data: the whole file.
        wanted: what is to be made of it.

    Raises:
        DrafterError: there is no LibreOffice, or it cannot read the file, or not in time.
    """
    program = _program()
    if program is None:
        message = f"“{path}”是{wanted.kind}，要借助 LibreOffice 才能读，这台电脑上没有"
        remedy = f"{_by_hand(wanted)}；或者安装 LibreOffice"
        raise refusal(DocumentFault.NO_OFFICE, path, message, remedy)
    # A profile of its own: another LibreOffice may be open on the desk.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{wanted.suffix}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", wanted.target),
            *("--outdir", str(folder / "out"), str(source)),
        ]
        _run(command, path, wanted)
        try:
            with (folder / "out" / f"report{wanted.ending}").open("rb") as file:
                return file.read(4 * LARGEST)
        except OSError:
            raise damaged(path, "LibreOffice 读不了它，文件可能已损坏，或者设了密码") from None


def _by_hand(wanted: Conversion) -> str:
    return f"用 {wanted.by_hand} 打开它，另存为 {wanted.ending} 再试"


def _program() -> str | None:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _run(command: list[str], path: Path, wanted: Conversion) -> None:
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
        remedy = f"重新安装 LibreOffice；或者{_by_hand(wanted)}"
        raise refusal(DocumentFault.OFFICE_FAILED, path, message, remedy) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice 读“{path}”超过了{SECONDS}秒，已经停下"
        remedy = f"再试一次；还是这样，{_by_hand(wanted)}"
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
