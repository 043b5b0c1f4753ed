"""Changes to a year file's text, gathered and made at once; what is not touched stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.model.written import Written

_COMMENT = lazily(r"(?:(?<=\s)|\A)#[^\r\n]*")
_BREAK = lazily(r"\r\n?|\n")
_BLANKS = " \t"


@dataclass
class Ink:
    """A text, where its values stand, and what is to be changed.

    Attributes:
        text: the year file.
        root: its values.
    """

    text: str
    root: Written
    _changes: list[tuple[int, int, int, str]] = field(default_factory=list)
    _remarks: dict[int, dict[str, list[str]]] = field(default_factory=dict)

    def replace(self, begin: int, end: int, words: str) -> None:
        """Put other words from `begin` to `end`."""
        self._changes.append((begin, end, len(self._changes), words))

    def below(self, offset: int, lines: Iterable[str]) -> None:
        """Put lines below the line of an offset."""
        at = self.line_end(offset)
        self.replace(at, at, "".join(f"{self.newline}{line}" for line in lines))

    def remark(self, value: Written, lead: str, words: str) -> None:
        """Put `# lead words` behind a value, before a comment that stands there.

        Several remarks with the same lead in one place are joined.
        """
        words = re.sub(r"\s+", "", words)
        told = self._remarks.setdefault(self._after(value), {}).setdefault(lead, [])
        if words not in told:
            told.append(words)

    def blank(self, value: Written) -> None:
        """Take a text away; the blanks before it go too, but not between braces."""
        begin = value.begin
        if not value.braces:
            begin = len(self.text[:begin].rstrip(_BLANKS))
        self.replace(begin, value.end, "")

    def done(self) -> str:
        """The text with every change made."""
        for at, by_lead in self._remarks.items():
            words = "".join(f"  # {lead}{'；'.join(told)}" for lead, told in by_lead.items())
            self._changes.append((at, at, -1, words))
        pieces, here = [], 0
        for begin, end, _, words in sorted(self._changes):
            pieces += [self.text[here:begin], words]
            here = max(here, end)
        self._changes, self._remarks = [], {}
        return "".join((*pieces, self.text[here:]))

    @cached_property
    def comments(self) -> tuple[tuple[int, int], ...]:
        """Where each comment begins and ends."""
        found, here = [], 0
        for begin, end in (*self._spans, (len(self.text), len(self.text))):
            found += [m.span() for m in _COMMENT.finditer(self.text, here, max(here, begin))]
            here = max(here, end)
        return tuple(found)

    @cached_property
    def newline(self) -> str:
        r"""The file's line break; \n when it has none."""
        match = _BREAK.search(self.text)
        return match.group() if match else "\n"

    def line_begin(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Where it ends, before its break."""
        match = _BREAK.search(self.text, offset)
        return match.start() if match else len(self.text)

    def inside(self, begin: int, end: int) -> list[tuple[int, str]]:
        """The comments between two offsets, each with its offset."""
        return [(a, self.text[a:b].rstrip()) for a, b in self.comments if begin <= a < end]

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """Where keys and texts stand; of a block only its lines, for a comment may stand above."""
        spans = [one.key for one in self.root.walk() if one.key]
        spans += [
            (self.line_end(one.begin) if one.block else one.begin, one.end)
            for one in self.root.texts()
        ]
        return tuple(sorted(spans))

    def _after(self, value: Written) -> int:
        """Where a remark on a value can stand: never inside a text of several lines."""
        at = value.begin if value.block else value.end
        while True:
            line, end = self.line_begin(at), self.line_end(at)
            over = next((b for a, b in self._spans if line <= a < end < b), None)
            if over is None:
                break
            at = over
        comment = next((a for a, _ in self.comments if line <= a < end), end)
        return len(self.text[:comment].rstrip(_BLANKS))
