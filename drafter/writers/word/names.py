"""Names, attributes and filters in a template, held against what a template can ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.tests import TESTS

from drafter.writers.word.context import TEXT, Many, Record, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What can do no harm to text. `safe` brings docxtpl's loss of text back; map, select and attr
# reach parts by a name that stands in quotes, where it is not seen.
FILTERS = frozenset(
    {"abs", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower"}
    | {"replace", "reverse", "round", "trim", "unique", "upper"}
)

#: In a loop: its counters.
LOOP = Record(
    dict.fromkeys(("index", "index0", "revindex", "revindex0", "first", "last", "length"), TEXT)
)

# A value whose shape is not known, after a filter or a fault; anything may be asked of it.
Known = Shape | None
Scope = dict[str, Known]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name, part, filter or test that does not exist.

    Attributes:
        line: of the template's plain text.
        kind: 名字, 过滤器 or 判断.
        name: as it is written, parts joined with points.
        last: the part that is wrong.
        known: what could stand in its place.
    """

    line: int
    kind: str
    name: str
    last: str
    known: tuple[str, ...]


@dataclass(slots=True)
class NameCheck:
    """Walks a template's syntax tree and collects what is unknown."""

    found: list[Unknown] = field(default_factory=list)

    def check(self, tree: nodes.Template, names: Mapping[str, Known]) -> tuple[Unknown, ...]:
        """Everything unknown in `tree`, in its order."""
        self._statements(tree.body, dict(names))
        return tuple(self.found)

    def _statements(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            match node:
                case nodes.For():
                    self._loop(node, scope)
                case nodes.If():
                    self._shape(node.test, scope)
                    self._statements(node.body, dict(scope))
                    self._statements(node.elif_, dict(scope))
                    self._statements(node.else_, dict(scope))
                case nodes.Assign(target=nodes.Name(name=name)):
                    scope[name] = self._shape(node.node, scope)
                case nodes.Assign():
                    self._shape(node.node, scope)
                    _bind_all(node.target, scope)
                case _:
                    for child in node.iter_child_nodes():
                        self._shape(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        items = self._shape(node.iter, scope)
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = items.item if isinstance(items, Many) else None
        else:
            _bind_all(node.target, inner)
        if node.test is not None:
            self._shape(node.test, inner)
        self._statements(node.body, {**inner, "loop": LOOP})
        self._statements(node.else_, dict(scope))

    def _shape(self, node: nodes.Node, scope: Scope) -> Known:
        """The shape of an expression, None when it cannot be told."""
        match node:
            case nodes.Name():
                shape = self._name(node, scope)
            case (
                nodes.Getattr(node=owner, attr=part)
                | nodes.Getitem(node=owner, arg=nodes.Const(value=str(part)))
            ):
                shape = self._part(node, self._shape(owner, scope), owner, part)
            case nodes.Getitem(node=owner, arg=argument):
                self._shape(argument, scope)
                items = self._shape(owner, scope)
                shape = items.item if isinstance(items, Many) else None
            case nodes.Filter(node=nodes.Node() as value):
                shape = self._filtered(node, self._shape(value, scope), scope)
            case _:
                shape = self._other(node, scope)
        return shape

    def _name(self, node: nodes.Name, scope: Scope) -> Known:
        """The shape of what a name stands for."""
        if node.name not in scope:
            self._report(node, "名字", node.name, node.name, scope)
        return scope.get(node.name)

    def _other(self, node: nodes.Node, scope: Scope) -> Known:
        """The shape of a constant; of anything else it is not known."""
        if isinstance(node, nodes.Const | nodes.TemplateData):
            return TEXT
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self._report(node, "判断", node.name, node.name, TESTS)
        for child in node.iter_child_nodes():
            self._shape(child, scope)
        return None

    def _part(self, node: nodes.Node, owner: Known, owner_node: nodes.Node, part: str) -> Known:
        """The shape of `owner`'s `part`."""
        if owner is None:
            return None
        parts: Mapping[str, Shape] = owner.parts if isinstance(owner, Record) else {}
        if part not in parts:
            self._report(node, "名字", f"{dotted(owner_node)}.{part}", part, parts)
        return parts.get(part)

    def _filtered(self, node: nodes.Filter, value: Known, scope: Scope) -> Known:
        """What a filter makes of a value of shape `value`."""
        if node.name not in FILTERS:
            self._report(node, "过滤器", node.name, node.name, FILTERS)
        for argument in (*node.args, *node.kwargs):
            self._shape(argument, scope)
        if node.name in {"list", "reverse", "unique", "default", "d"}:
            return value
        if node.name in {"first", "last"} and isinstance(value, Many):
            return value.item
        return None

    def _report(
        self, node: nodes.Node, kind: str, name: str, last: str, known: Iterable[str]
    ) -> None:
        self.found.append(Unknown(node.lineno, kind, name, last, tuple(sorted(known))))


def dotted(node: nodes.Node) -> str:
    """`段.片` as it is written, `…` for what is no plain name."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=owner, attr=part):
            return f"{dotted(owner)}.{part}"
        case nodes.Const(value=value):
            return repr(value)
        case _:
            return "…"


def _bind_all(target: nodes.Node, scope: Scope) -> None:
    """Make every name in `target` known, with a shape that cannot be told."""
    for name in target.find_all(nodes.Name):
        scope[name.name] = None
    if isinstance(target, nodes.Name):
        scope[target.name] = None
