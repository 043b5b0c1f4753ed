"""The tree of a YAML text with offsets instead of spots, for those who change the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.model.written import Shape, Written
from drafter.readers.yaml_page import Page, parts
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]


def read_written(text: str, file: str) -> Written:
    """Where everything stands in a YAML text.

    Args:
        text: the file, without a byte order mark.
        file: its path, for the findings.

    Raises:
        DrafterError: the text cannot be read as YAML, or it is empty.
    """
    tree, findings = parse_tree(text, file)
    if tree is None:
        raise DrafterError(*(f for f in findings if f.severity is Severity.ERROR))
    return _Reader(Page(text, tree)).written(tree, (), None, braces=False)


class _Reader:
    def __init__(self, page: Page) -> None:
        self._page = page

    def written(
        self, tree: Tree, path: Path, key: tuple[int, int] | None, *, braces: bool
    ) -> Written:
        """A value and all below it."""
        page = self._page
        if isinstance(tree, Scalar):
            end = page.end(tree)
            empty = not (tree.text or tree.quoted)
            begin = end if empty else page.at(tree.spot)
            block = tree.quoted and page.text[begin : begin + 1] in {"|", ">"}
            return Written(path, Shape.TEXT, tree.text, begin, end, key, braces, block)
        braces = braces or tree.end is not None
        shape = Shape.ENTRIES if isinstance(tree, Entries) else Shape.ITEMS
        inner = tuple(self._inner(tree, path, braces=braces))
        begin = page.at(tree.spot)
        return Written(
            path, shape, "", begin, page.end(tree), key, braces, block=False, parts=inner
        )

    def _inner(self, tree: Entries | Items, path: Path, *, braces: bool) -> Iterator[Written]:
        if isinstance(tree, Items):
            for place, item in enumerate(tree.items):
                yield self.written(item, (*path, place), None, braces=braces)
            return
        for entry in tree.items:
            key = (self._page.at(entry.key.spot), self._page.at(entry.key.end))
            names = parts(entry.key.text)
            yield self.written(entry.value, (*path, *names), key, braces=braces)
