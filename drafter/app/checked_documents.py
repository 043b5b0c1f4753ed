"""A report in any format made ready to be checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.checked_files import Opened, compared_with, known_catalogue, known_wording
from drafter.app.odd_files import odd_files
from drafter.checks.case import Reading
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit
from drafter.text.old_outline import understand
from drafter.text.proofs import proof_of_document

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.structure import Structure


def open_document(
    path: Path, year: int | None, last: Path | None, structure: Structure | None = None
) -> Opened:
    """A report's text; figures that a structure knows of its own are recognised too."""
    document = read_document(path)
    old = understand(document)
    old = replace(old, year=year or old.year)
    folder = locate.templates()
    kit = read_kit(folder, folder / "profiles" / "本文件.yaml")
    if structure is not None:
        kit = structure.widened(kit)
    reading = Reading(
        proof=proof_of_document(document, old, known_catalogue(kit)),
        indicators=kit.indicators,
        wording=known_wording(),
        phrases=kit.phrases,
        contents=kit.contents,
        compared=compared_with(last, path) if last else None,
    )
    return Opened(document.kind, reading, tuple(odd_files(document, old)))
