"""The words of one paragraph changed in the texts of the year file that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.edits import by_frame, by_kept
from drafter.app.pulling.owners import owners, with_names
from drafter.readers.yaml_plain import plain_at, texts_below
from drafter.readers.year_removals import drop_entry
from drafter.readers.year_texts import arrange, replace_text
from drafter.text.marks import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.edits import Edit
    from drafter.readers.yaml_plain import Path
    from drafter.text.edited_outline import Line

_POINTS = ("不足", "安排")


def rewritten(line: Line, text: str, file: str) -> Iterator[str]:
    """The year file with a paragraph's texts changed, in the ways that may be right.

    Args:
        line: the paragraph; its figures say what the year file says.
        text: the year file.
        file: its path.
    """
    found = owners(line, text, file)
    if not found:
        return
    woven = with_names(line, found).woven
    for edits in (by_kept(woven, found), by_frame(woven, found)):
        if edits:
            yield applied(text, edits, file)


def applied(text: str, edits: Sequence[Edit], file: str) -> str:
    """The year file with texts changed, the last first so that places stay right.

    Raises:
        EditRefusedError: one cannot be changed in place.
    """
    gone = {edit.owner.path for edit in edits if edit.new == ""}
    items = {path: _item(text, path, gone) for path in gone}
    taken: set[Path] = set()
    for edit in reversed(edits):
        path = edit.owner.path
        text = _inserted(text, path, edit.after, file, behind=True)
        if edit.new:
            text = replace_text(text, path, _whole(text, edit, file), file)
        elif edit.new == "":
            item = items[path]
            if item not in taken:
                taken.add(item)
                text = _without(text, item, file)
        text = _inserted(text, path, edit.before, file, behind=False)
    return text


def _whole(text: str, edit: Edit, file: str) -> str:
    """The value to write: the file's own closing mark stays, and the lines around."""
    owner, words = edit.owner, edit.new or ""
    if owner.mark and not is_closed(words):
        words += owner.mark
    if owner.rows == 1:
        return words
    was = plain_at(text, owner.path, file)
    rows = str(was).split("\n")
    rows[owner.row] = words
    return "\n".join(rows)


def _item(text: str, path: Path, gone: set[Path]) -> Path:
    """What goes with a text: the entry as a whole when nothing of it is left."""
    entry = path[:2]
    if path[0] not in _POINTS or entry == path:
        return path
    left = [below for below, _ in texts_below(text, entry) if below not in gone]
    return path if left else entry


def _without(text: str, path: Path, file: str) -> str:
    """The file without an item of a list or a key, which stays as a comment."""
    *above, last = path
    if not isinstance(last, int):
        return drop_entry(text, path, file)
    items = plain_at(text, tuple(above), file)
    order = [at for at in range(len(items)) if at != last]
    return arrange(text, tuple(above), order, file)


def _inserted(text: str, path: Path, new: tuple[str, ...], file: str, *, behind: bool) -> str:
    """The file with new items beside the one at a path; a single text becomes a list."""
    if not new:
        return text
    if path[0] in _POINTS:
        path = path[:2]
    at = path[-1] if isinstance(path[-1], int) else 0
    above = path[:-1] if isinstance(path[-1], int) else path
    items = plain_at(text, above, file)
    count = len(items) if isinstance(items, list) else 1
    order: list[int | str] = list(range(count))
    place = at + 1 if behind else at
    order[place:place] = new
    return arrange(text, above, order, file)
