"""Word templates: those on offer, a copy of one, and what an office's own one asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.word_templates import word_template, word_template_names
from drafter.model.record import record

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.report import Report
    from drafter.writers.word.inspection import Inspected


@record
class Offered:
    """What there is to start from.

    Attributes:
        templates: what each template calls itself, by name, the standard one first.
        names: what each name that a template can ask for means.
        figures: what each figure of the catalogue is, by id.
    """

    templates: dict[str, str]
    names: dict[str, str]
    figures: dict[str, str]


def offered() -> Offered:
    """Every template, and every name that one can ask for.

    Raises:
        DrafterError: a file of the templates folder has a fault.
    """
    from pathlib import Path

    from drafter.writers.word.inspection import template_title
    from drafter.writers.word.meanings import every_name

    templates = {name: template_title(word_template(Path(name))) for name in word_template_names()}
    return Offered(templates, dict(every_name()), catalogue())


def catalogue() -> dict[str, str]:
    """What each figure of the catalogue is, by id.

    Raises:
        DrafterError: the catalogue has a fault.
    """
    from drafter.readers.kit import profile_names, read_kit

    folder = locate.templates()
    name = profile_names(folder)[0]
    kit = read_kit(folder, folder / "profiles" / f"{name}.yaml")
    return {id_: indicator.name for id_, indicator in kit.indicators.items()}


def copy_template(wanted: Path | None, out: Path, *, force: bool = False) -> None:
    """Write a copy of one of our templates.

    Args:
        wanted: its name; None = the standard one.
        out: where the copy goes.
        force: whether a file that is there already may be replaced.

    Raises:
        DrafterError: there is no such template, or the copy cannot be written.
    """
    from drafter.writers.place import place

    place(out, word_template(wanted).read_bytes(), force=force)


def inspect(wanted: Path, year_file: Path | None = None) -> Inspected:
    """What a template asks for and what is wrong with it.

    Args:
        wanted: its file, or the name of one of ours.
        year_file: a year file whose figures and sections it shall fit; None = the catalogue's
            figures and any section.

    Raises:
        DrafterError: the template or the year file cannot be read.
    """
    from drafter.writers.word.inspection import inspect_template

    path = word_template(wanted)
    if year_file is None:
        return inspect_template(path, catalogue())
    report, figures = _report(year_file)
    return inspect_template(path, figures, report)


def _report(year_file: Path) -> tuple[Report, dict[str, str]]:
    """The report of a year file, and what each of its figures is."""
    from drafter.app.opening import open_case

    case, _ = open_case(year_file)
    indicators = {**case.kit.indicators, **case.answers.indicators}
    return case.report, {id_: indicator.name for id_, indicator in indicators.items()}
