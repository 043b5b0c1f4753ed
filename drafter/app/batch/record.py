"""What `draft --all` has written into a folder, so that the next run knows what is up to date.

One JSON file in the folder of drafts. It decides by content, never by clocks: a draft is up to date
when everything it was made of is byte for byte the same. The file may be lost: then a draft that is
the same as the one that would be written counts as up to date, any other as somebody's own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.writers.place import place

if TYPE_CHECKING:
    from pathlib import Path

NAME = "drafter记录.json"
_ABOUT = "drafter draft --all 用它认出哪些初稿已是最新、哪些有人改过。不用改它，也不要删它。"
_ENTRIES = "初稿"


@dataclass(frozen=True, slots=True)
class Made:
    """How a draft came to be.

    Attributes:
        sources: digests of the year file and of the files that it names, by their paths as seen
            from its folder.
        settings: digest of all else: the catalogue, the Word template, the options, this program.
        output: digest of the draft as it was written.
        errors: how many errors there were in the year file.
        gaps: how many places the draft has that wait for something.
    """

    sources: dict[str, str]
    settings: str
    output: str
    errors: int = 0
    gaps: int = 0


@dataclass(slots=True)
class Record:
    """The record of one folder.

    Attributes:
        folder: where the drafts and the record are.
        known: what was known when it was read, by the draft's path in the folder, with `/`.
        new: what this run has added.
    """

    folder: Path
    known: dict[str, Made]
    new: dict[str, Made] = field(default_factory=dict)

    def save(self) -> None:
        """Add what is new; what another run has added meanwhile stays.

        Raises:
            DrafterError: it cannot be written.
        """
        if not self.new:
            return
        self.known = {**_read(self.folder), **self.new}
        entries = {name: _plain(self.known[name]) for name in sorted(self.known)}
        text = json.dumps({"说明": _ABOUT, _ENTRIES: entries}, ensure_ascii=False, indent=1)
        place(self.folder / NAME, text.encode("utf-8", "surrogatepass"), force=True)
        self.new = {}


def open_record(folder: Path) -> Record:
    """The record of a folder; an empty one where there is none, or none that can be used."""
    return Record(folder, _read(folder))


def _read(folder: Path) -> dict[str, Made]:
    try:
        whole = json.loads((folder / NAME).read_bytes())
        return {name: _made(entry) for name, entry in whole[_ENTRIES].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _made(entry: dict[str, object]) -> Made:
    """An entry.

    Raises:
        KeyError, TypeError: it is none of ours.
    """
    sources, errors, gaps = entry["由来"], entry["错误"], entry["待补充"]
    if not (isinstance(sources, dict) and isinstance(errors, int) and isinstance(gaps, int)):
        raise TypeError(entry)
    named = {str(name): str(one) for name, one in sources.items()}
    return Made(named, str(entry["设置"]), str(entry["成品"]), errors, gaps)


def _plain(made: Made) -> dict[str, object]:
    return {
        "由来": made.sources,
        "设置": made.settings,
        "成品": made.output,
        "错误": made.errors,
        "待补充": made.gaps,
    }
