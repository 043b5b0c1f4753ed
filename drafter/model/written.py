"""A value of a year file as it stands in the text: what it says, and from where to where."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape(Enum):
    """What a value is made of."""

    TEXT = auto()
    ENTRIES = auto()
    ITEMS = auto()


@record
class Written:
    """A value with the offsets of its characters.

    Attributes:
        path: names of the keys that lead to it, dotted ones in their parts, and places in lists.
        shape: see `Shape`.
        text: what a text says; empty for the other shapes and for an empty value.
        begin: offset of its first character; of an empty value, right behind colon or dash.
        end: offset behind its last character.
        key: offsets of its key; None for an item of a list and for the whole file.
        braces: whether it stands in braces or brackets, or has its own.
        block: whether it is a text that begins with | or >.
        parts: entries or items, in the order written; empty for a text.
    """

    path: tuple[str | int, ...]
    shape: Shape
    text: str
    begin: int
    end: int
    key: tuple[int, int] | None
    braces: bool
    block: bool
    parts: tuple[Written, ...] = ()

    @property
    def id(self) -> str:
        """The way to it without the group at the top: `政务.办件` for 数据, 政务, 办件."""
        return ".".join(str(part) for part in self.path[1:])

    def get(self, *names: str) -> Written | None:
        """The value below these keys; None when there is none."""
        found: Written | None = self
        for name in names:
            parts = found.parts if found else ()
            found = next((part for part in parts if part.path[-1] == name), None)
        return found

    def texts(self) -> Iterator[Written]:
        """Every text in it, itself included, in the order written."""
        if self.shape is Shape.TEXT:
            yield self
        for part in self.parts:
            yield from part.texts()

    def walk(self) -> Iterator[Written]:
        """Itself and everything in it."""
        yield self
        for part in self.parts:
            yield from part.walk()
