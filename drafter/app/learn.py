"""A profile learned from sample reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.checked_files import known_catalogue
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.learned import Figure
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit
from drafter.readers.sayings import read_sayings
from drafter.text.evening import even
from drafter.text.figure_ids import name_figures
from drafter.text.figure_words import surroundings
from drafter.text.learning.learning import learn as learned_from
from drafter.text.learning.meanings import meanings
from drafter.text.learning.sightings import sample
from drafter.text.old_outline import understand
from drafter.text.proofs import proof_of_document
from drafter.writers.learned import learned_yaml
from drafter.writers.place import place as put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafter.model.kit import Kit
    from drafter.model.learned import Learned, Sample
    from drafter.model.old_report import OldReport, RawDocument
    from drafter.text.learning.meanings import Meanings


@record
class Learnt:
    """What came of learning.

    Attributes:
        path: the profile; None when none was written.
        learned: what was learned.
    """

    path: Path | None
    learned: Learned


def learn(reports: Sequence[Path], out: Path | None = None, *, force: bool = False) -> Learnt:
    """Learn a profile from reports.

    Args:
        reports: at least one, in any format that can be read.
        out: the profile to write; None = none.
        force: replace a file that is there already.

    Raises:
        DrafterError: a report cannot be read or has no headings, or the profile cannot be written.
    """
    kit = catalogue_kit()
    known = known_meanings(kit)
    names = _names(reports)
    learned = learned_from([_sample(path, names[path], kit, known) for path in reports], kit, known)
    if out is not None:
        put(out, learned_yaml(learned, kit).encode(), force=force, made_of=tuple(reports))
    return Learnt(out, learned)


def catalogue_kit() -> Kit:
    """The catalogue without a structure of its own."""
    folder = locate.templates()
    return read_kit(folder, folder / "profiles" / "本文件.yaml")


def known_meanings(kit: Kit) -> Meanings:
    """What the catalogue's topics sound like."""
    sayings = read_sayings(locate.templates() / "sayings.yaml", kit.indicators)
    names = {id_: (one.name, *sayings.get(id_, ())) for id_, one in kit.indicators.items()}
    return meanings(kit.topics, names)


def _names(reports: Sequence[Path]) -> dict[Path, str]:
    """How evidence names a report: by its file, where that is clear."""
    last = [path.name for path in reports]
    return {path: path.name if last.count(path.name) == 1 else str(path) for path in reports}


def _sample(path: Path, name: str, kit: Kit, known: Meanings) -> Sample:
    document = read_document(path)
    old = understand(document)
    if not any(block.level for block in old.blocks):
        message = "没有认出标题，学不出结构"
        remedy = "标题写成“一、……”“（一）……”各占一段，或者在 Word 里用标题样式"
        raise DrafterError(
            Finding("A303", "no-headings", Severity.ERROR, Spot(str(path)), message, remedy)
        )
    proof = proof_of_document(document, old, known_catalogue(kit))
    seen = sample(proof, known, _figures(old, kit), _signed(document, old))
    return renamed(seen, str(path), name)


def _signed(document: RawDocument, old: OldReport) -> str:
    """Where the first office of the sign-off stands; empty when there is none."""
    for paragraph in reversed(document.paragraphs) if old.signatories else ():
        if old.signatories[0] in even(paragraph.text):
            return str(paragraph.spot)
    return ""


def renamed(seen: Sample, path: str, name: str) -> Sample:
    """A sample whose evidence names its file shortly."""

    def short(spot: str) -> str:
        line = spot.removeprefix(path).split(":")[1:2]
        return ":".join([name, *line])

    return replace(
        seen,
        signed=short(seen.signed) if seen.signed else "",
        lead=tuple((text, short(spot)) for text, spot in seen.lead),
        sections=tuple(
            replace(
                one,
                spot=short(one.spot),
                figures=tuple(replace(f, spot=short(f.spot)) for f in one.figures),
            )
            for one in seen.sections
        ),
    )


def _figures(old: OldReport, kit: Kit) -> dict[Spot, list[Figure]]:
    """What each paragraph tells, by its place."""
    found: dict[Spot, list[Figure]] = {}
    named = name_figures(old, known_catalogue(kit), frozenset(kit.indicators))
    for one, (block, _, around) in zip(named, surroundings(old), strict=True):
        if one.id:
            figure = Figure(
                id=one.id,
                name=one.name,
                unit=one.statistic.quantity.unit,
                before=around.before,
                after=around.after,
                sentence=one.sentence,
                spot=str(block.spot),
                mapped=one.mapped,
            )
            found.setdefault(block.spot, []).append(figure)
    return found
