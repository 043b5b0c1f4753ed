"""P101: a relation that names an indicator nobody defines, or a formula that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.relations import relations
from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity
from drafter.text.formulas import FormulaError, read_formula
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit


@kit_rule("P101", "unknown-relation", Severity.ERROR)
def unknown_relation(kit: Kit) -> Iterator[Filed]:
    """查什么：指标的“属于”“分项”“其中”“算”里写的指标，目录里有没有；算式读不读得通。

    为什么：写错了名称，部分与总数的关系就不起作用，率也算不出来，而且没有别的提示。
    例：复议.受理 的“属于”写成“复议.收倒”。
    怎么改：照提示改成有的名称；算式只用指标名、数字、加减乘除和括号。
    """
    for indicator in kit.indicators.values():
        for word, id_ in relations(indicator):
            if id_ not in kit.indicators:
                near = nearest(id_, kit.indicators)
                remedy = f"是不是“{near[0]}”" if near else "先在指标文件里写上这项指标"
                message = f"“{indicator.id}”的“{word}”里写了“{id_}”，没有这个指标"
                yield Filed(indicator.spot, message, remedy, id_)
        for formula in indicator.formulas:
            try:
                read_formula(formula)
            except FormulaError as problem:
                message = f"“{indicator.id}”的“算”读不通：{problem}"
                remedy = "照“出庭.负责人 / 出庭.开庭”的样子写"
                yield Filed(indicator.spot, message, remedy, formula)
