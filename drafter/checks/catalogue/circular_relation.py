"""P102: an indicator that is part of itself, or computed from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.relations import relations
from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit

#: 分项 and 其中 go down, 属于 goes up: each is followed by itself.
_WAYS = (("属于",), ("分项", "其中"), ("算",))


@kit_rule("P102", "circular-relation", Severity.ERROR)
def circular_relation(kit: Kit) -> Iterator[Filed]:
    """查什么：指标的“属于”“分项”“算”会不会绕一圈又回到自己。

    为什么：绕成一圈，谁是总数、谁是部分就说不清，率也永远算不出来。
    例：甲“属于”乙，乙又“属于”甲。
    怎么改：弄清哪一项是总数，去掉反过来的那一个。
    """
    for ways in _WAYS:
        told: set[str] = set()
        for id_ in kit.indicators:
            circle = _circle(kit, id_, ways)
            if circle and not told & set(circle):
                told |= set(circle)
                path = " → ".join((*circle, circle[0]))
                message = f"“{'”“'.join(ways)}”绕成了一圈：{path}"
                yield Filed(kit.indicators[id_].spot, message, "去掉其中反过来的一个", id_)


def _circle(kit: Kit, id_: str, ways: tuple[str, ...]) -> tuple[str, ...]:
    """The way from an indicator back to itself; empty when there is none."""
    came_from: dict[str, str] = {}
    waiting = [id_]
    while waiting:
        at = waiting.pop()
        indicator = kit.indicators.get(at)
        for word, next_ in relations(indicator) if indicator else ():
            if word not in ways:
                continue
            if next_ == id_:
                return _way(came_from, id_, at)
            if next_ not in came_from:
                came_from[next_] = at
                waiting.append(next_)
    return ()


def _way(came_from: dict[str, str], first: str, last: str) -> tuple[str, ...]:
    way = [last]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
