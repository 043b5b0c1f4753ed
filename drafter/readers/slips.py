"""A returned slip (填报表): the table found in a file, its columns known by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.slip import Cell, CellKind, Place, Returned, ReturnedRow, ReturnedText
from drafter.readers.days import read_day, read_year
from drafter.readers.slip_faults import no_header
from drafter.readers.slip_files import read_grids
from drafter.readers.yaml_characters import remove_forbidden
from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from drafter.model.slip import Grid

#: Names of columns in use, each with the column that it means.
_NAMES = {
    "编号": ("编号", "指标编号", "代码", "指标代码", "id"),
    "数据": ("数据", "指标", "指标名称", "项目", "填报项目", "数据项", "数据名称", "内容", "问题"),
    "单位": ("单位", "计量单位"),
    "上年数": ("上年数", "上年", "去年数", "去年", "上年度数", "上年同期"),
    "本年数": (
        "本年数",
        "本年",
        "今年数",
        "今年",
        "本年度数",
        "数值",
        "填报数",
        "填报数据",
        "数量",
    ),
    "口径": ("口径", "统计口径", "说明", "填报说明"),
    "数据截至": ("数据截至", "截至", "截止", "截至日期", "截止日期", "数据截止"),
    "备注": ("备注", "附注", "注"),
    "主题": ("主题",),
    "要什么": ("要什么",),
    "亮点": ("亮点", "亮点工作", "典型做法", "亮点内容"),
}
_MEANS = {name: column for column, names in _NAMES.items() for name in names}
_HEAD_ROWS = 40
_LONGEST_NAME = 30
_INSIDE = lazily(r"[（(][^（）()]*[）)]|\s|[:：*]")
_TITLE = lazily(r"(?P<office>.*?)(?P<year>20\d{2})年(?:度)?[^年]*(?:填报表|报告|数据)")
_FILE_NAME = lazily(r"填报表-(?P<supplier>.+?)-(?P<year>20\d{2})(?!\d)")
_GIVER = "填报单位"
#: What stands beside an empty 填报单位.
_LABEL = lazily("填报人|填表人|联系|电话|负责人|审核|退回|日期|填报日期")


def read_slip(path: Path) -> Returned:
    """A returned file, as a slip.

    Raises:
        DrafterError: it cannot be read, or holds no table with the columns of a slip.
    """
    grids = read_grids(path)
    told = _identity(grids)
    file = str(path)
    rows: list[ReturnedRow] = []
    texts: list[ReturnedText] = []
    found, title, giver = False, None, ""
    for grid in grids:
        head = None if grid.hidden else _head(grid)
        if head is None:
            continue
        found = True
        place, columns = head
        above = grid.rows[:place]
        title = title or _title(above)
        giver = giver or _giver(above)
        below = grid.rows[place + 1 :]
        if "本年数" in columns:
            rows += _rows(file, grid.name, below, columns)
        else:
            texts += _texts(file, grid.name, below, columns)
    if not found:
        raise no_header(path)
    named = _FILE_NAME.search(path.name)
    year = told.get("年度") or (title or {}).get("year") or (named["year"] if named else "")
    return Returned(
        file,
        read_year(year or ""),
        told.get("单位") or (title or {}).get("office", ""),
        told.get("发给") or (named["supplier"] if named else giver),
        giver,
        tuple(rows),
        tuple(texts),
    )


def _identity(grids: tuple[Grid, ...]) -> dict[str, str]:
    """What the hidden sheet says; empty when it was lost."""
    return {
        row[1].text.strip(): row[2].text.strip()
        for grid in grids
        if grid.hidden and grid.name == "drafter"
        for row in grid.rows
        if 1 in row and 2 in row  # noqa: PLR2004 - the first two columns
    }


def _head(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row that names the columns, and where each stands."""
    for near in (False, True):
        for place, row in enumerate(grid.rows[:_HEAD_ROWS]):
            columns = _columns(row, near=near)
            figures = "本年数" in columns and ("编号" in columns or "数据" in columns)
            if figures or ("亮点" in columns and ("主题" in columns or "要什么" in columns)):
                return place, _columns(row, near=True)
    return None


