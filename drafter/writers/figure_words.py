"""The figure sheet in words: what its terminal, Excel and Word forms have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.figure_row import RowState
from drafter.text.days import printed_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.figure_row import FigureRow, FigureSheet, Place, Supply

#: Groups of what stands in no chapter.
UNUSED, NOT_APPLICABLE = "正文没有用到", "不涉及"


def grouped(sheet: FigureSheet) -> dict[str, tuple[FigureRow, ...]]:
    """The rows by the chapter that uses them first; then the unused, then what does not apply."""
    groups: dict[str, tuple[FigureRow, ...]] = {}
    last: dict[str, tuple[FigureRow, ...]] = {UNUSED: (), NOT_APPLICABLE: ()}
    for row in sheet.rows:
        if row.places:
            chapter = row.places[0].chapter
            groups[chapter] = (*groups.get(chapter, ()), row)
        else:
            name = NOT_APPLICABLE if row.state is RowState.NOT_APPLICABLE else UNUSED
            last[name] += (row,)
    return groups | {name: rows for name, rows in last.items() if rows}


def counts(sheet: FigureSheet) -> str:
    """共55项：已填38项、缺2项、算出3项、不涉及12项；待核4项."""
    states = [None if row.missing else row.state for row in sheet.rows]
    filled = sum(state in {RowState.GIVEN, RowState.NONE} for state in states)
    told = [
        f"已填{filled}项",
        f"缺{states.count(None)}项",
        f"算出{states.count(RowState.COMPUTED)}项",
    ]
    others = ((RowState.NOT_APPLICABLE, "不涉及"), (RowState.BLANK, "空着不用"))
    told += [f"{word}{n}项" for state, word in others if (n := states.count(state))]
    doubtful = sum(row.doubtful for row in sheet.rows)
    return f"共{len(sheet.rows)}项：{'、'.join(told)}；待核{doubtful}项"


def value(row: FigureRow) -> str:
    """This year's value; what is missing says so, and in what unit it is wanted."""
    if row.text:
        return row.text
    if row.missing:
        return f"缺（{row.unit}）" if row.unit else "缺"
    return "空着"


def asked(row: FigureRow) -> str:
    """What is open; and what was settled, with the reason."""
    told = []
    for question in row.questions:
        reason = f"（已说明：{question.settled}）" if question.settled else ""
        told.append(question.text + reason)
    return "；".join(told)


def explained(row: FigureRow) -> tuple[str, ...]:
    """Formula and remark."""
    told = (("算式", row.formula), ("备注", row.note))
    return tuple(f"{name}：{text}" for name, text in told if text)


def cut_off(row: FigureRow, sheet: FigureSheet) -> str:
    """截至2023年12月31日, where it is not the report's own; else empty."""
    own = row.as_of is not None and row.as_of != sheet.as_of
    return f"截至{printed_day(row.as_of)}" if own and row.as_of else ""


def where(places: Sequence[Place], *, headings: bool) -> tuple[str, ...]:
    """The sections, each with its heading or by number alone."""
    return tuple(
        (place.section if headings else place.number) + ("" if place.printed else "（用于计算）")
        for place in places
    )


def supply_lines(supplies: Sequence[Supply]) -> Iterator[str]:
    """Who has answered and who still owes what; those who owe come first."""
    for supply in supplies:
        if supply.owed:
            here = supply.answered if supply.supplier else ()
            told = f"已报{len(here)}项{known(supply)}、" if here else ""
            owed = f"还欠{len(supply.owed)}项：{'、'.join(supply.owed)}"
            yield f"{supply.supplier or '自己填写'}{told}{owed}"
    known_ones = [supply for supply in supplies if supply.supplier and supply.answered]
    done = [supply for supply in known_ones if not supply.owed]
    if done:
        each = (f"{supply.supplier}{len(supply.answered)}项{known(supply)}" for supply in done)
        yield f"已报齐：{'；'.join(each)}"
    nobody = sum(len(supply.answered) for supply in supplies if not supply.supplier)
    if nobody:
        yield f"没有写明来源：{nobody}项"
    if any(supply.named < len(supply.answered) for supply in known_ones):
        yield "（已报的数没写来源的，按通常的提供单位算）"


def known(supply: Supply) -> str:
    """What the year file itself says of who gave the figures; empty when it does not."""
    if not supply.named:
        return ""
    until = f"，截至{printed_day(supply.as_of)}" if supply.as_of else ""
    return f"（{supply.named}项写明了来源{until}）"
