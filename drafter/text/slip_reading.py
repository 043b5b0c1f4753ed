"""One returned slip, row by row: answers, what contradicts them, and what nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.model.merged import Claim, Clash, Conflict, Side, Unmatched
from drafter.model.record import record
from drafter.model.slip import OWN, CellKind, Place
from drafter.text.slip_matching import Register, bare
from drafter.text.slip_values import STATES, SlipValueError, read_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.answers import Figure
    from drafter.model.kit import Indicator
    from drafter.model.slip import Cell, Returned, ReturnedRow, ReturnedText

_ANYBODY = ("各", "承办", "有关", "相关")


@dataclass(frozen=True)
class Asked:
    """What the year file asks and knows.

    Attributes:
        file: the year file, as the user named it.
        year: the year reported on.
        office: who reports.
        as_of: the report's 数据截至; None when not told.
        indicators: by id, the office's own among them.
        units: the unit meant where none is written, by id.
        figures: what is answered already, by id.
        topics: what is asked for as highlights, by topic.
        highlights: those that are there already, by topic.
    """

    file: str
    year: int
    office: str
    as_of: date | None
    indicators: Mapping[str, Indicator]
    units: Mapping[str, str]
    figures: Mapping[str, Figure]
    topics: Mapping[str, str]
    highlights: Mapping[str, tuple[str, ...]]

    @cached_property
    def register(self) -> Register:
        """Figures by their questions and names."""
        return Register({id_: (i.question, i.name) for id_, i in self.indicators.items()})

    @cached_property
    def topic_register(self) -> Register:
        """Topics by their questions and names."""
        return Register({id_: (ask, id_) for id_, ask in self.topics.items()})


#: What a row of figures, or a line of highlights, comes to.
Outcome = Claim | Conflict | Unmatched


@record
class Line:
    """A highlight that belongs to a known topic."""

    topic: str
    text: str
    place: Place


def foreign(asked: Asked, slip: Returned) -> Conflict | None:
    """Why a slip as a whole is not for this report; None when it is."""
    rows = f"里面的{len(slip.rows)}行一项也没有填进问卷"
    side = Side(Place(slip.file), f"{slip.office}{slip.year or ''}")
    if slip.year is not None and slip.year != asked.year:
        message = f"这张表是{slip.year}年度的，问卷是{asked.year}年度的，{rows}"
        return Conflict(Clash.YEAR, "", (side,), message, "看看是不是选错了文件或问卷")
    names = bare(slip.office), bare(asked.office)
    if slip.office and names[0] not in names[1] and names[1] not in names[0]:
        message = f"这张表是“{slip.office}”的，问卷是“{asked.office}”的，{rows}"
        return Conflict(Clash.OFFICE, "", (side,), message, "看看是不是选错了文件或问卷")
    return None


def from_whom(asked: Asked, slip: Returned) -> Returned:
    """A slip whose title names a department (县司法局2024年数据表) as that department's."""
    departments = {name for one in asked.indicators.values() for name in one.supplier.split("、")}
    office = bare(slip.office)
    theirs = office != bare(asked.office) and any(
        name in office for name in departments if name and name != OWN and not shared(name)
    )
    if slip.supplier or not theirs:
        return slip
    return replace(slip, office="", supplier=slip.office, giver=slip.giver or slip.office)


def read_rows(asked: Asked, slip: Returned) -> Iterator[Outcome]:
    """What the rows come to; blank answers come to nothing."""
    for row in slip.rows:
        if row.value is None:
            if row.remark:
                message = "只写了备注，没有填数"
                yield Unmatched(row.place, _called(row), row.remark, message)
            continue
        yield _read_row(asked, slip, row, row.value)


def read_lines(asked: Asked, slip: Returned) -> Iterator[Line | Conflict | Unmatched]:
    """The highlights, each with its topic; 无 in their place says that there are none."""
    for text in slip.texts:
        if bare(text.text) in STATES:
            continue
        known = asked.topic_register
        topic = known.by_id(text.topic) or known.by_words(text.topic)
        topic = topic or known.by_near_words(text.topic)
        yield _line(text, topic)


