"""The comments that drafter writes on its own draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.word.markup import escaped, value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.writers.word.paragraphs import Paragraph
    from drafter.writers.word.text_runs import Run

AUTHOR, INITIALS = "drafter", "草"
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_IDS = lazily(r'<w:comment(?= )[^<>]* w:id="([0-9]+)"')
_CLOSING = "</w:comments>"


class Margin:
    """The comments of a document.

    Attributes:
        styles: ids of the template's styles, by the names that Word knows them by.
    """

    def __init__(self, before: bytes, styles: Mapping[str, str]) -> None:
        """Begin with those that are there.

        Args:
            before: the file for comments.
            styles: see above.
        """
        self.styles = styles
        self._before = before
        self._added: list[str] = []
        self._next = 0

    @property
    def count(self) -> int:
        """How many comments were added."""
        return len(self._added)

    def add(self, paragraph: Paragraph, runs: Sequence[Run], text: str) -> None:
        """Comment the words that some runs of a paragraph print.

        Each line of the text is a paragraph. Comments have no date: the clock would make two equal
        runs differ.
        """
        if not self._added:
            ids = _IDS.findall(self._before.decode())
            self._next = max(map(int, ids), default=-1) + 1
        id_ = f'w:id="{self._next}"'
        self._next += 1
        lines = text.split("\n")
        words = "".join([self._line(line, first=at == 0) for at, line in enumerate(lines)])
        told = f'{id_} w:author="{AUTHOR}" w:initials="{INITIALS}"'
        self._added.append(f"<w:comment {told}>{words}</w:comment>")
        sign = f"<w:r>{self._shape('')}<w:commentReference {id_}/></w:r>"
        start, end = f"<w:commentRangeStart {id_}/>", f"<w:commentRangeEnd {id_}/>"
        paragraph.enclose(runs, start, end + sign)

    def content(self) -> bytes:
        """The file for comments."""
        if not self._added:
            return self._before
        told = self._before.decode()
        if not told.endswith(_CLOSING):
            told = told.removesuffix("/>") + ">" + _CLOSING
        return (told.removesuffix(_CLOSING) + "".join(self._added) + _CLOSING).encode()

    def _line(self, line: str, *, first: bool) -> str:
        """A paragraph of a comment."""
        style = self.styles.get(_TEXT_STYLE)
        shape = f'<w:pPr><w:pStyle w:val="{value(style)}"/></w:pPr>' if style else "<w:pPr/>"
        mark = f"<w:r>{self._shape(_HINT)}<w:annotationRef/></w:r>" if first else ""
        space = ' xml:space="preserve"' if line != line.strip() else ""
        said = f"<w:r><w:rPr>{_HINT}</w:rPr><w:t{space}>{escaped(line)}</w:t></w:r>" if line else ""
        return f"<w:p>{shape}{mark}{said}</w:p>"

    def _shape(self, more: str) -> str:
        """What lets a run look like the sign of a comment."""
        style = self.styles.get(_MARK_STYLE)
        told = (f'<w:rStyle w:val="{value(style)}"/>' if style else "") + more
        return f"<w:rPr>{told}</w:rPr>" if told else "<w:rPr/>"
