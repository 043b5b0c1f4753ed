"""The figure sheet (核稿单): every figure of a year, where it comes from and where it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.quantity import Quantity


class RowState(StrEnum):
    """How a figure came to its value: the four states of an answer, and worked out."""

    GIVEN = "given"
    NONE = "none"  #: 无
    NOT_APPLICABLE = "not_applicable"  #: 不涉及
    BLANK = "blank"
    COMPUTED = "computed"  #: not typed; the program worked it out


class Doubt(StrEnum):
    """Why a person should look at a figure; the value is what it is called on the sheet."""

    GAP = "缺"
    CONTRADICTED = "与正文不合"  #: own words want its number, the answer is 无 or 不涉及
    NOT_RECKONED = "算不出"  #: own words want a comparison or share that cannot be worked out
    UNKNOWN = "无此指标"  #: nobody defines the id
    JUMP = "相差悬殊"  #: ten times last year's or a tenth
    UNIT = "单位不常用"
    UNIT_CHANGED = "单位变了"
    SAME = "与上年相同"
    UNUSED = "没有用到"
    ABOUT = "不是确数"


#: The check that says the same.
CHECKS = {
    Doubt.CONTRADICTED: "Q214",
    Doubt.UNKNOWN: "Q201",
    Doubt.JUMP: "F302",
    Doubt.UNIT: "Q206",
    Doubt.UNIT_CHANGED: "F303",
    Doubt.SAME: "F304",
    Doubt.UNUSED: "S201",
}


@record
class Question:
    """Something about a figure that is still open.

    Attributes:
        doubt: see `Doubt`.
        text: in words, with what to do.
        settled: the reason with which the year file switched the check off (忽略); empty = open.
    """

    doubt: Doubt
    text: str
    settled: str = ""


@record
class Place:
    """A section that uses a figure.

    Attributes:
        section: numbers from the chapter down, and the heading: `七（一）自觉接受各方监督`;
            标题 and 导语 for what stands before the first chapter.
        number: without the heading: `七（一）`; 标题, 导语.
        chapter: number and heading of its chapter.
        printed: whether the figure, or the gap that it leaves, stands there; else it only went
            into a number that does.
    """

    section: str
    number: str
    chapter: str
    printed: bool


@record
class FigureRow:
    """One figure.

    Attributes:
        id: the indicator's.
        name: a noun phrase; the id where nobody defines it.
        state: see `RowState`.
        quantity: None without a number.
        unit: of the number as it is told, else the one that is asked for; empty for a bare number.
        prior: last year's value as printed then; empty when unknown.
        change: from last year to this, in words; empty when nothing can be told.
        source: who gave it, else who usually owns it; empty when unknown.
        named: whether the year file itself says who gave it (来源).
        as_of: the day up to which it counts; None when not told, or without a value.
        formula: how it was worked out, with the figures in it; empty for a typed one.
        note: remark on how it was counted (备注); empty when there is none.
        places: sections that use it, in printed order.
        questions: what is open, the gravest first.
    """

    id: str
    name: str
    state: RowState
    quantity: Quantity | None
    unit: str
    prior: str
    change: str
    source: str
    named: bool
    as_of: date | None
    formula: str
    note: str
    places: tuple[Place, ...]
    questions: tuple[Question, ...]

    @property
    def text(self) -> str:
        """This year's value as printed; 无 or 不涉及; empty when there is none."""
        if self.quantity is not None:
            return self.quantity.text
        words = {RowState.NONE: "无", RowState.NOT_APPLICABLE: "不涉及"}
        return words.get(self.state, "")

    @property
    def missing(self) -> bool:
        """Whether the report waits for it."""
        return self.has(Doubt.GAP)

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at a value that is there."""
        return not self.missing and any(not question.settled for question in self.questions)

    def has(self, doubt: Doubt) -> bool:
        """Whether that is asked of it, and not settled."""
        return any(one.doubt is doubt and not one.settled for one in self.questions)


@record
class Supply:
    """How far one supplier is.

    Attributes:
        supplier: empty for figures of which nobody is known to be the owner, and for words.
        answered: ids of the figures that are there, 无 among them, 不涉及 not.
        named: how many of those the year file says to be this supplier's (来源).
        as_of: the last day that one of those was told to count up to (截至); None when none was.
        owed: what is missing, as the gaps say it.
    """

    supplier: str
    answered: tuple[str, ...]
    named: int
    as_of: date | None
    owed: tuple[str, ...]


@record
class FigureSheet:
    """All figures of a year file.

    Attributes:
        title: the report's.
        year: the year reported on.
        office: who reports.
        as_of: the report's own 数据截至; None when not told.
        dated: 成文日期; None when not known.
        rows: each figure once, in the order of their first places; then those that the text does
            not use, in the order of the year file.
        supplies: by supplier, in the order of the figures.
        words: how many gaps there are besides figures (亮点, 不足, 成文日期); those about a figure
            that is there are among its row's questions.
    """

    title: str
    year: int
    office: str
    as_of: date | None
    dated: date | None
    rows: tuple[FigureRow, ...]
    supplies: tuple[Supply, ...]
    words: int