def _columns(row: Mapping[int, Cell], *, near: bool) -> dict[str, int]:
    """Columns by what they mean; names that are right come before those that are near."""
    words = {at: _INSIDE.sub("", cell.text[:_LONGEST_NAME]).lower() for at, cell in row.items()}
    found: dict[str, int] = {}
    for at, word in words.items():
        if word in _MEANS:
            found.setdefault(_MEANS[word], at)
    for at, word in words.items() if near else ():
        like = nearest(word, _MEANS) if word not in _MEANS else ()
        if like:
            found.setdefault(_MEANS[like[0]], at)
    return found


def _title(rows: tuple[dict[int, Cell], ...]) -> dict[str, str] | None:
    """Office and year, as the title of the sheet tells them."""
    for row in rows:
        for cell in row.values():
            match = _TITLE.search(cell.text)
            if match:
                return {"office": match["office"].strip(), "year": match["year"]}
    return None


def _giver(rows: tuple[dict[int, Cell], ...]) -> str:
    """The words beside 填报单位."""
    for row in rows:
        cells = [row[at] for at in sorted(row)]
        for place, cell in enumerate(cells):
            name, _, inside = _clean(cell.text).replace("：", ":").partition(":")
            if name.strip() == _GIVER:
                after = _clean(cells[place + 1].text) if place + 1 < len(cells) else ""
                return inside.strip() or ("" if _LABEL.match(after) else after)
    return ""


def _rows(
    file: str, sheet: str, rows: tuple[dict[int, Cell], ...], columns: Mapping[str, int]
) -> Iterator[ReturnedRow]:
    def words(row: dict[int, Cell], column: str) -> str:
        cell = row.get(columns.get(column, 0))
        return _clean(cell.text) if cell is not None else ""

    for row in rows:
        value, as_of = row.get(columns["本年数"]), row.get(columns.get("数据截至", 0))
        name = value.name if value else next(iter(row.values())).name
        told = words(row, "编号"), words(row, "数据")
        again = told[1] in _MEANS and value is not None and value.text.strip() in _MEANS
        if again or not (any(told) or value):
            continue  # the names of the columns once more
        yield ReturnedRow(
            Place(file, sheet, name),
            *told,
            words(row, "单位"),
            _kept(value),
            _day(as_of),
            words(row, "备注"),
        )


def _texts(
    file: str, sheet: str, rows: tuple[dict[int, Cell], ...], columns: Mapping[str, int]
) -> Iterator[ReturnedText]:
    """Each line of each cell; a row without a topic goes on with the one above."""
    topic = ""
    for row in rows:
        named = row.get(columns.get("主题", 0)) or row.get(columns.get("要什么", 0))
        topic = _clean(named.text) if named is not None else topic
        cell = row.get(columns["亮点"])
        for line in _clean(cell.text).split("\n") if cell is not None else ():
            if cell is not None and line.strip():
                yield ReturnedText(Place(file, sheet, cell.name), topic, line.strip())


def _kept(cell: Cell | None) -> Cell | None:
    text = _clean(cell.text) if cell is not None else ""
    return Cell(cell.name, text, cell.kind) if cell is not None and text else None


def _day(cell: Cell | None) -> Cell | None:
    """A day as 2024-12-31; what cannot be read as one stays as it is."""
    cell = _kept(cell)
    if cell is None:
        return None
    try:
        return Cell(cell.name, read_day(cell.text).isoformat(), CellKind.DATE)
    except ValueError:
        return Cell(cell.name, cell.text, CellKind.TEXT)


def _clean(text: str) -> str:
    """Without what cannot be printed, and without blanks at the ends."""
    return remove_forbidden(text, "")[0].strip()
