"""The templates folder: indicators, topics, phrases and one profile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.kit import (
    Content,
    Delivery,
    Indicator,
    Kind,
    Kit,
    ListStyle,
    Need,
    Node,
    Part,
    Phrase,
    PhraseForm,
    Profile,
    Topic,
)
from drafter.model.pattern import Clause, Filter, Pattern, SentencePattern, Slot
from drafter.model.seen import Seen
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.files import is_file
from drafter.readers.kept import kept
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.finding import Finding

#: All that a kit is made of.
KIT_CLASSES = (
    Clause, Content, Delivery, Filter, Indicator, Kind, Kit, ListStyle, Need, Node, Part, Pattern,
    Phrase, PhraseForm, Profile, Seen, SentencePattern, Slot, Spot, Topic,
)  # fmt: skip


#: How the path of a profile ends; any other word is the name of one.
PROFILE_FILES = (".yaml", ".yml")
#: What stands between a profile's file and the variant that is meant: 我的结构.yaml#主题分章.
_VARIANT = "#"


def names_file(profile: str) -> bool:
    """Whether 结构 names a file (with or without a variant), not a profile of the templates."""
    return profile_file(Path(profile))[0].suffix in PROFILE_FILES


def profile_file(path: Path) -> tuple[Path, str]:
    """A profile's file, and the variant that stands behind it; empty for its main structure."""
    name, mark, variant = path.name.rpartition(_VARIANT)
    if mark and name.endswith(PROFILE_FILES):
        return path.with_name(name), variant
    return path, ""


def profile_names(folder: Path) -> tuple[str, ...]:
    """Names of the profiles in a templates folder, sorted."""
    return tuple(sorted(path.stem for path in (folder / "profiles").glob("*.yaml")))


def indicator_paths(folder: Path) -> list[Path]:
    """The files of indicators in a templates folder, sorted."""
    return _yaml_files(folder / "indicators")


def topic_paths(folder: Path) -> list[Path]:
    """The files of topics in a templates folder, sorted."""
    return _yaml_files(folder / "topics")


def _yaml_files(folder: Path) -> list[Path]:
    """Those in a folder, sorted; none where there is no folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        return [
            folder / name for name in sorted(one.name for one in entries) if name.endswith(".yaml")
        ]
    return []


def kit_paths(folder: Path, profile: Path) -> list[Path]:
    """Every file that a kit is read from."""
    others = ("phrases.yaml", "contents.yaml", "recipients.yaml")
    named = (folder / name for name in others)
    return [*indicator_paths(folder), profile_file(profile)[0], *topic_paths(folder), *named]


def profile_at(path: Path) -> Profile:
    """A profile by itself, without what its names stand for.

    Raises:
        DrafterError: the file is missing or has a fault.
    """
    from drafter.readers.kit_files import read_profile_file

    return read_profile_file(path)


def read_kit(folder: Path, profile: Path) -> Kit:
    """Read all that one report needs.

    Args:
        folder: the templates folder.
        profile: the profile's file.

    Raises:
        DrafterError: a file is missing or has a fault; all faults at once.
    """

    def read() -> Kit:
        from drafter.readers.kit_files import read_kit_files

        return read_kit_files(folder, profile)

    place = (folder, profile)
    return kept(Kit, KIT_CLASSES, place, lambda: kit_paths(folder, profile), read)


def find_profile(name: str, folder: Path, beside: Path, spot: Spot) -> Path:
    """The file of a profile that a year file names.

    Args:
        name: a profile's name, or a path to a file ending in .yaml, which # and the name of one of
            its 变体 may follow.
        folder: the templates folder.
        beside: the year file's folder; a path is taken from there.
        spot: where the name stands.

    Raises:
        DrafterError: there is no such profile; the nearest is named.
    """
    if names_file(name):
        return beside / name
    path = folder / "profiles" / f"{name}.yaml"
    if is_file(path):
        return path
    names = profile_names(folder)
    near = nearest(name, names)
    remedy = f"是不是“{near[0]}”？" if near else ""
    remedy += f"可用的结构有：{'、'.join(names)}；自己的结构写文件路径，如 我的结构.yaml"
    raise DrafterError(error(Fault.UNKNOWN_PROFILE, spot, f"没有“{name}”这个结构", remedy, name))


def unknown_topics(nodes: tuple[Node, ...], topics: Mapping[str, Topic]) -> Iterator[Finding]:
    """Findings for topics that a tree names and nobody defines."""
    for node in nodes:
        for id_ in node.topics:
            if id_ not in topics:
                near = nearest(id_, topics)
                remedy = f"是不是“{near[0]}”？" if near else "在 templates/topics 里加一个同名文件"
                message = f"没有“{id_}”这个主题"
                yield error(Fault.UNKNOWN_TOPIC_IN_TREE, node.spot, message, remedy, id_)
        yield from unknown_topics(node.children, topics)


__all__ = [
    "Profile", "find_profile", "names_file", "profile_at", "profile_file", "profile_names",
    "read_kit", "unknown_topics",
]  # fmt: skip
