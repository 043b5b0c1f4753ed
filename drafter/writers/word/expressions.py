"""What the marks of a template may be made of: little, so that none can run away.

Names and their parts are looked at elsewhere (`names`); here it is operators, constants and loops.
A template needs no arithmetic beyond `年度|int - 1`, and no loop inside a loop but over the parts
of what the outer one goes through: so the work is never more than the report times the template.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes

from drafter.model.record import record
from drafter.writers.word.syntax import depth, is_number, root

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Characters of a text in quotes; a number's size.
LONGEST, LARGEST = 300, 1_000_000
#: Expressions in expressions: 段.片[0].文|trim is four.
DEEPEST = 12

_SIGNS: dict[type[nodes.Node], str] = {
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Concat: "~",
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Pos: "+",
    nodes.Neg: "-",
    nodes.Dict: "{…}",
    nodes.List: "[…]",
    nodes.Tuple: "(…)",
    nodes.Slice: "[:]",
}
#: What holds other expressions and can do nothing itself.
_PLAIN = (nodes.Getattr, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Test, nodes.Operand)
_OUTSIDE = "文字直接写在标记外面；要算的数，在问卷的指标里写“算”"


@record
class Refused:
    """Something that a template must not do.

    Attributes:
        line: of the template's plain text.
        code: of the finding.
        name: the fault in English.
        message: what is wrong, in Chinese.
        remedy: what to do.
    """

    line: int
    code: str
    name: str
    message: str
    remedy: str


def refused(tree: nodes.Template) -> tuple[Refused, ...]:
    """Everything in a parsed template that it must not do."""
    walk = _Walk(frozenset(name.name for one in tree.find_all(nodes.Assign) for name in _set(one)))
    walk.statements(tree.body, "", looping=False)
    return tuple(walk.found)


def _set(node: nodes.Assign) -> Iterable[nodes.Name]:
    """The names that a statement gives a value."""
    if isinstance(node.target, nodes.Name):
        return (node.target,)
    return node.target.find_all(nodes.Name)


@dataclass(slots=True)
class _Walk:
    """Collects what is refused.

    Attributes:
        given: names that some statement gives a value: of these none is known to be what its loop
            goes through.
        found: what is refused.
    """

    given: frozenset[str]
    found: list[Refused] = field(default_factory=list)

    def statements(self, body: Iterable[nodes.Node], item: str, *, looping: bool) -> None:
        """Look at statements.

        Args:
            body: the statements.
            item: what the innermost loop calls its items; empty when it is not known.
            looping: whether they stand in a loop.
        """
        for node in body:
            match node:
                case nodes.For():
                    self._loop(node, item, looping=looping)
                case nodes.If():
                    self._whole(node.test)
                    for branch in (node.body, node.elif_, node.else_):
                        self.statements(branch, item, looping=looping)
                case nodes.Assign():
                    self._whole(node.node)
                case nodes.Output():
                    for child in node.nodes:
                        self._whole(child)
                case _:
                    self._refuse(node, "这样的标记不能用在模板里", "只能用 for、if、set")

    def _loop(self, node: nodes.For, item: str, *, looping: bool) -> None:
        self._whole(node.iter)
        start = root(node.iter)
        if start is None:
            self._refuse(node, "for … in 后面只能写名字", "写成 for 段 in 正文 这样")
        elif looping and (start != item or not item):
            message = "循环里面又从头循环一遍，会印出许多遍"
            remedy = "里层的 for 只能取外层那一项里的内容，如 for 片 in 段.片"
            self.found.append(Refused(node.lineno, "T114", "loop-in-loop", message, remedy))
        if node.test is not None:
            self._whole(node.test)
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        inner = "" if target in self.given else target
        self.statements(node.body, inner, looping=True)
        self.statements(node.else_, item, looping=looping)

    def _whole(self, node: nodes.Node) -> None:
        """Look at an expression that is part of no other."""
        if depth(node, DEEPEST) > DEEPEST:
            message, remedy = "标记里一层套一层，套得太深", "写得简单些"
            self.found.append(Refused(node.lineno, "T113", "too-much", message, remedy))
        else:
            self._value(node)

    def _value(self, node: nodes.Node) -> None:
        """Look at an expression."""
        match node:
            case nodes.TemplateData() | nodes.Name() | nodes.Neg(node=nodes.Const()):
                return
            case nodes.Const():
                self._constant(node)
            case nodes.Getitem(arg=nodes.Const() | nodes.Neg(node=nodes.Const())):
                self._value(node.node)
            case nodes.Filter() | nodes.Call():
                self._applied(node)
            case nodes.Compare():
                self._compared(node)
            case nodes.Add(left=left, right=right) | nodes.Sub(left=left, right=right) if is_number(
                left
            ) or is_number(right):
                self._children(node)
            case _ if isinstance(node, _PLAIN):
                self._children(node)
            case _:
                sign = _SIGNS.get(type(node), "")
                shown = f"“{sign}”" if sign else "这样的写法"
                self._refuse(node, f"{shown}不能用在标记里", _OUTSIDE)

    def _children(self, node: nodes.Node) -> None:
        for child in node.iter_child_nodes():
            self._value(child)

    def _constant(self, node: nodes.Const) -> None:
        value = node.value
        if isinstance(value, str) and len(value) > LONGEST:
            self._refuse(node, f"引号里的文字超过了{LONGEST}字", "文字直接写在标记外面")
        elif isinstance(value, int | float) and abs(value) > LARGEST:
            self._refuse(node, f"“{value}”太大", f"不超过{LARGEST}")

    def _applied(self, node: nodes.Filter | nodes.Call) -> None:
        """What stands in the brackets of a filter or a function must stand there in so many words.

        A filter whose text grows by another text would grow without bounds.
        """
        if node.node is not None:
            self._value(node.node)
        arguments = [*node.args, *(keyword.value for keyword in node.kwargs)]
        plain = all(isinstance(argument, nodes.Const) for argument in arguments)
        if node.dyn_args or node.dyn_kwargs or not plain:
            self._refuse(node, "括号里只能写引号里的文字或数", "如 节('不足')")
        for argument in arguments:
            if isinstance(argument, nodes.Const):
                self._constant(argument)

    def _compared(self, node: nodes.Compare) -> None:
        """A comparison; `in` takes a list of constants."""
        self._value(node.expr)
        for operand in node.ops:
            listed = operand.expr
            if isinstance(listed, nodes.List | nodes.Tuple) and operand.op in {"in", "notin"}:
                for item in listed.items:
                    self._value(item)
            else:
                self._value(listed)

    def _refuse(self, node: nodes.Node, message: str, remedy: str) -> None:
        self.found.append(Refused(node.lineno, "T112", "forbidden-expression", message, remedy))
