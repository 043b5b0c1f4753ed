"""Profile files: how a report is shaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import LAYOUTS, Kind, ListStyle, Part, Profile
from drafter.readers.fields import Fields, choice
from drafter.readers.nodes import read_nodes
from drafter.readers.topics import read_sentences, years
from drafter.readers.yaml_tree import Entries, Tree

if TYPE_CHECKING:
    from drafter.model.finding import Finding

KEYS = ("说明", "适用", "年度", "标题", "接排", "导语", "不足", "安排", "章节")
_LONG = 5  # digits that no level has
LIST_KEYS = ("领", "式", "因", "接排", "问")


def read_profile(tree: Tree | None, name: str, findings: list[Finding]) -> Profile | None:
    """One profile; None, and findings, when it has no title or no tree."""
    if not isinstance(tree, Entries):
        return None
    fields = Fields(tree, f"结构“{name}”", KEYS, findings)
    title = fields.pattern("标题")
    nodes = fields.tree_of("章节")
    if title is None or nodes is None:
        fields.missing("标题" if title is None else "章节")
        return None
    kinds = [choice(s.text, Kind, s.spot, "单位类型", findings) for s in fields.scalars("适用")]
    return Profile(
        name=name,
        about=fields.text("说明"),
        kinds=tuple(kind for kind in kinds if kind is not None),
        years=years(fields),
        title=title,
        lead=read_sentences(fields.items("导语"), findings),
        run_in=frozenset(int(t) for t in fields.texts("接排") if t.isdecimal() and len(t) < _LONG),
        nodes=read_nodes(nodes, findings.append),
        lists={part: _list_style(fields, part, findings) for part in Part},
        spot=tree.spot,
    )


def _list_style(fields: Fields, part: Part, findings: list[Finding]) -> ListStyle:
    """How 不足 or 安排 is written out; one paragraph with semicolons when nothing is said."""
    tree = fields.tree_of(part.value)
    if not isinstance(tree, Entries):
        return ListStyle(None, "分号", None, None, part.value)
    inner = Fields(tree, f"“{part.value}”", LIST_KEYS, findings)
    layout = inner.text("式", "分号")
    if layout not in LAYOUTS:
        inner.wrong(inner.place("式"), f"“式”只能是{'、'.join(LAYOUTS)}，这里是“{layout}”")
        layout = "分号"
    return ListStyle(
        opening=inner.pattern("领"),
        layout=layout,
        cause=inner.pattern("因"),
        run_in=inner.flag("接排"),
        ask=inner.text("问", part.value),
    )
