"""What the standard template asks for when drafter prints a report, as plain data.

A person who fills in the template without drafter would have to type exactly this. Fields that the
template does not use are left out: the heading of a paragraph that has none, whether a piece is a
gap, the figures.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from drafter.app.opening import open_case
from drafter.writers.blocks import HEADINGS, Style, blocks

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.report import Piece, Report
    from drafter.writers.blocks import Block

_BODY = {*HEADINGS, Style.BODY, Style.RUN_IN}


def asked(year_file: Path, *, joined: bool = False) -> dict[str, object]:
    """The values for the template, by its own names.

    Args:
        year_file: whose report.
        joined: whether a paragraph is one piece, as somebody would type it who only wants it
            printed; else it is cut into the pieces that drafter cuts it into.
    """
    return _values(open_case(year_file)[0].report, joined=joined)


def _values(report: Report, *, joined: bool) -> dict[str, object]:
    layout = blocks(report)
    addressees = {"主送机关": report.addressees} if report.addressees else {}
    return {
        "标题行": _texts(layout, Style.TITLE),
        **addressees,
        "正文": [_paragraph(block, joined=joined) for block in layout if block.style in _BODY],
        "落款": _texts(layout, Style.SIGNATORY),
        "成文日期": "".join(_texts(layout, Style.DATE)),
    }


def write_yaml(data: dict[str, object], path: Path) -> Path:
    """As a person would have typed it: one value a line."""
    path.write_text(_dumped(data), "utf-8")
    return path


def _dumped(data: dict[str, object]) -> str:
    dumper = yaml.CSafeDumper
    return str(yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6))


def write_json(data: dict[str, object], path: Path) -> Path:
    """For the peers, which read JSON."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return path


def _texts(layout: tuple[Block, ...], style: Style) -> list[str]:
    return [block.text for block in layout if block.style is style]


def _paragraph(block: Block, *, joined: bool) -> dict[str, object]:
    pieces = _pieces(block.pieces, joined=joined)
    if block.style is not Style.RUN_IN:
        return {"样式": block.style.value, "片": pieces}
    heading = {"级": block.level, "题": _pieces(block.heading, joined=joined)}
    return {"样式": block.style.value, **heading, "片": pieces}


def _pieces(pieces: tuple[Piece, ...], *, joined: bool) -> list[dict[str, str]]:
    texts = [piece.text for piece in pieces]
    return [{"文": text} for text in (["".join(texts)] if joined else texts)]
