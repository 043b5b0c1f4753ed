"""A name that a template cannot use, and what a clerk is told of it."""

from __future__ import annotations

from enum import StrEnum

from drafter.model.record import record
from drafter.text.nearest import nearest

_EVERYWHERE = "可用的名字见 drafter word"
_FIGURES = ("数.", "上年数.")
_OWN = "本单位自己的指标，用 drafter word 模板 --for 问卷 核对"
_FEW = 8


class What(StrEnum):
    """What is wrong with a name."""

    NAME = "名字"  #: it does not exist
    FILTER = "过滤器"
    TEST = "判断"
    SECTION = "节名"  #: the report has no section that is called so
    BRACKETS = "括号"  #: something is asked of it as of a function, or of a function without a name
    WHOLE = "整体"  #: it holds other things, and is to be printed as it stands


@record
class Unknown:
    """A name, part, filter or test that does not exist, or cannot be used so.

    Attributes:
        line: of the template's plain text.
        kind: see `What`.
        name: as it is written, parts joined with points.
        last: the part that is wrong.
        known: what could stand in its place.
    """

    line: int
    kind: What
    name: str
    last: str
    known: tuple[str, ...]


def told(unknown: Unknown) -> tuple[str, str, str, str]:
    """Code, English name, message and remedy of the finding."""
    shown = f"“{unknown.name}”"
    match unknown.kind:
        case What.NAME:
            message = f"模板里没有{shown}这个名字"
            return "T101", "unknown-template-name", message, _named(unknown)
        case What.FILTER | What.TEST:
            message = f"模板里不能用{unknown.kind.value}{shown}"
            hint = _hint(unknown)
            return "T108", "forbidden-filter", message, f"{hint}或删掉它" if hint else "删掉它"
        case What.SECTION:
            message = f"报告里没有叫{shown}的一节"
            few = "、".join(unknown.known[:_FEW])
            remedy = _hint(unknown) or f"可以写节的标题、名称或序号，如 {few}；"
            remedy += "有的报告没有这一节，就在外面加一层 {%p if 节('…') %}"
            return "T115", "unknown-section", message, remedy
        case What.BRACKETS:
            message = f"{shown}的括号写得不对"
            remedy = "只有 节 后面有括号，括号里写一个带引号的节名：节('不足')"
            return "T112", "forbidden-expression", message, remedy
        case What.WHOLE:
            return "T116", "printed-whole", f"{shown}里有好几项，不能整个印出来", _inside(unknown)


def _named(unknown: Unknown) -> str:
    """What to do about a name that does not exist."""
    own = f"；{_OWN}" if unknown.name.startswith(_FIGURES) else ""
    return _hint(unknown) + _EVERYWHERE + own


def _hint(unknown: Unknown) -> str:
    near = nearest(unknown.last, unknown.known)
    return f"改成“{near[0]}”；" if near else ""


def _inside(unknown: Unknown) -> str:
    """How to ask for what is in it."""
    parts = unknown.known[:_FEW]
    if unknown.name.startswith(("数", "上年数")) and parts:
        return f"后面写全，如 {unknown.name}.{parts[0]}"
    loop = f"写成 {{%p for 段 in {unknown.name} %}}…{{%p endfor %}} 逐项印"
    return f"{loop}，里面用 段.{parts[0]} 等" if parts else loop
