"""The kit: what may be asked, how it is said, and how a report is shaped. All of it is YAML."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.pattern import Pattern, SentencePattern
    from drafter.model.seen import Seen
    from drafter.model.spot import Spot


class Kind(StrEnum):
    """The kind of body that reports (单位.类型)."""

    PROVINCE = "省"
    CITY = "市"
    COUNTY = "县"
    DISTRICT = "区"
    TOWNSHIP = "乡镇"
    SUBDISTRICT = "街道"
    ZONE = "功能区"
    DEPARTMENT = "部门"


class Need(StrEnum):
    """Whether a kind of body is asked for an indicator."""

    REQUIRED = "必"  #: a blank shows as a gap
    OPTIONAL = "选"  #: a blank drops out
    NONE = "否"  #: not asked; an answer given all the same is used


@record
class Indicator:
    """Something that may be reported as a number (指标).

    Attributes:
        id: `热线.受理`, each part a valid identifier.
        name: a noun phrase that can follow 无 and stand in a gap: “12345热线工单”.
        question: what the clerk is asked.
        units: every unit that is right, the usual one first; empty for a bare number.
        supplier: who usually owns the figure; empty when nobody is known.
        needs: by kind of body; a kind that is missing counts as optional.
        formulas: how it is computed, the first one whose figures are all known counts; empty for
            a typed figure. Written with ids, + - * / and brackets.
        decimals: digits after the point when it is computed.
        part_of: id of the whole that it cannot exceed; empty when there is none.
        split: ids of the parts that make it up when all are given (分项); empty when none do.
        among: ids of parts that need not make it up (其中); empty when there are none.
        former: earlier ids under which last year's file may have it.
        note: 口径, where offices count differently; empty when there is nothing to say.
        spot: where it is defined.
    """

    id: str
    name: str
    question: str
    units: tuple[str, ...]
    supplier: str
    needs: Mapping[Kind, Need]
    formulas: tuple[str, ...]
    decimals: int
    part_of: str
    split: tuple[str, ...]
    among: tuple[str, ...]
    former: tuple[str, ...]
    note: str
    spot: Spot

    @property
    def computed(self) -> bool:
        """Whether its value follows from others."""
        return bool(self.formulas)

    def need(self, kind: Kind) -> Need:
        """What `kind` is asked."""
        return self.needs.get(kind, Need.OPTIONAL)


@record
class Topic:
    """A theme of the report (主题): how it is headed and what can be said under it.

    Attributes:
        id: its name, used in 亮点 and 题目.
        heading: the usual heading; may have slots.
        variants: other headings in use, for the questionnaire to offer.
        sentences: patterns in the order in which they are printed.
        ask: what the clerk is asked for as 亮点; empty when nothing is asked.
        highlights_first: whether 亮点 come before the sentences.
        spot: where it is defined.
    """

    id: str
    heading: Pattern
    variants: tuple[Pattern, ...]
    sentences: tuple[SentencePattern, ...]
    ask: str
    highlights_first: bool
    spot: Spot


class Part(StrEnum):
    """What a node of a profile is made of, besides topics and own text."""

    SHORTCOMINGS = "不足"
    PLANS = "安排"


@record
class Node:
    """A section in a profile's tree, before any value is in it.

    Attributes:
        id: the name by which 题目 can change its heading; empty for an own text's node.
        heading: None for the topic's own heading.
        run_in: whether heading and text share a paragraph; None = as the profile says.
        topics: ids of the topics whose text stands here, in order.
        parts: shortcomings and plans, in order.
        paragraphs: own text, one pattern a paragraph.
        children: sections below.
        kinds: bodies for which the section stands; empty = all.
        enumerated: whether the topics are told in one paragraph as 一是, 二是, each led by its
            heading (列举).
        optional: whether the section is left out, without a gap, when nothing was given for it.
        spot: where it is written.
        number: what is printed before the heading (三、), empty for nothing; None = counted.
        seen: what it was learned from; None for what a person has written.
    """

    id: str
    heading: Pattern | None
    run_in: bool | None
    topics: tuple[str, ...]
    parts: tuple[Part, ...]
    paragraphs: tuple[Pattern, ...]
    children: tuple[Node, ...]
    kinds: tuple[Kind, ...]
    enumerated: bool
    optional: bool
    spot: Spot
    number: str | None = None
    seen: Seen | None = None


#: How 不足 or 安排 can be written out: one paragraph with semicolons, 一是…二是…, sections.
LAYOUTS = ("分号", "一是", "分节")


@record
class ListStyle:
    """How shortcomings or plans are written out.

    Attributes:
        opening: what introduces them, ending in ： or 。; None for nothing.
        layout: 分号 (one paragraph, ；between), 一是 (the same with 一是, 二是) or 分节 (sections).
        cause: how a shortcoming's cause is added, with the slots 文 and 因; None = causes are not
            asked.
        run_in: for 分节, whether heading and text share a paragraph; None = as the profile says.
        ask: the text of the gap when nothing was given.
    """

    opening: Pattern | None
    layout: str
    cause: Pattern | None
    run_in: bool | None
    ask: str


@record
class Profile:
    """A report's shape (结构).

    Attributes:
        name: as 报告.结构 names it.
        about: one line for `drafter profiles`.
        kinds: bodies it is made for; empty = any.
        years: first and last report year that it suits; None = no limit.
        title: the title's pattern.
        lead: the opening paragraph's sentences.
        run_in: levels (1 to 4) whose headings run in by default.
        nodes: the tree.
        lists: by part, how it is written out.
        spot: where it is defined.
        indicators: its own, by id; they come before the catalogue's.
        topics: its own, by id; they come before the catalogue's.
        variants: names of its other structures (变体).
        other_kind: whether its reports are of another kind (政务公开年报), for which the rule on
            what a 法治政府建设年度报告 must hold says nothing.
    """

    name: str
    about: str
    kinds: tuple[Kind, ...]
    years: tuple[int | None, int | None]
    title: Pattern
    lead: tuple[SentencePattern, ...]
    run_in: frozenset[int]
    nodes: tuple[Node, ...]
    lists: Mapping[Part, ListStyle]
    spot: Spot
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    other_kind: bool = False


@record
class Phrase:
    """A set phrase that changes with time (提法).

    Attributes:
        name: as slots use it: `大会` in `{{提法.大会}}`.
        by_year: whether its time is held against the report's year; else the document's date.
        forms: in order of time.
    """

    name: str
    by_year: bool
    forms: tuple[PhraseForm, ...]

    def wording(self, year: int, dated: date | None) -> str:
        """The wording that is right for the report's year or the document's date; may be empty."""
        # A report that bears no date yet is taken to be dated in mid-January: after the year's last
        # plenum, before the spring.
        at = date(year, 12, 31) if self.by_year else dated or date(year + 1, 1, 15)
        fitting = (f for f in self.forms if f.first <= at and (f.last is None or at <= f.last))
        return next((form.text for form in fitting), "")


@record
class PhraseForm:
    """One wording of a phrase and when it may be used.

    Attributes:
        text: as it is printed; empty when nothing should be said in that time.
        first: first day on which a document may use it.
        last: last day; None = still right.
    """

    text: str
    first: date
    last: date | None


@record
class Content:
    """One of the contents that the report must have (法定内容).

    Attributes:
        name: what it is.
        topics: topics that make it up.
        parts: parts that make it up.
        in_heading: words that show it in a heading.
        in_text: words that show it anywhere.
        rest: whether it is everything that no other content claims.
        optional: whether a report may do without it.
    """

    name: str
    topics: tuple[str, ...]
    parts: tuple[str, ...]
    in_heading: tuple[str, ...]
    in_text: tuple[str, ...]
    rest: bool
    optional: bool


@record
class Delivery:
    """Who receives the report of a kind of body (报送), as lines for people.

    Attributes:
        to: whom it is sent to.
        copy: who gets a copy.
        deadline: by when; may have slots.
        publication: when it is made public; may have slots.
    """

    to: str
    copy: str
    deadline: Pattern
    publication: Pattern


@record
class Kit:
    """Everything that the templates folder says.

    Attributes:
        indicators: by id.
        topics: by id.
        profile: the one that the report uses.
        phrases: by name.
        contents: what the report must have, in the order of the rule.
        deliveries: by kind of body.
    """

    indicators: Mapping[str, Indicator]
    topics: Mapping[str, Topic]
    profile: Profile
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    contents: tuple[Content, ...] = ()
    deliveries: Mapping[Kind, Delivery] = field(default_factory=dict)
