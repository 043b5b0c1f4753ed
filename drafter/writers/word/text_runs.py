"""Runs: stretches of a paragraph with one formatting, read off its markup, cut and formatted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.word import formatting
from drafter.writers.word.markup import SIGNS, elements, escaped, meant, tokens, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    #: What stands in a run, and what it prints: `<w:br/>` and "\v". Of a text, its mark and itself.
    Atom = tuple[object, str]
    #: What makes something of markup with paragraphs in it: a text box in a run.
    Boxed = Callable[[str], object]

_TEXT = "w:t"
_SIGNS = {f"w:{local}": sign for local, sign in SIGNS.items()}
_CLOSING, _TEXT_END = "</w:r>", "</w:t></w:r>"
#: How a run of one text begins, up to the end of the text's mark.
_PLAIN = lazily(r"(<w:r>)(<w:rPr>(?:<w:\w+(?: [^<>]*)?/>)*</w:rPr>|)(<w:t(?: [^<>]*[^<>/])?)")


class Run:
    """A run.

    Attributes:
        text: what it prints.
    """

    __slots__ = ("_atoms", "_formatting", "_markup", "_opening", "text")
    _opening: str
    _formatting: str
    _atoms: Sequence[Atom]

    def __init__(self, markup: str, text: str) -> None:
        """One with a text and nothing else, as most are; it is taken apart when it changes."""
        self._markup, self.text = markup, text

    @classmethod
    def of(cls, opening: str, formatting: str, atoms: Sequence[Atom]) -> Run:
        """One of what stands in it."""
        run = cls("", "".join([text for _, text in atoms]))
        run._opening, run._formatting, run._atoms = opening, formatting, atoms
        return run

    def __str__(self) -> str:
        """Its markup."""
        if self._markup:
            return self._markup
        atoms = [_shown(*atom) for atom in self._atoms]
        return "".join([self._opening, self._formatting, *atoms, _CLOSING])

    @property
    def is_void(self) -> bool:
        """Whether there is nothing in it but texts of no length, at least one."""
        atoms = self._taken_apart()
        return bool(atoms) and all(_is_text(mark) and not text for mark, text in atoms)

    @property
    def boxes(self) -> list[object]:
        """What was made of the text boxes in it."""
        return (
            [] if self._markup else [mark for mark, _ in self._atoms if not isinstance(mark, str)]
        )

    def give_hint(self) -> None:
        """Let “ ” and — in it be set in the Chinese font; Word takes the Latin one else."""
        self._taken_apart()
        self._formatting = formatting.with_hint(self._formatting)

    def set_style(self, style: str) -> None:
        """Give it a character style, by its id."""
        self._taken_apart()
        self._formatting = formatting.with_style(self._formatting, style)

    def cut(self, at: int) -> Run:
        """Leave its first `at` characters in it; the others, in a run of the same formatting."""
        self._atoms, after = _parts(self._taken_apart(), at)
        self.text = "".join([text for _, text in self._atoms])
        return Run.of(self._opening, self._formatting, after)

    def _taken_apart(self) -> Sequence[Atom]:
        """What stands in it."""
        if self._markup:
            head = self._markup.removesuffix(_TEXT_END).rpartition(">")[0]
            self._opening, self._formatting, mark = _plain(head) or ("", "", "")
            self._atoms = [(mark, self.text)]
            self._markup = ""
        return self._atoms


def read_runs(markup: str, boxed: Boxed) -> list[str | Run]:
    """The runs of a paragraph, and all between them as it stands."""
    # Runs of one text each and nothing between them, as most are.
    *pieces, rest = markup.split(_TEXT_END)
    found: list[str | Run] = []
    for piece in pieces:
        head, _, text = piece.rpartition(">")
        if _plain(head) is None:
            return _any(markup, boxed)
        found.append(Run(piece + _TEXT_END, meant(text) if "&" in text else text))
    return _any(markup, boxed) if rest else found


@lru_cache(256)
def _plain(head: str) -> tuple[str, str, str] | None:
    """Mark, formatting and mark of the text of a run of one text; None for any other."""
    found = _PLAIN.fullmatch(head)
    return (found[1], found[2], f"{found[3]}>") if found else None


def _any(markup: str, boxed: Boxed) -> list[str | Run]:
    row = tokens(markup)
    found: list[str | Run] = []
    between: list[str] = []
    at = 0
    while at < len(row):
        mark = row[at]
        if mark == "<w:r>" or (mark.startswith("<w:r ") and not mark.endswith("/>")):
            end = whole(row, at)
            if between:
                found.append("".join(between))
                between = []
            found.append(_run(row[at:end], boxed))
            at = end
        else:
            between.append(mark)
            at += 1
    return [*found, "".join(between)] if between else found


def _run(row: Sequence[str], boxed: Boxed) -> Run:
    """A run, of its tokens."""
    shape = ""
    atoms: list[Atom] = []
    for called, inner in elements(row[1:-1]):
        markup = "".join(inner)
        if called == formatting.RUN and not atoms:
            shape = markup
        elif called == _TEXT:
            mark = inner[0].removesuffix(">").removesuffix("/") + ">"
            atoms.append((mark, meant("".join(inner[1:-1]))))
        elif called in _SIGNS:
            atoms.append((markup, _SIGNS[called]))
        else:
            atoms.append((boxed(markup) if _has_paragraphs(markup) else markup, ""))
    return Run.of(row[0], shape, atoms)


def _has_paragraphs(markup: str) -> bool:
    """Whether there are paragraphs in markup."""
    return any(sign in markup for sign in ("<w:p>", "<w:p ", "<w:p/>"))


def _shown(mark: object, text: str) -> str:
    """The markup of what stands in a run."""
    if not _is_text(mark):
        return str(mark)
    return f"{mark}{escaped(text)}</w:t>" if text else f"{str(mark).removesuffix('>')}/>"


def _is_text(mark: object) -> bool:
    return isinstance(mark, str) and (mark == "<w:t>" or mark.startswith("<w:t "))


def _parts(atoms: Sequence[Atom], at: int) -> tuple[list[Atom], list[Atom]]:
    """What prints the first `at` characters, and what prints the others; the rest is in both."""
    before: list[Atom] = []
    after: list[Atom] = []
    begin = 0
    for mark, text in atoms:
        end, inside = begin + len(text), max(0, at - begin)
        if not text:
            before.append((mark, text))
            after.append((mark, text))
        elif _is_text(mark):
            before += [(mark, text[:inside])] if begin < at else []
            after += [(mark, text[inside:])] if end > at else []
        else:
            (before if begin < at else after).append((mark, text))
        begin = end
    return before, after
