"""Sections (章节), of a profile or of a year file that brings its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.kit import Kind, Node, Part
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, choice, pattern
from drafter.readers.seen import read_seen
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.model.finding import Finding
    from drafter.model.pattern import Pattern

KEYS = ("题", "名", "号", "接排", "主题", "部件", "文", "节", "可省", "适用", "列举")
#: What a learned profile tells of a section besides; a year file's own sections have none of it.
SEEN_KEYS = ("占", "把握", "见于", "字数", "近于", "又作", "数据")
_EXAMPLE = "每一节写成 `- 题: 标题`，其余各项在它下面对齐"


def read_nodes(
    tree: Tree, report_finding: Callable[[Finding], None], *, learned: bool = False
) -> tuple[Node, ...]:
    """The sections of a list, and all below them.

    Args:
        tree: what stands under 章节.
        report_finding: takes what is wrong; the sections that can be read are read all the same.
        learned: whether they may tell what they were learned from (a profile's may).
    """
    findings: list[Finding] = []
    nodes = _nodes(tree, findings, (*KEYS, *SEEN_KEYS) if learned else KEYS)
    for finding in findings:
        report_finding(finding)
    return nodes


def _nodes(tree: Tree, findings: list[Finding], keys: tuple[str, ...]) -> tuple[Node, ...]:
    if not isinstance(tree, Items):
        message = "这里应当是一节一节的列表，每节前面加“- ”"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, _EXAMPLE))
        return ()
    nodes: list[Node | None] = []
    for item in tree.items:
        if isinstance(item, Entries):
            nodes.append(_node(item, findings, keys))
        else:
            findings.append(_no_section(item))
    return tuple(node for node in nodes if node is not None)


def _no_section(item: Scalar | Items) -> Finding:
    words = item.text if isinstance(item, Scalar) else ""
    if "：" in words:
        key, _, rest = words.partition("：")
        message = f"“{key}”后面用了全角冒号“：”，这里要用半角冒号加一个空格"
        remedy = f"写成 `- {key.strip()}: {rest.strip()}`"
        return error(Fault.FULL_WIDTH_COLON, item.spot, message, remedy, words)
    message = "这一节没有写明是标题、主题还是别的"
    remedy = f"写成 `- 题: {words}`" if words else _EXAMPLE
    return error(Fault.WRONG_SHAPE, item.spot, message, remedy, words)


def _node(tree: Entries, findings: list[Finding], keys: tuple[str, ...]) -> Node | None:
    """One section; None, and a finding, when nothing says how it is headed."""
    fields = Fields(tree, "章节", keys, findings)
    children = fields.tree_of("节")
    node = Node(
        id=fields.text("名"),
        heading=fields.pattern("题"),
        run_in=fields.flag("接排"),
        topics=fields.texts("主题"),
        parts=_parts(fields, findings),
        paragraphs=tuple(_paragraphs(fields, findings)),
        children=_nodes(children, findings, keys) if children else (),
        kinds=_kinds(fields, findings),
        enumerated=fields.flag("列举") or False,
        optional=fields.flag("可省") or False,
        spot=tree.spot,
        number=_number(fields),
        seen=read_seen(fields) if fields.text("占") else None,
    )
    if node.heading or node.topics:
        return node
    if fields.tree_of("题") is None:
        message = "这一节没有标题，也没有可以借用标题的主题"
        findings.append(error(Fault.MISSING_ANSWER, tree.spot, message, "加一行 题: …"))
    return None


def _number(fields: Fields) -> str | None:
    """A number of its own (三、); 无 = none is printed; None = counted."""
    words = fields.text("号")
    return "" if words == "无" else words or None


def _paragraphs(fields: Fields, findings: list[Finding]) -> Iterator[Pattern]:
    """Own text; in a block each line is a paragraph."""
    for scalar in fields.scalars("文"):
        lines = scalar.text.rstrip("\n").split("\n")
        # In a block kept as it stands every line of the text is a line of the file.
        literal = scalar.lines == len(lines) + 1
        for number, line in enumerate(lines, 1):
            spot = Spot(scalar.spot.file, scalar.spot.line + number) if literal else scalar.spot
            words = line.strip()
            read = pattern(replace(scalar, text=words, spot=spot), findings) if words else None
            if read is not None:
                yield read


def _parts(fields: Fields, findings: list[Finding]) -> tuple[Part, ...]:
    found = (choice(s.text, Part, s.spot, "“部件”", findings) for s in fields.scalars("部件"))
    return tuple(part for part in found if part is not None)


def _kinds(fields: Fields, findings: list[Finding]) -> tuple[Kind, ...]:
    found = (choice(s.text, Kind, s.spot, "单位类型", findings) for s in fields.scalars("适用"))
    return tuple(kind for kind in found if kind is not None)
