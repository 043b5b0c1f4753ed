"""What is wrong with a Word template, found before it is used: everything at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError

from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot
from drafter.text.nearest import nearest
from drafter.writers.word.balance import Balance
from drafter.writers.word.context import NAMES
from drafter.writers.word.names import NameCheck, Unknown
from drafter.writers.word.source import Line, Tag, as_jinja, lines
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document

    from drafter.writers.word.stories import Story

STATEMENTS = frozenset({"for", "endfor", "if", "elif", "else", "endif", "set"})

_WIDE = re.compile(r"｛\s*[｛{%％#＃]|\{\s*[｛％＃]|[｝}%％#＃]\s*｝|[％＃]\s*\}")
_LOOSE = re.compile(r"\{[{%#]|[}%#]\}")
_EVERYWHERE = "可用的名字见 drafter word"


def lint(document: Document, path: Path) -> tuple[Finding, ...]:
    """Everything in the template that would lose text, fail or run what it should not.

    Args:
        document: the template, unchanged by this.
        path: printed in the findings; their line is the number of the paragraph.
    """
    return tuple(
        finding for story in stories(document) for finding in _Story(story, path).findings()
    )


class _Story:
    """The body, a header, a footer or the footnotes of a template."""

    def __init__(self, story: Story, path: Path) -> None:
        self._name = story.name
        self._path = path
        self._lines = lines(story)
        self._environment = Environment(autoescape=True)

    def findings(self) -> Iterator[Finding]:
        """All of them, in the order of the paragraphs."""
        yield from sorted(self._all(), key=lambda finding: finding.spot)

    def _all(self) -> Iterator[Finding]:
        mended = []
        for line in self._lines:
            yield from self._marks(line)
            parts: list[str | Tag] = []
            sound = True
            for part in line.parts:
                if isinstance(part, str):
                    parts.append(_LOOSE.sub("", part))
                    continue
                faults = tuple(self._tag(line, part))
                yield from faults
                parts += [part] if not faults else _harmless(part)
                sound = sound and not faults
            if sound:
                yield from self._crowd(line)
            mended.append(replace(line, parts=tuple(parts)))
        balance = Balance()
        balance.walk(mended)
        for fault in balance.faults:
            yield self._finding(
                "T103", "unbalanced-tag", fault.line, fault.message, fault.remedy, fault.tag.text
            )
        yield from self._names(balance.lines)

    def _marks(self, line: Line) -> Iterator[Finding]:
        """Braces that are typed full-width or never closed."""
        if found := _WIDE.search(line.text):
            yield self._finding(
                "T106",
                "full-width-brace",
                line.number,
                f"“{found[0]}”是全角符号，会原样印出来",
                "切换到英文输入法，改成半角的 {{ 名字 }} 或 {% … %}",
                line.text,
            )
        elif found := _LOOSE.search(line.words):
            yield self._finding(
                "T107",
                "unclosed-tag",
                line.number,
                f"“{found[0]}”没有配成对",
                "补全成 {{ 名字 }} 或 {% … %}，并且写在同一段里",
                line.text,
            )

    def _tag(self, line: Line, tag: Tag) -> Iterator[Finding]:
        """What is wrong with a tag taken by itself."""
        if trouble := _unsupported(line, tag):
            message, remedy = trouble
            yield self._finding("T109", "unsupported-tag", line.number, message, remedy, tag.text)
            return
        try:
            self._environment.parse(_alone(tag))
        except TemplateSyntaxError as error:
            yield self._finding(
                "T102",
                "template-syntax",
                line.number,
                f"“{tag.text}”的写法不对（{error.message}）",
                "照标准模板的写法改；标准模板可用 drafter word -o 另存一份",
                tag.text,
            )

    def _crowd(self, line: Line) -> Iterator[Finding]:
        """Statements that take more or less of the page away than they seem to."""
        if line.leaves:
            if line.words.strip() or len(line.tags) > 1:
                yield self._finding(
                    "T105",
                    "crowded-paragraph",
                    line.number,
                    f"“{line.text}”里除了整段标记还有别的内容，会一起消失",
                    "每个 {%p … %} 单独占一段，其余内容另起一段",
                    line.text,
                )
        elif len(line.tags) == 1 and line.tags[0].word and not line.words.strip():
            tag = line.tags[0]
            yield self._finding(
                "T104",
                "lone-statement",
                line.number,
                f"“{tag.text}”单独占一段，印出来会留下空行",
                f"写成 {{%p {tag.body} %}}",
                tag.text,
            )

    def _names(self, mended: list[Line]) -> Iterator[Finding]:
        """Names, parts and filters that do not exist."""
        tree = self._environment.parse(as_jinja(mended))
        for unknown in NameCheck().check(tree, {**NAMES, _ANYTHING: None}):
            yield self._unknown(unknown)

    def _unknown(self, unknown: Unknown) -> Finding:
        text = self._lines[unknown.line - 1].text
        near = nearest(unknown.last, unknown.known)
        hint = f"改成“{'”或“'.join(near)}”；" if near else ""
        if unknown.kind == "名字":
            message = f"模板里没有“{unknown.name}”这个名字"
            code, name = "T101", "unknown-template-name"
            remedy = hint + _EVERYWHERE
        else:
            message = f"模板里不能用{unknown.kind}“{unknown.name}”"
            code, name = "T108", "forbidden-filter"
            remedy = f"{hint}或删掉它" if hint else "删掉它"
        return self._finding(code, name, unknown.line, message, remedy, text)

    def _finding(
        self, code: str, name: str, line: int, message: str, remedy: str, text: str
    ) -> Finding:
        place = "" if self._name == "正文" else self._name
        return Finding(
            code,
            name,
            Severity.ERROR,
            Spot(str(self._path), line),
            f"{place}第{line}段：{message}",
            remedy,
            text=text,
        )


# A name for what is mended: anything may be asked of it.
_ANYTHING = "任意"
# A statement with all that may be wrong around it: form, word, and the name that it makes.
_STATEMENT = re.compile(r"[-+\s]*(?:(p|r|tr|tc)\s+)?(for|if|elif|else|endif|endfor|set)\b\s*(\w+)?")


def _unsupported(line: Line, tag: Tag) -> tuple[str, str] | None:
    """Why a tag cannot be used in a Word template and what to write; None when it can."""
    shown = f"“{tag.text}”"
    reason: tuple[str, str] | None = None
    if tag.body[:1] in {"-", "+"} or tag.body[-1:] in {"-", "+"}:
        reason = f"{shown}里的减号或加号会把前后的段落粘在一起", "去掉它"
    elif tag.form and tag.opening == "{{":
        reason = f"{shown}里不能用“{tag.form}”", f"写成 {{{{ {tag.body} }}}}"
    elif tag.form in {"tr", "tc"} and not line.row:
        reason = f"{shown}不在表格里", f"写成 {{%p {tag.body} %}}"
    elif tag.opening == "{%":
        reason = _unsupported_statement(tag, shown)
    return reason


def _unsupported_statement(tag: Tag, shown: str) -> tuple[str, str] | None:
    """The same for `{% … %}`."""
    if tag.form and re.search(r"[}%]", tag.body):
        return f"{shown}里不能有 }} 或 % 号", "换一种写法"
    if tag.word in {"p", "r", "tr", "tc"}:
        body = tag.body.removeprefix(tag.word).strip()
        return f"{shown}的“{tag.word}”前面有空格", f"写成 {{%{tag.word} {body} %}}"
    if tag.word not in STATEMENTS:
        return f"{shown}不能用在模板里", "只能用 for、if、elif、else、set 和 endfor、endif"
    return None


def _alone(tag: Tag) -> str:
    """A template with nothing but `tag`, completed."""
    before, after = {
        "for": ("", "{% endfor %}"),
        "if": ("", "{% endif %}"),
        "elif": ("{% if 1 %}", "{% endif %}"),
        "else": ("{% if 1 %}", "{% endif %}"),
        "endif": ("{% if 1 %}", ""),
        "endfor": ("{% for 一 in () %}", ""),
    }.get(tag.word, ("", ""))
    return before + tag.plain + after


def _harmless(tag: Tag) -> list[Tag]:
    """What can stand for a faulty `tag` so that the others are still checked."""
    found = _STATEMENT.match(tag.body) if tag.opening == "{%" else None
    if not found:
        return []
    form, word, name = found[1] or tag.form, found[2], found[3] or ""
    if not name.isidentifier():
        name = _ANYTHING
    body = {
        "if": f"if {_ANYTHING}",
        "elif": f"elif {_ANYTHING}",
        "for": f"for {name} in {_ANYTHING}",
        "set": f"set {name} = {_ANYTHING}",
    }.get(word, word)
    return [Tag("{%", form, body, tag.text)]
