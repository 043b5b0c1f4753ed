"""What a template asks for, story by story, loops with what is asked for in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jinja2 import Environment, nodes

from drafter.model.record import record
from drafter.writers.word.meanings import MEANINGS
from drafter.writers.word.named import FIGURES
from drafter.writers.word.shapes import Function, Many, Record
from drafter.writers.word.source import as_jinja, lines
from drafter.writers.word.stories import stories
from drafter.writers.word.syntax import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.document import Document

    from drafter.writers.word.shapes import Known
    from drafter.writers.word.source import Line


@record
class Ask:
    """Something that a template asks for.

    Attributes:
        name: as it is written: 段.文, 节('不足'), 数.热线.受理.
        meaning: what it is; empty when there is nothing to say.
        lines: numbers of the paragraphs.
        boxed: whether the first of them stands in a text box.
        item: what a loop calls its items; empty when it is no loop.
        whole: whether a loop goes through everything; False with a condition.
        tested: whether it decides only what is printed.
        inside: what is asked for in the loop.
    """

    name: str
    meaning: str
    lines: tuple[int, ...]
    boxed: bool
    item: str = ""
    whole: bool = True
    tested: bool = False
    inside: tuple[Ask, ...] = ()


@record
class Asked:
    """What a story asks for: its name (正文, 页眉, …) and the asks, in order."""

    story: str
    asks: tuple[Ask, ...]


def asked(
    document: Document, names: Mapping[str, Known], meanings: Mapping[str, str]
) -> tuple[Asked, ...]:
    """What the template asks for; stories that ask for nothing are left out.

    Args:
        document: a template without a fault.
        names: what can be asked for.
        meanings: of figures, by id.
    """
    found = []
    for story in stories(document):
        told = lines(story)
        tree = Environment(autoescape=True).parse(as_jinja(told))
        asks = _Reader(told, meanings).read(tree.body, dict(names))
        if asks:
            found.append(Asked(story.name, asks))
    return tuple(found)


def every_ask(asks: Iterable[Ask]) -> Iterator[Ask]:
    """The asks and all that stand in loops."""
    for ask in asks:
        yield ask
        yield from every_ask(ask.inside)


@dataclass(slots=True)
class _Reader:
    """Reads the asks of one story."""

    lines: tuple[Line, ...]
    meanings: Mapping[str, str]
    own: set[str] = field(default_factory=lambda: {"loop"})

    def read(self, body: Iterable[nodes.Node], scope: dict[str, Known]) -> tuple[Ask, ...]:
        """The asks in some statements, each once."""
        found: dict[tuple[str, str, bool], Ask] = {}
        for ask in self._all(body, scope):
            key = (ask.name, ask.item, ask.whole)
            found[key] = _merged(found[key], ask) if key in found else ask
        loops = {ask.name for ask in found.values() if ask.item}
        return tuple(a for a in found.values() if not (a.tested and a.name in loops))

    def _all(self, body: Iterable[nodes.Node], scope: dict[str, Known]) -> Iterator[Ask]:
        for node in body:
            match node:
                case nodes.For():
                    yield self._loop(node, scope)
                    yield from self.read(node.else_, dict(scope))
                case nodes.If():
                    yield from self._values(node.test, scope, tested=True)
                    for branch in (node.body, node.elif_, node.else_):
                        yield from self.read(branch, scope)
                case nodes.Assign():
                    yield from self._values(node.node, scope)
                    self.own.update(name.name for name in node.target.find_all(nodes.Name))
                    if isinstance(node.target, nodes.Name):
                        self.own.add(node.target.name)
                case _:
                    for child in node.iter_child_nodes():
                        yield from self._values(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Known]) -> Ask:
        base: nodes.Node = node.iter
        while isinstance(base, nodes.Filter) and base.node is not None:
            base = base.node
        shape = _shape(base, scope)
        item = node.target.name if isinstance(node.target, nodes.Name) else "…"
        inner = {**scope, item: shape.item if isinstance(shape, Many) else None}
        ask = self._ask(base, scope, tested=False)
        return replace(ask, item=item, whole=node.test is None, inside=self.read(node.body, inner))

    def _values(
        self, node: nodes.Node, scope: dict[str, Known], *, tested: bool = False
    ) -> Iterator[Ask]:
        """The names in an expression."""
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Call):
            if _first(node) not in self.own:
                yield self._ask(node, scope, tested=tested)
            return
        for child in node.iter_child_nodes():
            yield from self._values(child, scope, tested=tested)

    def _ask(self, node: nodes.Node, scope: dict[str, Known], *, tested: bool) -> Ask:
        line = self.lines[min(node.lineno, len(self.lines)) - 1]
        meaning = self._meaning(node, scope)
        return Ask(dotted(node), meaning, (line.number,), line.box, tested=tested)

    def _meaning(self, node: nodes.Node, scope: dict[str, Known]) -> str:
        first, _, rest = dotted(node).partition(".")
        if first in FIGURES:
            return self.meanings.get(rest, "")
        match node:
            case nodes.Getattr(node=owner, attr=part) if isinstance(
                shape := _shape(owner, scope), Record
            ):
                return MEANINGS.get(f"{shape.called}.{part}", "")
            case nodes.Name(name=name):
                return MEANINGS.get(name, "")
            case nodes.Call(node=owner):
                return MEANINGS.get(dotted(owner), "")
            case _:
                return ""


def _merged(one: Ask, other: Ask) -> Ask:
    """Two asks for the same as one."""
    inside: dict[tuple[str, str, bool], Ask] = {}
    for ask in (*one.inside, *other.inside):
        key = (ask.name, ask.item, ask.whole)
        inside[key] = _merged(inside[key], ask) if key in inside else ask
    return replace(
        one,
        lines=tuple(dict.fromkeys((*one.lines, *other.lines))),
        tested=one.tested and other.tested,
        inside=tuple(inside.values()),
    )


def _first(node: nodes.Node) -> str:
    """The name with which an expression begins."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Call):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _shape(node: nodes.Node, scope: Mapping[str, Known]) -> Known:
    """The shape of a name with parts; None when it cannot be told."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name)
        case nodes.Getattr(node=owner, attr=part):
            shape = _shape(owner, scope)
            return shape.parts.get(part) if isinstance(shape, Record) else None
        case nodes.Getitem(node=owner):
            shape = _shape(owner, scope)
            return shape.item if isinstance(shape, Many) else None
        case nodes.Call(node=owner):
            shape = _shape(owner, scope)
            return shape.result if isinstance(shape, Function) else None
        case _:
            return None
