"""Ways to write one value into a YAML text and leave all the rest as it stands.

There may be several ways, and not every one can be told right from the text alone (does the value
need quotes? is this comment a question, or a remark?). So they are offered in the order of
preference, and whoever asks reads each again and takes the first that changes nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.yaml_page import leaves, parts
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree
from drafter.readers.yaml_values import forms, in_blanks, uncommented
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.readers.yaml_page import Page
    from drafter.readers.yaml_tree import Entry

_COMMENTED = lazily(r"(?P<indent>[ \t]*)#[ \t]*(?P<key>[^\s#:：]+)[ \t]*:(?P<rest>(?:[ \t].*)?)")


@record
class Change:
    """What is to be written.

    Attributes:
        path: keys from the top; a key with dots may stand nested or dotted in the file.
        value: the text that shall be read there.
        item: whether it is to be one more item of the list at `path`.
        order: names of the top keys in their usual order.
        takes: whether a mapping may hold a key of that name.
        inner: where an item may be a mapping, the key that a text alone belongs to.
    """

    path: tuple[str, ...]
    value: str
    item: bool
    order: tuple[str, ...]
    takes: Callable[[Entries, str], bool]
    inner: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The path without regard to dots."""
        return tuple(part for name in self.path for part in parts(name))


@record
class _Place:
    """A value on the way to where the change belongs.

    Attributes:
        tree: the value.
        key: its key; None for the whole file.
        used: how many parts of the path lead to it.
        closed: whether it stands between braces.
    """

    tree: Tree | None
    key: Scalar | None
    used: int
    closed: bool


def edited(page: Page, change: Change) -> Iterator[str]:
    """The text with the change made, in every way that may be right, the best first."""
    places = list(_places(_Place(page.tree, None, 0, closed=False), change))
    full = next((place for place in places if place.used == len(change.parts)), None)
    if full is not None:
        yield from _filled(page, change, full)
        return
    ways = sorted(places, key=lambda place: -place.used)
    if not change.item:
        yield from _uncommented(page, change, ways)
    for place in ways:
        yield from _added(page, change, place)


def free_item(items: Items, inner: str) -> tuple[tuple[str | int, ...], Scalar | None]:
    """Where in a list the next text goes.

    Args:
        items: the list.
        inner: the key to fill in an item that is a mapping without a single value.

    Returns:
        The way there from the list, and the empty value that waits there; None for a new item.
    """
    for place, item in enumerate(items.items):
        if isinstance(item, Scalar) and not (item.text or item.quoted):
            return (place,), item
        if isinstance(item, Entries) and not any(text for _, text in leaves(item)):
            value = item.get(inner)
            if isinstance(value, Scalar) and not value.quoted:
                return (place, inner), value
    return (len(items.items),), None


def _places(place: _Place, change: Change) -> Iterator[_Place]:
    """This value, and every one below it that the path leads to or through."""
    yield place
    tree, left = place.tree, change.parts[place.used :]
    if not isinstance(tree, Entries) or not left or not change.takes(tree, left[0]):
        return
    for entry in tree.items:
        names = parts(entry.key.text)
        if left[: len(names)] == names:
            closed = place.closed or tree.end is not None
            found = _Place(entry.value, entry.key, place.used + len(names), closed)
            yield from _places(found, change)


def _filled(page: Page, change: Change, place: _Place) -> Iterator[str]:
    """The value, or the list, stands there already."""
    tree = place.tree
    if isinstance(tree, Scalar) and not change.item:
        if tree.text or tree.quoted:
            begin, end = page.at(tree.spot), page.end(tree)
            for form in forms(change.value, page.text[begin:end]):
                yield page.text[:begin] + form + page.text[end:]
        else:
            yield from _in_blank(page, tree, change.value)
    elif isinstance(tree, Items) and change.item:
        yield from _one_more(page, change, tree)
    elif isinstance(tree, Scalar) and change.item and not (tree.text or tree.quoted):
        yield from _opened(page, change, place)


def _in_blank(page: Page, scalar: Scalar, value: str) -> Iterator[str]:
    """An empty entry: the value goes behind the first blank after the colon."""
    for form in forms(value):
        yield in_blanks(page.text, page.blank(scalar), form)


def _one_more(page: Page, change: Change, items: Items) -> Iterator[str]:
    """A list: into an empty item, else behind the last."""
    blank = free_item(items, change.inner)[1]
    if blank is not None:
        yield from _in_blank(page, blank, change.value)
        return
    at = page.end(items.items[-1]) if items.items else page.at(items.spot) + 1
    for form in forms(change.value):
        if items.end is not None:
            yield _spliced(page, at, f", {form}" if items.items else form)
        else:
            yield _line_below(page, at, f"{' ' * (items.spot.column - 1)}- {form}")


