"""Templates made ready, kept from one draft to the next."""

from __future__ import annotations

import os
import sys
import zlib
from collections import deque
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from drafter import __version__
from drafter.model.finding import DrafterError
from drafter.writers.word.named import FIGURES, SECTIONS, sections_by_name
from drafter.writers.word.prepared import decode, encode
from drafter.writers.word.template_file import read_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from drafter.model.report import Report
    from drafter.writers.word.prepared import Prepared

MOST = 8  # templates that are remembered while the program runs

#: With the bytes that they were made of: those are sooner compared than hashed.
_REMEMBERED: deque[tuple[bytes, Prepared]] = deque(maxlen=MOST)
_WRITERS = Path(__file__).parent.parent
# What pip calls the folders (eggs, files) that say which version of them is there.
_LIBRARIES = ("docxtpl-", "jinja2-", "lxml-", "markupsafe-", "python_docx-", "python-docx-")


class Shelf(Protocol):
    """Where bytes are kept from one run to the next: `drafter.readers.cache`."""

    def get(self, name: str, source: bytes) -> bytes | None:
        """What was kept under a name and made of `source`; None = nothing that can be trusted."""

    def put(self, name: str, source: bytes, value: bytes) -> None:
        """Keep something, if that is possible."""


def ready(template: Path, report: Report, shelf: Shelf | None = None) -> Prepared:
    """A template made ready for a report.

    Args:
        template: the file.
        report: what it will print.
        shelf: where it is kept from one run to the next; None = only while the program runs.

    Raises:
        DrafterError: the template is at fault, or asks for what the report does not know.
    """
    data = read_template(template)
    known = _recalled(data, shelf)
    if known is not None and _suits(known, report):
        return known
    document = _sound(data, template, report)
    if known is not None:
        return known
    from drafter.writers.word.preparing import prepare

    made = prepare(document, template)
    _REMEMBERED.append((data, made))
    if shelf is not None:
        shelf.put(_name(data), _source(data), encode(made))
    return made


def without_unasked(report: Report, template: Path, shelf: Shelf) -> Report:
    """A report that no longer holds the catalogue of figures, where a template asks for none by id.

    Only a template that was made ready before is known well enough; of any other the report stays
    as it is.

    Raises:
        DrafterError: the template cannot be read.
    """
    known = _recalled(read_template(template), shelf)
    if known is None or not known.names.isdisjoint(FIGURES):
        return report
    return replace(report, figures={}, last_figures={})


def _recalled(data: bytes, shelf: Shelf | None) -> Prepared | None:
    """What is remembered or kept of a template."""
    for source, prepared in _REMEMBERED:
        if source == data:
            return prepared
    kept = shelf.get(_name(data), _source(data)) if shelf is not None else None
    made = decode(kept) if kept is not None else None
    if made is not None:
        _REMEMBERED.append((data, made))
    return made


def _suits(prepared: Prepared, report: Report) -> bool:
    """Whether a report knows all that a template asks for; False also when that cannot be told."""
    if not prepared.own:
        return prepared.own is not None
    sections = sections_by_name(report)
    return all(
        id_ in (sections if family == SECTIONS else report.figures) for family, id_ in prepared.own
    )


def _sound(data: bytes, template: Path, report: Report) -> Document:
    """A template looked over.

    Raises:
        DrafterError: it is at fault.
    """
    from drafter.writers.word.intake import opened
    from drafter.writers.word.lint import lint
    from drafter.writers.word.shapes import names_of

    document = opened(data, template)
    names = names_of(report.figures, tuple(sections_by_name(report)))
    if faults := lint(document, template, names):
        raise DrafterError(*faults)
    return document


def _name(data: bytes) -> str:
    """Versions side by side each keep their own."""
    apart = f"{__version__}\0{sys.version}\0{_WRITERS}".encode("utf-8", "surrogatepass")
    return f"word-{zlib.crc32(apart):08x}-{zlib.crc32(data):08x}"


def _source(data: bytes) -> bytes:
    """All that a template made ready is made of: itself, this program, its libraries, Python."""
    return b"\0".join((_program(), data))


@cache
def _program() -> bytes:
    """This version of drafter, as it lies here, of Python and of the libraries."""
    told = "\0".join((__version__, sys.version, *_stamps(), ""))
    return told.encode("utf-8", "surrogatepass")


def _stamps() -> Iterator[str]:
    """What changes with the code and with the libraries; to load them would take too long."""
    for folder in (_WRITERS, _WRITERS / "word"):
        yield from _found(str(folder), ".py", "")
    for place in sys.path:
        yield from _found(place or ".", "-info", _LIBRARIES)


def _found(folder: str, ends: str, begins: str | tuple[str, ...]) -> Iterator[str]:
    """Sizes and dates of what is called so in a folder; nothing where there is no folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        wanted = (one for one in entries if one.name.endswith(ends))
        for entry in sorted(wanted, key=lambda entry: entry.name):
            if entry.name.lower().startswith(begins):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
