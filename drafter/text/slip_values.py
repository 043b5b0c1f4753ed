"""What a department typed into a slip, as a figure of the year file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.answers import State
from drafter.model.merged import Clash
from drafter.model.slip import CellKind
from drafter.text.lazily import lazily
from drafter.text.measures import with_unit
from drafter.text.misfits import Odd, misfit
from drafter.text.quantity import QuantityError, base_unit, read_quantity

if TYPE_CHECKING:
    from drafter.model.kit import Indicator
    from drafter.model.quantity import Quantity
    from drafter.model.slip import Cell

#: Answers that are no number.
STATES = {
    "无": State.NONE,
    "没有": State.NONE,
    "不涉及": State.NOT_APPLICABLE,
    "不适用": State.NOT_APPLICABLE,
}
_STROKE = lazily(r"[-—–/／\\、.。]+")
_RETYPE = "请填报单位改好再退回；或者核实后自己填进问卷"
_ODD = {
    Odd.NEGATIVE: (Clash.NEGATIVE, _RETYPE),
    Odd.ABOVE_ALL: (Clash.RATE, "看看小数点是不是丢了"),
    Odd.UNCLEAR: (Clash.RATE, "请填报单位连百分号一起写，如 98.73%"),
}


class SlipValueError(ValueError):
    """An answer that cannot be taken; the text says in Chinese what is wrong.

    Attributes:
        clash: what kind of fault it is.
        remedy: what to do.
    """

    def __init__(self, clash: Clash, message: str, remedy: str = _RETYPE) -> None:
        super().__init__(message)
        self.clash, self.remedy = clash, remedy


def read_value(
    cell: Cell, unit: str, indicator: Indicator, usual: str
) -> tuple[str, State, Quantity | None]:
    """An answer: as it goes into the year file, its state and its quantity.

    Args:
        cell: what was typed.
        unit: what stands in the row's column of units; empty when nothing does.
        indicator: whose answer it is.
        usual: the unit that is meant where none was written.

    Raises:
        SlipValueError: it is no answer, or none that fits the indicator.
    """
    words = " ".join(cell.text.split())
    if cell.kind is CellKind.FORMULA:
        message = f"格子里是公式“{words[:30]}”，没有算好的数"
        raise SlipValueError(Clash.FORMULA, message, "请填报单位把公式换成数（选择性粘贴—数值）")
    if cell.kind is CellKind.DATE:
        message = f"格子里是日期“{words}”，不是数"
        raise SlipValueError(Clash.NO_FIGURE, message, "请填报单位把格子的格式改成“常规”，重新填数")
    if words in STATES:
        return words, STATES[words], None
    if _STROKE.fullmatch(words):
        message = f"“{words}”看不出是没有、不涉及，还是不知道"
        raise SlipValueError(Clash.NO_FIGURE, message, "问清楚再填：没有写“无”，不涉及写“不涉及”")
    try:
        quantity = read_quantity(words)
    except QuantityError as problem:
        raise SlipValueError(Clash.NO_FIGURE, str(problem)) from problem
    measured = with_unit(quantity, _row_unit(unit, indicator) or usual)
    _hold(quantity, measured, indicator)
    return measured.text, State.GIVEN, measured


def _row_unit(unit: str, indicator: Indicator) -> str:
    """The unit of the row, where it is a unit."""
    word = unit.strip("（）() ").replace("％", "%")
    return word if not indicator.units or base_unit(word)[1] else ""


def _hold(typed: Quantity, measured: Quantity, indicator: Indicator) -> None:
    """Refuse what the indicator cannot be.

    Raises:
        SlipValueError: it is.
    """
    bases = {base_unit(unit)[1] for unit in indicator.units}
    if bases and measured.unit not in bases:
        right = "、".join(indicator.units)
        message = f"“{measured.text}”的单位不对，这项数据用“{right}”"
        raise SlipValueError(Clash.UNIT, message, "看看数是不是填错了行，或者单位选错了")
    odd = misfit(typed, measured, indicator)
    if odd is not None:
        clash, remedy = _ODD[odd.odd]
        raise SlipValueError(clash, odd.message, remedy)
