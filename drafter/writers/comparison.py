"""A comparison: as a table for people, as plain values for machines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.answers import State
from drafter.model.comparison import Kind
from drafter.text.widths import columns, typeset, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.comparison import (
        Carried,
        Comparison,
        Datum,
        FigureChange,
        FigureYears,
        Line,
        Turnover,
    )


class Role(StrEnum):
    """What a part of a line is, so that a terminal can colour it."""

    HEAD = "head"
    PLAIN = "plain"
    DIM = "dim"
    NEW = "new"
    GONE = "gone"
    CARRIED = "carried"
    REMARK = "remark"


#: A line: parts in order, each with its role.
Printed = tuple[tuple[str, Role], ...]

_KINDS = {
    Kind.CHANGED: ("有变化", Role.PLAIN),
    Kind.SAME: ("相同", Role.DIM),
    Kind.NEW: ("新增", Role.NEW),
    Kind.GONE: ("不再出现", Role.GONE),
}
#: Why this year's file has no value.
_ABSENT = {
    State.BLANK: "问卷里还没有填",
    State.NONE: "今年填的是无",
    State.NOT_APPLICABLE: "今年填的是不涉及",
}
_WIDEST_NAME, _LEAST_NAME, _INDENT, _ROUND = 32, 22, "    ", 4
_NUMBERS = 22  # columns behind a name


def comparison_json(comparison: Comparison) -> dict[str, object]:
    """The comparison as `compare --json` prints it.

    A figure without an id is called by the words before it. Values are as printed, null where the
    year has none; a sentence carried over is given as it stands this year.
    """
    sentences = comparison.sentences
    return {
        "figures": [
            {
                "id": row.id or row.name,
                "last": _value(row.last) or None,
                "this": _value(row.this) or None,
                "change": row.change,
                "kind": row.kind.value,
            }
            for row in comparison.figures
        ],
        "sentences": {
            "carried": [pair.this.text for pair in sentences.carried],
            "new": [line.text for line in sentences.new],
            "gone": [line.text for line in sentences.gone],
        },
        "carried_share": round(comparison.whole.share, _ROUND),
    }


def comparison_lines(
    comparison: Comparison, years: Sequence[FigureYears], width: int
) -> Iterator[Printed]:
    """The comparison in sections: 数据, 历年, 标题, 句子, 占比.

    Args:
        comparison: what to show.
        years: figures through three years and more; the section is left out when there are none.
        width: columns to write in.
    """
    yield from _figures(comparison.figures, width)
    if years:
        yield from _head("历年", f"{len(years)}项有三年以上的数", width)
        for row in years:
            told = " → ".join(f"{year}年 {value.text}" for year, value in row.values.items())
            yield (f"  {_fit(row.name, _room(width), pad=True)}  ", Role.PLAIN), (told, Role.DIM)
    yield from _headings(comparison.headings, width)
    yield from _sentences(comparison.sentences, width)
    yield from _shares(comparison, width)


def _head(name: str, told: str, width: int) -> Iterator[Printed]:
    first, *rest = typeset(told, max(width - 2 * len(_INDENT), 1))
    yield (name, Role.HEAD), (f"　{first}", Role.DIM)
    for part in rest:
        yield ((_INDENT + part, Role.DIM),)


def _figures(rows: Sequence[FigureChange], width: int) -> Iterator[Printed]:
    counts = "，".join(
        f"{label}{sum(row.kind is kind for row in rows)}项" for kind, (label, _) in _KINDS.items()
    )
    blank = sum(row.absent is State.BLANK for row in rows)
    counts += f"（其中{blank}项问卷里还没有填）" if blank else ""
    yield from _head("数据", counts, width)
    if not rows:
        return
    head = ("指标", "上年", "今年", "变化")
    cells = [
        (_fit(row.name, _room(width)), _value(row.last), _value(row.this), _told(row))
        for row in rows
    ]
    widths = [max(columns(row[at]) for row in (head, *cells)) for at in range(len(head))]
    remark = max(columns(row.remark) for row in rows)
    narrow = sum(widths) + remark + 2 * len(widths) + 2 > width
    if not narrow:
        yield ((_row(head, widths), Role.DIM),)
    for row, texts in zip(rows, cells, strict=True):
        role = _KINDS[row.kind][1]
        line = _row(texts, widths)
        if narrow:
            yield ((f"  {texts[0]}", role),)
            line = f"{_INDENT}{texts[1] or '空'} → {texts[2] or '空'}  {texts[3]}"
        yield ((line, role), (f"  {row.remark}", Role.REMARK)) if row.remark else ((line, role),)


def _row(cells: Iterable[str], widths: Iterable[int]) -> str:
    padded = (
        text + " " * (width - columns(text)) for text, width in zip(cells, widths, strict=True)
    )
    return ("  " + "  ".join(padded)).rstrip()


def _told(row: FigureChange) -> str:
    if row.absent is not None:
        return _ABSENT[row.absent]
    return row.change or _KINDS[row.kind][0]


def _value(datum: Datum | None) -> str:
    return datum.quantity.text if datum else ""


def _room(width: int) -> int:
    """Columns for a name, where its numbers stand behind it."""
    return min(_WIDEST_NAME, max(width - _NUMBERS, _LEAST_NAME))


def _fit(name: str, room: int, *, pad: bool = False) -> str:
    """The name in `room` columns at most, the rest as …; padded to that where it is wanted."""
    if columns(name) > room:
        name = next(wrapped(name, room - 2)) + "…"
    return name + " " * (room - columns(name)) if pad else name


def _headings(headings: Turnover, width: int) -> Iterator[Printed]:
    kept = len(headings.carried)
    counts = f"沿用{kept}个，新增{len(headings.new)}个，去掉{len(headings.gone)}个"
    if headings.waiting:
        counts += f"；另有{len(headings.waiting)}个下面还没有写"
    yield from _head("标题", counts, width)
    for pair in headings.carried:
        if not pair.exact:
            yield from _wrapped("改 ", f"{pair.last.text} → {pair.this.text}", Role.CARRIED, width)
    yield from _each("新 ", headings.new, Role.NEW, width)
    yield from _each("去 ", headings.gone, Role.GONE, width)


def _sentences(sentences: Turnover, width: int) -> Iterator[Printed]:
    renewed = [pair for pair in sentences.carried if pair.numbers]
    plain = [pair for pair in sentences.carried if not pair.numbers]
    yield from _head(
        "句子",
        f"原样沿用{len(plain)}句，沿用而换了数{len(renewed)}句，"
        f"新写{len(sentences.new)}句，去掉{len(sentences.gone)}句"
        + (f"；另有{len(sentences.waiting)}句还待补充" if sentences.waiting else ""),
        width,
    )
    if plain:
        yield (("  原样沿用（只差年份、标点或个别字的也在内）", Role.DIM),)
        yield from _each("= ", [pair.this for pair in plain], Role.CARRIED, width)
    if renewed:
        yield (("  沿用而换了数", Role.DIM),)
        for pair in renewed:
            yield from _wrapped("~ ", pair.this.text + _numbers(pair), Role.PLAIN, width)
    if sentences.new:
        yield (("  新写", Role.DIM),)
        yield from _each("+ ", sentences.new, Role.NEW, width)
    if sentences.gone:
        yield (("  去掉", Role.DIM),)
        yield from _each("- ", sentences.gone, Role.GONE, width)


def _numbers(pair: Carried) -> str:
    told = "，".join(f"{one or '空'}→{two or '空'}" for one, two in pair.numbers)
    return f"（{told}）"


def _each(sign: str, lines: Iterable[Line], role: Role, width: int) -> Iterator[Printed]:
    for line in lines:
        yield from _wrapped(sign, line.text, role, width)


def _wrapped(sign: str, text: str, role: Role, width: int) -> Iterator[Printed]:
    lead = "  " + sign
    for part in typeset(text, max(width - len(_INDENT), 1)):
        yield ((lead + part, role),)
        lead = _INDENT


def _shares(comparison: Comparison, width: int) -> Iterator[Printed]:
    whole = comparison.whole
    told = f"全文{whole.characters}字，其中{whole.carried}字沿用上年，占{whole.share:.1%}"
    yield from _head("占比", f"{told}（只算正文，不算标题）", width)
    for share in comparison.shares:
        if share.carried:
            amount = f"{share.share:>6.1%}  {share.carried}/{share.characters}字"
            name = _fit(share.section or "（开头）", _room(width), pad=True)
            yield (f"  {name}  ", Role.PLAIN), (amount, Role.DIM)
