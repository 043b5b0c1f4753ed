"""Whether every 如果 and every loop of a template is closed where Word needs it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.writers.word.source import Line, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Statements within statements; Python, which runs them, takes no more than 20 loops.
DEEPEST = 12

CLOSES = {"endfor": "for", "endif": "if"}
CONTINUES = {"else": ("for", "if"), "elif": ("if",)}


@record
class Unbalanced:
    """A statement without its other half.

    Attributes:
        line: number of the paragraph.
        tag: the statement.
        message: what is wrong with it, in Chinese.
        remedy: what to do.
    """

    line: int
    tag: Tag
    message: str
    remedy: str


@dataclass(slots=True)
class Balance:
    """Walks the statements of one story.

    What is out of balance is mended, so that the rest can still be checked.

    Attributes:
        faults: what was out of balance.
        lines: the story with stray statements left out and missing ones added.
        too_deep: the first statement that stands in too many others, and its line; None = none.
    """

    faults: list[Unbalanced] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    too_deep: tuple[int, Tag] | None = None
    _open: list[tuple[int, Tag]] = field(default_factory=list)

    def walk(self, story: Iterable[Line]) -> None:
        """Check `story` and fill `faults` and `lines`."""
        number = 0
        for line in story:
            number = line.number
            parts: list[str | Tag] = []
            for part in line.parts:
                parts += [part] if isinstance(part, str) else self._tag(number, part)
            self.lines.append(replace(line, parts=tuple(parts)))
        if self._open:
            closers = tuple(self._abandon() for _ in range(len(self._open)))
            self.lines.append(Line(number + 1, "", closers))

    def _tag(self, number: int, tag: Tag) -> list[Tag]:
        """What stands for `tag` in the mended story."""
        word = tag.word
        if word in CLOSES.values():
            self._open.append((number, tag))
            if len(self._open) > DEEPEST and self.too_deep is None:
                self.too_deep = number, tag
        elif word in CONTINUES or word in CLOSES:
            wanted = (CLOSES[word],) if word in CLOSES else CONTINUES[word]
            if not any(opener.word in wanted for _, opener in self._open):
                self._stray(number, tag, wanted)
                return []
            mended = []
            while self._open[-1][1].word not in wanted:
                mended.append(self._abandon())
            self._same_place(number, tag)
            if word in CLOSES:
                self._open.pop()
            return [*mended, tag]
        return [tag]

    def _same_place(self, number: int, tag: Tag) -> None:
        """Report a statement that stands elsewhere than its opener: docxtpl would cut the XML."""
        line, opener = self._open[-1]
        if opener.form != tag.form:
            self.faults.append(
                Unbalanced(
                    number,
                    tag,
                    f"“{tag.text}”和第{line}段的“{opener.text}”写法不同",
                    f"两处都写成 {{%{opener.form} … %}}",
                )
            )
        elif tag.form in {"", "r"} and line != number:
            self.faults.append(
                Unbalanced(
                    number,
                    tag,
                    f"“{tag.text}”和第{line}段的“{opener.text}”不在同一段里",
                    "跨段时，两处各占一段，写成 {%p … %}",
                )
            )

    def _stray(self, number: int, tag: Tag, wanted: tuple[str, ...]) -> None:
        openers = "或".join(f"{{% {word} … %}}" for word in wanted)
        self.faults.append(
            Unbalanced(number, tag, f"“{tag.text}”前面没有对应的 {openers}", "删掉它，或补上前一半")
        )

    def _abandon(self) -> Tag:
        """Report the innermost open statement; what closes it."""
        number, tag = self._open.pop()
        closer = f"{{%{tag.form} end{tag.word} %}}"
        self.faults.append(
            Unbalanced(number, tag, f"“{tag.text}”没有结束", f"在它管的内容后面加上 {closer}")
        )
        return Tag("{%", "", f"end{tag.word}", closer)
