"""Departments at work: slips of an example sent out, filled in, and read back."""

from __future__ import annotations

import csv
import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from drafter.app.opening import open_case
from drafter.app.slips_out import slips_out
from drafter.model.answers import State
from drafter.readers.files import read_script
from drafter.readers.year_batch import FigureEntry, put_figures
from drafter.text.measures import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from drafter.checks.case import Case

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
HEAD = 5
ID, QUESTION, UNIT, VALUE, AS_OF, REMARK = 1, 2, 3, 5, 7, 8
_STATES = {State.NONE: "无", State.NOT_APPLICABLE: "不涉及"}


def emptied(name: str, folder: Path) -> tuple[Path, dict[str, str]]:
    """A copy of an example without its figures, and what they were."""
    shutil.copytree(EXAMPLES / name, folder, dirs_exist_ok=True)
    path = folder / f"{name.rsplit('-', 1)[1]}.yaml"
    case, _ = open_case(path)
    told = {
        id_: figure.quantity.text if figure.quantity else _STATES[figure.state]
        for id_, figure in case.answers.figures.items()
        if figure.state is not State.BLANK
    }
    script = read_script(path)
    text, refused = put_figures(script.text, [FigureEntry(id_, "") for id_ in told])
    assert refused == ()
    path.write_bytes(script.encoded(text))
    assert all(f.state is State.BLANK for f in open_case(path)[0].answers.figures.values())
    return path, told


def sent(path: Path, folder: Path) -> list[Path]:
    """The slips of a year file, written."""
    made = slips_out(path, folder)
    made.write()
    return list(made.slips)


def rows(sheet: Worksheet) -> Iterator[int]:
    """The rows with figures."""
    for row in range(HEAD + 1, sheet.max_row + 1):
        if sheet.cell(row, ID).value:
            yield row


def fill(slips: list[Path], told: Mapping[str, str]) -> set[str]:
    """Type the answers in as people do: plain numbers as numbers; the ids that were asked."""
    asked = set()
    for path in slips:
        book = load_workbook(path)
        sheet = book["填报表"]
        for row in rows(sheet):
            id_ = str(sheet.cell(row, ID).value)
            if id_ in told:
                asked.add(id_)
                type_in(sheet, row, told[id_])
        book.save(path)
    return asked


def type_in(sheet: Worksheet, row: int, words: str) -> None:
    """An answer into its row; the unit goes into the column of units where it is on offer."""
    unit = str(sheet.cell(row, UNIT).value or "")
    number = words.removesuffix(unit) if unit else words
    plain = number.replace(".", "", 1).isdecimal()
    sheet.cell(row, VALUE).value = (
        float(number) if plain and "." in number else (int(number) if plain else words)
    )


def retyped(slips: list[Path], seed: int) -> list[Path]:
    """The slips typed anew as csv: rows moved, columns renamed, half without ids, in GBK."""
    order = random.Random(seed)  # noqa: S311 - a shuffle
    names = {QUESTION: "指标名称", UNIT: "计量单位", VALUE: "本年度数", REMARK: "备 注"}
    made = []
    for place, path in enumerate(slips):
        sheet = load_workbook(path)["填报表"]
        columns = [*names, ID] if place % 2 else [*names]
        lines = [[sheet.cell(row, c).value for c in columns] for row in rows(sheet)]
        order.shuffle(lines)
        out = path.with_suffix(".csv")
        with out.open("w", encoding="gbk" if place % 3 else "utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([names.get(column, "编号") for column in columns])
            writer.writerows(lines)
        made.append(out)
    return made


def readings(path: Path) -> dict[str, object]:
    """What a year file answers: state, and value, unit and mark."""
    case, _ = open_case(path)
    return {id_: reading(case, id_) for id_ in case.answers.figures}


def reading(case: Case, id_: str) -> object:
    """A figure's state and quantity, in its usual unit where none was typed."""
    figure, indicator = case.answers.figures[id_], case.indicator(id_)
    if figure.quantity is None or indicator is None:
        return figure.state
    unit = indicator.units[0] if indicator.units else ""
    quantity = with_unit(figure.quantity, unit)
    return quantity.value, quantity.unit, quantity.mark
