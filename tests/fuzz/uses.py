"""What a user does with a file of each kind; every use gives something or a `DrafterError`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app import adopt as adopting
from drafter.app import checked_documents, checked_files, checked_year_files, checking, opening
from drafter.app.adopt import adopt
from drafter.app.compare import compare
from drafter.app.outline import collected
from drafter.app.pull import pull
from drafter.app.slips_in import slips_in
from drafter.model.finding import DrafterError
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit, unknown_topics
from drafter.readers.kit_files import read_profile_file
from drafter.readers.slips import read_slip
from drafter.readers.year_file import read_year_file
from drafter.writers.adopted_json import adopted_json
from drafter.writers.blocks import blocks
from drafter.writers.docx import docx_bytes
from drafter.writers.figure_words import supply_lines
from drafter.writers.markdown import md
from drafter.writers.outline import outline_json, outline_lines
from drafter.writers.text import txt
from drafter.writers.word.inspection import inspect_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.model.kit import Kit

_WIDTH = 80


def keep_templates() -> None:
    """Read the templates folder once; it is ours and is not what is tried here."""
    ours = locate.templates()
    sound = read_kit(ours, ours / "profiles" / "纲要八章.yaml")
    catalogue = checked_files.known_catalogue(sound)
    wording = checked_files.known_wording()
    known: Callable[[Path, Path], Kit] = cache(read_kit)

    def kept(folder: Path, profile: Path) -> Kit:
        if ours in profile.parents:
            return known(folder, profile)
        own = read_profile_file(profile)
        unknown = tuple(unknown_topics(own.nodes, sound.topics))
        if unknown:
            raise DrafterError(*unknown)
        return replace(sound, profile=own)

    # Names that the modules import.
    for module in (opening, checked_documents, adopting):
        setattr(module, "read_kit", kept)  # noqa: B010
    for module in (checked_documents, checked_year_files):
        setattr(module, "known_catalogue", lambda _: catalogue)  # noqa: B010
        setattr(module, "known_wording", lambda: wording)  # noqa: B010
    preload()


def preload() -> None:
    """Load what is loaded late, so that no input is charged with it."""
    import_module("pypdfium2")
    import_module("openpyxl")
    import_module("docxtpl")
    import_module("lxml.html")
    import_module("email.parser")
    adopting._catalogue()  # noqa: SLF001 - as above


def file_it(path: Path) -> None:
    read_year_file(path)


def check_it(path: Path) -> None:
    checking.check(path)


def adopt_it(path: Path) -> None:
    out = path.parent / "out.yaml"
    adopt(path, out, year=2023, place="某市", force=True)
    made = adopt(path, write=False)
    adopted_json(made.report, made.figures)


def read_it(path: Path) -> None:
    read_document(path)


def outline_it(path: Path) -> None:
    report, supplies, _ = collected(path)
    list(outline_lines(report, _WIDTH))
    outline_json(report)
    supply_lines(supplies)
    md(report)
    txt(report)
    list(blocks(report))


def draft_it(path: Path) -> None:
    case, _ = opening.open_case(path)
    docx_bytes(case.report, locate.templates() / "word" / "standard.docx")


def compare_it(path: Path) -> None:
    compare(path, path)


def profile_it(path: Path) -> None:
    read_profile_file(path)


def own_profile(path: Path) -> None:
    """The file as the structure that a sound year file names."""
    year_file = path.parent / "office.yaml"
    text = year_file.read_text(encoding="utf-8").replace("结构: ", "结构: 2023.yaml #", 1)
    own = path.parent / "own.yaml"
    own.write_text(text, encoding="utf-8")
    outline_it(own)


def slip_it(path: Path) -> None:
    read_slip(path)


def merge_it(path: Path) -> None:
    slips_in(path.parent / "office.yaml", [path])


def pull_it(path: Path) -> None:
    pull(path.parent / "office.yaml", path, write=False)
    pull(path.parent / "office.yaml", path, original=True, write=False)


def template_it(path: Path) -> None:
    inspect_template(path, {})


#: For each reader its uses, taken in turn; the ones that take long come up less often.
USES: dict[str, tuple[Callable[[Path], None], ...]] = {
    "yaml": (file_it, file_it, outline_it, file_it, check_it, file_it, outline_it, file_it, draft_it),
    "profile": (profile_it, profile_it, profile_it, own_profile),
    **dict.fromkeys(("docx", "html", "mht", "pdf"), (read_it, adopt_it, read_it, read_it, check_it)),
    **dict.fromkeys(("txt", "md"), (read_it, adopt_it, read_it, check_it, read_it, compare_it)),
    **dict.fromkeys(("xlsx", "csv"), (slip_it, slip_it, slip_it, slip_it, merge_it)),
    "edited-docx": (pull_it,),
    "word-template": (template_it,),
}  # fmt: skip
