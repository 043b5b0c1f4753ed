"""Frozen dataclasses to bytes and back, faster than reading them from YAML.

Every value is written after those that it is made of, and names them by their numbers; values of
one class stand together as columns, one for each field, so that they are made again in a few long
loops. What is written are plain lists, by `marshal`: read in a third of JSON's time, by what is in
the interpreter already. Nothing of it is run, and only the classes that the caller names are made.
A column's numbers are bytes, so that some ten thousand of them need not be objects all at once.
"""

from __future__ import annotations

import marshal
import struct
from collections import defaultdict, deque
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

_PLAIN: tuple[type, ...] = (str, int, bool, float, type(None))
_COLLECTIONS: tuple[type, ...] = (tuple, frozenset, dict)
_UNREADABLE = (
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_ROWS = {kind.__name__ for kind in _COLLECTIONS}  # written one by one; all else as columns


def encode(value: object, classes: Collection[type]) -> bytes:
    """A value as bytes; only the Python that wrote them can read them.

    Args:
        value: made of `classes`, tuples, frozensets, dicts, dates, texts, numbers and None.
        classes: enumerations, and dataclasses with slots, at least one field and no __post_init__.

    Raises:
        TypeError: there is something else in it.
    """
    register = _Register(classes)
    root = register.number(value)
    inner, groups = register.inner, sorted(register.layers.items())
    places = [0] * len(inner)
    for place, number in enumerate(number for _, group in groups for number in group):
        places[number] = place
    layers: list[tuple[str, list[Any]]] = []
    for (level, name), group in groups:
        if level:
            rows = [[places[part] for part in inner[number]] for number in group]
            layers.append((name, rows if name in _ROWS else _columns(rows)))
    simple = [inner[number] for number in register.layers[0, ""]]
    return marshal.dumps((simple, layers, places[root]))


def decode(data: bytes, classes: Collection[type]) -> object:
    """The value again.

    Args:
        data: bytes that the user's own drafter has written and nobody changed: `marshal` does not
            bear damaged ones.
        classes: those that `encode` was given.

    Raises:
        ValueError: this is nothing that `encode` has made of these classes.
    """
    kinds = {kind.__name__: kind for kind in classes}
    try:
        values, layers, root = marshal.loads(data)  # noqa: S302 - see above
        at = values.__getitem__
        for name, rows in layers:
            if name == "tuple":
                values += [tuple(map(at, row)) for row in rows]
            elif name == "frozenset":
                values += [frozenset(map(at, row)) for row in rows]
            elif name == "dict":
                pairs = ((map(at, row[::2]), map(at, row[1::2])) for row in rows)
                values += [dict(zip(keys, held, strict=True)) for keys, held in pairs]
            elif name == "date":
                values += [date.fromisoformat(at(number)) for number in _numbers(rows[0])]
            elif issubclass(kinds[name], Enum):
                values += [kinds[name](at(number)) for number in _numbers(rows[0])]
            else:
                values += _made(kinds[name], at, list(map(_numbers, rows)))
        value: object = values[root]
    except _UNREADABLE as problem:
        raise ValueError("not a value that was written here") from problem
    return value


def _columns(rows: list[list[int]]) -> list[bytes]:
    return [_packed(column) for column in zip(*rows, strict=True)]


def _packed(numbers: Collection[int]) -> bytes:
    return struct.pack(f"{len(numbers)}I", *numbers)


def _numbers(packed: bytes) -> memoryview[int]:
    return memoryview(packed).cast("I")


def _made(kind: type, at: Callable[[int], object], columns: list[memoryview[int]]) -> list[object]:
    """Values of a dataclass; `at` gives what a number of a column stands for.

    Each field is set for all of them at once, by its slot's own setter: several times faster than
    one __init__ after another.
    """
    values: list[object] = [object.__new__(kind) for _ in columns[0]]
    for name, column in zip(_names(kind), columns, strict=True):
        if len(column) != len(values):
            raise ValueError("a field is missing")
        setter = getattr(kind, name).__set__
        deque(map(setter, values, map(at, column)), maxlen=0)
    return values


class _Register:
    """Every value that occurs, by number.

    Attributes:
        inner: a simple value itself; of another, the numbers of what it is made of.
        layers: the numbers of the values of one class that stand equally high: simple ones at 0,
            any other one above the highest that it is made of.
    """

    def __init__(self, classes: Collection[type]) -> None:
        enums = {kind for kind in classes if issubclass(kind, Enum)}
        self.inner: list[Any] = []
        self.layers: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        self._levels: list[int] = []
        self._level = self._levels.__getitem__
        self._atoms: dict[type, dict[Any, int]] = {
            kind: _Atoms(self, kind) for kind in (*_PLAIN, date, *enums)
        }
        self._parts = {kind: _parts(kind) for kind in {*_COLLECTIONS, *classes} - enums}
        self._collections: dict[tuple[type, tuple[int, ...]], int] = {}
        self._empty = {kind: self.add(kind.__name__, (), 1) for kind in _COLLECTIONS}

    def number(self, value: object) -> int:
        """A value's number; whatever it is made of gets one too.

        Raises:
            TypeError: it is of a class that cannot be written.
        """
        kind, atoms, empty = type(value), self._atoms, self._empty
        if kind in atoms:
            return atoms[kind][value]
        parts = self._parts.get(kind)
        if parts is None:
            raise TypeError(f"{kind.__name__} cannot be written")
        inner = [
            atoms[of][part]
            if (of := type(part)) in atoms
            else self.number(part)
            if part or of not in empty
            else empty[of]
            for part in parts(value)
        ]
        if kind not in empty:
            return self.add(kind.__name__, inner, 1 + max(map(self._level, inner)))
        key = kind, tuple(inner)
        found = self._collections.get(key)
        if found is None:
            level = 1 + max(map(self._level, inner), default=0)
            found = self._collections[key] = self.add(kind.__name__, inner, level)
        return found

    def add(self, kind: str, inner: object, level: int) -> int:
        """The number of a value that is new."""
        number = len(self.inner)
        self.inner.append(inner)
        self._levels.append(level)
        self.layers[level, kind].append(number)
        return number


class _Atoms(dict[Any, int]):
    """The numbers of values that are made of no others but a simple one; equal ones share one."""

    def __init__(self, register: _Register, kind: type) -> None:
        super().__init__()
        self._register, self._kind = register, kind

    def __missing__(self, value: Any) -> int:  # noqa: ANN401
        register, kind = self._register, self._kind
        if kind in _PLAIN:
            number = register.add("", value, 0)
        else:
            simple = value.isoformat() if kind is date else value.value
            number = register.add(kind.__name__, (register.number(simple),), 1)
        self[value] = number
        return number


def _parts(kind: type) -> Callable[[Any], Iterable[object]]:
    """How to take a value of this class apart."""
    if kind is dict:
        return lambda value: [part for item in value.items() for part in item]
    if kind in _COLLECTIONS:
        return lambda value: value
    names = _names(kind)
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def _names(kind: type) -> tuple[str, ...]:
    """A dataclass's fields."""
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    return names
