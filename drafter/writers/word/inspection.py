"""A Word template looked over: what it asks for, what is wrong with it, what may go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.writers.word.advice import advise
from drafter.writers.word.asks import asked
from drafter.writers.word.filling import unfillable
from drafter.writers.word.intake import open_template
from drafter.writers.word.lint import lint
from drafter.writers.word.named import sections_by_name
from drafter.writers.word.sample import sample
from drafter.writers.word.sandbox import EVALUATION
from drafter.writers.word.shapes import names_of
from drafter.writers.word.trial import try_out

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.model.report import Report
    from drafter.writers.word.asks import Asked


@record
class Inspected:
    """What was found in a template.

    Attributes:
        asks: what it asks for, by story; empty when it has errors.
        findings: errors, then warnings.
    """

    asks: tuple[Asked, ...]
    findings: tuple[Finding, ...]


def inspect_template(
    path: Path, figures: Mapping[str, str], report: Report | None = None
) -> Inspected:
    """Look a template over, and try it out when it has no error.

    Args:
        path: the template.
        figures: what each figure is, by id.
        report: one to try it out with; None = a sample.

    Raises:
        DrafterError: it cannot be opened at all.
    """
    document = open_template(path)
    if report is None:
        names = names_of(figures)
    else:
        names = names_of(report.figures, tuple(sections_by_name(report)))
    errors = lint(document, path, names)
    if errors:
        return Inspected((), errors)
    asks = asked(document, names, figures)
    trial, failed = try_out(path, report or sample(figures))
    if any(f.severity is Severity.ERROR for f in failed):
        return Inspected(asks, failed)
    try:
        advice = advise(document, asks, trial, path)
    except EVALUATION:  # parts that are not what Word makes
        advice = unfillable(path).findings
    return Inspected(asks, (*failed, *advice))


def template_title(path: Path) -> str:
    """What a template calls itself (文件 → 信息 → 标题); empty when it does not.

    Raises:
        DrafterError: it cannot be opened.
    """
    return open_template(path).core_properties.title or ""
