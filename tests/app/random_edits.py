"""Edits made at random: of figures, of words, of headings, of sentences and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.home import HomeKind
from drafter.writers.homes import homes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from drafter.model.home import Home, Told
    from drafter.model.report import Report
    from tests.app.editing import Editor

_MARKS = re.compile(r"[，。；：、“”《》（）【】0-9%]")


def edits(report: Report, random: Random, count: int) -> list[Callable[[Editor], None]]:
    """So many edits, each in a paragraph of its own where nothing else is edited."""
    found = homes(report)
    chosen = random.sample(found, min(count, len(found)))
    return [one for home in chosen if (one := _edit(home, found, random)) is not None]


def _edit(home: Home, found: tuple[Home, ...], random: Random) -> Callable[[Editor], None] | None:
    """One edit of a paragraph; None where none can be told from its words alone."""
    whole = "\n".join(one.text for one in found)
    ways = [way for way in _ways(home, found, random) if whole.count(way[0]) == 1]
    if not ways:
        return None
    old, new = random.choice(ways)
    if new is None:
        return lambda editor: editor.insert_after(old, "新增的这一段由领导加写。")
    return lambda editor: editor.replace(old, new)


def _ways(home: Home, found: tuple[Home, ...], random: Random) -> Iterator[tuple[str, str | None]]:
    """Words that may be typed over, and what is typed; None for a paragraph behind."""
    if home.kind in {HomeKind.TITLE, HomeKind.SIGNATORY, HomeKind.DATE, HomeKind.ADDRESSEE}:
        return
    printed = Counter(one.typed for each in found for one in each.stretches)
    for one in home.stretches:
        text = home.text[one.start : one.end]
        number = re.search("[0-9]+", text)
        if one.typed and printed[one.typed] == 1 and number and not one.gap:
            more = str(int(number.group()) + 1)
            yield text, text[: number.start()] + more + text[number.end() :]
    for told in home.told:
        if words := _words(home, told, random):
            yield words, f"{words[0]}新改{words[-1]}"
            yield words, f"{words[:2]}切实{words[2:]}"
    for told in home.told[home.heading > 0 :]:
        sentence = home.text[told.start : told.end]
        if sentence.endswith("。"):
            yield sentence, f"{sentence}这是加的一句。"
    if home.kind in {HomeKind.BODY, HomeKind.RUN_IN}:
        yield home.text, None


def _words(home: Home, told: Told, random: Random) -> str:
    """Four plain characters of a sentence; empty where none were hit upon."""
    for _ in range(20):
        start = random.randrange(told.start, max(told.start + 1, told.end - 4))
        end = start + 4
        words = home.text[start:end]
        figure = any(one.start < end and start < one.end for one in home.stretches)
        if end <= told.end and not figure and not _MARKS.search(words):
            return words
    return ""
