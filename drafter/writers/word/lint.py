"""What is wrong with a Word template, found before it is used: everything at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError

from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.writers.word.balance import Balance
from drafter.writers.word.elsewhere import marks_elsewhere
from drafter.writers.word.expressions import refused
from drafter.writers.word.names import NameCheck
from drafter.writers.word.shapes import NAMES
from drafter.writers.word.source import Line, Tag, as_jinja, lines
from drafter.writers.word.stories import stories
from drafter.writers.word.syntax import is_jinja, parsed
from drafter.writers.word.tags import ANYTHING, LONGEST_TAG, alone, harmless, unsupported
from drafter.writers.word.unknown import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docx.document import Document

    from drafter.writers.word.elements import Story
    from drafter.writers.word.shapes import Known

#: More than any report's template needs; beyond them even looking takes long.
MOST_TAGS, MOST_LOOPS, LONGEST_PARAGRAPH = 1_000, 60, 20_000
_MOST_ELSEWHERE = 20

_WIDE = lazily(r"｛\s*[｛{%％#＃]|\{\s*[｛％＃]|[｝}%％#＃]\s*｝|[％＃]\s*\}")
_WIDE_SIGNS = frozenset("（）［］．，｜＝＇＂")
_LOOSE = lazily(r"\{[{%#]|[}%#]\}")

_SHOWN = 20  # characters of a paragraph in a message


def lint(document: Document, path: Path, names: Mapping[str, Known] = NAMES) -> tuple[Finding, ...]:
    """Everything in the template that would lose text, fail or run what it should not.

    Args:
        document: the template, unchanged by this.
        path: printed in the findings; their line is the number of the paragraph.
        names: what can be asked for; as it stands, any figure and any section.
    """
    return tuple(
        finding for story in stories(document) for finding in _Story(story, path, names).findings()
    )


class _Story:
    """The body, a header, a footer or the footnotes of a template."""

    def __init__(self, story: Story, path: Path, names: Mapping[str, Known]) -> None:
        self._story = story
        self._name = story.name
        self._path = path
        self._names = names
        self._lines = lines(story)
        self._environment = Environment(autoescape=True)
        self._source = ""  # the story as Jinja can read it as a whole, and so each tag in it
        self._sound: set[str] = set()  # tags that Jinja can read

    def findings(self) -> Iterator[Finding]:
        """All of them, in the order of the paragraphs."""
        yield from sorted(self._all(), key=lambda finding: finding.spot)

    def _all(self) -> Iterator[Finding]:
        swollen = tuple(self._swollen())
        if swollen:
            yield from swollen
            return
        yield from self._elsewhere()
        source = as_jinja(self._lines)
        self._source = source if is_jinja(source) else ""
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
                parts += [part] if not faults else harmless(part)
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
        if balance.too_deep is not None:
            number, tag = balance.too_deep
            message, remedy = f"“{tag.text}”前面套着太多层 for 和 if", "减少层数"
            yield self._finding("T113", "too-much", number, message, remedy, tag.text)
            return
        yield from self._expressions(balance.lines)

    def _swollen(self) -> Iterator[Finding]:
        """What is too much to be looked at."""
        for line in self._lines:
            if len(line.text) > LONGEST_PARAGRAPH:
                message = f"有{len(line.text)}字，超过了{LONGEST_PARAGRAPH}字"
                yield self._finding("T113", "too-much", line.number, message, "分成几段", "")
        tags = [tag for line in self._lines for tag in line.tags]
        loops = sum(tag.word == "for" for tag in tags)
        if len(tags) > MOST_TAGS or loops > MOST_LOOPS:
            message = f"起有{len(tags)}个标记、{loops}个 for，最多{MOST_TAGS}个、{MOST_LOOPS}个"
            remedy = "照标准模板的写法改，用 for 逐段印"
            yield self._finding("T113", "too-much", 1, message, remedy, "")

    def _elsewhere(self) -> Iterator[Finding]:
        """Marks where none can be filled in."""
        for number, where, text in islice(marks_elsewhere(self._story), _MOST_ELSEWHERE):
            message = f"{where}里有标记“{text[:LONGEST_TAG]}”，填不了"
            remedy = "把标记删掉，或者写到正文的文字里"
            yield self._finding("T111", "tag-out-of-place", number, message, remedy, text)

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
        if trouble := unsupported(line, tag):
            message, remedy = trouble
            yield self._finding("T109", "unsupported-tag", line.number, message, remedy, tag.text)
            return
        if tag.plain in self._source or tag.plain in self._sound:
            return
        try:
            self._environment.parse(alone(tag))
            self._sound.add(tag.plain)
        except (TemplateSyntaxError, RecursionError) as error:
            message = f"“{tag.text}”的写法不对（{getattr(error, 'message', '太复杂')}）"
            remedy = "照标准模板的写法改；标准模板可用 drafter word -o 另存一份"
            if _WIDE_SIGNS & set(tag.body):
                remedy = "括号、引号、点都用半角的，如 节('不足')"
            yield self._finding("T102", "template-syntax", line.number, message, remedy, tag.text)

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

    def _expressions(self, mended: list[Line]) -> Iterator[Finding]:
        """Names, parts and filters that do not exist, and what no template may do."""
        try:
            tree = parsed(as_jinja(mended))
        except TemplateSyntaxError as error:
            # Each tag is right, and as many are closed as are opened: the order is wrong.
            text = self._lines[error.lineno - 1].text
            message = f"标记的次序不对，到“{text[:_SHOWN]}”这里接不上"
            remedy = "按 if、elif、else、endif 的次序写；for 和 if 一层套一层，不要交叉"
            yield self._finding("T103", "unbalanced-tag", error.lineno, message, remedy, text)
            return
        for unknown in NameCheck().check(tree, {**self._names, ANYTHING: None}):
            text = self._lines[unknown.line - 1].text
            code, name, message, remedy = told(unknown)
            yield self._finding(code, name, unknown.line, message, remedy, text)
        for one in refused(tree):
            text = self._lines[one.line - 1].text
            yield self._finding(one.code, one.name, one.line, one.message, one.remedy, text)

    def _finding(
        self, code: str, name: str, line: int, message: str, remedy: str, text: str
    ) -> Finding:
        place = "" if self._name == "正文" else self._name
        return Finding(
            code,
            name,
            Severity.ERROR,
            Spot(str(self._path), line),
            f"{place}第{line}段：{message}" if line else f"{place}{message}",
            remedy,
            text=text,
        )
