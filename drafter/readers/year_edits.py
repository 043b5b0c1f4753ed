"""One value put into a year file; every other byte stays as the clerk wrote it.

The text is changed, not written anew: comments, order, blank lines, quotes and line breaks are the
clerk's. After each change the text is read again, and a change that alters any other reading is
never handed out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.yaml_edits import Change, edited, free_item
from drafter.readers.yaml_page import Page, leaves, parts
from drafter.readers.yaml_tree import Entries, Items, Tree, parse_tree
from drafter.readers.year_figures import DETAILS, has_details
from drafter.readers.year_file import KEYS

if TYPE_CHECKING:
    from drafter.model.finding import Finding
    from drafter.readers.yaml_page import Leaf

FIGURES = "数据"
TEXT = "文"  # of an entry of 不足 or 安排 that is told with its keys


class EditRefusedError(DrafterError):
    """The value could not be put in without touching something else; nothing was changed."""


def put_figure(text: str, id_: str, value: str, file: str = "") -> str:
    """Change or add the answer to an indicator.

    Where the figure is told with details ({值: , 来源: …}), its 值 is set.

    Args:
        text: the year file, with line breaks of any kind.
        id_: `普法.活动`; it may stand nested or dotted, blank, answered, behind a # or not at all.
        value: as a clerk would type it; empty to blank the answer.
        file: its path, for the findings.

    Raises:
        EditRefusedError: the value cannot be put in without changing something else.
        DrafterError: the text is not YAML.
    """
    tree = _read(text, file)[0]
    detailed = _value_at(tree, (FIGURES, *parts(id_)))
    if isinstance(detailed, Entries) and has_details(detailed):
        return put(text, (FIGURES, id_, DETAILS[0]), value, file)
    return put(text, (FIGURES, id_), value, file)


def put(text: str, path: tuple[str, ...], value: str, file: str = "") -> str:
    """Change or add one value.

    Args:
        text: the year file.
        path: the keys from the top (`("报告", "成文日期")`). A key that is not there is added:
            on the line where it stands behind a #, else beside its kin, else at the end of its
            group.
        value: what shall be read there; quotes are added where YAML needs them.
        file: its path, for the findings.

    Raises:
        EditRefusedError: the value cannot be put in without changing something else.
        DrafterError: the text is not YAML.
    """
    return _changed(text, path, value, file, item=False)


def append(text: str, path: tuple[str, ...], value: str, file: str = "") -> str:
    """Add one text to a list (`("亮点", "普法宣传")`): at its end.

    An item that stands there empty (`-`, or `- 文:` with its other keys empty too) is used first.

    Raises:
        EditRefusedError: the value cannot be put in without changing something else.
        DrafterError: the text is not YAML.
    """
    return _changed(text, path, value, file, item=True)


def _changed(text: str, path: tuple[str, ...], value: str, file: str, *, item: bool) -> str:
    if text.startswith("\ufeff"):
        return "\ufeff" + _changed(text[1:], path, value, file, item=item)
    tree, findings = _read(text, file)
    target: tuple[str | int, ...] = tuple(part for name in path for part in parts(name))
    if item:
        items = _value_at(tree, target)
        target += free_item(items, TEXT)[0] if isinstance(items, Items) else (0,)
    wanted = _others(tree, target), [value, *_values(tree, target)[1:]], _told(findings)
    takes = _takes_figure if path[0] == FIGURES else _takes
    change = Change(path, value, item, KEYS, takes, TEXT)
    for way in edited(Page(text, tree), change):
        after, told = parse_tree(way, file)
        if (_others(after, target), _values(after, target), _told(told)) == wanted:
            return way
    raise EditRefusedError(_refusal(path, value, file, item=item))


def _read(text: str, file: str) -> tuple[Tree | None, tuple[Finding, ...]]:
    tree, findings = parse_tree(text, file)
    if tree is None and findings:
        raise DrafterError(*findings)
    return tree, findings


def _takes(entries: Entries, key: str) -> bool:  # noqa: ARG001
    return True


def _takes_figure(entries: Entries, key: str) -> bool:
    """A mapping that tells of one figure takes no other."""
    return not has_details(entries) or key in DETAILS


def _value_at(tree: Tree | None, path: tuple[str | int, ...]) -> Tree | None:
    """The value that a path leads to, dots or not; None when there is none."""
    if not path or not isinstance(tree, Entries):
        return None if path else tree
    for entry in tree.items:
        names = parts(entry.key.text)
        found = _value_at(entry.value, path[len(names) :]) if path[: len(names)] == names else None
        if found is not None:
            return found
    return None


def _others(tree: Tree | None, target: tuple[str | int, ...]) -> list[Leaf]:
    """Every reading but the target's; what is empty on the way to it says nothing yet."""
    return [
        (path, text)
        for path, text in leaves(tree)
        if path != target and not (not text and path == target[: len(path)])
    ]


def _values(tree: Tree | None, target: tuple[str | int, ...]) -> list[str]:
    return [text for path, text in leaves(tree) if path == target]


def _told(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


def _refusal(path: tuple[str, ...], value: str, file: str, *, item: bool) -> Finding:
    *above, name = path
    where = "”下的“".join(above)
    line = f"- {value}" if item else f"{name}: {value}"
    place = f"“{where}”下的“{name}”" if item else f"“{where}”下"
    message = f"“{name}”没有写进去：问卷里这一处的写法，程序改不了，原样没动"
    remedy = f"用记事本打开问卷，自己在{place}写一行 `{line}`"
    return error(Fault.EDIT_REFUSED, Spot(file), message, remedy, value)
