"""Indicator files: what may be asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafter.model.kit import Indicator, Kind, Need
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, choice, named
from drafter.readers.yaml_tree import Entries, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.finding import Finding
    from drafter.readers.yaml_tree import Scalar

KEYS = (
    "名", "问", "单位", "来源", "需", "算", "小数", "属于", "分项", "其中", "曾用", "口径",
)  # fmt: skip

#: 需 is told for groups of bodies; these make up the first of them.
_GOVERNMENT = (Kind.PROVINCE, Kind.CITY, Kind.COUNTY, Kind.DISTRICT)
_GROUPS = {
    "政府": _GOVERNMENT,
    "部门": (Kind.DEPARTMENT,),
    "乡镇": (Kind.TOWNSHIP,),
    "街道": (Kind.SUBDISTRICT,),
    "功能区": (Kind.ZONE,),
}


def read_indicators(tree: Tree | None, findings: list[Finding]) -> tuple[Indicator, ...]:
    """The indicators of one file (or of 指标 in a year file)."""
    return tuple(
        indicator
        for key, entries in named(tree, "指标", findings)
        if (indicator := _indicator(key, entries, findings)) is not None
    )


def _indicator(key: Scalar, entries: Entries, findings: list[Finding]) -> Indicator | None:
    parts = key.text.split(".")
    if not all(part.isidentifier() for part in parts):
        message = f"指标名“{key.text}”里有不能用的字符"
        remedy = "用汉字、字母、数字，以点分段，每段不能以数字开头，如 热线.受理"
        findings.append(error(Fault.BAD_ID, key.spot, message, remedy, key.text))
        return None
    fields = Fields(entries, f"指标“{key.text}”", KEYS, findings)
    name = fields.text("名") or parts[-1]
    return Indicator(
        id=key.text,
        name=name,
        question=fields.text("问") or f"{name}是多少？",
        units=fields.texts("单位"),
        supplier=fields.text("来源"),
        needs=_needs(fields, findings),
        formulas=fields.texts("算"),
        decimals=fields.number("小数", 2),
        part_of=fields.text("属于"),
        split=fields.texts("分项"),
        among=fields.texts("其中"),
        former=fields.texts("曾用"),
        note=fields.text("口径"),
        spot=key.spot,
    )


def _needs(fields: Fields, findings: list[Finding]) -> Mapping[Kind, Need]:
    """By kind of body; a single word counts for all."""
    tree = fields.tree_of("需")
    if tree is None:
        return {}
    if not isinstance(tree, Entries):
        word = fields.text("需")
        need = choice(word, Need, tree.spot, "“需”", findings) if word else None
        return dict.fromkeys(Kind, need) if need else {}
    groups = Fields(tree, "“需”", tuple(_GROUPS), findings)
    told: list[tuple[str, Need]] = []
    for group in _GROUPS:
        word = groups.text(group)
        need = choice(word, Need, groups.place(group), "“需”", findings) if word else None
        if need:
            told.append((group, need))
    return _by_kind(tuple(told))


@cache
def _by_kind(told: tuple[tuple[str, Need], ...]) -> Mapping[Kind, Need]:
    """What each kind of body is asked; a few answers are given for hundreds of indicators."""
    return {kind: need for group, need in told for kind in _GROUPS[group]}
