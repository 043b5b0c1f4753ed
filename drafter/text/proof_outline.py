"""A proof's headings as a tree, each with the paragraphs right below it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.model.proof import PassageKind
from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.proof import Passage, Proof

_LEAST_ENTRIES, _SHOWN = 3, 24
_PAGE = lazily(r"[\s.．…·]*[0-9]*$")


@record
class Branch:
    """A heading and what stands below it.

    Attributes:
        heading: its passage, with the text that runs in behind it.
        paragraphs: right below it, before the first heading of a lower level.
        children: headings of lower levels.
    """

    heading: Passage
    paragraphs: tuple[Passage, ...]
    children: tuple[Branch, ...]

    @property
    def own(self) -> str:
        """The text that belongs to no child."""
        return self.heading.sentences + "".join(p.text for p in self.paragraphs)

    @property
    def whole(self) -> str:
        """All text below the heading, that of its children too, without headings."""
        return self.own + "".join(child.whole for child in self.children)

    def walk(self) -> Iterator[Branch]:
        """This one and all below, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Growing:
    heading: Passage
    paragraphs: list[Passage] = field(default_factory=list)
    children: list[_Growing] = field(default_factory=list)

    def grown(self) -> Branch:
        children = tuple(child.grown() for child in self.children)
        return Branch(self.heading, tuple(self.paragraphs), children)


def outline(proof: Proof) -> tuple[Branch, ...]:
    """The headings of a proof as a tree; a list of contents in front is left out."""
    roots: list[_Growing] = []
    above: list[_Growing] = []
    for passage in without_contents_page(proof.passages):
        if passage.kind is PassageKind.HEADING:
            while above and above[-1].heading.level >= passage.level:
                above.pop()
            branch = _Growing(passage)
            (above[-1].children if above else roots).append(branch)
            above.append(branch)
        elif passage.kind is PassageKind.TEXT and above:
            above[-1].paragraphs.append(passage)
    return tuple(root.grown() for root in roots)


def branches(proof: Proof) -> Iterator[Branch]:
    """Every heading with what stands below it, in printed order."""
    for root in outline(proof):
        yield from root.walk()


def siblings(proof: Proof) -> Iterator[tuple[Branch | None, tuple[Branch, ...]]]:
    """Every heading that has headings below it, with those; None and the chapters come first."""
    roots = outline(proof)
    yield None, roots
    for root in roots:
        yield from ((branch, branch.children) for branch in root.walk() if branch.children)


def lead(proof: Proof) -> tuple[Passage, ...]:
    """The paragraphs before the first heading, the title left out."""
    found: list[Passage] = []
    for passage in without_contents_page(proof.passages):
        if passage.kind is PassageKind.HEADING:
            break
        if passage.kind is PassageKind.TEXT:
            found.append(passage)
    return tuple(found)


def named(passage: Passage) -> str:
    """Number and heading for a message, a long heading cut short."""
    words = passage.number + passage.heading
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def heading_span(passage: Passage) -> tuple[int, int]:
    """Where number and heading stand in the passage's text."""
    return 0, len(passage.number) + len(passage.heading)


def without_contents_page(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages without a list of contents: a row of headings that all come again below."""
    headings = [at for at, p in enumerate(passages) if p.kind is PassageKind.HEADING]
    if not headings:
        return passages
    first = last = headings[0]
    left = Counter(_entry(passages[at]) for at in headings)
    row: set[str] = set()
    while last < len(passages) and _stands_alone(passages[last]):
        entry = _entry(passages[last])
        left[entry] -= 1
        if not left[entry] or entry in row:
            break
        row.add(entry)
        last += 1
    if last - first < _LEAST_ENTRIES:
        return passages
    return (*passages[:first], *passages[last:])


def _stands_alone(passage: Passage) -> bool:
    return passage.kind is PassageKind.HEADING and not passage.run_in


def _entry(passage: Passage) -> str:
    """A heading without the page number that a list of contents adds."""
    return _PAGE.sub("", passage.number + passage.heading)
