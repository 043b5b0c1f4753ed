"""A slip (填报表): the sheet that a department fills in, as it is sent and as it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

#: Version of the slips' format; kept in each slip.
VERSION = "1"
#: Who is asked for what no department owns: the office itself.
OWN = "本单位"


@record
class SlipRow:
    """One figure that is asked for.

    Attributes:
        id: the indicator's.
        question: what is asked.
        unit: the unit that stands in the row; empty for a bare number.
        units: every unit that is right.
        prior: last year's value as printed then; empty when unknown.
        value: what is known already, without the row's unit; empty when nothing is.
        note: 口径; empty when there is nothing to say.
        as_of: the day up to which it counts, as it is typed; empty when not told.
        remark: 备注; empty when there is none.
        required: whether a blank shows as a gap.
        wholes: ids of the figures that it cannot exceed.
    """

    id: str
    question: str
    unit: str
    units: tuple[str, ...]
    prior: str = ""
    value: str = ""
    note: str = ""
    as_of: str = ""
    remark: str = ""
    required: bool = True
    wholes: tuple[str, ...] = ()


@record
class Slip:
    """What is sent to one department.

    Attributes:
        supplier: the department.
        office: the office that reports.
        year: the year reported on.
        due: when it is wanted back; None = not told.
        rows: figures, in the order of the report.
        topics: highlights asked for: topic's id and question.
    """

    supplier: str
    office: str
    year: int
    due: date | None
    rows: tuple[SlipRow, ...]
    topics: tuple[tuple[str, str], ...] = ()


class CellKind(StrEnum):
    """What stands in a cell of a returned slip."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"  #: without a plain number as its value


@record
class Cell:
    """A cell that is not empty.

    Attributes:
        name: `E6`.
        text: as it is shown; of a date 2024-12-31, of a formula the formula.
        kind: see `CellKind`.
    """

    name: str
    text: str
    kind: CellKind = CellKind.TEXT


def letters(column: int) -> str:
    """The name of a column: 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


@record
class Grid:
    """A sheet of a returned file.

    Attributes:
        name: of the sheet; empty for a text file.
        hidden: whether a person does not see it.
        rows: cells by column (1 = A), for each row that is not empty, in order.
    """

    name: str
    hidden: bool
    rows: tuple[dict[int, Cell], ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands, for a person to go to.

    Attributes:
        file: as the user named it.
        sheet: empty for a file without sheets.
        cell: `E6`; of the year file its line; empty for the file as a whole.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """`填报表.xlsx 填报表!E6`, without the parts that are empty."""
        inside = f"{self.sheet}!{self.cell}" if self.sheet else self.cell
        return f"{self.file} {inside}".rstrip()


@record
class ReturnedRow:
    """One figure of a returned slip, not yet understood.

    Attributes:
        place: of the value.
        id: as it stands there; empty when the column is missing.
        question: likewise.
        unit: likewise.
        value: None when the answer is blank.
        as_of: likewise; a DATE as 2024-12-31, anything else is no day.
        remark: empty when there is none.
    """

    place: Place
    id: str
    question: str
    unit: str
    value: Cell | None
    as_of: Cell | None
    remark: str


@record
class ReturnedText:
    """A highlight of a returned slip: its topic's id or question, and one line of words."""

    place: Place
    topic: str
    text: str


@record
class Returned:
    """A returned slip.

    Attributes:
        file: as the user named it.
        year: which it is about; None when it does not say.
        office: who reports; empty when it does not say.
        supplier: whom it was sent to; empty when it does not say.
        giver: who filled it in, in that department's own words; empty when not told.
        rows: figures.
        texts: highlights.
    """

    file: str
    year: int | None
    office: str
    supplier: str
    giver: str
    rows: tuple[ReturnedRow, ...]
    texts: tuple[ReturnedText, ...] = ()
