"""What a year file says of sections that were deleted: it goes with them, and stays as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.yaml_plain import path_at
from drafter.readers.year_removals import drop_entry

if TYPE_CHECKING:
    from drafter.app.pulling.bench import Bench, Made

#: Groups whose keys are names of sections.
_GROUPS = frozenset({"亮点", "题目", "正文", "章节"})


def without_orphans(bench: Bench, made: Made) -> Made:
    """A year file without entries for which there is no section any more.

    Args:
        bench: the year file as it was before.
        made: with sections taken out of it.

    Raises:
        DrafterError: an entry cannot be taken out.
        LookupError: it has other errors that it had not before.
    """
    known = bench.errors(bench.made)
    while new := [spot for error, spot in bench.errors(made).items() if error not in known]:
        path = path_at(made.text, new[0]) if new[0].file == bench.file else None
        if path is None or len(path) < len(("group", "name")) or path[0] not in _GROUPS:
            raise LookupError(new[0])
        made = bench.compose(drop_entry(made.text, path[:2], bench.file))
    return made
