"""Which Word template is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import locate
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.readers.files import is_file
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

STANDARD = "standard"
_DOCX = ".docx"


def word_template(wanted: Path | None = None) -> Path:
    """The file of a Word template.

    Args:
        wanted: a file, or the name of a template in templates/word without `.docx`; a file comes
            first. None = the standard one.

    Raises:
        DrafterError: it is neither.
    """
    if wanted is None:
        return _folder() / f"{STANDARD}{_DOCX}"
    if wanted.suffix or wanted.name != str(wanted) or is_file(wanted):
        return wanted
    known = word_template_names()
    if wanted.name in known:
        return _folder() / f"{wanted.name}{_DOCX}"
    raise _unknown(wanted.name, known)


def word_template_names() -> tuple[str, ...]:
    """Names of the templates in templates/word, the standard one first."""
    names = sorted(path.stem for path in _folder().glob(f"[!~.]*{_DOCX}"))
    return tuple(sorted(names, key=lambda name: name != STANDARD))


def _folder() -> Path:
    return locate.templates() / "word"


def _unknown(name: str, known: tuple[str, ...]) -> DrafterError:
    near = nearest(name, known)
    hint = f"是不是“{near[0]}”；" if near else ""
    remedy = f"{hint}现有的模板有 {'、'.join(known)}；自己的模板要写文件名（{name}{_DOCX}）"
    message = f"没有叫“{name}”的 Word 模板"
    return DrafterError(
        Finding("T002", "template-unreadable", Severity.ERROR, Spot(name), message, remedy, name)
    )
