"""How much of a sample the structure learned from the other samples covers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml

from drafter import locate
from drafter.app.checked_files import known_catalogue
from drafter.app.learn import catalogue_kit, known_meanings, learn
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit
from drafter.text.learning.beside import beside
from drafter.text.old_outline import understand
from drafter.text.proofs import proof_of_document

if TYPE_CHECKING:
    from drafter.model.beside import Beside

HERE = Path(__file__).parent
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
#: What a point under 不足 or 安排 has in common with every other one.
PARTS = frozenset({"不足", "安排"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A section of the sample that was left out.

    Attributes:
        line: of its heading.
        heading: its words.
        topics: assigned by hand.
        point: whether it is a point under 不足 or 安排, and no chapter.
        placed: headings of the learned section that it was placed at; empty for none.
        right: whether a section that this one was learned from has one of its topics by hand.
        told: whether any learned section says that it is about one of its topics.
        possible: whether any of the other samples has one of its topics by hand.
    """

    line: int
    heading: str
    topics: frozenset[str]
    point: bool
    placed: str
    right: bool
    told: bool
    possible: bool


def samples() -> list[Path]:
    """The five samples, in order; empty where they are not at hand."""
    return sorted(SAMPLES.glob("*.txt"))


@cache
def gold() -> dict[str, dict[int, frozenset[str]]]:
    """By sample and line the topics assigned by hand."""
    read = yaml.safe_load((HERE / "gold.yaml").read_text(encoding="utf-8"))
    return {
        f"{int(str(name), 8) if isinstance(name, int) else int(name):03d}": {
            line: frozenset(topics) for line, topics in lines.items()
        }
        for name, lines in read.items()
    }


def left_out(path: Path, others: list[Path], folder: Path) -> list[Verdict]:
    """Learn from the others, write the profile, read it, and hold the sample against it."""
    profile = folder / "结构.yaml"
    learned = learn(others, profile, force=True).learned
    names = ["", *(variant.name for variant in learned.variants[1:])]
    found = [
        _beside(path, profile.with_name(f"结构.yaml#{n}" if n else "结构.yaml")) for n in names
    ]
    return [_verdict(path, at, found, others) for at in range(len(found[0].sections))]


def _beside(path: Path, profile: Path) -> Beside:
    document = read_document(path)
    kit = catalogue_kit()
    proof = proof_of_document(document, understand(document), known_catalogue(kit))
    return beside(proof, read_kit(locate.templates(), profile).profile, known_meanings(kit))


def _verdict(path: Path, at: int, found: list[Beside], others: list[Path]) -> Verdict:
    section = found[0].sections[at]
    line = _line(section.spot)
    topics = gold()[path.name[:3]][line]
    point = bool(section.parts) and section.parent >= 0
    best = max(range(len(found)), key=lambda n: max(found[n].scores[at]))
    home = found[best].homes[at]
    node = None if home is None else found[best].expected[home].node
    where = node.seen.where if node and node.seen else ()
    theirs = frozenset(topic for spot in where for topic in _hand(spot))
    wanted = topics - PARTS if point and topics - PARTS else topics
    told = {
        id_ for one in found for e in one.expected if e.node.seen for id_, _ in e.node.seen.about
    }
    roles = {role for one in found for e in one.expected for role in (*e.parts, e.node.id)}
    every = {t for other in others for ts in gold()[other.name[:3]].values() for t in ts}
    return Verdict(
        line=line,
        heading=section.heading,
        topics=topics,
        point=point,
        placed=(node.heading.source if node and node.heading else ""),
        right=bool(wanted & theirs),
        told=bool(topics & (roles if point else told | roles)),
        possible=bool(wanted & every),
    )


def _hand(spot: str) -> frozenset[str]:
    name, _, line = spot.rpartition(":")
    return gold()[name[:3]][int(line)]


def _line(spot: str) -> int:
    return int(spot.split(":")[1])


def brought_together(folder: Path) -> tuple[int, int]:
    """Of five samples learned together: sections made of several, and those of them that are right.

    Right means that all of them have a topic by hand in common.
    """
    items: dict[str, tuple[str, ...]] = {}
    learned = learn(samples(), folder / "结构.yaml", force=True).learned
    below = [section for variant in learned.variants for section in variant.sections]
    while below:
        section = below.pop()
        below += section.children
        if section.seen.count > 1:
            items[section.name] = section.seen.where
    right = sum(bool(frozenset.intersection(*map(_hand, where))) for where in items.values())
    return len(items), right


def row(path: Path, told: list[Verdict]) -> str:
    """A line of the table in docs/学一种结构.md."""
    sections = [one for one in told if not one.point]
    right, about = (sum(v) for v in zip(*((o.right, o.told) for o in sections), strict=True))
    most, count = sum(one.possible for one in sections), len(sections)
    shares = f"{about}（{about / count:.0%}） | {right}（{right / count:.0%}） | {most}"
    return f"| {path.name[:3]} | {count} | {shares} |"


def main() -> None:
    """Print the rows; with -v every section that was not placed right too."""
    for path in samples():
        with TemporaryDirectory() as folder:
            told = left_out(path, [one for one in samples() if one != path], Path(folder))
        sys.stdout.write(row(path, told) + "\n")
        for one in told if "-v" in sys.argv else ():
            if not one.right and not one.point:
                sys.stdout.write(f"  {one.line} {one.heading} {set(one.topics)} → {one.placed}\n")


if __name__ == "__main__":
    main()
