"""What came home from Word: put in, not put in because two things disagree, and left over."""

from __future__ import annotations

from enum import StrEnum

from drafter.model.record import record

#: How the comment begins that is left of what was taken out of a year file.
GONE = "定稿时删去"


class Group(StrEnum):
    """What a change is about, in the order in which it is told."""

    FIGURES = "数据"
    WORDS = "文字"
    SECTIONS = "章节"


@record
class Applied:
    """A change that was put into the year file.

    Attributes:
        group: see `Group`.
        name: where in the year file (`数据.热线.受理`), or what was done.
        place: heading of the section; 标题, 导语 or 落款 outside of all.
        old: what stood there; empty for something new.
        new: what stands there now; empty for something taken away.
    """

    group: Group
    name: str
    place: str
    old: str
    new: str

    def as_json(self) -> dict[str, str]:
        """The shape in `pull --json`."""
        return {
            "group": self.group.value,
            "name": self.name,
            "place": self.place,
            "old": self.old,
            "new": self.new,
        }


@record
class Conflict:
    """Something that a person must decide; nothing was put in.

    Attributes:
        name: id of a figure, or heading of the section.
        message: what disagrees, in Chinese.
        values: place and words of each side, at least two.
        remedy: what to do, in Chinese.
    """

    name: str
    message: str
    values: tuple[tuple[str, str], ...]
    remedy: str

    def as_json(self) -> dict[str, object]:
        """The shape in `pull --json`."""
        values = [{"place": place, "text": text} for place, text in self.values]
        return {
            "name": self.name,
            "message": self.message,
            "values": values,
            "remedy": self.remedy,
        }


@record
class Unmatched:
    """A difference between the document and the draft that would be made now.

    Attributes:
        reason: what it is, in Chinese.
        place: heading of the section; empty outside of all.
        document: what Word says; empty when it says nothing.
        draft: what would be printed; empty when nothing would.
    """

    reason: str
    place: str
    document: str
    draft: str

    def as_json(self) -> dict[str, str]:
        """The shape in `pull --json`."""
        return {
            "reason": self.reason,
            "place": self.place,
            "document": self.document,
            "draft": self.draft,
        }


@record
class Pulled:
    """The outcome.

    Attributes:
        before: the year file's text.
        after: with everything put in; the same when nothing was.
        applied: in the order of the text.
        conflicts: see `Conflict`.
        unmatched: see `Unmatched`.
    """

    before: str
    after: str
    applied: tuple[Applied, ...]
    conflicts: tuple[Conflict, ...]
    unmatched: tuple[Unmatched, ...]

    def as_json(self) -> dict[str, object]:
        """The whole of `pull --json`."""
        return {
            "applied": [one.as_json() for one in self.applied],
            "conflicts": [one.as_json() for one in self.conflicts],
            "unmatched": [one.as_json() for one in self.unmatched],
        }
