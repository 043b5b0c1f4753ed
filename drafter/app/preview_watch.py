"""A preview that follows its year file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.opening import sources
from drafter.app.preview import broken_page, collected, design
from drafter.app.years import history
from drafter.model.finding import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.preview_server import PageServer
    from drafter.model.finding import Finding
    from drafter.model.preview import Preview

#: Milliseconds after which files are looked at even if the system has told nothing: it does not
#: for changes made from elsewhere on a network drive.
_LOOK = 1000
#: When and how long a file was last written; None = it is not there.
_State = dict[Path, tuple[int, int] | None]


def follow(path: Path, server: PageServer) -> Iterator[Preview | tuple[Finding, ...]]:
    """Show the preview, and show it anew whenever something that it was made of has changed.

    Args:
        path: the year file.
        server: where to show it.

    Yields:
        After each showing, what is shown, or why the year file cannot be read.

    Raises:
        DrafterError: there is nothing to begin with; later on the page itself tells what is wrong.
    """
    from watchfiles import watch

    files = behind(path)
    state = _state(files)
    yield _first(path, server)
    while True:
        # Folders, since an editor that saves puts a new file in the old one's place.
        folders = {Path(os.path.realpath(file)).parent for file in (*files, *_templates())}
        there = [folder for folder in folders if folder.is_dir()]
        for _ in watch(*there, recursive=False, rust_timeout=_LOOK, yield_on_timeout=True):
            now = _state(files)
            if now == state:
                continue
            known, files = files, files | behind(path)
            state = _state(files)
            yield _again(path, server)
            if files != known:
                break  # 上年 names another file: watch that too


def behind(path: Path) -> frozenset[Path]:
    """The files of which a preview is made: the year file, those before it, its own profile."""
    files = {path}
    try:
        years, _ = history(path)
    except DrafterError:
        years = ()
    for answers in years:
        files.update(sources(answers))
    return frozenset(files)


def _first(path: Path, server: PageServer) -> Preview:
    from drafter.writers.preview import page

    shown = collected(path)
    server.show(page(shown, design(), version=server.version + 1))
    return shown


def _again(path: Path, server: PageServer) -> Preview | tuple[Finding, ...]:
    """The same, a year file that cannot be read being told in the page."""
    try:
        return _first(path, server)
    except DrafterError as problem:
        try:
            server.show(broken_page(path, problem.findings, version=server.version + 1))
        except DrafterError as another:  # the page's own templates: the last page stays
            return another.findings
        return problem.findings


def _templates() -> Iterator[Path]:
    """Whatever is in the templates folder, newly made files too."""
    return locate.templates().rglob("*.*")


def _state(files: frozenset[Path]) -> _State:
    """Of these files and of the templates."""
    state: _State = {}
    for file in (*files, *_templates()):
        try:
            status = file.stat()
        except OSError:
            state[file] = None
        else:
            state[file] = (status.st_mtime_ns, status.st_size)
    return state
