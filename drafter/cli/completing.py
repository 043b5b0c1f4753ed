"""What a shell offers when a person presses Tab: values of options, names of files.

Each function is a parameter's `shell_complete`: it gets the context, the parameter and the
beginning of the word, and imports only what it needs, for a person is waiting.
"""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click
    from click.shell_completion import CompletionItem

    Items = list[CompletionItem[str]]

_YEAR_FILES = (".yaml", ".yml")
_MOST_NAMES, _MOST_FOLDERS = 500, 50
_SHORT = 30  # characters of an explanation


def any_file(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Whatever file the shell itself finds."""
    return [_item(incomplete, kind="file")]


def folders(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Folders, as the shell itself finds them."""
    return [_item(incomplete, kind="dir")]


def year_files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """YAML files of the folder and of those in it; where there is none, the shell's own offer."""
    folder = os.path.dirname(incomplete)  # noqa: PTH120 - a Path would lose a leading ./
    found = sorted(name for name in _below(folder) if name.startswith(incomplete))
    return [_item(name) for name in found] or [_item(incomplete, kind="file")]


def profiles(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Names of profiles."""
    from drafter import locate
    from drafter.readers.kit import profile_names

    return _beginning(incomplete, profile_names(locate.templates()))


def word_templates(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Names of our Word templates; else files."""
    from drafter.app.word_templates import word_template_names

    found = _beginning(incomplete, word_template_names())
    return found or [_item(incomplete, kind="file")]


def codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Codes of rules, also behind those that stand there with a comma."""
    from drafter.app.rules import evened_code, rules

    before, comma, last = incomplete.rpartition(",")
    found = rules(evened_code(last))
    return [_item(before + comma + rule.code, about=rule.part("查什么")[:_SHORT]) for rule in found]


def suppliers(ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """Who still owes something to the year file that stands on the line."""
    from pathlib import Path

    from drafter.app.opening import open_case
    from drafter.model.finding import DrafterError
    from drafter.writers.tallies import owed

    # An option that still lacks its value keeps click from sorting the words before it.
    typed = (ctx.params.get("year_file"), *ctx.args)
    year_file = next((word for word in typed if word and word.endswith(_YEAR_FILES)), None)
    if year_file is None:
        return []
    try:
        case, _ = open_case(Path(year_file))
    except DrafterError:
        return []
    units = (unit for supplier in owed(case.report) for unit in supplier.split("、"))
    return _beginning(incomplete, dict.fromkeys(filter(None, units)))


def _item(value: str, *, kind: str = "plain", about: str | None = None) -> CompletionItem[str]:
    # Every command imports this file; the classes are for completing only.
    from click.shell_completion import CompletionItem

    return CompletionItem(value, type=kind, help=about)


def _beginning(incomplete: str, words: Iterable[str]) -> Items:
    return [_item(word) for word in words if word.startswith(incomplete)]


def _below(folder: str) -> Iterator[str]:
    """Year files of a folder and of the folders in it, as they are typed."""
    inner: list[str] = []
    for name, is_folder in _entries(folder):
        path = os.path.join(folder, name)  # noqa: PTH118 - as it was typed
        if is_folder:
            inner.append(path)
        elif name.lower().endswith(_YEAR_FILES):
            yield path
    for path in inner[:_MOST_FOLDERS]:
        for name, is_folder in _entries(path):
            if not is_folder and name.lower().endswith(_YEAR_FILES):
                yield os.path.join(path, name)  # noqa: PTH118


def _entries(folder: str) -> list[tuple[str, bool]]:
    """Names in a folder that are not hidden, and whether each is a folder."""
    try:
        with os.scandir(folder or ".") as entries:
            shown = (one for one in entries if not one.name.startswith((".", "~")))
            return [(one.name, one.is_dir()) for one in islice(shown, _MOST_NAMES)]
    except OSError:
        return []
