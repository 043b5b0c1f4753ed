"""What a YAML text says, and the way to each of its values."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from drafter.model.finding import DrafterError
from drafter.readers.yaml_page import Page
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.spot import Spot

#: Keys, and places in lists.
Path: TypeAlias = tuple[str | int, ...]
#: What a tree says, without places.
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


@lru_cache(maxsize=4)
def read_page(text: str, file: str) -> Page:
    """A YAML text and its tree.

    Raises:
        DrafterError: it cannot be read.
    """
    tree, findings = parse_tree(text, file)
    if tree is None:
        raise DrafterError(*findings)
    return Page(text, tree)


def value_at(tree: Tree | None, path: Path) -> Tree | None:
    """The value at the end of a path; None when there is none."""
    for step in path:
        if isinstance(tree, Entries):
            tree = next((e.value for e in tree.items if e.key.text.strip() == step), None)
        elif isinstance(tree, Items) and isinstance(step, int) and step < len(tree.items):
            tree = tree.items[step]
        else:
            return None
    return tree


def path_at(text: str, spot: Spot) -> Path | None:
    """The way to the text or the mapping that stands at a place; None when none does."""
    page = read_page(text, spot.file)
    return next((p for p, tree in _walk(page.tree, ()) if _stands(page, tree, spot)), None)


def texts_below(text: str, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text at the end of a path or below it, with its own path."""
    for below, tree in _walk(value_at(read_page(text, "").tree, path), path):
        if isinstance(tree, Scalar) and tree.text:
            yield below, tree.text


def plain_at(text: str, path: Path, file: str = "") -> Plain:
    """What stands at the end of a path; empty when nothing does."""
    return plain(value_at(read_page(text, file).tree, path))


def touched(before: str, after: str) -> str:
    """Which groups and names two texts of a year file differ in: `亮点.普法宣传、不足`."""
    old, new = plain_at(before, ()), plain_at(after, ())
    found: list[str] = []
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            one, other = old.get(key, ""), new.get(key, "")
            if one == other:
                continue
            below = {**_keys(one), **_keys(other)}
            names = [name for name in below if _keys(one).get(name) != _keys(other).get(name)]
            found += [f"{key}.{name}" for name in names] or [key]
    return "、".join(found)


def plain(tree: Tree | None) -> Plain:
    """What a tree says."""
    if isinstance(tree, Items):
        return [plain(item) for item in tree.items]
    if isinstance(tree, Entries):
        return {one.key.text.strip(): plain(one.value) for one in tree.items}
    return tree.text if tree is not None else ""


def same(one: Plain, other: Plain) -> bool:
    """Whether two say the same; an empty list is an empty text, a list of one text that text."""
    one, other = _alone(one), _alone(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (not one and not other)


def _alone(data: Plain) -> Plain:
    single = isinstance(data, list) and len(data) == 1 and isinstance(data[0], str)
    return data[0] if single and isinstance(data, list) else data


def with_value(data: Plain, path: Path, value: Plain) -> Plain:
    """The data with another value at the end of a path."""
    if not path:
        return value
    step, *rest = path
    if isinstance(data, list) and isinstance(step, int):
        return [
            with_value(one, tuple(rest), value) if at == step else one
            for at, one in enumerate(data)
        ]
    found = dict(data) if isinstance(data, dict) else {}
    found[str(step)] = with_value(found.get(str(step), {}), tuple(rest), value)
    return found


def _keys(data: Plain) -> dict[str, Plain]:
    return data if isinstance(data, dict) else {}


def _walk(tree: Tree | None, path: Path) -> Iterator[tuple[Path, Tree]]:
    """Every text and every mapping in a list."""
    if isinstance(tree, Scalar) or (isinstance(tree, Entries) and path and path[-1:] != ("",)):
        yield path, tree
    if isinstance(tree, Items):
        for place, item in enumerate(tree.items):
            yield from _walk(item, (*path, place))
    elif isinstance(tree, Entries):
        for one in tree.items:
            yield from _walk(one.value, (*path, one.key.text.strip()))


def _stands(page: Page, tree: Tree, spot: Spot) -> bool:
    if isinstance(tree, Entries):
        return (tree.spot.line, tree.spot.column) == (spot.line, spot.column)
    if not isinstance(tree, Scalar) or not tree.text:
        return False
    begin, end, at = page.at(tree.spot), page.end(tree), page.at(spot)
    return begin <= at < end
