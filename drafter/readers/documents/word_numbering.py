"""Word's automatic numbering as the characters that it prints: 一、 （一） 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.word_labels import label
from drafter.readers.documents.word_xml import child, number, switched, value, w
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re

    from lxml.etree import _Element

_LEVELS = 9
_PLACE = lazily(r"%([1-9])")


@record
class Level:
    """How a level of a list is numbered.

    Attributes:
        start: its first number.
        form: Word's name of the number format.
        text: what is printed, `%1` standing for the first level's number.
        digits: whether every number is printed in digits, whatever its own format (`isLgl`).
        restart: 0 never; else the level (from 1) that starts it anew; None for any higher one.
        gap: whether a blank or tab follows.
        style: the id of the paragraph style tied to it; empty for none.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    digits: bool = False
    restart: int | None = None
    gap: bool = True
    style: str = ""


class Numbering:
    """The lists of a document, counting while the paragraphs are read in order."""

    def __init__(self, root: _Element | None) -> None:
        """Keep the definitions of numbering.xml; None when the document has none."""
        found = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {a.get(w("abstractNumId"), ""): a for a in found}
        self._by_link = {
            link: id_ for id_, a in self._abstract.items() if (link := value(a, "styleLink"))
        }
        lists = [] if root is None else root.findall(w("num"))
        self._lists = {entry.get(w("numId"), ""): entry for entry in lists}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, list_: str, level: int | None, style: str) -> str:
        """Count one paragraph further; the number that is printed before it.

        Args:
            list_: its `numId`.
            level: from 0; None when the list's definition ties a level to the style.
            style: that paragraph style's id.

        Returns:
            The label with the blank behind it, if any; empty for bullets and unknown lists.
        """
        if list_ not in self._lists:
            return ""
        levels = self._of(list_)
        tied = (n for n, one in enumerate(levels) if style and one.style == style)
        at = level if level is not None else next(tied, 0)
        if not 0 <= at < _LEVELS:
            return ""
        self._count(list_, levels, at)
        return self._printed(list_, levels, at)

    def _count(self, list_: str, levels: tuple[Level, ...], at: int) -> None:
        counters = self._counters.setdefault(self._abstract_id(list_), [None] * _LEVELS)
        if list_ not in self._begun:
            self._begun.add(list_)
            for n in self._restarted(list_):
                counters[n] = None
        counter = counters[at]
        counters[at] = levels[at].start if counter is None else counter + 1
        for n in range(at + 1, _LEVELS):
            restart = levels[n].restart
            if restart is None or at < restart:
                counters[n] = None

    def _printed(self, list_: str, levels: tuple[Level, ...], at: int) -> str:
        counters = self._counters[self._abstract_id(list_)]
        own = levels[at]
        if own.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            counter = counters[n]
            count = levels[n].start if counter is None else counter
            return label("decimal" if own.digits else levels[n].form, count)

        text = _PLACE.sub(shown, own.text)
        return f"{text} " if own.gap and text[-1:].isalnum() else text

    def _abstract_id(self, list_: str) -> str:
        """Of the definition; a list that borrows a style's list is led to it."""
        id_ = value(self._lists[list_], "abstractNumId") or ""
        link = value(self._abstract.get(id_), "numStyleLink")
        return self._by_link.get(link or "", id_)

    def _restarted(self, list_: str) -> list[int]:
        overrides = self._lists[list_].findall(w("lvlOverride"))
        return [
            n for o in overrides if child(o, "startOverride") is not None and (n := _ilvl(o)) >= 0
        ]

    def _of(self, list_: str) -> tuple[Level, ...]:
        if list_ not in self._levels:
            levels = [Level()] * _LEVELS
            abstract = self._abstract.get(self._abstract_id(list_))
            for element in () if abstract is None else abstract.findall(w("lvl")):
                if (n := _ilvl(element)) >= 0:
                    levels[n] = _level(element, None)
            for override in self._lists[list_].findall(w("lvlOverride")):
                if (n := _ilvl(override)) < 0:
                    continue
                start, own = number(override, "startOverride"), child(override, "lvl")
                if own is not None:
                    levels[n] = _level(own, start)
                elif start is not None:
                    old = levels[n]
                    levels[n] = Level(
                        start, old.form, old.text, old.digits, old.restart, old.gap, old.style
                    )
            self._levels[list_] = tuple(levels)
        return self._levels[list_]


def _ilvl(element: _Element) -> int:
    """A level's place from 0; -1 for one that no list has."""
    text = element.get(w("ilvl"), "")
    return int(text) if text.isdecimal() and int(text[:9]) < _LEVELS else -1


def _level(element: _Element, start: int | None) -> Level:
    own = number(element, "start")
    # Word writes formats that are newer than the standard into a choice with a fallback.
    form = value(element, "numFmt") or next(
        (f.get(w("val"), "") for f in element.iter(w("numFmt"))), "decimal"
    )
    return Level(
        start=start if start is not None else own if own is not None else 0,
        form=form,
        text=value(element, "lvlText") or "",
        digits=bool(switched(element, "isLgl")),
        restart=number(element, "lvlRestart"),
        gap=value(element, "suff") != "nothing",
        style=value(element, "pStyle") or "",
    )