def _added(page: Page, change: Change, place: _Place) -> Iterator[str]:
    """The key does not stand there: a new one, below `place`."""
    tree = place.tree
    if isinstance(tree, Entries) and change.takes(tree, change.parts[place.used]):
        at = page.end(_before(change, place, tree).value) if tree.items else 0
        for form in forms(change.value):
            if tree.end is None:
                lines = _block(page, change, place, tree.spot.column, form)
                spaced = place.used == 0 and page.newline * 2 in page.text
                yield _line_below(page, at, page.newline + lines if spaced else lines)
            elif tree.items:
                yield _spliced(page, at, f", {_flow(change, place, form)}")
            else:
                yield _spliced(page, page.at(tree.spot) + 1, _flow(change, place, form))
    elif tree is None:
        for form in forms(change.value):
            text = page.text.rstrip("\r\n")
            below = _block(page, change, place, 1, form)
            yield (text + page.newline if text else "") + below + page.newline
    elif isinstance(tree, Scalar) and not (tree.text or tree.quoted):
        yield from _opened(page, change, place)


def _opened(page: Page, change: Change, place: _Place) -> Iterator[str]:
    """An empty entry takes keys or items."""
    if place.key is None or not isinstance(place.tree, Scalar):
        return
    column = place.key.spot.column + page.step
    for form in forms(change.value):
        if place.closed:
            inner = _flow(change, place, form)
            around = f"{{{inner}}}" if _rest(change, place) else inner
            yield in_blanks(page.text, page.blank(place.tree), around)
        else:
            yield _line_below(
                page, page.at(place.key.end), _block(page, change, place, column, form)
            )


def _before(change: Change, place: _Place, tree: Entries) -> Entry:
    """The entry after which a new one belongs: one of its kin, else the last."""
    first = parts(_rest(change, place)[0])[0]
    if place.used == 0 and first in change.order:
        earlier = change.order[: change.order.index(first)]
        kin = [entry for entry in tree.items if entry.key.text.strip() in earlier]
    else:
        kin = [entry for entry in tree.items if parts(entry.key.text)[0] == first]
    return kin[-1] if kin else tree.items[-1]


def _rest(change: Change, place: _Place) -> list[str]:
    """The keys of the path that are still to be written."""
    rest, used = [], place.used
    for name in change.path:
        names = parts(name)
        if names[used:]:
            rest.append(".".join(names[used:]))
        used = max(0, used - len(names))
    return rest


def _block(page: Page, change: Change, place: _Place, column: int, form: str) -> str:
    """New lines: each key below the one before, then the value."""
    rest = _rest(change, place)
    lines = [f"{key}:" for key in rest]
    if change.item:
        lines.append(f"- {form}")
    else:
        lines[-1] += f" {form}"
    begin = column - 1
    return page.newline.join(
        " " * (begin + depth * page.step) + line for depth, line in enumerate(lines)
    )


def _flow(change: Change, place: _Place, form: str) -> str:
    """`活动: 36场`, and what stands deeper in braces."""
    text = f"[{form}]" if change.item else form
    for depth, key in enumerate(reversed(_rest(change, place))):
        text = f"{key}: {{{text}}}" if depth else f"{key}: {text}"
    return text


def _uncommented(page: Page, change: Change, ways: list[_Place]) -> Iterator[str]:
    """The key stands there behind a #: the line comes to life, its remark stays a comment."""
    path = change.parts
    column = next((c for place in ways if (c := _child_column(page, place))), 1)
    found = []
    for begin, end in page.lines():
        match = _COMMENTED.fullmatch(page.text, begin, end)
        names = parts(match["key"]) if match else ()
        # A single part under a comment's group may be anything; the reading decides.
        if match and path[-len(names) :] == names and len(names) < len(path):
            found.append((-len(names), begin, match))
    for _, begin, match in sorted(found, key=lambda one: one[:2]):
        for indent in dict.fromkeys((match["indent"], " " * (column - 1))):
            for form in forms(change.value):
                line = f"{indent}{match['key']}:{uncommented(match, form)}"
                yield page.text[:begin] + line + page.text[match.end() :]


def _child_column(page: Page, place: _Place) -> int:
    """The column of the keys below a place; 0 when it cannot take keys on lines of their own."""
    if isinstance(place.tree, Entries):
        return place.tree.spot.column if place.tree.end is None else 0
    if place.key is None or place.closed:
        return 0
    return place.key.spot.column + page.step


def _line_below(page: Page, offset: int, lines: str) -> str:
    return _spliced(page, page.line_end(offset), page.newline + lines)


def _spliced(page: Page, offset: int, piece: str) -> str:
    return page.text[:offset] + piece + page.text[offset:]
