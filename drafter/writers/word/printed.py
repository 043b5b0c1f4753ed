"""The paragraphs of a finished document, and the runs that print them."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from drafter.writers.word.elements import RUN_PROPERTIES, SIGNS, P, R, T, give_hint, run_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.writers.word.elements import Element

# Marks that are Chinese or Latin: a template's own text may lack the hint which they are.
_AMBIGUOUS = frozenset("“”‘’—…×·")
_VOID = frozenset({T, RUN_PROPERTIES})


class Printed:
    """A paragraph.

    Attributes:
        element: the paragraph itself.
    """

    __slots__ = ("_length", "_runs", "_starts", "_texts", "element")

    def __init__(self, element: Element, runs: Iterable[tuple[Element, str]] = ()) -> None:
        """Begin one.

        Args:
            element: the paragraph.
            runs: those of the paragraph itself, and what they print; see `elements.runs`.
        """
        self.element = element
        self._runs: list[Element] = []
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._length = 0
        for run, text in runs:
            self.add(run, text)

    @property
    def text(self) -> str:
        """What it prints."""
        return "".join(self._texts)

    def add(self, run: Element, text: str) -> None:
        """Note what its next run prints, or what its last one goes on to print."""
        if self._runs and self._runs[-1] is run:
            self._texts[-1] += text
        elif text:
            self._runs.append(run)
            self._texts.append(text)
            self._starts.append(self._length)
        self._length += len(text)

    def isolate(self, start: int, end: int) -> list[Element]:
        """The runs that print the characters from `start` to `end` and nothing else.

        Runs are cut where they print more; the parts keep their formatting.
        """
        self._cut(start)
        self._cut(end)
        return self._runs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _cut(self, position: int) -> None:
        """Let a run end at `position`."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or self._starts[at] == position:
            return
        run, text, inside = self._runs[at], self._texts[at], position - self._starts[at]
        if inside >= len(text):
            return
        second = copy.deepcopy(run)
        run.addnext(second)
        _keep(run, 0, inside)
        _keep(second, inside, len(text))
        self._runs.insert(at + 1, second)
        self._starts.insert(at + 1, position)
        self._texts[at : at + 1] = text[:inside], text[inside:]


def printed(root: Element, *, tidy: bool = False) -> list[Printed]:
    """The paragraphs of a story, in the order of the file.

    Args:
        root: what holds them.
        tidy: whether the runs are seen to. Those in which a text of no length stands, and nothing
            else, are taken out; those with marks that Word sets in the Latin font get a hint.
    """
    found: dict[Element, Printed] = {}
    void: dict[Element, None] = {}
    for element in root.iter(P, T, *SIGNS):
        tag = element.tag
        if tag == P:
            found[element] = Printed(element)
            continue
        run = element.getparent()
        if run is None or run.tag != R:
            continue
        owner = run.getparent()
        if owner not in found:
            owner = next(run.iterancestors(P), None)
        if owner is None:
            continue
        text = element.text if tag == T else SIGNS[str(tag)]
        if text:
            found[owner].add(run, text)
            if tidy and not _AMBIGUOUS.isdisjoint(text):
                give_hint(run)
        else:
            void[run] = None
    for run in void if tidy else ():
        take_out_if_void(run)
    return list(found.values())


def take_out_if_void(run: Element) -> None:
    """Take a run out in which there is nothing but formatting and texts of no length."""
    parent = run.getparent()
    if parent is not None and all(child.tag in _VOID and not child.text for child in run):
        parent.remove(run)


def _keep(run: Element, start: int, end: int) -> None:
    """Leave only the characters from `start` to `end` in `run`."""
    at = 0
    for child in tuple(run):
        single = run.makeelement(R)
        single.append(copy.copy(child))
        length = len(run_text(single))
        if length and child.tag == T:
            child.text = (child.text or "")[max(0, start - at) : max(0, end - at)]
        if length and not (at < end and at + length > start):
            run.remove(child)
        at += length
