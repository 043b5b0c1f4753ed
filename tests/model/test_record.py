"""A record behaves as the standard library's frozen dataclass with slots does."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.record import record


@record
class Point:
    """Two numbers, a name, and a note that does not count."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Standard:
    """The same, made by the standard decorator."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False)


@record
class Named(Point):
    """A point with one field more."""

    label: str = "无"


@record
class Checked:
    """A value that refuses to be negative."""

    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError


POINTS = st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(["", "甲"]), st.text())


@given(POINTS, POINTS)
def test_equality_hash_and_form_are_those_of_the_standard_one(
    one: tuple[int, int, str, str], other: tuple[int, int, str, str]
) -> None:
    (a, b), (c, d) = (
        (kind(x, y, (name,), note), kind(other[0], other[1], (other[2],), other[3]))
        for kind in (Point, Standard)
        for x, y, name, note in [one]
    )
    assert (a == b) is (c == d)
    assert hash(a) == hash(c)
    assert repr(a) == repr(c).replace("Standard", "Point")


def test_no_field_can_be_set_added_or_taken_away() -> None:
    point = Point(1)
    for name in ("x", "z"):
        with pytest.raises(FrozenInstanceError):
            setattr(point, name, 2)
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")
    assert point == Point(1)


def test_each_value_gets_its_own_default_and_what_is_missing_is_named() -> None:
    assert Point(1) == Point(x=1, y=0, names=())
    with pytest.raises(TypeError, match="'x'"):
        Point()  # type: ignore[call-arg]


def test_the_first_values_of_a_class_are_made_like_all_others() -> None:
    @record
    class Fresh(Checked):
        y: int = 0
        names: list[str] = field(default_factory=list)

    made = [Fresh(1, names=["甲"]) for _ in range(40)]
    assert len(set(map(repr, made))) == 1
    assert [Fresh(2, 3).names for _ in range(40)] == [[]] * 40
    assert Fresh(1).names is not Fresh(1).names


@pytest.mark.parametrize(
    ("args", "kwargs"), [((), {}), ((1, 2, 3), {}), ((1,), {"size": 1}), ((1,), {"z": 1})]
)
def test_arguments_that_do_not_fit_are_told_as_python_does(
    args: tuple[int, ...], kwargs: dict[str, int]
) -> None:
    @record
    class Fresh:
        size: int
        y: int = 0

    for _ in range(2):
        with pytest.raises(TypeError, match=r"Fresh\.__init__\(\)"):
            Fresh(*args, **kwargs)
    assert Fresh(1) == Fresh(size=1, y=0)


def test_it_is_replaced_copied_pickled_and_matched_like_any_dataclass() -> None:
    point = Named(1, 2, ("甲",), label="乙")
    assert replace(point, y=3) == Named(1, 3, ("甲",), label="乙")
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point  # noqa: S301
    assert [part.name for part in fields(point)] == ["x", "y", "names", "note", "label"]
    match point:
        case Named(x, y):
            assert (x, y) == (1, 2)


def test_a_value_equals_none_of_another_class() -> None:
    assert Point(1) != Named(1)
    assert Point(1) != object()


def test_what_a_class_checks_itself_is_checked_at_the_first_value_already() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        Checked(-1)
    assert Checked(1).size == 1
