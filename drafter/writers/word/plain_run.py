"""Runs the programs that Jinja makes of plain templates, without Jinja.

What they ask for stands here: the values, their parts, loops and a few filters, each as in
`sandbox.Closed`. What is not there, or not plain, raises; Jinja is then asked for the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafter.writers.word.named import COUNTERS, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import CodeType

#: Characters that a whole story may become, Word's XML included.
LONGEST_STORY = 15_000_000
#: What a program may use that it does not bring along; anything else is left to Jinja.
USED = frozenset(
    {"LoopContext", "Undefined", "call", "concat", "environment", "escape", "exported_vars"}
    | {"filters", "finalize", "getattr", "getitem", "missing", "resolve_or_missing", "str"}
    | {"undefined", "add", "blocks", "debug_info", "name", "root", "vars"}
    # What Jinja writes for a filter that does not exist.
    | {"KeyError", "TemplateRuntimeError", "internalcode"}
)
#: Filters that are plain.
FILTERS = frozenset({"count", "first", "last", "length"})
#: Characters of what one filter may make.
LONGEST_TEXT = 200_000
#: So many chunks are taken before their length is looked at.
_AT_ONCE = 50

_MISSING = object()
_SHIELDED = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"), ("_", "&#95;"),
)  # fmt: skip


def run_plain(code: CodeType, values: Mapping[str, object], *, xml: bool) -> str:
    """What a program prints.

    Args:
        code: from `compiling`.
        values: by the names that it asks for.
        xml: whether it prints a Word part; else plain text.

    Raises:
        Exception: it asks for what is not there, or is not plain.
    """
    return _joined(_started(code, xml=xml)(_Context(values)))


@lru_cache(maxsize=32)
def _started(code: CodeType, *, xml: bool) -> Callable[[_Context], Iterator[str]]:
    """The function that prints the story piece by piece."""
    names: dict[str, object] = {
        "__builtins__": {"str": str, "KeyError": KeyError},
        "LoopContext": _Loop,
        "Undefined": _undefined,
        "environment": _Plain if not xml else _Xml,
        "escape": str,
        "missing": _MISSING,
    }
    exec(code, names)  # noqa: S102 - it came from `compiling`, or from the user's own cache
    root: Callable[[_Context], Iterator[str]] = names["root"]  # type: ignore[assignment]
    return root


def _joined(chunks: Iterable[str]) -> str:
    """The chunks in a row, as long as they are not too many."""
    kept: list[str] = []
    left, length = iter(chunks), 0
    while some := list(islice(left, _AT_ONCE)):
        kept += some
        length += sum(map(len, some))
        if length > LONGEST_STORY:
            raise ValueError("too long")
    return "".join(kept)


def _undefined(*_: object, **__: object) -> object:
    """What is not there: Jinja says so better."""
    raise LookupError


def _first(*given: Any) -> object:  # noqa: ANN401 - Jinja gives the environment, then the things
    """The first of some things."""
    return _bounded(next(iter(given[-1]), _MISSING))


def _last(*given: Any) -> object:  # noqa: ANN401
    """The last of some things."""
    return _bounded(next(iter(reversed(given[-1])), _MISSING))


def _bounded(value: object) -> object:
    """A value, as long as it is there and not too long."""
    if value is _MISSING or (isinstance(value, str) and len(value) > LONGEST_TEXT):
        raise LookupError
    return value


class _Context:
    """The values, as a program asks for them."""

    __slots__ = ("_values", "exported_vars", "vars")

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values
        self.vars: dict[str, object] = {}
        self.exported_vars: set[str] = set()

    def resolve_or_missing(self, name: str) -> object:
        """The value of a name."""
        if name in self.vars:
            return self.vars[name]
        return self._values.get(name, _MISSING)


class _Loop:
    """What a loop goes through, and its counters."""

    __slots__ = ("_items", "index", "index0", "length")

    def __init__(self, items: Iterable[object], _: object) -> None:
        self._items = tuple(items)
        self.length = len(self._items)
        self.index, self.index0 = 0, -1

    def __iter__(self) -> Iterator[tuple[object, _Loop]]:
        for item in self._items:
            self.index += 1
            self.index0 += 1
            yield item, self

    @property
    def revindex(self) -> int:
        return self.length - self.index0

    @property
    def revindex0(self) -> int:
        return self.length - self.index

    @property
    def first(self) -> bool:
        return self.index == 1

    @property
    def last(self) -> bool:
        return self.index == self.length


class _Plain:
    """What a program for plain text asks of its surroundings; as in `sandbox.Closed`."""

    undefined = staticmethod(_undefined)
    concat = "".join
    filters = MappingProxyType({"count": len, "first": _first, "last": _last, "length": len})

    @staticmethod
    def finalize(value: object) -> str:
        """A value as it is printed."""
        return str(value)

    @staticmethod
    def getattr(owner: object, part: str) -> object:
        """A part by name."""
        if isinstance(owner, dict):
            return owner[part]
        if isinstance(owner, Figure):
            return owner.parts[part]
        if isinstance(owner, _Loop) and part in COUNTERS:
            return getattr(owner, part)
        raise LookupError(part)

    @staticmethod
    def getitem(owner: object, place: object) -> object:
        """A part by name, or one of several by number."""
        if isinstance(place, str):
            return _Plain.getattr(owner, place)
        if isinstance(owner, list | str) and isinstance(place, int):
            return owner[place]
        raise LookupError

    @staticmethod
    def call(_: _Context, function: object, *arguments: object, **__: object) -> object:
        """What a function gives; the keywords are Jinja's own."""
        if not callable(function):
            raise TypeError
        return function(*arguments)


class _Xml(_Plain):
    """The same for a Word part."""

    @staticmethod
    def finalize(value: object) -> str:
        """A value escaped, and its underscores kept from docxtpl; as in `sandbox`."""
        text = str(value)
        for sign, shown in _SHIELDED:
            if sign in text:
                text = text.replace(sign, shown)
        return text
