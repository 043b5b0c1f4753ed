"""Small questions about the syntax tree of a template."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes


@lru_cache(16)  # `lint` looks at what is compiled afterwards
def parsed(source: str) -> nodes.Template:
    """The syntax tree of a story, which nobody changes.

    Raises:
        TemplateSyntaxError, RecursionError: it is no Jinja.
    """
    return Environment(autoescape=True).parse(source)


def is_jinja(source: str) -> bool:
    """Whether a story as a whole can be parsed."""
    try:
        parsed(source)
    except (TemplateSyntaxError, RecursionError):
        return False
    return True


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


def root(node: nodes.Node) -> str | None:
    """The name with which an expression begins (段 of 段.片|reverse); None when it has none."""
    while True:
        match node:
            case nodes.Name(name=name):
                return name
            case nodes.Call(node=nodes.Name(name=name)):
                return f"{name}()"
            case nodes.Getattr(node=owner) | nodes.Getitem(node=owner):
                node = owner
            case nodes.Filter(node=nodes.Node() as value):
                node = value
            case _:
                return None


def depth(node: nodes.Node, most: int) -> int:
    """How many expressions stand in one another; counted to one more than `most`."""
    level: list[nodes.Node] = [node]
    found = 0
    while level and found <= most:
        level = [child for one in level for child in one.iter_child_nodes()]
        found += 1
    return found


def is_number(node: nodes.Node) -> bool:
    """Whether an expression is a number written out."""
    return isinstance(node, nodes.Const) and type(node.value) in {int, float}
