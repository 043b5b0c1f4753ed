"""P103: a part counted in units that its whole does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.relations import relations
from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity
from drafter.text.quantity import base_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Indicator, Kit


@kit_rule("P103", "relation-in-other-units", Severity.WARNING)
def relation_in_other_units(kit: Kit) -> Iterator[Filed]:
    """查什么：部分与总数有没有一个共同的单位。

    为什么：单位不同的两个数不能比大小，这个关系永远查不出问题。
    例：调解金额（元）“属于”调解案件（件）。
    怎么改：把单位改成一致；本来就不是部分与总数的，去掉“属于”“分项”或“其中”。
    """
    for indicator in kit.indicators.values():
        for word, id_ in relations(indicator):
            other = kit.indicators.get(id_)
            if word == "算" or other is None or _units(indicator) & _units(other):
                continue
            message = (
                f"“{indicator.id}”用“{'、'.join(indicator.units)}”，它的“{word}”"
                f"“{id_}”用“{'、'.join(other.units)}”，没有共同的单位"
            )
            yield Filed(indicator.spot, message, f"统一单位，或去掉“{word}”", id_)


def _units(indicator: Indicator) -> set[str]:
    return {base_unit(unit)[1] for unit in indicator.units} or {""}
