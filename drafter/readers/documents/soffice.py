"""A file of another program made into one that can be read, through LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.programs.soffice import SECONDS, OfficeError, Reason, converted
from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import LARGEST, damaged

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import DrafterError


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
    try:
        return converted(data, wanted.suffix, wanted.target, largest=4 * LARGEST)
    except OfficeError as problem:
        raise _told(path, problem.reason, wanted) from None


def _told(path: Path, reason: Reason, wanted: Conversion) -> DrafterError:
    by_hand = f"用 {wanted.by_hand} 打开它，另存为 {wanted.ending} 再试"
    match reason:
        case Reason.MISSING:
            message = f"“{path}”是{wanted.kind}，要借助 LibreOffice 才能读，这台电脑上没有"
            remedy = f"{by_hand}；或者安装 LibreOffice"
            return refusal(DocumentFault.NO_OFFICE, path, message, remedy)
        case Reason.NOT_STARTED:
            message = f"读“{path}”要用的 LibreOffice 启动不了"
            remedy = f"重新安装 LibreOffice；或者{by_hand}"
            return refusal(DocumentFault.OFFICE_FAILED, path, message, remedy)
        case Reason.SLOW:
            message = f"LibreOffice 读“{path}”超过了{SECONDS}秒，已经停下"
            remedy = f"再试一次；还是这样，{by_hand}"
            return refusal(DocumentFault.OFFICE_SLOW, path, message, remedy)
        case Reason.NOTHING_MADE:
            return damaged(path, "LibreOffice 读不了它，文件可能已损坏，或者设了密码")
