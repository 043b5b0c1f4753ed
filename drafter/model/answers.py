"""The year file, read: what one office answered for one year."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from drafter.model.kit import Indicator, Kind, Node, Part, Profile
    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot


#: The name under 章节 that stands for all chapters.
WHOLE = "全文"


class State(StrEnum):
    """The four states of an answer. Zero is a number like any other: GIVEN with value 0."""

    GIVEN = "given"
    NONE = "none"  #: 无: there was nothing to report
    NOT_APPLICABLE = "not_applicable"  #: 不涉及: the question does not concern this office
    BLANK = "blank"  #: not yet answered


#: The answers that are no number, as they are typed.
ANSWERED_WITHOUT = {State.NONE: "无", State.NOT_APPLICABLE: "不涉及"}


class Use(StrEnum):
    """What the text is for (报告.用途)."""

    PUBLIC = "公开"
    UPWARD = "上报"  #: prints the line of addressees


@record
class Text:
    """Words as a person wrote them, and where.

    Attributes:
        text: never empty, without line breaks at either end.
        spot: where it begins.
    """

    text: str
    spot: Spot


@record
class Figure:
    """An indicator's answer.

    Attributes:
        id: the indicator's id as it is written in the file.
        state: see `State`.
        quantity: None unless the state is GIVEN.
        spot: of the value; of the key when the value is blank.
        source: who gave it; empty when not told.
        as_of: the day up to which it counts; None = the report's own 数据截至.
        note: remark on how it was counted; empty when there is none.
    """

    id: str
    state: State
    quantity: Quantity | None
    spot: Spot
    source: str = ""
    as_of: date | None = None
    note: str = ""


@record
class Point:
    """One entry of 不足 or 安排.

    Attributes:
        heading: its 题; None for an entry of text only.
        texts: what it says; several are told as 一是, 二是. Empty while only the heading is known.
        cause: why it falls short (因); None when no cause was given.
    """

    heading: Text | None
    texts: tuple[Text, ...]
    cause: Text | None = None


@record
class OwnListStyle:
    """How this file wants 不足 or 安排 written out, where that differs from the profile (写法).

    Attributes:
        layout: 分号, 一是 or 分节; empty = the profile's.
        opening: what introduces them; None = the profile's.
    """

    layout: str
    opening: Text | None


@record
class AskedChart:
    """One chart of the annex (图表).

    Attributes:
        title: its 题; None = the names of its figures.
        ids: of the figures, at least one.
    """

    title: Text | None
    ids: tuple[Text, ...]


@record
class Office:
    """Who reports.

    Attributes:
        name: full name for the title and the lead.
        kind: decides what is asked.
        self_name: how the text calls itself (街道, 我区); the name when not told.
        superior: under whose leadership (区委、区政府); empty when not told.
        signatories: issuing offices in order, the leading one first; empty = no sign-off.
        addressees: 主送机关, printed when the use is 上报; empty when not told.
    """

    name: str
    kind: Kind
    self_name: str
    superior: str = ""
    signatories: tuple[str, ...] = ()
    addressees: str = ""


@record
class Answers:
    """A whole year file.

    Attributes:
        path: the file as the user named it.
        year: the year reported on.
        profile: name or path of the profile; 本文件 when the file brings its own tree.
        use: public or upward.
        title: an own title; None = the profile's.
        as_of: 数据截至; None when not told.
        dated: 成文日期; None when not yet known.
        office: who reports.
        prior_file: 上年, relative to this file; empty when there is none.
        figures: by id, only those that stand in the file.
        highlights: by topic id, in the order written.
        headings: 题目, by node or topic id.
        lead: own opening paragraphs, a line break between them; None = the profile's.
        slogan: local words for the lead (口号); None when there are none.
        shortcomings: 不足.
        plans: 安排.
        list_styles: how 不足 and 安排 are written out (写法); a part that is missing is written as
            the profile says.
        confirmed: sections whose words of last year still hold (沿用), by heading, by the way to
            it (安排/优化营商环境) or by 名; 全部 is all of them.
        ignored: code of a check -> reason.
        indicators: own indicators (指标), by id; they add to the catalogue.
        tree: the file's own sections (章节) when `profile` is 本文件.
        branches: own sections that take the place of a node's children, by the node's id (章节
            written as a mapping); by 全文, those that take the place of all chapters.
        bodies: paragraphs of a section as they were settled (正文), by the section's id; they stand
            in the place of its own text, topics and lists, exactly as written.
        run_in: levels whose headings run in (接排); None = as the profile says.
        case_unit: what cases are counted in where several units are right: 件 or 宗; empty = the
            usual unit.
        verbatim: whether 导语 and own sections are printed exactly as they stand (照录), without a
            mark added at the end, and headings with nothing under them stay.
        charts: what is to be drawn in an annex (图表), in the order written.
    """

    path: str
    year: int
    profile: str
    use: Use
    title: Text | None
    as_of: date | None
    dated: date | None
    office: Office
    prior_file: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    highlights: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    headings: Mapping[str, Text] = field(default_factory=dict)
    lead: Text | None = None
    slogan: Text | None = None
    shortcomings: tuple[Point, ...] = ()
    plans: tuple[Point, ...] = ()
    list_styles: Mapping[Part, OwnListStyle] = field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    ignored: Mapping[str, Text] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    tree: tuple[Node, ...] = ()
    branches: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    run_in: frozenset[int] | None = None
    case_unit: str = ""
    verbatim: bool = False
    charts: tuple[AskedChart, ...] = ()

    def top(self, profile: Profile) -> tuple[Node, ...]:
        """The chapters: the file's own, else the profile's."""
        return self.tree or self.branches.get(WHOLE, profile.nodes)
