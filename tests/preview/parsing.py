"""A preview page taken apart, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from drafter.app.preview import collected, design
from drafter.writers.preview import page

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from drafter.model.preview import Preview


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


def printed(document: HtmlElement) -> list[str]:
    """The paper's paragraphs."""
    blocks = document.xpath("//article/*")
    return [text for block in blocks if (text := block.text_content())]
