"""What a person has to decide about returned slips, with the values and their places."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.model.answers import State
from drafter.model.merged import Claim, Clash, Conflict, Side
from drafter.model.quantity import Mark
from drafter.model.slip import Place
from drafter.text.quantity import render
from drafter.text.slip_reading import shared

if TYPE_CHECKING:
    from drafter.model.answers import Figure

_DECIDE = "核实以哪个为准，填进问卷；全都以填报表为准的，加 --prefer 填报表"


def too_great(part: str, whole: str, sides: tuple[Side, Side]) -> Conflict:
    """A part that is greater than its whole."""
    message = f"“{part}”大于“{whole}”，前者是后者的一部分"
    return Conflict(Clash.WHOLE, part, sides, message, "请填报单位核对这两个数")


def disagreement(id_: str, claims: list[Claim], owner: str) -> Conflict:
    """Several rows, in one file or in several, that do not say the same."""
    sides = tuple(sorted(Side(place, _whole(one)) for one in claims for place in one.places))
    if len({side.place.file for side in sides}) == 1:
        message = "同一张表里填了几遍，说法不一样"
        return Conflict(Clash.ROWS, id_, sides, message, "请填报单位留下对的一行")
    message = "几张表填的不一样，哪个也没有写进去"
    remedy = "问清楚以谁的为准，自己填进问卷；或者只合并对的那一张"
    if shared(owner):
        remedy = f"这项数据由几个部门提供，要相加的，加好后自己填进问卷{_sum(claims)}"
    return Conflict(Clash.SLIPS, id_, sides, message, remedy)


def said(figure: Figure) -> str:
    """The year file's answer, as it is typed."""
    if figure.quantity is not None:
        return figure.quantity.text
    return {State.NONE: "无", State.NOT_APPLICABLE: "不涉及"}.get(figure.state, "")


def at(file: str, figure: Figure) -> Place:
    """Where the year file has it."""
    return Place(file, "", f"第{figure.spot.line}行")


def _whole(claim: Claim) -> str:
    return f"{claim.text}（截至{claim.as_of.isoformat()}）" if claim.as_of else claim.text


def _sum(claims: list[Claim]) -> str:
    """What they add up to, where each is an exact number of the same unit."""
    told = [one.quantity for one in claims if one.quantity is not None]
    exact = len(told) == len(claims) and all(one.exact for one in told)
    if not exact or len({one.unit for one in told}) > 1 or told[0].unit == "%":
        return ""
    total = sum((one.value for one in told), Decimal(0))
    return f"（加起来是{render(total, told[0].unit, Mark.EXACT)}）"


def filled(file: str, figure: Figure, claim: Claim) -> Conflict:
    """The year file has another value."""
    sides = [Side(place, _whole(claim)) for place in claim.places]
    message = f"问卷里已经填了“{said(figure)}”，填报表里是“{claim.text}”"
    sides.append(Side(at(file, figure), said(figure)))
    return Conflict(Clash.FILLED, claim.id, tuple(sides), message, _DECIDE)


def details_differ(
    file: str, figure: Figure, claim: Claim, contrary: tuple[tuple[str, str], ...]
) -> Conflict:
    """The year file has the same value with another cut-off or remark."""
    known = {"截至": figure.as_of.isoformat() if figure.as_of else "", "备注": figure.note}
    sides = [Side(claim.places[0], f"{name}：{words}") for name, words in contrary]
    sides += [Side(at(file, figure), f"{name}：{known[name]}") for name, _ in contrary]
    message = f"数相同，“{'”“'.join(name for name, _ in contrary)}”不一样"
    return Conflict(Clash.DETAILS, claim.id, tuple(sides), message, _DECIDE)
