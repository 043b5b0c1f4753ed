"""图表: which figures are to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.answers import AskedChart
from drafter.readers.codes import Fault
from drafter.readers.yaml_tree import Entries, Items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.sheet import Sheet
    from drafter.readers.yaml_tree import Tree

CHART_KEYS = ("题", "数据")


def read_charts(sheet: Sheet, tree: Tree | None) -> tuple[AskedChart, ...]:
    """图表, in the order written: an id for a chart of its own, or a mapping with 题 and 数据."""
    if tree is None:
        return ()
    if isinstance(tree, Entries):
        message = "“图表”应当是一条一条的列表，每条前面加“- ”"
        remedy = f"写成 `- {sheet.line(tree.spot.line).strip()}`"
        sheet.error(Fault.WRONG_SHAPE, tree.spot, message, remedy)
        return ()
    items = tree.items if isinstance(tree, Items) else (tree,)
    return tuple(chart for item in items for chart in _charts(sheet, item))


def _charts(sheet: Sheet, item: Tree) -> Iterator[AskedChart]:
    if not isinstance(item, Entries):
        yield from (AskedChart(None, (id_,)) for id_ in sheet.texts(item, "“图表”"))
        return
    fields = sheet.known_entries(item, "“图表”", CHART_KEYS)
    title = sheet.heading(fields.get("题"), "“图表”的“题”")
    ids = sheet.texts(fields.get("数据"), "“图表”的“数据”")
    if ids:
        yield AskedChart(title, ids)
    else:
        message = "“图表”里的这一张没有写明画哪些数据"
        remedy = "加上 `数据: [名称, 名称]`，名称与“数据”下面的相同"
        sheet.error(Fault.EMPTY_ENTRY, item.spot, message, remedy)
