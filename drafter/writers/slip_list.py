"""Who owes what (清单): a table for the terminal and for a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.days import printed_day
from drafter.text.widths import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.slip import Slip

_HEAD = ("填报单位", "数据", "已填", "必填未填", "亮点", "文件")
_GAP = "  "


def slip_table(slips: Mapping[str, Slip]) -> Iterator[str]:
    """A line for each slip under a line of names, columns under one another.

    Args:
        slips: by the name of the file.
    """
    rows: list[Sequence[str]] = [_HEAD]
    for name, slip in slips.items():
        filled = sum(bool(row.value) for row in slip.rows)
        missing = sum(row.required and not row.value for row in slip.rows)
        counts = (len(slip.rows), filled, missing, len(slip.topics))
        rows.append((slip.supplier, *map(str, counts), name))
    widths = [max(columns(row[place]) for row in rows) for place in range(len(_HEAD))]
    for row in rows:
        cells = (
            word if place == len(_HEAD) - 1 else word + " " * (width - columns(word))
            for place, (word, width) in enumerate(zip(row, widths, strict=True))
        )
        yield _GAP.join(cells)


def slip_list(slips: Mapping[str, Slip]) -> str:
    """The table, and below it what each department still has to tell."""
    first = next(iter(slips.values()), None)
    if first is None:
        return "没有要填报的数据。\n"
    due = f"，请在{printed_day(first.due)}前退回" if first.due else ""
    lines = [f"{first.office}{first.year}年填报清单{due}", "", *slip_table(slips)]
    for slip in slips.values():
        owed = [row.question for row in slip.rows if row.required and not row.value]
        if owed:
            lines += ["", f"{slip.supplier}还要填的（{len(owed)}项）："]
            lines += [f"  {number}. {words}" for number, words in enumerate(owed, 1)]
    return "\n".join((*lines, ""))
