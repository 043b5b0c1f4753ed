"""The decorator of every frozen dataclass: behaves like the standard one, and is made faster.

`dataclass(frozen=True, slots=True)` compiles six functions a class at every start of the program,
half a millisecond each; for a hundred classes that is longer than a short command's own work. Here
only `__init__` is compiled, once for all classes with as many fields, when the first value of one
is made; what compares, hashes, shows and protects a value is shared.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import Field

    Values = Callable[[object], tuple[object, ...]]

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class]) -> type[_Class]:
    """Make a class a dataclass whose values cannot be changed, with slots, equality and a hash.

    `dataclasses.replace` and `fields`, patterns of `match`, pickling and copying work as usual. A
    method that the class defines itself stays.
    """
    own = frozenset(vars(cls))
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts = fields(made)
    values = _getter([part.name for part in parts])
    compared = _getter([part.name for part in parts if part.compare])
    methods: dict[str, Callable[..., object]] = {
        "__eq__": _equality(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__reduce__": lambda self: (type(self), values(self)),
        "__repr__": _shown,
        "__setattr__": _refused,
        "__delattr__": _refused,
    }
    made.__init__ = _first_init(made)
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Values:
    """A function from a value to its fields of these names."""
    if not names:
        return lambda _: ()
    if len(names) == 1:
        one = attrgetter(names[0])
        return lambda value: (one(value),)
    return attrgetter(*names)


def _equality(compared: Values) -> Callable[[object, object], object]:
    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    return equal


def _first_init(made: Any) -> Callable[..., None]:  # noqa: ANN401
    """An `__init__` that gives way to the true one: of most classes a command makes no value."""

    def first(self: object, *args: object, **kwargs: object) -> None:
        made.__init__ = _init(made, fields(made))
        made.__init__(self, *args, **kwargs)

    return first


def _init(made: type, parts: Iterable[Field[object]]) -> Callable[..., None]:
    """`__init__`, which sets each field by its slot's own setter.

    Classes of as many fields have their code in common; in each the parameters are called like the
    fields.
    """
    names = tuple(part.name for part in parts)
    makers = tuple(part.default_factory for part in parts)
    setters = (getattr(made, name).__set__ for name in names)
    shape = tuple(make is not MISSING for make in makers)
    init: Any = _maker(shape, checked=hasattr(made, "__post_init__"))(*setters, *makers)
    init.__code__ = init.__code__.replace(co_varnames=("self", *names))
    init.__defaults__ = tuple(
        part.default
        for part in parts
        if part.default is not MISSING or part.default_factory is not MISSING
    )
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    return init  # type: ignore[no-any-return]


@cache
def _maker(shape: tuple[bool, ...], *, checked: bool) -> Callable[..., Callable[..., None]]:
    """What makes an `__init__` of setters and of what makes the defaults.

    Args:
        shape: of each field whether its default is made anew for each value.
        checked: whether the class looks at its values itself.
    """
    count = range(len(shape))
    body = [
        f"set{n}(self, make{n}() if value{n} is MISSING else value{n})"
        if shape[n]
        else f"set{n}(self, value{n})"
        for n in count
    ]
    if checked:
        body.append("self.__post_init__()")
    heads = ", ".join(["self", *(f"value{n}" for n in count)])
    given = ", ".join([*(f"set{n}" for n in count), *(f"make{n}" for n in count)])
    lines = "\n  ".join(body or ["pass"])
    source = f"def maker({given}):\n def __init__({heads}):\n  {lines}\n return __init__"
    known: dict[str, Any] = {"MISSING": MISSING}
    exec(source, known)  # noqa: S102 - numbers only, as the standard decorator does it
    return known["maker"]  # type: ignore[no-any-return]


def _shown(self: Any) -> str:  # noqa: ANN401 - any record
    shown = ", ".join(f"{p.name}={getattr(self, p.name)!r}" for p in fields(self) if p.repr)
    return f"{type(self).__qualname__}({shown})"


def _refused(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
