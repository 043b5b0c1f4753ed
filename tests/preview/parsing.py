"""A preview page taken apart, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from drafter.app.preview import collected, design
from drafter.writers.preview import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from drafter.model.preview import Preview


#: Hundredths of the width, from rounding.
_NEAR = 0.02


def previewed(path: Path) -> tuple[Preview, HtmlElement]:
    """What a year file's page shows, and the page."""
    shown = collected(path)
    return shown, html.document_fromstring(page(shown, design()))


def marks(document: HtmlElement, kind: str) -> list[HtmlElement]:
    """The places of a kind in the text."""
    stops = document.xpath("//*[contains(@class, 'stop')]")
    return [stop for stop in stops if kind in stop.get("data-kinds").split()]


def listed(document: HtmlElement, kind: str) -> list[HtmlElement]:
    """The lines of a kind in the list of what is to be looked at."""
    return list(document.xpath(f"//li[@data-kind='{kind}']"))


def chip(document: HtmlElement, kind: str) -> int:
    """The count of a kind."""
    return int(document.xpath(f"//button[@data-kind='{kind}']/b")[0].text)


def card(document: HtmlElement, stop: HtmlElement) -> str:
    """What opens at a place, as words with single blanks."""
    (found,) = document.xpath(f"//template[@id='{stop.get('data-card')}']")
    return " ".join(found.text_content().split())


def bars(document: HtmlElement, stop: HtmlElement) -> list[tuple[str, str]]:
    """Year and length of a figure's bars; an empty length for none."""
    rows = document.xpath(f"//template[@id='{stop.get('data-card')}']//tr")
    return [
        (row.findtext("th"), next((r.get("width") for r in row.iter("rect")), "")) for row in rows
    ]


def columns(document: HtmlElement) -> list[list[tuple[str, str, float]]]:
    """Of each chart its columns: the year they stand above, what they say, their height."""
    return [list(_columns(chart)) for chart in document.xpath("//div[@class='drawing']/svg")]


def _columns(chart: HtmlElement) -> Iterator[tuple[str, str, float]]:
    """A column's label is the text behind it; the years are those below the line of zero."""
    base = _number(chart.xpath("line")[0], "y1")
    below = [text for text in chart.iter("text") if _number(text, "y") > base]
    for rect in chart.iter("rect"):
        middle = _number(rect, "x") + _number(rect, "width") / 2
        year = min(below, key=lambda text: abs(_number(text, "x") - middle))
        label = rect.xpath("following-sibling::text")[0]
        assert abs(_number(label, "x") - middle) < _NEAR
        height = _number(rect, "height")
        assert _number(rect, "y") + height == base
        yield year.text_content(), label.text_content(), height


def _number(element: HtmlElement, name: str) -> float:
    """Pixels or hundredths of the width."""
    return float(str(element.get(name)).removesuffix("%"))


def printed(document: HtmlElement) -> list[str]:
    """The paper's paragraphs."""
    blocks = document.xpath("//article/*")
    return [text for block in blocks if (text := block.text_content())]
