"""An entry taken out of a year file; it stays as a comment, and every other byte as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.pulled import GONE
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.yaml_plain import plain, read_page, same, value_at
from drafter.readers.yaml_tree import Entries, parse_tree
from drafter.readers.year_edits import EditRefusedError
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.yaml_page import Page
    from drafter.readers.yaml_plain import Path, Plain

_REMARK = lazily(rf"^ *# {GONE}：(.*?)\r?$", re.MULTILINE)


def drop_entry(text: str, path: Path, file: str = "") -> str:
    """Take a key and all below it out of its mapping, and the mapping where it is the only key.

    Args:
        text: the year file.
        path: keys and places in lists that lead to it; the last is the key.
        file: its path, for the findings.

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    page = read_page(text, file)
    above = value_at(page.tree, path[:-1])
    if not isinstance(above, Entries):
        raise _refused(path, file)
    if len(above.items) == 1:
        if len(path) > 1 and isinstance(path[-2], str):
            return drop_entry(text, path[:-1], file)
        raise _refused(path, file)
    at = next((n for n, one in enumerate(above.items) if one.key.text.strip() == path[-1]), None)
    if at is None:
        raise _refused(path, file)
    wanted = _without(plain(page.tree), path)
    told = len(parse_tree(text, "")[1])
    for way in _ways(page, above, at):
        tree, findings = parse_tree(way, "")
        if tree is not None and len(findings) <= told and same(plain(tree), wanted):
            return way
    raise _refused(path, file)


def removed(text: str) -> tuple[str, ...]:
    """What the comments of a year file tell of entries that were taken out of it."""
    return tuple(match[1] for match in _REMARK.finditer(text))


def _ways(page: Page, above: Entries, at: int) -> Iterator[str]:
    """The file without the entry, in the ways that may be right."""
    one = above.items[at]
    begin, end = page.at(one.key.spot), page.end(one.value)
    line = begin - (one.key.spot.column - 1)
    before = page.text[line:begin]
    words = " ".join(part.strip() for part in page.text[begin:end].splitlines() if part.strip())
    indent = before[: len(before) - len(before.lstrip())]
    remark = f"{indent}# {GONE}：{words}{page.newline}"
    if not before.strip() and above.end is None:
        # What a person noted behind it on its line stays behind it.
        yield page.text[:line] + remark.removesuffix(page.newline) + page.text[end:]
    if at + 1 < len(above.items):
        stop = page.at(above.items[at + 1].key.spot)
        yield page.text[:line] + remark + page.text[line:begin] + page.text[stop:]
    elif at:
        start = page.end(above.items[at - 1].value)
        yield page.text[:line] + remark + page.text[line:start] + page.text[end:]


def _without(was: Plain, path: Path) -> Plain:
    """What the file says without an entry."""
    key, *below = path
    if isinstance(was, dict):
        if not below:
            return {name: value for name, value in was.items() if name != key}
        return {n: _without(v, tuple(below)) if n == key else v for n, v in was.items()}
    if isinstance(was, list):
        return [_without(v, tuple(below)) if n == key else v for n, v in enumerate(was)]
    return was


def _refused(path: Path, file: str) -> EditRefusedError:
    where = "”下的“".join(str(one) if isinstance(one, str) else f"第{one + 1}条" for one in path)
    message = f"“{where}”没有删去：问卷里这一处的写法，程序改不了，原样没动"
    remedy = "用记事本打开问卷，自己删去"
    return EditRefusedError(error(Fault.EDIT_REFUSED, Spot(file), message, remedy, str(path[-1])))
