"""A story of a finished document as paragraphs in a row, which can be marked without a tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.word.markup import is_open, meant, tokens, whole
from drafter.writers.word.text_runs import Run, read_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Marks that are Chinese or Latin: a template's own text may lack the hint which they are.
AMBIGUOUS = lazily("[“”‘’—…×·]")
_MARK = lazily(r"<w:p(?: [^<>]*)?>|</w:p>|<w:p/>")
_TEXT = lazily(r"<w:t(?: [^<>]*)?>([^<]*)</w:t>")
#: What prints a character of its own, or nests paragraphs.
_UNUSUAL = lazily(r"<w:(?:tab[ /]|br[ /]|cr[ /]|noBreakHyphen|p[ />])")
#: A text of no length.
_VOID = ("></w:t>", "<w:t/>", '"preserve"/>')
_HINTED = lazily(r'<w:rPr>(?:<w:rStyle w:val="[^"]*"/>)?<w:rFonts w:hint="eastAsia"')
#: What lxml writes shorter.
_EMPTY = lazily(r"<([\w:]+)((?: [^<>]*)?)(?<!/)></\1>")


class Paragraph:
    """A paragraph.

    Attributes:
        formatting: its `w:pPr`; empty when it has none.
        boxed: whether it stands in a text box within another paragraph.
        text: what it prints; of a text box in it, nothing.
    """

    __slots__ = (
        "_before", "_behind", "_inside", "_mixed", "_opening", "_parts", "_printing", "_starts",
        "boxed", "formatting", "text",
    )  # fmt: skip

    def __init__(self, markup: str, *, boxed: bool = False) -> None:
        """Read one, of all of its markup."""
        mark, _, inside = markup.removesuffix("</w:p>").partition(">")
        self._opening = mark.removesuffix("/") + ">"
        self.boxed = boxed
        self.formatting, self._inside = _shape(inside)
        self._before = self._behind = ""
        self._mixed = False
        self._parts: list[str | Run] | None = None  # runs, and what stands between them
        if _UNUSUAL.search(self._inside):
            self.text = "".join([run.text for run in self._read() if isinstance(run, Run)])
        else:
            self.text = meant("".join(_TEXT.findall(self._inside)))

    def __str__(self) -> str:
        """Its markup."""
        inside = self._inside if self._parts is None else "".join(map(str, self._parts))
        if self._mixed:
            inside = _EMPTY.sub(r"<\1\2/>", inside)
        told = f"{self.formatting}{self._before}{inside}{self._behind}"
        return f"{self._opening}{told}</w:p>" if told else f"{self._opening[:-1]}/>"

    @property
    def boxes(self) -> list[FlatStory]:
        """The text boxes in it."""
        runs = [part for part in self._parts or () if isinstance(part, Run)]
        return [box for run in runs for box in run.boxes if isinstance(box, FlatStory)]

    def take_out_void(self) -> None:
        """Take out runs in which a text of no length stands and nothing else."""
        kept = [part for part in self._read() if isinstance(part, str) or not part.is_void]
        self._parts = kept

    def give_hints(self) -> None:
        """Let its marks that are Chinese or Latin be set in the Chinese font."""
        if AMBIGUOUS.search(self.text):
            for part in self._read():
                if isinstance(part, Run) and AMBIGUOUS.search(part.text):
                    part.give_hint()

    def isolate(self, start: int, end: int) -> list[Run]:
        """The runs that print the characters from `start` to `end` and nothing else.

        Runs are cut where they print more; the parts keep their formatting.
        """
        self._cut(start)
        self._cut(end)
        return self._printing[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def enclose(self, runs: Sequence[Run], before: str, behind: str) -> None:
        """Put markup round some of its runs, which stand in a row."""
        parts = self._read()
        parts.insert(parts.index(runs[0]), before)
        parts.insert(parts.index(runs[-1]) + 1, behind)

    def gather(self, runs: Sequence[Run]) -> None:
        """Put some of its runs in a row behind the first of them, whatever stood between."""
        parts = self._read()
        if len(runs) == 1:
            return
        for run in runs[1:]:
            parts.remove(run)
        first = parts.index(runs[0]) + 1
        parts[first:first] = runs[1:]

    def frame(self, before: str, behind: str) -> None:
        """Put markup at its beginning, right after its formatting, and at its end."""
        self._before = before + self._before
        self._behind += behind

    def _read(self) -> list[str | Run]:
        """Its runs, and what stands between them."""
        if self._parts is None:
            self._parts = read_runs(self._inside, lambda box: FlatStory(box, boxed=True))
            self._mixed = any(isinstance(part, str) for part in self._parts)
            self._starts: list[int] = []
        return self._parts

    def _cut(self, position: int) -> None:
        """Let a run end at `position`."""
        parts = self._read()
        if not self._starts:
            self._look()
        at = bisect_right(self._starts, position) - 1
        if at < 0 or self._starts[at] == position:
            return
        run, inside = self._printing[at], position - self._starts[at]
        if inside >= len(run.text):
            return
        second = run.cut(inside)
        parts.insert(parts.index(run) + 1, second)
        self._printing.insert(at + 1, second)
        self._starts.insert(at + 1, position)

    def _look(self) -> None:
        """Note which runs print something, and where each begins in the text."""
        self._printing = [part for part in self._read() if isinstance(part, Run) and part.text]
        lengths = [len(run.text) for run in self._printing]
        self._starts = list(accumulate(lengths, initial=0))[:-1]


class FlatStory:
    """What a file of a document says.

    Attributes:
        row: its paragraphs, and the markup between them.
    """

    def __init__(self, markup: str, *, boxed: bool = False) -> None:
        """Read one.

        Args:
            markup: well-formed, as lxml writes it.
            boxed: whether it is a text box.
        """
        self.row: list[str | Paragraph] = []
        self._void = any(sign in markup for sign in _VOID)
        self._hinted = _is_hinted(markup)
        end = depth = start = 0
        for found in _MARK.finditer(markup):
            mark = found[0]
            if not depth and found.start() > end:
                self.row.append(markup[end : found.start()])
                end = found.start()
            start = found.start() if not depth else start
            depth += -1 if mark == "</w:p>" else is_open(mark)
            if not depth:
                end = found.end()
                self.row.append(Paragraph(markup[start:end], boxed=boxed))
        if end < len(markup):
            self.row.append(markup[end:])

    def __str__(self) -> str:
        """Its markup."""
        return "".join(map(str, self.row))

    def tidy(self) -> None:
        """Take out runs that print nothing and are nothing else; give hints where one is wanted."""
        for paragraph in self.paragraphs():
            if self._void:
                paragraph.take_out_void()
            if not self._hinted:
                paragraph.give_hints()

    def row_with(self, paragraph: Paragraph) -> list[str | Paragraph]:
        """The row in which one of its paragraphs stands: its own, or a text box's.

        A paragraph does not know it: what leads round in a circle waits long to be put away.
        """
        if paragraph in self.row:
            return self.row
        boxes = (box for one in self.row if isinstance(one, Paragraph) for box in one.boxes)
        return next((row for box in boxes if (row := box.row_with(paragraph))), [])

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in the order of the file, those in text boxes too."""
        for one in self.row:
            if isinstance(one, Paragraph):
                yield one
                for box in one.boxes:
                    yield from box.paragraphs()


def _shape(inside: str) -> tuple[str, str]:
    """The formatting with which a paragraph begins, and the rest of it."""
    if not inside.startswith("<w:pPr"):
        return "", inside
    if inside.startswith("<w:pPr/>"):
        return "<w:pPr/>", inside[len("<w:pPr/>") :]
    head, end, rest = inside.partition("</w:pPr>")
    if "<w:pPrChange" not in head:
        return head + end, rest
    row = tokens(inside)
    at = whole(row, 0)
    return "".join(row[:at]), "".join(row[at:])


def _is_hinted(markup: str) -> bool:
    """Whether all runs begin with a hint which marks are Chinese."""
    _, *runs = markup.split("<w:r>")
    return "<w:r " not in markup and all(map(_HINTED.match, runs))
