"""The decorator of every frozen dataclass: behaves like the standard one, and is made faster.

`dataclass(frozen=True, slots=True)` compiles six functions a class at every start of the program,
half a millisecond each; for a hundred classes that is longer than a short command's own work. Here
only `__init__` is compiled, when a class turns out to have more than a few values; what compares,
hashes, shows and protects a value is shared.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from dataclasses import Field

    Values = Callable[[object], tuple[object, ...]]

_Class = TypeVar("_Class")

#: Values of a class that are made without compiling its `__init__`, which costs as much as these.
_FEW = 12


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
    """An `__init__` that gives way to the compiled one: most classes have few values in a run.

    What does not fit the fields is left to the compiled one at once, which tells it as Python does.
    """
    checked = hasattr(made, "__post_init__")
    plan: _Plan | None = None
    seen = 0

    def first(self: Any, *args: object, **kwargs: object) -> None:  # noqa: ANN401 - any record
        nonlocal plan, seen
        plan = plan or _Plan(fields(made), made)
        values = plan.values(args, kwargs) if seen < _FEW else None
        if values is None:
            made.__init__ = _init(made, fields(made))
            made.__init__(self, *args, **kwargs)
            return
        seen += 1
        for name, value in values.items():
            plan.setters[name](self, value)
        if checked:
            self.__post_init__()

    return first


class _Plan:
    """How the fields of a class are set, and what stands in them when nothing is given."""

    def __init__(self, parts: Iterable[Field[object]], made: type) -> None:
        self.setters = {part.name: getattr(made, part.name).__set__ for part in parts}
        self._defaults = {p.name: p.default for p in parts if p.default is not MISSING}
        self._make: dict[str, Callable[[], object]] = {
            p.name: p.default_factory for p in parts if p.default_factory is not MISSING
        }

    def values(
        self, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> dict[str, object] | None:
        """The fields' values by name; None where the arguments do not fit them."""
        given = dict(zip(self.setters, args, strict=False)) | kwargs
        made = {name: make() for name, make in self._make.items() if name not in given}
        values = self._defaults | made | given
        fits = len(given) == len(args) + len(kwargs) and values.keys() == self.setters.keys()
        return values if fits else None


def _init(made: type, parts: Iterable[Field[object]]) -> Callable[..., None]:
    """`__init__`, which sets each field by its slot's own setter."""
    known: dict[str, object] = {}
    lines = list(_assignments(made, parts, known))
    heads = ", ".join(["self", *(head for head, _ in lines)])
    body = [line for _, line in lines]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    source = f"def __init__({heads}):\n " + "\n ".join(body or ["pass"])
    exec(source, known)  # noqa: S102 - names of fields only, as the standard decorator does it
    init: Any = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    return init  # type: ignore[no-any-return]


def _assignments(
    made: type, parts: Iterable[Field[object]], known: dict[str, object]
) -> Iterator[tuple[str, str]]:
    """How each field stands in the list of parameters, and how it is set."""
    for part in parts:
        name = part.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        if part.default_factory is not MISSING:
            known[f"_default_{name}"] = MISSING
            known[f"_make_{name}"] = part.default_factory
            given = f"_make_{name}() if {name} is _default_{name} else {name}"
            yield f"{name}=_default_{name}", f"_set_{name}(self, {given})"
        elif part.default is not MISSING:
            known[f"_default_{name}"] = part.default
            yield f"{name}=_default_{name}", f"_set_{name}(self, {name})"
        else:
            yield name, f"_set_{name}(self, {name})"


def _shown(self: Any) -> str:  # noqa: ANN401 - any record
    shown = ", ".join(f"{p.name}={getattr(self, p.name)!r}" for p in fields(self) if p.repr)
    return f"{type(self).__qualname__}({shown})"


def _refused(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")
