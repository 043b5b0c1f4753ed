"""What opens at a place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.figure_row import CHECKS, Doubt, RowState
from drafter.text.days import printed_day
from drafter.writers.checked import LABELS
from drafter.writers.preview.spots import place_name
from drafter.writers.preview.view import NAMES, Bar, Card, Kind, Told, Use

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.figure_row import FigureRow
    from drafter.model.finding import Finding
    from drafter.model.preview import Preview
    from drafter.model.quantity import Quantity
    from drafter.model.report import Gap
    from drafter.writers.preview.marking import Mark, Subject

_FULL = 100
#: What the sheet tells and the text itself shows: nobody has to act.
_NO_QUESTIONS = {Doubt.UNUSED, Doubt.ABOUT}
_CARRIED = (
    "这句话和上年的一样，还没有人确认。"
    "今年仍然属实的，在问卷“沿用”里写上这一节的标题"
    "（几节同名的，连上一级的标题一起写，如 安排/优化营商环境）；不属实的，改写。"
)
_FOUND, _LAST_WORDS = "检查发现", "沿用上年的话"


def cards(
    preview: Preview, subjects: Mapping[Subject, int], marks: Sequence[Mark]
) -> Iterator[Card]:
    """The cards, by number."""
    rows = {row.id: row for row in preview.sheet.rows}
    gaps = {gap.id: gap for gap in preview.report.gaps}
    uses = _uses(marks)
    for subject, number in subjects.items():
        row = rows.get(subject.id)
        gap = gaps.get(subject.id) if subject.gap else None
        found = [preview.placed[n].finding for n in subject.findings]
        missing = gap is not None
        yield Card(
            number=number,
            title=_title(subject, row, gap),
            value=row.text if row and not missing else "",
            kinds=tuple(NAMES[kind] for kind in _kinds(subject, row)),
            facts=tuple(_facts(subject, row, gap, preview)),
            asks=tuple(_asks(subject, row, gap, {one.code for one in found})),
            bars=bars(preview.years.get(subject.id, {})),
            uses=uses.get(subject.id, ()) if subject.id else (),
            findings=tuple(told(finding, preview.folders) for finding in found),
        )


def told(finding: Finding, folders: Sequence[str]) -> Told:
    """A finding in words."""
    where = place_name(finding.spot, folders)
    return Told(LABELS[finding.severity], finding.code, finding.message, finding.remedy, where)


def is_jump(row: FigureRow) -> bool:
    """Whether a person should look at how far it is from last year's."""
    return row.has(Doubt.JUMP) or row.has(Doubt.UNIT_CHANGED)


def bars(values: Mapping[int, Quantity]) -> tuple[Bar, ...]:
    """A figure's years; only those in the newest one's unit get a bar.

    A bar begins at zero, so that half the length is half the value.
    """
    if not values:
        return ()
    unit = values[max(values)].unit
    alike = [abs(value.value) for value in values.values() if value.unit == unit]
    most = max(alike) or 1
    return tuple(
        Bar(
            year,
            value.text,
            round(abs(value.value) * _FULL / most) if value.unit == unit else None,
        )
        for year, value in sorted(values.items())
    )


def _uses(marks: Sequence[Mark]) -> dict[str, tuple[Use, ...]]:
    """Every place of every figure and gap, in printed order."""
    found: dict[str, tuple[Use, ...]] = {}
    for anchor, mark in enumerate(marks, 1):
        for id_ in dict.fromkeys((mark.subject.id, *mark.figures)):
            use = Use(anchor, mark.section, counted=id_ != mark.subject.id)
            found[id_] = (*found.get(id_, ()), use)
    return found


def _title(subject: Subject, row: FigureRow | None, gap: Gap | None) -> str:
    if gap is not None:
        return gap.label
    if row is not None:
        return row.name
    return subject.id or (_LAST_WORDS if subject.carried else _FOUND)


def _kinds(subject: Subject, row: FigureRow | None) -> Iterator[Kind]:
    if subject.gap:
        yield Kind.GAP
    elif row and is_jump(row):
        yield Kind.JUMP
    if subject.carried:
        yield Kind.CARRIED
    if subject.findings:
        yield Kind.FOUND


def _facts(
    subject: Subject, row: FigureRow | None, gap: Gap | None, preview: Preview
) -> Iterator[tuple[str, str]]:
    """Term and text."""
    if gap is not None:
        yield "要填的", gap.question
        yield "单位", "、".join(gap.units)
        yield "上年", gap.prior
        yield "找谁要", gap.supplier or "自己填写"
    elif row is not None:
        computed = row.state is RowState.COMPUTED
        yield "上年", row.prior or "不知道"
        yield "变化", row.change
        yield "怎么算的", row.formula
        yield "来源", "" if computed else _source(row)
        yield "数据截至", printed_day(row.as_of) if row.as_of else "没有写明"
        yield "备注", row.note
    spot = preview.spots.get(subject.id)
    if row is not None and spot is not None and row.state is not RowState.BLANK:
        label = "算式写在" if row.state is RowState.COMPUTED else "填在"
        yield label, place_name(spot, preview.folders)
    if row is not None or gap is not None:
        yield "问卷里叫", gap.about if gap and gap.about else subject.id


def _source(row: FigureRow) -> str:
    if not row.source:
        return "没有写明"
    return row.source if row.named else f"{row.source}（问卷没写，通常由它提供）"


def _asks(
    subject: Subject, row: FigureRow | None, gap: Gap | None, told_codes: set[str]
) -> Iterator[str]:
    """What to do, but for what a finding on the same card says already."""
    if row is not None and gap is None:
        for question in row.questions:
            if question.doubt not in _NO_QUESTIONS and CHECKS.get(question.doubt) not in told_codes:
                settled = f"（已说明：{question.settled}）" if question.settled else ""
                yield question.text + settled
    if subject.carried:
        yield _CARRIED
