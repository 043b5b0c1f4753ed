"""What a Word template can ask for, and the values for one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from drafter.writers.blocks import HEADINGS, Style, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.model.report import Piece, Report
    from drafter.writers.blocks import Block


@dataclass(frozen=True, slots=True)
class Text:
    """Words, a number or a yes-or-no: nothing can be asked of it."""


@dataclass(frozen=True, slots=True)
class Many:
    """Several things of one shape, for `{%p for … %}`."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Record:
    """A thing with named parts, asked for with a point: `段.文`."""

    parts: Mapping[str, Shape]


Shape = Text | Many | Record

TEXT = Text()
PIECE = Record({"文": TEXT, "待补充": TEXT})
PARAGRAPH = Record(
    {
        "样式": TEXT,
        "级": TEXT,
        "题": Many(PIECE),
        "题文": TEXT,
        "片": Many(PIECE),
        "文": TEXT,
    }
)

#: Every name that a template can use.
NAMES: Mapping[str, Shape] = {
    "标题": TEXT,
    "标题行": Many(TEXT),
    "年度": TEXT,
    "主送机关": TEXT,
    "正文": Many(PARAGRAPH),
    "落款": Many(TEXT),
    "成文日期": TEXT,
}

_IN_BODY = frozenset({*HEADINGS, Style.BODY, Style.RUN_IN})


def build(report: Report, layout: Sequence[Block]) -> dict[str, object]:
    """The values for a template.

    | name | what it is |
    |---|---|
    | 标题 | the whole title |
    | 标题行 | the title as lines, broken where words stay whole |
    | 年度 | the year reported on, `2023` |
    | 主送机关 | the addressees without the colon; empty when they are not printed |
    | 正文 | headings and paragraphs in order; each, say 段, has the parts that follow |
    | 段.样式 | 正文, 一级标题 to 四级标题, or 接排 (heading and text share a paragraph) |
    | 段.级 | 1 to 4 for headings and 接排; 0 for 正文 |
    | 段.题 | of 接排, the heading's pieces with number and 。; else none |
    | 段.题文 | the same as one text |
    | 段.片 | the pieces of the text, of a heading with its number |
    | 段.文 | the same as one text |
    | 片.文 | the words of a piece |
    | 片.待补充 | whether the piece says that something is missing |
    | 落款 | the offices that sign, the leading one first; none without a sign-off |
    | 成文日期 | `2023年12月6日`, or what is missing; empty without one |

    A piece that says what is missing gets the character style 待补充 and a comment in any case, in
    a template with `段.文` too.
    """
    return {
        "标题": report.title.text,
        "标题行": _texts(layout, Style.TITLE),
        "年度": str(report.year),
        "主送机关": report.addressees,
        "正文": [_paragraph(block) for block in layout if block.style in _IN_BODY],
        "落款": _texts(layout, Style.SIGNATORY),
        "成文日期": "".join(_texts(layout, Style.DATE)),
    }


def _texts(layout: Sequence[Block], style: Style) -> list[str]:
    return [block.text for block in layout if block.style is style]


def _paragraph(block: Block) -> dict[str, object]:
    return {
        "样式": block.style.value,
        "级": block.level,
        "题": [_piece(piece) for piece in block.heading],
        "题文": joined(block.heading),
        "片": [_piece(piece) for piece in block.pieces],
        "文": joined(block.pieces),
    }


def _piece(piece: Piece) -> dict[str, object]:
    return {"文": piece.text, "待补充": piece.kind is PieceKind.GAP}
