"""One entry of a kit file, read key by key; what is wrong is kept with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from drafter.readers.codes import Fault, error
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree
from drafter.text.nearest import nearest
from drafter.text.patterns import PatternError, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    from drafter.model.finding import Finding
    from drafter.model.pattern import Pattern
    from drafter.model.spot import Spot

    Choice = TypeVar("Choice", bound=StrEnum)

_LONGEST_NUMBER = 9  # digits


class Fields:
    """A mapping whose keys are known beforehand.

    Args:
        tree: what stands in the file.
        what: what it is, in Chinese, for messages (`指标“政务.办件”`).
        known: every key that may stand there.
        findings: where faults go.
    """

    def __init__(
        self, tree: Entries, what: str, known: tuple[str, ...], findings: list[Finding]
    ) -> None:
        self.tree, self.spot, self.what, self.findings = tree, tree.spot, what, findings
        self._values = {entry.key.text: entry.value for entry in tree.items}
        for entry in tree.items:
            if entry.key.text not in known:
                self._unknown(entry.key, known)

    def tree_of(self, name: str) -> Tree | None:
        """What stands at `name`, unread; None when nothing does."""
        value = self._values.get(name)
        return None if isinstance(value, Scalar) and not value.text else value

    def text(self, name: str, default: str = "") -> str:
        """One text."""
        value = self.tree_of(name)
        if value is None:
            return default
        if isinstance(value, Scalar):
            return value.text
        self.wrong(value.spot, f"{self.what}的“{name}”应是一段文字")
        return default

    def needed(self, name: str) -> str:
        """One text that may not be missing."""
        text = self.text(name)
        if not text and self.tree_of(name) is None:
            self.missing(name)
        return text

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """One text or a list of texts."""
        value = self.tree_of(name)
        if value is None:
            return ()
        found = value.items if isinstance(value, Items) else (value,)
        for item in found:
            if not isinstance(item, Scalar):
                self.wrong(item.spot, f"{self.what}的“{name}”应是文字")
        return tuple([item for item in found if isinstance(item, Scalar)])

    def texts(self, name: str) -> tuple[str, ...]:
        """One text or a list of texts, without their places."""
        return tuple([scalar.text for scalar in self.scalars(name)])

    def items(self, name: str) -> tuple[Tree, ...]:
        """The members of a list."""
        value = self.tree_of(name)
        if value is None or isinstance(value, Items):
            return value.items if value else ()
        self.wrong(value.spot, f"{self.what}的“{name}”应是一个列表，每项前面加“- ”")
        return ()

    def pattern(self, name: str) -> Pattern | None:
        """One text with slots; None when there is none or it cannot be read."""
        value = self.tree_of(name)
        if value is not None and not isinstance(value, Scalar):
            self.wrong(value.spot, f"{self.what}的“{name}”应是一段文字")
            return None
        return pattern(value, self.findings) if value else None

    def patterns(self, name: str) -> tuple[Pattern, ...]:
        """One text with slots, or a list of them."""
        read = (pattern(scalar, self.findings) for scalar in self.scalars(name))
        return tuple(one for one in read if one is not None)

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        text = self.text(name)
        if not text:
            return default
        if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER:
            return int(text)
        self.wrong(self.place(name), f"{self.what}的“{name}”应是整数，这里是“{text}”")
        return default

    def flag(self, name: str) -> bool | None:
        """是 or 否; None when nothing is said."""
        text = self.text(name)
        if text and text not in {"是", "否"}:
            self.wrong(self.place(name), f"{self.what}的“{name}”只能写“是”或“否”")
        return text == "是" if text else None

    def place(self, name: str) -> Spot:
        """Where `name` stands, else the whole entry."""
        value = self._values.get(name)
        return value.spot if value else self.spot

    def missing(self, name: str) -> None:
        """Tell that a key is missing."""
        self.findings.append(
            error(Fault.MISSING_ANSWER, self.spot, f"{self.what}缺少“{name}”", f"加一行 {name}: …")
        )

    def wrong(self, spot: Spot, message: str) -> None:
        """Tell that something has the wrong shape."""
        self.findings.append(error(Fault.WRONG_SHAPE, spot, message, "参照同一文件夹里别的写法"))

    def _unknown(self, key: Scalar, known: tuple[str, ...]) -> None:
        near = nearest(key.text, known)
        remedy = f"是不是“{near[0]}”？" if near else ""
        remedy += f"可用的有：{'、'.join(known)}"
        message = f"{self.what}里没有“{key.text}”这一项"
        self.findings.append(error(Fault.UNKNOWN_KEY, key.spot, message, remedy, key.text))


def pattern(scalar: Scalar, findings: list[Finding]) -> Pattern | None:
    """A text with slots; None, and findings, when it cannot be read."""
    try:
        return parse_pattern(scalar.text, scalar.spot)
    except PatternError as problem:
        findings += [
            error(Fault.BAD_PATTERN, spot, message, "改正后再运行", scalar.text)
            for message, spot in problem.problems
        ]
        return None


def choice(
    text: str, kinds: type[Choice], spot: Spot, what: str, findings: list[Finding]
) -> Choice | None:
    """One of a fixed list of words; None, and a finding, for another."""
    try:
        return kinds(text)
    except ValueError:
        words = [kind.value for kind in kinds]
    near = nearest(text, words)
    remedy = f"是不是“{near[0]}”？" if near else ""
    remedy += f"可用的有：{'、'.join(words)}"
    findings.append(error(Fault.BAD_CHOICE, spot, f"{what}没有“{text}”", remedy, text))
    return None


def named(
    tree: Tree | None, what: str, findings: list[Finding]
) -> Iterator[tuple[Scalar, Entries]]:
    """The entries of a file that maps names to mappings."""
    if tree is None:
        return
    if not isinstance(tree, Entries):
        findings.append(
            error(Fault.WRONG_SHAPE, tree.spot, f"{what}文件应是“名称: …”的形式", "参照别的文件")
        )
        return
    for entry in tree.items:
        if isinstance(entry.value, Entries):
            yield entry.key, entry.value
        else:
            message = f"{what}“{entry.key.text}”下面没有内容"
            findings.append(error(Fault.WRONG_SHAPE, entry.key.spot, message, "补上内容或删去"))
