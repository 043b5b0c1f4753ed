"""A small year file and slips made by hand, for what can go wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from drafter.app.slips_in import slips_in
from tests.making import year_file
from tests.slips.filling import HEAD, ID, VALUE, rows

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.merged import Merged

COLUMNS = ("编号", "数据", "单位", "上年数", "本年数", "口径", "数据截至", "备注")
FIGURES = """\
数据:
  普法.活动:      # 全年的
  普法.资料:
  调解.受理:
  调解.成功:
  调解.成功率:
  调解.金额:
  处罚.案件:
  公开.主动:
"""


def office(folder: Path, figures: str = FIGURES) -> Path:
    """A year file of 某街道 on 2023 that asks for a few figures."""
    return year_file(folder, figures)


def slip(
    folder: Path, name: str, *answers: tuple[object, ...], title: str = "某街道2023年填报表"
) -> Path:
    """A slip typed by hand: each answer an id and what was typed, then unit, cut-off, remark."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.append(COLUMNS)
    for answer in answers:
        id_, value, unit, as_of, remark = (*answer, *(None,) * 5)[:5]
        sheet.append([id_, None, unit, None, value, None, as_of, remark])
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def answered(path: Path, id_: str, value: object) -> None:
    """An answer typed into a slip as it was sent."""
    book = load_workbook(path)
    sheet = book["填报表"]
    row = next(row for row in rows(sheet) if sheet.cell(row, ID).value == id_)
    sheet.cell(row, VALUE).value = value  # type: ignore[assignment]
    book.save(path)


def merged(path: Path, *slips: Path, prefer: str = "") -> Merged:
    """What the slips come to."""
    return slips_in(path, slips, prefer).merged


__all__ = ["FIGURES", "HEAD", "answered", "merged", "office", "slip"]
