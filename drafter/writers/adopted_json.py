"""What was found in a published report, as `adopt --json` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.days import printed_day
from drafter.text.old_outline import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.old_report import OldReport
    from drafter.text.figure_ids import Named


def adopted_json(report: OldReport, figures: Sequence[Named]) -> dict[str, object]:
    """The contract's shape; a figure that has no id stays as words in the year file."""
    return {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "headings": [
            {
                "level": block.level,
                "number": block.number,
                "text": block.heading,
                "run_in": block.run_in,
            }
            for block in report.blocks
            if block.level
        ],
        "paragraphs": list(_paragraphs(report)),
        "figures": [_figure(figure) for figure in figures],
        "dropped": [
            {"text": one.text, "reason": one.reason, "line": one.spot.line}
            for one in report.dropped
        ],
    }


def _paragraphs(report: OldReport) -> Iterator[str]:
    """Every block after the title, the sign-off last."""
    if report.addressees:
        yield f"{report.addressees}："
    yield from (printed(block) for block in report.blocks)
    yield from report.signatories
    if report.signatories and report.dated:
        yield printed_day(report.dated)


def _figure(figure: Named) -> dict[str, str]:
    quantity = figure.statistic.quantity
    return {
        "text": quantity.text,
        "value": f"{quantity.value:f}",
        "unit": quantity.unit,
        "mark": quantity.mark.value,
        "about": figure.clause,
        "sentence": figure.sentence,
        "id": figure.id,
    }
