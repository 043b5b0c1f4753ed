"""What a year file is read with: its lines, and what has been found wrong so far.

Clerks' mistakes often leave YAML intact and change its meaning: `受理：786宗` is then a text where
a key was meant. So whoever expects a mapping or a text looks here at what was typed instead.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from drafter.model.answers import Text
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error, warning
from drafter.readers.typed import comment_after, half_width_colons, is_blank, texts_of, unsplit
from drafter.readers.yaml_tree import Entries, Entry, Items, Scalar, Tree
from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.finding import Finding

_MOST = 20  # findings about the lines of one text
_INVISIBLE = " \t\u3000\xa0\u200b\u200c\u200d"
_TIGHT = lazily(r"[^:/\s]+:[^:/ \t\n]")
_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_BLANK_BETWEEN_HAN = lazily(f"({_HAN}) +(?={_HAN})")
_KEY_LIKE = lazily(r"[^\s：:，。；、“”]{1,12}[ \u3000]*[：:]")
_KEY_FAULTS = (Fault.FULL_WIDTH_COLON, Fault.MISSING_SPACE_AFTER_COLON)


@record
class Sheet:
    """A file while it is read.

    Attributes:
        lines: the file's lines, for showing how one of them should have been written.
        findings: what is wrong; grows.
        colon_lines: lines of which it has been told that a colon is wrong; grows.
    """

    lines: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)
    colon_lines: set[int] = field(default_factory=set)

    def error(self, fault: Fault, spot: Spot, message: str, remedy: str, text: str = "") -> None:
        """Tell of something that could not be used."""
        self.findings.append(error(fault, spot, message, remedy, text))

    def warn(self, fault: Fault, spot: Spot, message: str, remedy: str, text: str = "") -> None:
        """Tell of something that was used and looks odd."""
        self.findings.append(warning(fault, spot, message, remedy, text))

    def line(self, number: int) -> str:
        """A line of the file, from 1; empty when there is no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def known_entries(
        self, tree: Tree | None, what: str, known: tuple[str, ...]
    ) -> dict[str, Tree]:
        """The values of a mapping by key, without blanks; unknown keys are told of.

        Args:
            tree: None or an empty text gives no entries.
            what: what it is, in Chinese.
            known: the keys that may stand there.
        """
        found: dict[str, Tree] = {}
        for name, entry in self.entries(tree, what, known):
            if name not in known:
                self.unknown(entry.key, name, what, known)
            elif isinstance(entry.value, Scalar) and is_blank(entry.value):
                self._look_over(entry.value)
            else:
                found[name] = entry.value
        return found

    def entries(
        self, tree: Tree | None, what: str, known: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, Entry]]:
        """The entries of a mapping with their cleaned keys; anything else is told of."""
        if tree is None or is_blank(tree):
            return
        if not isinstance(tree, Entries):
            self._no_mapping(tree, what)
            return
        seen: dict[str, Scalar] = {}
        for entry in tree.items:
            name = self._name(entry.key, known)
            if name is None:
                continue
            if name in seen:
                lines = f"第{seen[name].spot.line}行和第{entry.key.spot.line}行"
                message = f"“{name}”写了两遍：{lines}，只用了前一处"
                remedy = "两处的内容合到一处，另一处删去"
                self.error(Fault.DUPLICATE_KEY, entry.key.spot, message, remedy, name)
                continue
            seen[name] = entry.key
            yield name, entry

    def unknown(self, key: Scalar, name: str, what: str, known: Iterable[str]) -> None:
        """Tell of a key that means nothing here."""
        names = tuple(known)
        near = nearest(name, names)
        remedy = f"是不是“{near[0]}”？" if near else ""
        remedy += f"这里可以写：{'、'.join(names)}"
        message = f"{what}里没有“{name}”这一项，它的内容没有用上"
        self.error(Fault.UNKNOWN_KEY, key.spot, message, remedy, name)

    def text(self, tree: Tree | None, what: str) -> Text | None:
        """One text, stripped, inner line breaks kept; None when there is none."""
        if tree is None:
            return None
        if not isinstance(tree, Scalar):
            self._no_text(tree, what)
            return None
        self._look_over(tree)
        words = tree.text.strip()
        return Text(words, tree.spot) if words else None

    def heading(self, tree: Tree | None, what: str) -> Text | None:
        """One text without line breaks; those it has are taken out and told of."""
        if isinstance(tree, Scalar) and self.swallowed(tree, what):
            words = self.line(tree.spot.line)[tree.spot.column - 1 :].strip()
            return Text(words, tree.spot)
        text = self.text(tree, what)
        if text is None or "\n" not in text.text:
            return text
        words = "".join(line.strip() for line in text.text.split("\n"))
        message = f"{what}分了几行写，已接成一行：{words}"
        self.warn(Fault.WRAPPED_TEXT, text.spot, message, "写成一行，Word 里会自动换行", words)
        return Text(words, text.spot)

    def word(self, tree: Tree | None, what: str) -> str:
        """A heading without its place; empty when there is none."""
        text = self.heading(tree, what)
        return text.text if text else ""

    def texts(self, tree: Tree | None, what: str) -> tuple[Text, ...]:
        """One text or a list of texts; every line that is not blank is one of its own."""
        if tree is None:
            return ()
        if isinstance(tree, Scalar):
            self._look_over(tree)
            return tuple(texts_of(tree, self.line))
        if isinstance(tree, Entries):
            self._no_text(tree, what)
            return ()
        return tuple(text for item in tree.items for text in self.texts(item, what))

    def swallowed(self, scalar: Scalar, what: str, *, any_line: bool = False) -> bool:
        """Whether keys below a text were read as part of it; they are told of, one by one.

        Args:
            scalar: the text.
            what: what it is, in Chinese.
            any_line: whether it is enough that there are lines below; else one of them must look
                like a key.
        """
        if scalar.quoted or scalar.lines == 1:
            return False
        below = range(scalar.spot.line + 1, scalar.spot.line + scalar.lines)
        if not any_line and not any(_KEY_LIKE.match(self.line(n).strip()) for n in below):
            return False
        first = self.line(scalar.spot.line)
        indent = first[: len(first) - len(first.lstrip())]
        for number in below:
            if words := self.line(number).strip():
                message = f"“{words}”被当成了{what}的一部分，因为它缩进太多，或用了全角冒号"
                remedy = "写在一行里，或删去"
                name, colon, rest = words.replace("：", ":", 1).partition(":")
                if colon:
                    mended = f"{indent}{name.strip()}: {rest.strip()}".rstrip()
                    remedy = f"与第{scalar.spot.line}行对齐，写成 `{mended}`"
                spot = Spot(scalar.spot.file, number, self.line(number).find(words) + 1)
                self.error(Fault.SWALLOWED_LINE, spot, message, remedy, words)
        return True

    def half_width(self, scalar: Scalar) -> str:
        """The line on which `scalar` begins, with its full-width marks made half-width."""
        line = self.line(scalar.spot.line)
        begin = scalar.spot.column - 1
        rest = half_width_colons(line[begin:])
        if "{" in line[:begin]:
            rest = re.sub(r"，(?=[^，]*: )", ", ", rest)
        return (line[:begin] + rest).strip()

    def _name(self, key: Scalar, known: tuple[str, ...]) -> str | None:
        """The key without blanks around it; None, and a finding, when it holds its value too."""
        name = key.text.strip(_INVISIBLE)
        if key.quoted or name in known or not ("：" in name or _TIGHT.match(name)):
            return name
        # Several in one pair of braces share a line, and the first remedy shows all of it.
        if key.spot.line not in self.colon_lines:
            self.colon_lines.add(key.spot.line)
            self._key_with_value(key, name)
        return None

    def _key_with_value(self, key: Scalar, name: str) -> None:
        if "：" in name:
            shown = name.partition("：")[0]
            message = f"“{shown}”后面用了全角冒号“：”，这里要用半角冒号加一个空格"
            column = key.spot.column + key.text.index("：")
            remedy = f"写成 `{self.half_width(key)}`"
            fault = Fault.FULL_WIDTH_COLON
        else:
            shown, _, rest = name.partition(":")
            message = f"“{shown}”的冒号后面缺一个空格"
            column = key.spot.column + key.text.index(":")
            if rest[0].isspace():
                from drafter.readers.yaml_lines import blank_name

                message = f"“{shown}”的冒号后面是{blank_name(rest[0])}，要用半角空格"
                column += 1
            line = self.line(key.spot.line).replace(name, f"{shown}: {rest.lstrip()}", 1)
            remedy = f"写成 `{line.strip()}`"
            fault = Fault.MISSING_SPACE_AFTER_COLON
        self.error(fault, Spot(key.spot.file, key.spot.line, column), message, remedy, name)

    def _no_mapping(self, tree: Scalar | Items, what: str) -> None:
        if isinstance(tree, Items):
            message = f"{what}下面应当一行一项写成“名称: 内容”，不要在前面加“- ”"
            remedy = self.line(tree.spot.line).strip().removeprefix("- ")
            self.error(Fault.WRONG_SHAPE, tree.spot, message, f"写成 `{remedy}`")
            return
        if self.told_by_line(tree):
            return
        message = f"{what}下面应当一行一项写成“名称: 内容”，这里只有一段文字：{tree.text[:40]}"
        remedy = "另起一行，行首比上面的名称多空两格，写成 `名称: 内容`"
        if "：" in tree.text:
            remedy = f"另起一行，行首多空两格，写成 `{half_width_colons(tree.text)}`"
        self.error(Fault.WRONG_SHAPE, tree.spot, message, remedy, tree.text)

    def told_by_line(self, scalar: Scalar) -> bool:
        """Tell of lines of a text that look like keys with a wrong colon; whether there are any."""
        from drafter.readers.yaml_repairs import repairs_of_text

        first = scalar.spot.line
        told = 0
        for number in range(first, first + min(scalar.lines, _MOST)):
            for repair in repairs_of_text(list(self.lines[:number]), number):
                if repair.fault in _KEY_FAULTS:
                    spot = Spot(scalar.spot.file, number, repair.column)
                    self.error(repair.fault, spot, repair.message, repair.remedy, repair.text)
                    told += 1
                    break
        return told > 0

    def _no_text(self, tree: Entries | Items, what: str) -> None:
        if isinstance(tree, Entries) and len(tree.items) == 1:
            key, value = tree.items[0].key, tree.items[0].value
            if tree.end is not None and is_blank(value):
                message = f"{what}的文字以“{{”开头，它在这里另有用处，被当作了名称"
                remedy = f"要印这一项的数，写成 `'{{{{{key.text}}}}}'`"
                self.error(Fault.UNQUOTED_TEXT, tree.spot, message, remedy, key.text)
                return
            if isinstance(value, Scalar):
                line = self.line(key.spot.line)
                mended = line[: key.spot.column - 1] + unsplit(line[key.spot.column - 1 :])
                message = f"{what}的文字里有半角冒号，前半句“{key.text}”被当作了名称"
                remedy = f"把冒号改为全角，写成 `{mended.strip()}`"
                self.error(Fault.UNQUOTED_TEXT, key.spot, message, remedy, line.strip())
                return
        kind = "一个列表" if isinstance(tree, Items) else "几项“名称: 内容”"
        message = f"{what}应当是一段文字，这里却是{kind}"
        remedy = "只留一段文字；文字很长的，在冒号后面写 |，另起一行缩进两格再写"
        self.error(Fault.WRONG_SHAPE, tree.spot, message, remedy)

    def _look_over(self, scalar: Scalar) -> None:
        """Tell where YAML read something else than was meant: wrapped lines, comments, dashes."""
        if not scalar.quoted and scalar.text.startswith(("-", "－")):
            self._tight_dashes(scalar)
        if scalar.lines > 1 and _BLANK_BETWEEN_HAN.search(scalar.text):
            written = self.line(scalar.spot.line)[scalar.spot.column - 1 :]
            if not written.startswith("|"):
                message = "这段文字分了几行写，换行的地方成了空格"
                remedy = "写成一行；要分段的，在冒号后面写 |，另起一行缩进两格再写"
                self.warn(Fault.WRAPPED_TEXT, scalar.spot, message, remedy, scalar.text)
        if not scalar.quoted and (hidden := self._hidden(scalar)):
            message = f"“#{hidden}”紧接在文字后面，被当作注释，不会写进报告"
            remedy = "是文字的，给整段文字加上英文引号；是注释的，在 # 后面空一格"
            self.warn(Fault.HIDDEN_TEXT, scalar.spot, message, remedy, f"#{hidden}")

    def _tight_dashes(self, scalar: Scalar) -> None:
        """Tell of dashes that should begin an item of a list; one before a number is a minus."""
        from drafter.readers.yaml_repairs import tight_dash

        if self.line(scalar.spot.line)[: scalar.spot.column - 1].strip():
            return
        for number in range(scalar.spot.line, scalar.spot.line + min(scalar.lines, _MOST)):
            for repair in tight_dash(self.line(number), number):
                if not repair.text[1:].lstrip()[:1].isdigit():
                    spot = Spot(scalar.spot.file, number, repair.column)
                    self.error(repair.fault, spot, repair.message, repair.remedy, repair.text)

    def _hidden(self, scalar: Scalar) -> str:
        return comment_after(scalar, self.line(scalar.spot.line + scalar.lines - 1))
