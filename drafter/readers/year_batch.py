"""Many values put into a year file at one go; every other byte stays as the clerk wrote it.

One value at a time, the text is read again for each. Here all changes are worked out on the same
text, made together, and the text is read again once. Where that does not come out right, half of
them are tried, and so on down to one, which `year_edits` puts in in its own careful way.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.yaml_edits import Change, edited
from drafter.readers.yaml_page import Page, leaves, parts
from drafter.readers.yaml_tree import Entries, Scalar, Tree, parse_tree
from drafter.readers.year_edits import FIGURES, EditRefusedError, append, put
from drafter.readers.year_figures import DETAILS, has_details
from drafter.readers.year_file import KEYS
from drafter.text.splices import difference, spliced
from drafter.text.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TEXT = "文"
_Path = tuple[str | int, ...]


@record
class Entry:
    """One value and where it goes.

    Attributes:
        path: keys from the top; an indicator's id may have dots.
        value: what shall be read there.
        item: whether it is one more text of the list at `path`.
    """

    path: tuple[str, ...]
    value: str
    item: bool = False

    @property
    def parts(self) -> _Path:
        """The path without regard to dots."""
        return tuple(part for name in self.path for part in parts(name))


@record
class FigureEntry:
    """A figure's answer, and what else is known of it (来源, 截至, 备注)."""

    id: str
    value: str
    details: tuple[tuple[str, str], ...] = ()


def put_many(text: str, entries: Iterable[Entry], file: str = "") -> tuple[str, tuple[Entry, ...]]:
    """Change or add many values.

    Args:
        text: the year file, with line breaks of any kind, without a byte order mark.
        entries: no two values for one place.
        file: its path, for the findings.

    Returns:
        The text, and the entries that could not be put in without changing something else.

    Raises:
        DrafterError: the text is not YAML.
    """
    first: dict[tuple[_Path, str], Entry] = {}
    more: list[Entry] = []
    for entry in entries:
        key = entry.parts, "" if entry.item else entry.value
        # The first text opens the list to which the others are added.
        if key in first:
            more.append(entry)
        else:
            first[key] = entry
    text, refused = _put(text, list(first.values()), file)
    text, others = _put(text, more, file)
    return text, (*refused, *others)


def put_figures(
    text: str, figures: Sequence[FigureEntry], file: str = ""
) -> tuple[str, tuple[str, ...]]:
    """Change or add many figures.

    Args:
        text: the year file.
        figures: each id once. Where a figure stands with details already, its 值 is set; else
            details make it `{值: 786宗, 来源: 区司法局}`.
        file: its path, for the findings.

    Returns:
        The text, and the ids whose value or details could not be put in.

    Raises:
        DrafterError: the text is not YAML.
    """
    tree, _ = parse_tree(text, file)
    values = _values(tree)
    detailed = {one.id for one in figures if isinstance(values.get(parts(one.id)), Entries)}
    entries = [
        _entry(one.id, DETAILS[0] if one.id in detailed else "", one.value) for one in figures
    ]
    entries += [
        _entry(one.id, name, words)
        for one in figures
        if one.id in detailed
        for name, words in one.details
    ]
    text, refused = put_many(text, entries, file)
    failed = {entry.path[1] for entry in refused}
    wanted = [one for one in figures if one.details and one.id not in detailed | failed]
    text, others = _put_details(text, wanted, file)
    return text, (*failed, *others)


def _entry(id_: str, name: str, value: str) -> Entry:
    return Entry((FIGURES, id_, name) if name else (FIGURES, id_), value)


def _put(text: str, entries: list[Entry], file: str) -> tuple[str, tuple[Entry, ...]]:
    """All of them together, else in halves."""
    if not entries:
        return text, ()
    if len(entries) == 1:
        only = entries[0]
        try:
            change = append if only.item else put
            return change(text, only.path, only.value, file), ()
        except EditRefusedError:
            return text, (only,)
    together = _together(text, entries, file)
    if together is not None:
        return together, ()
    middle = len(entries) // 2
    text, refused = _put(text, entries[:middle], file)
    text, others = _put(text, entries[middle:], file)
    return text, (*refused, *others)


