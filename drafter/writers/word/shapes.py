"""What a Word template can ask for: names, and what can be asked of each in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.writers.word.named import FIGURES, OF_THE_REPORT, SECTIONS, figure_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.writers.word.named import Figure


@record
class Text:
    """Words, a number or a yes-or-no: nothing can be asked of it."""


@record
class Many:
    """Several things of one shape, for `{%p for … %}`."""

    item: Shape


@record
class Record:
    """A thing with named parts, asked for with a point: `段.文`.

    Attributes:
        parts: by name.
        called: what our own templates call it, for `meanings`; empty for figures.
        printable: whether it prints words of its own besides.
    """

    parts: Mapping[str, Shape]
    called: str = ""
    printable: bool = False


@record
class Function:
    """What is asked for with a name in brackets: `节('不足')`.

    Attributes:
        result: what it gives.
        known: the names that it takes; None = it depends on the report.
    """

    result: Shape
    known: tuple[str, ...] | None = None


Shape = Text | Many | Record | Function

#: A shape, or None for what is not known: anything may be asked of it.
Known = Shape | None

TEXT = Text()
PIECE = Record({"文": TEXT, "待补充": TEXT}, "片")
ROW = Record(dict.fromkeys(("名", "单位", "今年", "上年", "增减"), TEXT), "项")
PARAGRAPH = Record(
    {
        "样式": TEXT,
        "级": TEXT,
        "题": Many(PIECE),
        "题文": TEXT,
        "片": Many(PIECE),
        "文": TEXT,
    },
    "段",
)

#: Every name that a template can use; `names_of` says which figures and sections there are.
NAMES: Mapping[str, Known] = {
    "标题": TEXT,
    "标题行": Many(TEXT),
    "年度": TEXT,
    "主送机关": TEXT,
    "正文": Many(PARAGRAPH),
    "落款": Many(TEXT),
    "成文日期": TEXT,
    "数据表": Many(ROW),
    "有上年数": TEXT,
    **dict.fromkeys(OF_THE_REPORT, TEXT),
    **dict.fromkeys(FIGURES),
    SECTIONS: Function(Many(PARAGRAPH)),
}


def names_of(
    figures: Iterable[str], sections: tuple[str, ...] | None = None
) -> Mapping[str, Known]:
    """`NAMES`, the figures and sections taken in.

    Args:
        figures: the ids that can be asked for.
        sections: what `节` takes; None = it depends on the report.
    """
    shape = _shape(figure_tree(dict.fromkeys(figures)))
    figures_too = dict.fromkeys(FIGURES, shape)
    return {**NAMES, **figures_too, SECTIONS: Function(Many(PARAGRAPH), sections)}


def ids_in(figures: Record) -> Iterator[str]:
    """The ids of all figures in the shape of `数`."""
    for name, part in figures.parts.items():
        if not isinstance(part, Record) or part.printable:
            yield name
        if isinstance(part, Record):
            yield from (f"{name}.{rest}" for rest in ids_in(part))


def _shape(figure: Figure) -> Record | Text:
    """What can be asked of a figure."""
    if not figure.parts:
        return TEXT
    parts = {name: _shape(part) for name, part in figure.parts.items()}
    return Record(parts, printable=figure.own)
