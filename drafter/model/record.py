"""The decorator of every frozen dataclass: behaves like the standard one, and is made faster.

`dataclass(frozen=True, slots=True)` compiles six functions a class at every start of the program,
half a millisecond each; for a hundred classes that is longer than a short command's own work. Here
nothing is compiled: `__init__` is one that was written beforehand (`inits`), and what compares,
hashes, shows and protects a value is shared.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

from drafter.model.inits import BY_COUNT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import Field

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class]) -> type[_Class]:
    """Make a class a dataclass whose values cannot be changed, with slots, equality and a hash.

    `dataclasses.replace` and `fields`, patterns of `match`, pickling and copying work as usual. A
    method that the class defines itself stays.
    """
    own = frozenset(vars(cls))
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__ = _first
    for name, method in _METHODS.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _first(self: object, *args: object, **kwargs: object) -> None:
    """An `__init__` that gives way to the true one: of most classes a command makes no value."""
    made: Any = type(self)
    made.__init__ = _init(made, fields(made))
    made.__init__(self, *args, **kwargs)


def _init(made: type, parts: Sequence[Field[object]]) -> Callable[..., None]:
    """`__init__`, which sets each field by its slot's own setter.

    Classes of as many fields have their code in common; in each the parameters are called like the
    fields.
    """
    make = BY_COUNT.get(len(parts))
    special = any(part.default_factory is not MISSING for part in parts)
    if make is None or special or hasattr(made, "__post_init__"):
        init: Any = _any_init(made, parts)
    else:
        init = make(*(getattr(made, part.name).__set__ for part in parts))
        names = (part.name for part in parts)
        init.__code__ = init.__code__.replace(co_varnames=("self", *names))
        init.__defaults__ = tuple(part.default for part in parts if part.default is not MISSING)
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    return init  # type: ignore[no-any-return]


def _any_init(made: Any, parts: Sequence[Field[object]]) -> Callable[..., None]:  # noqa: ANN401
    """`__init__` for any class: of those with many fields few values are made."""
    setters = {part.name: getattr(made, part.name).__set__ for part in parts}
    checked = hasattr(made, "__post_init__")

    def init(self: Any, *args: object, **kwargs: object) -> None:  # noqa: ANN401 - any record
        given = dict(zip(setters, args, strict=False)) | kwargs
        if len(given) != len(args) + len(kwargs) or not given.keys() <= setters.keys():
            raise TypeError(f"{made.__qualname__}.__init__() got arguments that are no fields")
        for part in parts:
            setters[part.name](
                self, given[part.name] if part.name in given else _default(made, part)
            )
        if checked:
            self.__post_init__()

    return init


def _default(made: type, part: Field[object]) -> object:
    """What stands in a field when nothing is given."""
    if part.default is not MISSING:
        return part.default
    if part.default_factory is MISSING:
        raise TypeError(f"{made.__qualname__}.__init__() misses an argument: '{part.name}'")
    return part.default_factory()


def _equal(self: Any, other: object) -> object:  # noqa: ANN401 - any record
    if type(other) is not type(self):
        return NotImplemented
    kind: Any = type(self)
    compared = _compared(kind)
    return compared(self) == compared(other)


def _hash(self: Any) -> int:  # noqa: ANN401
    kind: Any = type(self)
    return hash(_compared(kind)(self))


def _reduced(self: Any) -> tuple[type, tuple[object, ...]]:  # noqa: ANN401
    return type(self), tuple(getattr(self, part.name) for part in fields(self))


def _shown(self: Any) -> str:  # noqa: ANN401
    shown = ", ".join(f"{p.name}={getattr(self, p.name)!r}" for p in fields(self) if p.repr)
    return f"{type(self).__qualname__}({shown})"


def _refused(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


@cache
def _compared(made: Any) -> Callable[[object], object]:  # noqa: ANN401
    """What makes of a value that by which it is compared and hashed."""
    names = [part.name for part in fields(made) if part.compare]
    return attrgetter(*names) if names else lambda _: ()


#: What all records have in common.
_METHODS: dict[str, Callable[..., object]] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__reduce__": _reduced,
    "__repr__": _shown,
    "__setattr__": _refused,
    "__delattr__": _refused,
}
