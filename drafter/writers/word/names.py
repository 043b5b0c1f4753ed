"""Names, attributes and filters in a template, held against what a template can ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.tests import TESTS

from drafter.writers.word.named import COUNTERS, FIGURES
from drafter.writers.word.shapes import TEXT, Function, Many, Record, ids_in
from drafter.writers.word.syntax import dotted, section_names
from drafter.writers.word.unknown import Unknown, What

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.writers.word.shapes import Known, Shape

    Scope = dict[str, Known]

# What can do no harm to text. `safe` brings docxtpl's loss of text back; map, select and attr
# reach parts by a name that stands in quotes, where it is not seen.
FILTERS = frozenset(
    {"abs", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower"}
    | {"replace", "reverse", "round", "trim", "unique", "upper"}
)

#: In a loop: its counters.
LOOP = Record(dict.fromkeys(COUNTERS, TEXT))


@dataclass(slots=True)
class NameCheck:
    """Walks a template's syntax tree and collects what is unknown."""

    found: list[Unknown] = field(default_factory=list)
    _asked: frozenset[str] = frozenset()

    def check(self, tree: nodes.Template, names: Mapping[str, Known]) -> tuple[Unknown, ...]:
        """Everything unknown in `tree`, in its order."""
        # {%p if 节('其他') %}: a section that is asked for first need not be there.
        tests = [node.test for node in tree.find_all(nodes.If)]
        tests += [node.test for node in tree.find_all(nodes.CondExpr)]
        self._asked = frozenset(name for test in tests for name in section_names(test))
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
                case nodes.Output():
                    for value in node.nodes:
                        self._printed(value, self._shape(value, scope))
                case _:
                    for child in node.iter_child_nodes():
                        self._shape(child, scope)

    def _printed(self, node: nodes.Node, shape: Known) -> None:
        """Report what would be printed as Python shows it."""
        if isinstance(shape, Many) or (isinstance(shape, Record) and not shape.printable):
            inside = shape.item if isinstance(shape, Many) else shape
            parts = inside.parts if isinstance(inside, Record) else {}
            self._report(node, What.WHOLE, dotted(node), "", parts)
        elif isinstance(shape, Function):
            self._report(node, What.BRACKETS, dotted(node), "", ())

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        items = self._shape(node.iter, scope)
        if isinstance(items, Function):
            self._report(node, What.BRACKETS, dotted(node.iter), "", ())
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
            case nodes.Getattr() if isinstance(figures := scope.get(_family(node)), Record):
                shape = self._figure(node, figures)
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
            case nodes.Call():
                shape = self._called(node, scope)
            case _:
                shape = self._other(node, scope)
        return shape

    def _figure(self, node: nodes.Getattr, figures: Record) -> Known:
        """The shape of a figure, looked up by its whole id, so that the nearest id can be told."""
        family, _, id_ = dotted(node).partition(".")
        shape: Known = figures
        for part in id_.split("."):
            shape = shape.parts.get(part) if isinstance(shape, Record) else None
        if shape is None:
            known = (f"{family}.{one}" for one in ids_in(figures))
            self._report(node, What.NAME, dotted(node), dotted(node), known)
        return shape

    def _called(self, node: nodes.Call, scope: Scope) -> Known:
        """The shape of what a function gives."""
        owner = self._shape(node.node, scope)
        if owner is None:
            for argument in node.args:
                self._shape(argument, scope)
            return None
        names = section_names(node)
        if not isinstance(owner, Function) or len(names) != 1 or len(node.args) != 1:
            self._report(node, What.BRACKETS, dotted(node.node), "", ())
            return None
        if owner.known is not None and names[0] not in (*owner.known, *self._asked):
            self._report(node, What.SECTION, names[0], names[0], owner.known)
        return owner.result

    def _name(self, node: nodes.Name, scope: Scope) -> Known:
        """The shape of what a name stands for."""
        if node.name not in scope:
            self._report(node, What.NAME, node.name, node.name, scope)
        return scope.get(node.name)

    def _other(self, node: nodes.Node, scope: Scope) -> Known:
        """The shape of a constant; of anything else it is not known."""
        if isinstance(node, nodes.Const | nodes.TemplateData):
            return TEXT
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self._report(node, What.TEST, node.name, node.name, TESTS)
        for child in node.iter_child_nodes():
            self._shape(child, scope)
        return None

    def _part(self, node: nodes.Node, owner: Known, owner_node: nodes.Node, part: str) -> Known:
        """The shape of `owner`'s `part`."""
        if owner is None:
            return None
        parts: Mapping[str, Shape] = owner.parts if isinstance(owner, Record) else {}
        if part not in parts:
            self._report(node, What.NAME, f"{dotted(owner_node)}.{part}", part, parts)
        return parts.get(part)

    def _filtered(self, node: nodes.Filter, value: Known, scope: Scope) -> Known:
        """What a filter makes of a value of shape `value`."""
        if node.name not in FILTERS:
            self._report(node, What.FILTER, node.name, node.name, FILTERS)
        for argument in (*node.args, *node.kwargs):
            self._shape(argument, scope)
        if node.name in {"list", "reverse", "unique", "default", "d"}:
            return value
        if node.name in {"first", "last"} and isinstance(value, Many):
            return value.item
        return None

    def _report(
        self, node: nodes.Node, kind: What, name: str, last: str, known: Iterable[str]
    ) -> None:
        self.found.append(Unknown(node.lineno, kind, name, last, tuple(sorted(known))))


def _family(node: nodes.Node) -> str:
    """`数` or `上年数` where an expression asks for one of their figures; else empty."""
    first = dotted(node).partition(".")[0]
    return first if first in FIGURES else ""


def _bind_all(target: nodes.Node, scope: Scope) -> None:
    """Make every name in `target` known, with a shape that cannot be told."""
    for name in target.find_all(nodes.Name):
        scope[name.name] = None
    if isinstance(target, nodes.Name):
        scope[target.name] = None
