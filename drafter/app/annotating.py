"""A checked file as Word, with what was found as comments at the very words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.notices import notices
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.checking import Checked

_DOCX = ".docx"


def annotate(checked: Checked, out: Path | None = None, *, force: bool = False) -> Path:
    """Write the comments: into a copy of a Word file, or into the draft of a year file.

    Args:
        checked: what was found.
        out: the copy; None = beside the file, `原名（检查）.docx`.
        force: replace a file that is there already.

    Returns:
        The copy.

    Raises:
        DrafterError: the file is neither a year file nor .docx, or the copy cannot be written.
    """
    from drafter.writers.place import place
    from drafter.writers.word.annotate import annotate as comment

    path = checked.path
    target = out or path.with_name(f"{path.stem}（检查）{_DOCX}")
    data = comment(_data(checked), checked.texts, checked.placed, checked.loose, path=str(path))
    place(target, data, force=force, made_of=(path,))
    return target


def _data(checked: Checked) -> bytes:
    """The Word file that gets the comments."""
    path = checked.path
    if checked.report is not None:
        from drafter.app.word_templates import word_template
        from drafter.readers import cache
        from drafter.writers.docx import docx_bytes

        return docx_bytes(checked.report, word_template(), shelf=cache)
    if checked.kind != "docx":
        raise _needs_docx(path)
    from drafter.readers.documents.load import load

    return load(path).data


def _needs_docx(path: Path) -> DrafterError:
    known = notices()["O201"]
    message = f"批注只能写进 .docx 文件，“{path.name}”不是"
    remedy = "用 Word 或 WPS 打开，另存为 .docx 再查；或者去掉 --to docx，看打印出来的结果"
    return DrafterError(
        Finding(known.code, known.name, Severity.ERROR, Spot(str(path)), message, remedy, str(path))
    )
