"""What the preview page shows: a report, what is known of its figures, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.chart import Chart
    from drafter.model.figure_row import FigureSheet
    from drafter.model.finding import Finding
    from drafter.model.placed import Placed
    from drafter.model.quantity import Quantity
    from drafter.model.report import Report
    from drafter.model.spot import Spot


@record
class Preview:
    """A year file, ready to be looked at.

    Attributes:
        file: the year file's name, without its folder.
        report: composed with its gaps shown.
        sheet: every figure.
        placed: findings at words of the text. Passages count the title, each paragraph of the
            lead, and each heading (with the paragraph that runs in) and paragraph in printed order.
        loose: findings that stand nowhere in the text.
        spots: where each figure was typed; of a computed one, where its formula stands.
        years: values of this year's figures by year, oldest first, back along 上年; only figures
            with two years and more.
        folders: folders whose names the page leaves out before a file's name.
        charts: of the annex, in the order asked for.
    """

    file: str
    report: Report
    sheet: FigureSheet
    placed: tuple[Placed, ...]
    loose: tuple[Finding, ...]
    spots: Mapping[str, Spot]
    years: Mapping[str, Mapping[int, Quantity]]
    folders: tuple[str, ...]
    charts: tuple[Chart, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, those of the file itself first."""
        return (*self.loose, *(one.finding for one in self.placed))


@record
class Design:
    """How the page looks: text files that an office may change.

    Attributes:
        page: Jinja template of the page.
        broken: Jinja template of the page that stands for a year file which cannot be read.
        style: the style sheet.
        script: the script.
    """

    page: str
    broken: str
    style: str
    script: str
