"""A YAML file as a page to write on: where in the text each value stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.readers.yaml_tree import Entries, Entry, Items, Scalar, Tree
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.spot import Spot

_LINE_BREAK = lazily(r"\r\n?|\n")
_BLANKS = lazily(r"[ \t]*")
_USUAL_STEP = 2
Leaf = tuple[tuple[str | int, ...], str]


@dataclass(frozen=True)
class Page:
    """A text and its tree.

    Attributes:
        text: the file, with its own line breaks.
        tree: what it is read as; None for an empty file.
    """

    text: str
    tree: Tree | None

    def at(self, spot: Spot) -> int:
        """The offset of a place."""
        return self._starts[min(spot.line, len(self._starts)) - 1] + spot.column - 1

    def line_end(self, offset: int) -> int:
        """Where the line ends, before its break."""
        match = _LINE_BREAK.search(self.text, offset)
        return match.start() if match else len(self.text)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends."""
        for start in self._starts:
            yield start, self.line_end(start)

    def blank(self, scalar: Scalar) -> tuple[int, int]:
        """The blanks in which the value of an empty entry or item belongs.

        libyaml places an empty value between braces at the comma behind it, so this looks back.
        """
        begin = len(self.text[: self.at(scalar.spot)].rstrip(" \t"))
        match = _BLANKS.match(self.text, begin)
        return begin, match.end() if match else begin

    def end(self, tree: Tree) -> int:
        """Right behind the last character of a value."""
        if isinstance(tree, Scalar):
            if not (tree.text or tree.quoted):
                return self.blank(tree)[0]
            # A block's end is at the beginning of the next line.
            return len(self.text[: self.at(tree.end)].rstrip(" \t\r\n"))
        if tree.end is not None:
            return self.at(tree.end)
        last = tree.items[-1] if tree.items else None
        if last is None:
            return self.at(tree.spot)
        return self.end(last.value if isinstance(last, Entry) else last)

    @cached_property
    def newline(self) -> str:
        r"""The line break that the file uses most; \n when it has none."""
        counted = Counter(_LINE_BREAK.findall(self.text))
        return counted.most_common(1)[0][0] if counted else "\n"

    @cached_property
    def step(self) -> int:
        """By how many blanks the file indents what stands below a key."""
        return next(_steps(self.tree), _USUAL_STEP)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_BREAK.finditer(self.text)))


def parts(name: str) -> tuple[str, ...]:
    """The parts of a key: `普法.活动` stands for 活动 below 普法."""
    return tuple(name.strip().split("."))


def leaves(tree: Tree | None, path: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Every text of a tree with the parts of the keys that lead to it; empty for empty brackets."""
    if isinstance(tree, Scalar):
        yield path, tree.text
    elif tree is not None and not tree.items:
        yield path, ""
    elif isinstance(tree, Items):
        for place, item in enumerate(tree.items):
            yield from leaves(item, (*path, place))
    elif tree is not None:
        for entry in tree.items:
            yield from leaves(entry.value, (*path, *parts(entry.key.text)))


def _steps(tree: Tree | None) -> Iterator[int]:
    """Indentation of each mapping without braces below its key."""
    if not isinstance(tree, Entries) or tree.end is not None:
        return
    for entry in tree.items:
        value = entry.value
        if isinstance(value, Entries) and value.end is None:
            yield value.spot.column - entry.key.spot.column
            yield from _steps(value)
