"""A report as one HTML page that needs nothing else: no network, no other file."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.annex import HEAD, TITLE
from drafter.writers.preview.cards import cards, told
from drafter.writers.preview.drawing import drawing
from drafter.writers.preview.items import chips, items, jumping
from drafter.writers.preview.marking import Marker
from drafter.writers.preview.text import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Template

    from drafter.model.preview import Design, Preview

#: Stands near the top of every page, by which drafter knows its own.
MARK = '<meta name="generator" content="drafter preview">'


def page(preview: Preview, design: Design, *, version: int = 0) -> str:
    """The page of a report.

    Args:
        preview: what to show.
        design: how.
        version: counted up by whoever shows the page anew when the year file changes, and tells
            the page at /events; 0 = nobody does.

    Raises:
        DrafterError: a template of the page is not well-formed.
    """
    marker = Marker(preview.placed, jumping(preview), preview.folders)
    written = Walk(preview.report, marker, annexed=bool(preview.charts)).written()
    listed = items(preview, marker.marks)
    values = {
        "title": preview.report.title.text,
        "file": preview.file,
        "report": preview.report,
        "sheet": preview.sheet,
        "blocks": written.blocks,
        "outline": written.outline,
        "items": listed,
        "chips": chips(preview, listed),
        "annex": {"head": HEAD, "title": TITLE},
        "drawings": tuple(drawing(chart) for chart in preview.charts),
        "cards": tuple(cards(preview, marker.subjects, marker.marks)),
    }
    return _filled(design.page, "page.html", values, design, version)


def broken(
    file: str,
    findings: Sequence[Finding],
    folders: Sequence[str],
    design: Design,
    *,
    version: int = 0,
) -> str:
    """The page that stands for a year file which cannot be read just now.

    Args:
        file: the year file's name.
        findings: why.
        folders: see `Preview`.
        design: see `page`.
        version: see `page`.

    Raises:
        DrafterError: as `page`.
    """
    values = {"file": file, "findings": tuple(told(finding, folders) for finding in findings)}
    return _filled(design.broken, "broken.html", values, design, version)


def _filled(
    source: str, name: str, values: Mapping[str, object], design: Design, version: int
) -> str:
    """A template with its values, the style and the script put in."""
    from jinja2 import TemplateError
    from markupsafe import Markup

    style, script = _whole(design.style, "style.css"), _whole(design.script, "script.js")
    allowed = _policy(style, script, live=version > 0)
    try:
        return _template(source).render(
            **values,
            mark=Markup(MARK),  # noqa: S704 - ours, as are the two below: looked at by `_whole`
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            policy=allowed,
            version=version,
        )
    except TemplateError as problem:
        raise _unusable(name, str(problem)) from problem


@cache
def _template(source: str) -> Template:
    """A template ready to be filled in: every value in it is escaped.

    The sandbox is for templates that an office got from somebody else.

    Raises:
        TemplateError: it is not well-formed.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    jinja = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return jinja.from_string(source)


def _policy(style: str, script: str, *, live: bool) -> str:
    """What the browser may do for the page: run this script, use this style, nothing else."""
    connect = "; connect-src 'self'" if live else ""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'"
        f"; base-uri 'none'; form-action 'none'{connect}"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _whole(text: str, name: str) -> str:
    """A style sheet or script that can stand in a page.

    Raises:
        DrafterError: it would end before its end.
    """
    for ending in ("</script", "</style", "<!--"):
        if ending in text.lower():
            raise _unusable(name, f"里面不能有 {ending}")
    return text


def _unusable(name: str, reason: str) -> DrafterError:
    message = f"预览页的模板 {name} 用不了：{reason}"
    remedy = "改好模板文件夹 preview 里的这个文件，或换回原来的"
    spot = Spot(f"preview/{name}")
    return DrafterError(
        Finding("O401", "preview-template-unusable", Severity.ERROR, spot, message, remedy)
    )
