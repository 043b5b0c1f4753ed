"""`__init__` for records of one to ten fields, written out.

To compile them at the start of every command, as the standard library does, takes longer than all
the values of a short command take to make. Each is made of the setters of a class's slots.
"""
# ruff: noqa: PLR0913, PLR0917 - as many parameters as fields; each does the same

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Setter = Callable[[object, object], None]
    Init = Callable[..., None]


def _one(a: Setter) -> Init:
    def init(self: object, q: object) -> None:
        a(self, q)

    return init


def _two(a: Setter, b: Setter) -> Init:
    def init(self: object, q: object, r: object) -> None:
        a(self, q)
        b(self, r)

    return init


def _three(a: Setter, b: Setter, c: Setter) -> Init:
    def init(self: object, q: object, r: object, s: object) -> None:
        a(self, q)
        b(self, r)
        c(self, s)

    return init


def _four(a: Setter, b: Setter, c: Setter, d: Setter) -> Init:
    def init(self: object, q: object, r: object, s: object, t: object) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)

    return init


def _five(a: Setter, b: Setter, c: Setter, d: Setter, e: Setter) -> Init:
    def init(self: object, q: object, r: object, s: object, t: object, u: object) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)

    return init


def _six(a: Setter, b: Setter, c: Setter, d: Setter, e: Setter, f: Setter) -> Init:
    def init(
        self: object, q: object, r: object, s: object, t: object, u: object, v: object
    ) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)
        f(self, v)

    return init


def _seven(a: Setter, b: Setter, c: Setter, d: Setter, e: Setter, f: Setter, g: Setter) -> Init:
    def init(
        self: object, q: object, r: object, s: object, t: object, u: object, v: object, w: object
    ) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)
        f(self, v)
        g(self, w)

    return init


def _eight(
    a: Setter, b: Setter, c: Setter, d: Setter, e: Setter, f: Setter, g: Setter, h: Setter
) -> Init:
    def init(
        self: object,
        q: object,
        r: object,
        s: object,
        t: object,
        u: object,
        v: object,
        w: object,
        x: object,
    ) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)
        f(self, v)
        g(self, w)
        h(self, x)

    return init


def _nine(
    a: Setter,
    b: Setter,
    c: Setter,
    d: Setter,
    e: Setter,
    f: Setter,
    g: Setter,
    h: Setter,
    i: Setter,
) -> Init:
    def init(
        self: object,
        q: object,
        r: object,
        s: object,
        t: object,
        u: object,
        v: object,
        w: object,
        x: object,
        y: object,
    ) -> None:
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)
        f(self, v)
        g(self, w)
        h(self, x)
        i(self, y)

    return init


def _ten(
    a: Setter, b: Setter, c: Setter, d: Setter, e: Setter,
    f: Setter, g: Setter, h: Setter, i: Setter, j: Setter,
) -> Init:  # fmt: skip
    def init(
        self: object, q: object, r: object, s: object, t: object, u: object,
        v: object, w: object, x: object, y: object, z: object,
    ) -> None:  # fmt: skip
        a(self, q)
        b(self, r)
        c(self, s)
        d(self, t)
        e(self, u)
        f(self, v)
        g(self, w)
        h(self, x)
        i(self, y)
        j(self, z)

    return init


#: What makes an `__init__` of setters, by their number.
BY_COUNT: dict[int, Callable[..., Init]] = dict(
    enumerate((_one, _two, _three, _four, _five, _six, _seven, _eight, _nine, _ten), start=1)
)
