"""Programs made of what a template says; Jinja makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from drafter.writers.word.plain_run import FILTERS, USED
from drafter.writers.word.program import Program
from drafter.writers.word.sandbox import Closed
from drafter.writers.word.syntax import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_IMPORTS = "from jinja2.runtime import "
#: What `plain_run` runs. Others only as told in `_is_plain`.
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Assign, nodes.Name,
    nodes.Const, nodes.Getattr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Tuple, nodes.List,
)  # fmt: skip


def compiled(source: str, *, xml: bool) -> tuple[Program, nodes.Template]:
    """The program that prints `source`, and its syntax tree.

    Raises:
        TemplateError: it is no Jinja, or does what no template may.
    """
    environment = Closed(xml=xml)
    tree = parsed(source)
    generated = environment.compile(tree, raw=True)
    plain = all(_is_plain(node) for node in _every_node(tree))
    code = _without_jinja(generated) if plain else None
    return Program(source, xml, code), tree


def _every_node(node: nodes.Node) -> Iterator[nodes.Node]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(one.iter_child_nodes())


def _is_plain(node: nodes.Node) -> bool:
    match node:
        case nodes.For(recursive=recursive, target=target):
            return not recursive and isinstance(target, nodes.Name)
        case nodes.Assign(target=target):
            return isinstance(target, nodes.Name)
        case nodes.Getitem(arg=argument):
            return isinstance(argument, nodes.Const)
        case nodes.Filter(name=name, args=arguments, kwargs=named):
            return name in FILTERS and not (arguments or named)
        case nodes.Call(kwargs=named, dyn_args=some, dyn_kwargs=others):
            return not (named or some or others)
        case _:
            return isinstance(node, _PLAIN)


def _without_jinja(generated: str) -> CodeType | None:
    """Jinja's code without its first line, which loads Jinja; None when it needs more of it."""
    first, _, rest = generated.partition("\n")
    if not first.startswith(_IMPORTS):
        return None
    code = compile(rest, "<template>", "exec")
    return code if _names(code) <= USED else None


def _names(code: CodeType) -> frozenset[str]:
    """The names that some code does not bring along."""
    inner = (one for one in code.co_consts if hasattr(one, "co_names"))
    return frozenset(code.co_names).union(*map(_names, inner))
