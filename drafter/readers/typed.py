"""What was typed, where it differs from what YAML makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.answers import Text
from drafter.model.spot import Spot
from drafter.readers.yaml_tree import Scalar
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.readers.yaml_tree import Tree

_COMMENT = lazily(r"(?<=\s)#(?=\S)(.*)")


def is_blank(tree: Tree) -> bool:
    """Whether nothing was written; an empty text in quotes counts as nothing too."""
    return isinstance(tree, Scalar) and not tree.text.strip()


def half_width_colons(text: str) -> str:
    """`受理：786宗` as it should be in YAML."""
    return ": ".join(part.strip() for part in text.split("：")).strip()


def unsplit(text: str) -> str:
    """A text that its half-width colons split, with full-width ones."""
    return re.sub(r": +", "：", text)


def texts_of(scalar: Scalar, line: Callable[[int], str]) -> Iterator[Text]:
    """The lines of a text that are not blank, each with its own place where that can be told.

    Args:
        scalar: the text.
        line: gives a line of the file by its number.
    """
    block = line(scalar.spot.line)[scalar.spot.column - 1 :].startswith(("|", ">"))
    for number, words in enumerate(scalar.text.split("\n"), scalar.spot.line + block):
        stripped = words.strip()
        written = line(number)
        place = scalar.spot
        if written.strip() == stripped:
            place = Spot(scalar.spot.file, number, written.find(stripped) + 1)
        if stripped:
            yield Text(stripped, place)


def comment_after(scalar: Scalar, line: str) -> str:
    """What follows a plain text as `#…` without a blank; empty when nothing does.

    Args:
        scalar: the text.
        line: the last line of the file that it takes up.
    """
    begin = scalar.spot.column - 1 + len(scalar.text) if scalar.lines == 1 else 0
    match = _COMMENT.search(line, begin)
    # In a list between brackets, the comment stands behind the bracket.
    directly = match and (scalar.lines > 1 or not line[begin : match.start()].strip())
    return match[1].strip() if match and directly else ""
