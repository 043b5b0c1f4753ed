"""How findings speak of a structure's sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.kit import Node

_SLOT = lazily(r"\{\{([^}|]*)[^}]*\}\}")
_SHOWN = 24


def heading_of(node: Node) -> str:
    """The heading for people: slots as 〔年度〕, a long one cut short."""
    words = node.heading.source if node.heading else "、".join(node.topics)
    shown = _SLOT.sub(lambda slot: f"〔{slot[1].strip()}〕", words)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"


def evidence(node: Node) -> str:
    """How many samples have the section, and where one is; empty for what was not learned."""
    seen = node.seen
    if seen is None:
        return ""
    where = f"，如 {seen.where[0]}" if seen.where else ""
    return f"（{seen.count}/{seen.of}份样本有{where}）"
