"""Where each printed paragraph comes from, told without regard to Word or YAML."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.spot import Spot


class HomeKind(StrEnum):
    """What a paragraph is."""

    TITLE = "标题"  #: one line of it
    ADDRESSEE = "主送机关"
    LEAD = "导语"
    HEADING = "小标题"
    RUN_IN = "接排"  #: heading and text in one paragraph
    BODY = "正文"
    SIGNATORY = "落款"
    DATE = "成文日期"


@record
class Stretch:
    """Characters that stand for a value.

    Attributes:
        start: place of the first in the paragraph's text.
        end: place behind the last.
        slot: the slot that prints them (`{{复议.收到 | 同比}}`); empty for words that stand for a
            figure without a slot (无败诉案件) and for a gap that is no figure's.
        figures: ids of the figures, the printed one first; empty for a name such as 年度.
        computed: whether the program worked it out.
        gap: id of what is missing; empty when nothing is.
    """

    start: int
    end: int
    slot: str
    figures: tuple[str, ...] = ()
    computed: bool = False
    gap: str = ""

    @property
    def typed(self) -> str:
        """The id of the figure that a person would answer; empty for anything worked out."""
        plain = self.slot and "|" not in self.slot and not self.computed
        return self.figures[0] if plain and self.figures else ""


@record
class Told:
    """A sentence in a paragraph.

    Attributes:
        start: place of its first character.
        end: place behind its last.
        origin: see `drafter.model.report.Sentence`.
        spot: where it was written.
    """

    start: int
    end: int
    origin: str
    spot: Spot


@record
class Home:
    """A paragraph as the report prints it now.

    Attributes:
        place: among all blocks, blank lines counted, from 0.
        kind: see `HomeKind`.
        text: as printed.
        section: place of its section in `Report.walk`; -1 outside of all.
        level: 1 to 4 for headings and run-in paragraphs; 0 for everything else.
        number: before the heading; empty where none is printed.
        heading: how many first characters are the heading, number and closing mark included.
        told: its sentences, the heading included.
        stretches: in order.
    """

    place: int
    kind: HomeKind
    text: str
    section: int = -1
    level: int = 0
    number: str = ""
    heading: int = 0
    told: tuple[Told, ...] = ()
    stretches: tuple[Stretch, ...] = ()
