"""contents.yaml and recipients.yaml: what a report must have, and whom it goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import Content, Delivery, Kind
from drafter.model.pattern import Pattern
from drafter.readers.fields import Fields, choice, named

if TYPE_CHECKING:
    from drafter.model.finding import Finding
    from drafter.readers.yaml_tree import Tree

CONTENT_KEYS = ("主题", "部件", "标题含", "正文含", "其余", "可无")
DELIVERY_KEYS = ("报送", "抄送", "期限", "公开")


def read_contents(tree: Tree | None, findings: list[Finding]) -> tuple[Content, ...]:
    """The prescribed contents, in the order of the file."""
    contents = []
    for key, entries in named(tree, "法定内容", findings):
        fields = Fields(entries, f"法定内容“{key.text}”", CONTENT_KEYS, findings)
        contents.append(
            Content(
                name=key.text,
                topics=fields.texts("主题"),
                parts=fields.texts("部件"),
                in_heading=fields.texts("标题含"),
                in_text=fields.texts("正文含"),
                rest=fields.flag("其余") or False,
                optional=fields.flag("可无") or False,
            )
        )
    return tuple(contents)


def read_deliveries(tree: Tree | None, findings: list[Finding]) -> dict[Kind, Delivery]:
    """Whom the report goes to, by kind of body."""
    deliveries = {}
    for key, entries in named(tree, "报送", findings):
        kind = choice(key.text, Kind, key.spot, "单位类型", findings)
        fields = Fields(entries, f"报送“{key.text}”", DELIVERY_KEYS, findings)
        if kind is not None:
            deliveries[kind] = Delivery(
                to=fields.needed("报送"),
                copy=fields.text("抄送"),
                deadline=fields.pattern("期限") or Pattern((), "", key.spot),
                publication=fields.pattern("公开") or Pattern((), "", key.spot),
            )
    return deliveries
