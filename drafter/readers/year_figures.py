"""数据: the figures of a year file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from drafter.model.answers import Figure, State
from drafter.readers.codes import Fault
from drafter.readers.days import read_day
from drafter.readers.typed import half_width_colons, is_blank
from drafter.readers.yaml_tree import Entries, Entry, Items, Scalar, Tree
from drafter.text.quantity import QuantityError, read_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot
    from drafter.readers.sheet import Sheet

DETAILS = ("值", "来源", "截至", "备注")
STATES = {
    "无": State.NONE,
    "没有": State.NONE,
    "不涉及": State.NOT_APPLICABLE,
    "不适用": State.NOT_APPLICABLE,
}


def read_figures(sheet: Sheet, tree: Tree | None) -> dict[str, Figure]:
    """Every figure by id; of an id that is given twice, the first."""
    figures: dict[str, Figure] = {}
    for figure, key in _figures(sheet, tree, "“数据”", ""):
        first = figures.setdefault(figure.id, figure)
        if first is not figure:
            message = f"“{figure.id}”写了两遍，另一处在第{first.spot.line}行，只用了前一处"
            remedy = "核对两处的数，留下对的一处"
            sheet.error(Fault.REPEATED_ID, key, message, remedy, figure.id)
    return figures


def read_date(sheet: Sheet, tree: Tree | None, what: str) -> date | None:
    """A day; None when none is given, or, with a finding, when it cannot be read."""
    text = sheet.heading(tree, what)
    if text is None:
        return None
    try:
        return read_day(text.text)
    except ValueError as problem:
        message = f"{what}写的是“{text.text}”，读不懂：{problem}"
        remedy = "核对日期，写成 `2023-12-06` 这样的形式"
        sheet.error(Fault.BAD_DATE, text.spot, message, remedy, text.text)
        return None


def _figures(
    sheet: Sheet, tree: Tree | None, what: str, prefix: str
) -> Iterator[tuple[Figure, Spot]]:
    """The figures below a mapping, each with the place of its key."""
    for name, entry in sheet.entries(tree, what):
        if not _is_id(sheet, entry.key, name):
            continue
        id_ = f"{prefix}.{name}" if prefix else name
        if isinstance(entry.value, Items):
            message = f"“{id_}”应当是一个数，这里却是一个列表"
            sheet.error(Fault.WRONG_SHAPE, entry.value.spot, message, f"写成 `{name}: 786件`")
        elif isinstance(entry.value, Scalar):
            yield _plain(sheet, id_, entry, entry.value), entry.key.spot
        elif has_details(entry.value):
            yield _detailed(sheet, id_, entry), entry.key.spot
        else:
            yield from _figures(sheet, entry.value, f"“数据”的“{id_}”", id_)


#: What Chinese input methods type for a dot.
_DOTS = "[.。．｡·•]"


def _is_id(sheet: Sheet, key: Scalar, name: str) -> bool:
    """Whether every part of a key can be part of an id; if not, say what could."""
    parts = name.split(".")
    if name.isidentifier() or all(part.isidentifier() for part in parts):
        return True
    meant = re.split(_DOTS, name)
    better = ".".join(filter(None, (_identifier(part) for part in meant)))
    message = f"“{name}”不能用作数据的名称：每一段只能有汉字、字母和数字，且不能以数字开头"
    remedy = f"写成 `{better}`" if better else "换一个以汉字开头的名称"
    sheet.error(Fault.BAD_ID, key.spot, message, remedy, name)
    return False


def _identifier(part: str) -> str:
    """The nearest identifier: `12345热线` gives `热线12345`; empty when nothing is left."""
    words = "".join(re.findall(r"\w", unicodedata.normalize("NFKC", part)))
    digits = re.match(r"\d*", words)
    end = digits.end() if digits else 0
    turned = words[end:] + words[:end]
    return turned if turned.isidentifier() else ""


def has_details(entries: Entries) -> bool:
    """Whether a mapping tells of one figure, not of several."""
    return any(entry.key.text.strip().startswith(DETAILS[0]) for entry in entries.items) or (
        bool(entries.items) and all(entry.key.text.strip() in DETAILS for entry in entries.items)
    )


def _plain(sheet: Sheet, id_: str, entry: Entry, value: Scalar) -> Figure:
    state, quantity = _answer(sheet, id_, value)
    return Figure(id_, state, quantity, value.spot if value.text else entry.key.spot)


def _detailed(sheet: Sheet, id_: str, entry: Entry) -> Figure:
    fields = sheet.known_entries(entry.value, f"“{id_}”", DETAILS)
    value = fields.get("值")
    state, quantity, spot = State.BLANK, None, entry.key.spot
    if isinstance(value, Scalar):
        (state, quantity), spot = _answer(sheet, id_, value), value.spot
    elif value is not None:
        message = f"“{id_}”的“值”应当是一个数"
        sheet.error(Fault.WRONG_SHAPE, value.spot, message, "写成 `值: 786件`")
    return Figure(
        id_,
        state,
        quantity,
        spot,
        source=sheet.word(fields.get("来源"), f"“{id_}”的来源"),
        as_of=read_date(sheet, fields.get("截至"), f"“{id_}”的截至日期"),
        note=sheet.word(fields.get("备注"), f"“{id_}”的备注"),
    )


def _answer(sheet: Sheet, id_: str, value: Scalar) -> tuple[State, Quantity | None]:
    """What a value says; BLANK, and a finding, when it says nothing that can be used."""
    words = value.text.strip()
    if is_blank(value):
        return State.BLANK, None
    if words in STATES:
        return STATES[words], None
    if sheet.swallowed(value, f"“{id_}”", any_line=True):
        return State.BLANK, None
    if "：" in words and not value.quoted:
        message = f"“{id_}”的数里有全角冒号“：”，读不出来：{words}"
        remedy = f"改为半角冒号加空格，写成 `{sheet.half_width(value)}`"
        if "{" not in sheet.line(value.spot.line):
            remedy = f"另起一行，行首多空两格，写成 `{half_width_colons(words)}`"
        sheet.error(Fault.FULL_WIDTH_COLON, value.spot, message, remedy, words)
        return State.BLANK, None
    try:
        return State.GIVEN, read_quantity(words)
    except QuantityError as problem:
        message = f"“{id_}”的数“{words}”读不懂：{problem}"
        remedy = "写一个数和单位，如 `786件`；没有发生写 `无`，不涉及写 `不涉及`，未定就空着"
        sheet.error(Fault.BAD_QUANTITY, value.spot, message, remedy, words)
        return State.BLANK, None
