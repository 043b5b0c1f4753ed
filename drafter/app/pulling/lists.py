"""Lists of a year file whose items are the paragraphs of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import shots
from drafter.app.pulling.unseen import printed_paragraphs
from drafter.readers.yaml_plain import path_at, plain_at
from drafter.readers.year_edits import append, put
from drafter.readers.year_texts import add_list, arrange, replace_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.readers.yaml_plain import Path
    from drafter.text.edited_outline import Line

_BODIES, _LEAD = "正文", "导语"


def list_of(bench: Bench, at: int) -> Path | None:
    """The list that has all of a section's own paragraphs; None when there is none."""
    homes = [home for home in bench.homes() if home.section == at and home.told]
    spots = [told.spot for home in homes for told in home.told if told.origin in {_BODIES, _LEAD}]
    paths = [path_at(bench.text, spot) if spot.file == bench.file else None for spot in spots]
    above = {path[:-1] if isinstance(path[-1], int) else path for path in paths if path}
    return above.pop() if len(above) == 1 and None not in paths else None


def new_list(text: str, path: Path, words: Sequence[str], file: str) -> str:
    """The file with these texts at a path; those that are there already stay untouched.

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    old = _items(text, path, file)
    left = {one: at for at, one in reversed([*enumerate(old)])}
    order = [left.pop(one, one) for one in words]
    return _written(text, path, order, file)


def rearranged(
    bench: Bench, at: int, path: Path, lines: Sequence[Line], words: Sequence[str]
) -> str:
    """The file with a section's paragraphs in the list that they came from.

    Items of which nothing is printed now stay behind the one that they follow.

    Args:
        bench: the year file.
        at: the section; -1 is the lead.
        path: its list, see `list_of`.
        lines: the paragraphs as they shall be.
        words: the same as they go into the year file.

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    old = _items(bench.text, path, bench.file)
    printed, places = shots(bench.report)[at + 2][2], _printed(bench, at, old)
    if len(printed) != len(places):
        printed, places = tuple(old), list(range(len(old)))
    stood = dict(zip(reversed(printed), reversed(places), strict=True))
    left = dict(stood)
    order: list[int | str] = []
    anchors: list[int] = []
    for line, word in zip(lines, words, strict=True):
        place = left.pop(line.text, left.pop(word, None))
        order.append(word if place is None else place)
        anchors.append(stood.get(line.old, -1) if place is None else place)
    for silent in sorted(set(range(len(old))) - set(places)):
        before = [n for n, anchor in enumerate(anchors) if 0 <= anchor < silent]
        behind = before[-1] + 1 if before else 0
        order.insert(behind, silent)
        anchors.insert(behind, silent)
    return _written(bench.text, path, order, bench.file)


def _printed(bench: Bench, at: int, old: Sequence[str]) -> list[int]:
    """Which item each printed paragraph is; empty when that cannot be told."""
    told = [n for n, words in enumerate(old) if words.strip()]
    printed = printed_paragraphs(bench, at)
    if len(told) != len(printed):
        return []
    return [n for n, there in zip(told, printed, strict=True) if there]


def _items(text: str, path: Path, file: str) -> list[str]:
    """The items of a list, or the lines of a text."""
    was = plain_at(text, path, file)
    if isinstance(was, list):
        return [str(one) for one in was]
    return str(was).rstrip("\n").split("\n") if was else []


def _written(text: str, path: Path, order: Sequence[int | str], file: str) -> str:
    """The file with a list, or a text of several lines, in another order."""
    was = plain_at(text, path, file)
    old = _items(text, path, file)
    words = [old[one] if isinstance(one, int) else one for one in order]
    if isinstance(was, list) or (len(old) == 1 and len(words) > 1):
        return arrange(text, path, order, file, traceless=True)
    if old:
        return replace_text(text, path, "\n".join(words), file)
    if len(path) > 1:
        return add_list(text, (str(path[0]), str(path[1])), words, file)
    if len(words) == 1:
        return put(text, (str(path[0]),), words[0], file)
    for one in words:
        text = append(text, (str(path[0]),), one, file)
    return text
