"""Profile files: how a report is shaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import LAYOUTS, Kind, ListStyle, Part, Profile
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, choice, named
from drafter.readers.indicators import read_indicators
from drafter.readers.nodes import read_nodes
from drafter.readers.topics import read_sentences, read_topic, years
from drafter.readers.yaml_tree import Entries, Tree
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from drafter.model.finding import Finding
    from drafter.model.kit import Topic

#: What a variant can have of its own; the rest it shares with the profile's main structure.
_OWN_KEYS = ("接排", "不足", "安排", "章节")
#: What a learned profile tells besides, for people.
_TOLD_KEYS = ("学自", "占", "见于", "导语见于", "落款见于", "目录外")
KEYS = (
    "说明", "适用", "年度", "别的报告", "标题", "导语", *_OWN_KEYS, "变体", "主题", "指标",
    *_TOLD_KEYS,
)  # fmt: skip
_LONG = 5  # digits that no level has
LIST_KEYS = ("领", "式", "因", "接排", "问")


def read_profile(
    tree: Tree | None, name: str, findings: list[Finding], variant: str = ""
) -> Profile | None:
    """One profile; None, and findings, when it has no title or no tree.

    Args:
        tree: the file's.
        name: of the profile.
        findings: takes what is wrong.
        variant: which of its 变体; empty = its main structure.
    """
    if not isinstance(tree, Entries):
        return None
    fields = Fields(tree, f"结构“{name}”", KEYS, findings)
    own = _variant(fields, variant, findings) if variant else fields
    if own is None:
        return None
    title = fields.pattern("标题")
    nodes = own.tree_of("章节")
    if title is None or nodes is None:
        (fields if title is None else own).missing("标题" if title is None else "章节")
        return None
    kinds = [choice(s.text, Kind, s.spot, "单位类型", findings) for s in fields.scalars("适用")]
    indicators = read_indicators(fields.tree_of("指标"), findings)
    return Profile(
        name=f"{name}#{variant}" if variant else name,
        about=fields.text("说明"),
        kinds=tuple(kind for kind in kinds if kind is not None),
        years=years(fields),
        title=title,
        lead=read_sentences(fields.items("导语"), findings),
        run_in=frozenset(int(t) for t in own.texts("接排") if t.isdecimal() and len(t) < _LONG),
        nodes=read_nodes(nodes, findings.append, learned=True),
        lists={part: _list_style(own, part, findings) for part in Part},
        spot=tree.spot,
        indicators={indicator.id: indicator for indicator in indicators},
        topics=_topics(fields, findings),
        variants=tuple(name for name, _ in _named(fields, "变体", findings)),
        other_kind=fields.flag("别的报告") or False,
    )


def _variant(fields: Fields, wanted: str, findings: list[Finding]) -> Fields | None:
    """The entry under 变体; None, and a finding, when there is none of that name."""
    entries = dict(_named(fields, "变体", findings))
    if wanted in entries:
        return Fields(entries[wanted], f"变体“{wanted}”", (*_OWN_KEYS, "占", "见于"), findings)
    near = nearest(wanted, entries)
    remedy = f"是不是“{near[0]}”？" if near else ""
    remedy += f"可用的有：{'、'.join(entries)}" if entries else "去掉 # 和后面的字"
    message = f"{fields.what}里没有“{wanted}”这个变体"
    findings.append(error(Fault.UNKNOWN_PROFILE, fields.spot, message, remedy, wanted))
    return None


def _topics(fields: Fields, findings: list[Finding]) -> dict[str, Topic]:
    """The profile's own topics."""
    read = (
        read_topic(entries, name, findings) for name, entries in _named(fields, "主题", findings)
    )
    return {topic.id: topic for topic in read if topic is not None}


def _named(fields: Fields, key: str, findings: list[Finding]) -> list[tuple[str, Entries]]:
    """The entries under a key."""
    tree = fields.tree_of(key)
    return [(name.text, entries) for name, entries in named(tree, key, findings)]


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