def _line(text: ReturnedText, topic: str) -> Line | Conflict | Unmatched:
    if not topic:
        message = f"没有“{text.topic}”这个主题，不知道放在哪里"
        return Unmatched(text.place, text.topic, text.text, message)
    if "{{" in text.text or "｛｛" in text.text:
        message = "亮点里有两个连着的花括号，会被当成数据的名称"
        side = (Side(text.place, text.text),)
        return Conflict(Clash.WORDS, topic, side, message, "核对这句话，自己写进问卷的“亮点”")
    return Line(topic, text.text, text.place)


def _read_row(asked: Asked, slip: Returned, row: ReturnedRow, value: Cell) -> Outcome:
    id_ = _identify(asked, row)
    if not isinstance(id_, str):
        return id_
    indicator = asked.indicators[id_]
    side = (Side(row.place, value.text),)
    if not owns(slip.supplier, indicator.supplier):
        message = f"这项数据由{indicator.supplier}提供，却写在{slip.supplier}的表里"
        remedy = "问清楚以谁的数为准；确实改由对方提供的，自己填进问卷"
        return Conflict(Clash.SUPPLIER, id_, side, message, remedy)
    try:
        text, state, quantity = read_value(value, row.unit, indicator, asked.units[id_])
        as_of = _as_of(asked, row.as_of)
    except SlipValueError as problem:
        return Conflict(problem.clash, id_, side, str(problem), problem.remedy)
    source = slip.giver or slip.supplier
    usual = source in {OWN, indicator.supplier}
    return Claim(
        id_, text, state, quantity, as_of, row.remark, "" if usual else source, (row.place,)
    )


def _identify(asked: Asked, row: ReturnedRow) -> str | Conflict | Unmatched:
    """The id of a row's figure, or why it cannot be told."""
    register = asked.register
    value = row.value.text if row.value else ""
    id_ = register.by_id(row.id)
    told = register.by_words(row.question) or register.by_id(row.question)
    if id_ and told and id_ != told:
        message = f"编号“{row.id}”和问题“{row.question}”说的不是一项数据"
        remedy = "看看是不是排序时只动了一栏；请填报单位核对"
        return Conflict(Clash.CROSSED, id_, (Side(row.place, value),), message, remedy)
    found = id_ or told or (register.by_near_words(row.question) if row.question else "")
    if found:
        return found
    words = _called(row)
    if row.id and not row.id.isdecimal():
        near = register.like(row.id)
        remedy = f"是不是“{near}”（{asked.indicators[near].question}）？" if near else ""
        remedy += "请填报单位核对，或者自己填进问卷"
        message = f"没有“{row.id}”这个编号"
        return Conflict(Clash.UNKNOWN, row.id, (Side(row.place, value),), message, remedy)
    message = "不知道是哪一项数据" if words else "只有一个数，没有编号，也没有问题"
    return Unmatched(row.place, words, value, message)


def _called(row: ReturnedRow) -> str:
    """What a row is called; a mere number is its place in the list."""
    return row.question if row.question and row.id.isdecimal() else row.id or row.question


def owns(supplier: str, owner: str) -> bool:
    """Whether a department may answer for what belongs to `owner` (`司法局、法院`).

    A slip that does not say whose it is, and a figure that nobody in particular owns (各执法部门),
    hinder nothing.
    """
    names = [name for name in owner.split("、") if name]
    if not supplier or not names or shared(owner):
        return True
    return any(name in supplier or supplier in name for name in names)


def shared(owner: str) -> bool:
    """Whether several departments together owe a figure (各执法部门)."""
    return any(name.startswith(_ANYBODY) for name in owner.split("、"))


def _as_of(asked: Asked, cell: Cell | None) -> date | None:
    """The cut-off, when it is not the report's own.

    Raises:
        SlipValueError: it is no day.
    """
    if cell is None:
        return None
    if cell.kind is not CellKind.DATE:
        message = f"数据截至“{cell.text}”不是年月日"
        raise SlipValueError(Clash.NO_FIGURE, message, "写成 2024-12-31 这样的形式")
    day = date.fromisoformat(cell.text)
    return None if day == asked.as_of else day
