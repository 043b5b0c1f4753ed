"""A new year file for an office that has none yet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, profile_at, profile_names, read_kit
from drafter.readers.questionnaire import read_words
from drafter.writers.asked import asked
from drafter.writers.place import place as put
from drafter.writers.questionnaire import questionnaire

if TYPE_CHECKING:
    from drafter.model.kit import Kind, Kit, Profile


@record
class New:
    """What was written.

    Attributes:
        path: the file.
        profile: whose questions it asks.
        required: how many figures have to be answered.
        optional: how many more may be.
    """

    path: Path
    profile: Profile
    required: int
    optional: int


def new(
    out: Path,
    *,
    place: str,
    kind: Kind,
    year: int,
    profile: str | None = None,
    force: bool = False,
) -> New:
    """Write a questionnaire with every question as a comment.

    Args:
        out: the year file to write.
        place: the office's name.
        kind: the kind of body.
        year: the year reported on.
        profile: a profile's name, or a path to one; None = the first one that fits.
        force: replace a file that is there already.

    Raises:
        DrafterError: there is no such profile, the name cannot stand in a report, or the file
            cannot be written.
    """
    name = " ".join(place.split())
    if not name or not name.isprintable():
        raise DrafterError(_unusable(place))
    folder = locate.templates()
    wanted = profile or _usual(kind, year, folder)
    path = find_profile(wanted, folder, Path(), Spot(wanted))
    kit, words = read_kit(folder, path), read_words(folder / "questionnaire.yaml")
    text = questionnaire(
        kit,
        words,
        place=name,
        kind=kind,
        year=year,
        structure=_structure(path, folder, out),
        schema=_schema(folder),
    )
    put(out, text.encode(), force=force)
    return _told(out, kit, kind, year)


def _told(out: Path, kit: Kit, kind: Kind, year: int) -> New:
    sections = asked(kit, kind, year, {})
    required = sum(len(section.required) for section in sections)
    return New(out, kit.profile, required, sum(len(section.optional) for section in sections))


def _usual(kind: Kind, year: int, folder: Path) -> str:
    """The first profile right for the year and made for the kind of body, or else for any.

    Raises:
        DrafterError: none is made for it.
    """
    names = profile_names(folder)
    made = (profile_at(folder / "profiles" / f"{name}.yaml") for name in names)
    fitting = [one for one in made if one.nodes and (not one.kinds or kind in one.kinds)]
    if fitting:
        # min() takes the first of equals.
        return min(fitting, key=lambda one: (not suits_year(one, year), not one.kinds)).name
    message = f"没有适合“{kind}”的结构"
    remedy = f"用 --profile 写明一个：{'、'.join(names)}；各是什么样，运行 drafter profiles 看"
    raise DrafterError(
        Finding("N101", "no-profile-for-kind", Severity.ERROR, Spot("--profile"), message, remedy)
    )


def suits_year(profile: Profile, year: int) -> bool:
    """Whether a profile was made for reports on `year`."""
    first, last = profile.years
    return (first is None or year >= first) and (last is None or year <= last)


def _structure(profile: Path, folder: Path, out: Path) -> str:
    """How the year file names a profile: by name, or by the way to a file of the office's own."""
    if profile.parent == folder / "profiles":
        return profile.stem
    try:
        return Path(os.path.relpath(profile, out.parent)).as_posix()
    except ValueError:  # another drive
        return profile.resolve().as_posix()


def _schema(folder: Path) -> str:
    """The address of the schema on this machine; empty when it is not there."""
    path = folder / "schema.json"
    return path.resolve().as_uri() if path.is_file() else ""


def _unusable(place: str) -> Finding:
    message = f"单位名称“{place}”是空的，或者有印不出来的字符"
    remedy = "写单位的名称，如 --place 龙城街道"
    return Finding("N102", "bad-place", Severity.ERROR, Spot("--place"), message, remedy, place)
