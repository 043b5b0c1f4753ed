"""Frozen dataclasses to bytes and back, faster than reading them from YAML.

Values of one class stand together as columns, one for each field, and what stands in a column
again, down to texts and numbers, so that all is written and made again in a few long loops. What is
written are plain lists, by `marshal`: read in a third of JSON's time, by what is in the interpreter
already. Nothing of it is run, and only the classes that the caller names are made.
"""

from __future__ import annotations

import marshal
from collections import deque
from datetime import date
from enum import Enum
from itertools import accumulate, chain, pairwise, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    #: What the values are, and what they are made of.
    Column = tuple[Any, ...]

_COLLECTIONS: Mapping[str, Callable[[tuple[Any, ...]], Any]] = {
    kind.__name__: kind for kind in (tuple, frozenset, dict)
}
_PLAIN = frozenset({str, int, bool, float, type(None)})
_UNREADABLE = (
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    StopIteration,
    TypeError,
    ValueError,
)
#: What a column can be besides a class.
_AS_IT_IS, _SEVERAL, _AGAIN = "", "several", "again"


def encode(value: object, classes: Collection[type]) -> bytes:
    """A value as bytes; only the Python that wrote them can read them.

    Args:
        value: made of `classes`, tuples, frozensets, dicts, dates, texts, numbers and None.
        classes: enumerations, and dataclasses with slots, at least one field and no __post_init__.

    Raises:
        TypeError: there is something else in it.
    """
    return marshal.dumps(_Writer(classes).column([value]))


def decode(data: bytes, classes: Collection[type]) -> object:
    """The value again.

    Args:
        data: bytes that the user's own drafter has written and nobody changed: `marshal` does not
            bear damaged ones.
        classes: those that `encode` was given.

    Raises:
        ValueError: this is nothing that `encode` has made of these classes.
    """
    try:
        column = marshal.loads(data)  # noqa: S302 - see above
        (value,) = _values(column, {kind.__name__: kind for kind in classes})
    except _UNREADABLE as problem:
        raise ValueError("not a value that was written here") from problem
    return value


class _Writer:
    """Writes columns."""

    def __init__(self, classes: Collection[type]) -> None:
        self._classes = frozenset(classes)
        self._texts: dict[str, str] = {}  # equal ones are written once

    def column(self, values: list[Any]) -> Column:
        """Values that stand beside each other.

        Raises:
            TypeError: one is of a class that cannot be written.
        """
        kinds = dict.fromkeys(map(type, values))
        if kinds.keys() == {str}:
            return _AS_IT_IS, list(map(self._texts.setdefault, values, values))
        if kinds.keys() <= _PLAIN:
            return _AS_IT_IS, values
        if len(kinds) > 1:
            which = bytes(map(list(kinds).index, map(type, values)))
            return _SEVERAL, which, *(self._of(kind, values) for kind in kinds)
        different = {id(value): value for value in values}
        if 2 * len(different) <= len(values):
            places = {key: place for place, key in enumerate(different)}
            return _AGAIN, [places[id(v)] for v in values], self.column([*different.values()])
        (kind,) = kinds
        return self._parts(kind, values)

    def _of(self, kind: type, values: list[Any]) -> Column:
        return self.column([value for value in values if type(value) is kind])

    def _parts(self, kind: type, values: list[Any]) -> Column:
        """Values of one class."""
        name = kind.__name__
        if kind is tuple or kind is frozenset:
            return name, list(map(len, values)), self.column([*chain.from_iterable(values)])
        if kind is dict:
            held = chain.from_iterable(value.values() for value in values)
            keys = self.column([*chain.from_iterable(values)])
            return name, list(map(len, values)), keys, self.column([*held])
        if kind is date:
            return name, [value.isoformat() for value in values]
        if kind not in self._classes:
            raise TypeError(f"{name} cannot be written")
        if issubclass(kind, Enum):
            return name, [value.value for value in values]
        fields = (list(map(attrgetter(field), values)) for field in _names(kind))
        return name, len(values), *map(self.column, fields)


def _values(column: Column, classes: Mapping[str, type]) -> list[Any]:
    """The values of a column."""
    name, told, *rest = column
    if name == _AS_IT_IS:
        return told  # type: ignore[no-any-return]
    inner = [_values(part, classes) for part in rest]
    if name == _SEVERAL:
        each = list(map(iter, inner))
        return [next(each[number]) for number in told]
    if name == _AGAIN:
        return list(map(inner[0].__getitem__, told))
    if name in _COLLECTIONS:
        parts = tuple(zip(*inner, strict=True) if name == "dict" else inner[0])
        make = _COLLECTIONS[name]
        return [make(parts[at:end]) for at, end in pairwise(accumulate(told, initial=0))]
    if name == "date":
        return list(map(date.fromisoformat, told))
    kind = classes[name]
    return list(map(kind, told)) if issubclass(kind, Enum) else _made(kind, told, inner)


def _made(kind: type, count: int, columns: list[list[object]]) -> list[object]:
    """Values of a dataclass, of each field a column.

    Each field is set for all of them at once, by its slot's own setter: several times faster than
    one __init__ after another.
    """
    values: list[object] = list(map(object.__new__, repeat(kind, count)))
    for name, column in zip(_names(kind), columns, strict=True):
        if len(column) != count:
            raise ValueError("a field is missing")
        deque(map(getattr(kind, name).__set__, values, column), maxlen=0)
    return values


def _names(kind: type) -> tuple[str, ...]:
    """A dataclass's fields."""
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    return names