def _together(text: str, entries: list[Entry], file: str) -> str | None:
    """The text with all changes made; None when that changes anything else."""
    tree, findings = parse_tree(text, file)
    page = Page(text, tree)
    splices = []
    for entry in entries:
        takes = _takes_figure if entry.path[0] == FIGURES else _takes
        change = Change(entry.path, entry.value, entry.item, KEYS, takes, _TEXT)
        way = next(edited(page, change), None)
        if way is None:
            return None
        splices.append(difference(text, way))
    after = spliced(text, splices)
    if after is None:
        return None
    read, told = parse_tree(after, file)
    same = Counter(f.code for f in told) == Counter(f.code for f in findings)
    return after if same and _agrees(tree, read, entries) else None


def _agrees(before: Tree | None, after: Tree | None, entries: list[Entry]) -> bool:
    """Whether the new reading is the old one and the entries, nothing else."""
    values = {entry.parts: entry.value for entry in entries if not entry.item}
    lists = {entry.parts for entry in entries if entry.item}
    on_the_way = {path[:length] for path in (*values, *lists) for length in range(len(path) + 1)}
    expected = Counter(values.items())
    texts: dict[_Path, list[str]] = {path: [] for path in lists}
    for path, words in leaves(before):
        inside = _list_of(path, lists)
        if inside is not None and words:
            texts[inside].append(words)
        elif inside is None and path not in values and (words or path not in on_the_way):
            expected[path, words] += 1
    for entry in entries:
        if entry.item:
            texts[entry.parts].append(entry.value)
    read: Counter[tuple[_Path, str]] = Counter()
    found: dict[_Path, list[str]] = {path: [] for path in lists}
    for path, words in leaves(after):
        inside = _list_of(path, lists)
        if inside is None:
            read[path, words] += 1
        elif words:
            found[inside].append(words)
    return read == expected and found == texts


def _list_of(path: _Path, lists: set[_Path]) -> _Path | None:
    """The list, of those that grow, to which a reading belongs."""
    if not lists:
        return None
    return next((path[:n] for n in range(len(path), 0, -1) if path[:n] in lists), None)


def _put_details(text: str, figures: list[FigureEntry], file: str) -> tuple[str, tuple[str, ...]]:
    """Plain figures turned into figures with details, where that changes nothing else."""
    if not figures:
        return text, ()
    tree, _ = parse_tree(text, file)
    page, values = Page(text, tree), _values(tree)
    splices, expected = [], Counter(leaves(tree))
    for one in figures:
        scalar = values.get(parts(one.id))
        if not isinstance(scalar, Scalar):
            continue
        told = ((DETAILS[0], scalar.text), *one.details)
        flow = ", ".join(f"{name}: {yaml_text(words)}" for name, words in told)
        splices.append((page.at(scalar.spot), page.end(scalar), f"{{{flow}}}"))
        path = (FIGURES, *parts(one.id))
        expected.subtract([(path, scalar.text)])
        expected.update(((*path, name), words) for name, words in told)
    after = spliced(text, splices)
    if after is not None and Counter(leaves(parse_tree(after, file)[0])) == +expected:
        return after, ()
    if len(figures) == 1:
        return text, (figures[0].id,)
    middle = len(figures) // 2
    text, refused = _put_details(text, figures[:middle], file)
    text, others = _put_details(text, figures[middle:], file)
    return text, (*refused, *others)


def _values(tree: Tree | None) -> dict[tuple[str, ...], Tree]:
    """What stands below 数据, by the parts of its id; groups too."""
    found: dict[tuple[str, ...], Tree] = {}
    figures = tree.get(FIGURES) if isinstance(tree, Entries) else None
    if isinstance(figures, Entries):
        _gather(figures, (), found)
    return found


def _gather(entries: Entries, above: tuple[str, ...], found: dict[tuple[str, ...], Tree]) -> None:
    for entry in entries.items:
        path = (*above, *parts(entry.key.text))
        if isinstance(entry.value, Entries) and not has_details(entry.value):
            _gather(entry.value, path, found)
        else:
            found.setdefault(path, entry.value)


def _takes(entries: Entries, key: str) -> bool:  # noqa: ARG001
    return True


def _takes_figure(entries: Entries, key: str) -> bool:
    """A mapping that tells of one figure takes no other."""
    return not has_details(entries) or key in DETAILS
