"""Small questions about the syntax tree of a template."""

from __future__ import annotations

from jinja2 import nodes


def dotted(node: nodes.Node) -> str:
    """`段.片` as it is written, `…` for what is no plain name."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=owner, attr=part):
            return f"{dotted(owner)}.{part}"
        case nodes.Const(value=value):
            return repr(value)
        case nodes.Call(node=owner, args=[nodes.Const(value=name)]):
            return f"{dotted(owner)}({name!r})"
        case _:
            return "…"


def section_names(node: nodes.Node) -> tuple[str, ...]:
    """The names in the brackets of every function in an expression, and of the function itself."""
    calls = [*node.find_all(nodes.Call), *([node] if isinstance(node, nodes.Call) else [])]
    constants = (one for call in calls for one in call.args if isinstance(one, nodes.Const))
    return tuple(one.value for one in constants if isinstance(one.value, str))
