"""What a browser knows of a page, asked in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: As the system's Chromium has to be started where it has no display and no user of its own.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

#: Of each visible text the contrast of its colour with what lies behind it (WCAG 2, 1.4.3).
_FAINT = """
() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
      if (colour[3] !== 0) throw new Error(`half transparent: ${at.className}`);
    }
    return [255, 255, 255];
  };
  const faint = [];
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (part && ["none", "normal"].includes(style.content)) continue;
      const [one, two] = [light(parse(style.color)), light(behind(element))];
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      seen += 1;
      if (ratio < 4.5) {
        const what = `${element.className} ${part ?? ""} ${walker.currentNode.data}`;
        faint.push(`${ratio.toFixed(2)} ${what}`);
      }
    }
  }
  return [seen, faint];
}
"""

#: Everything that can be reached with the keyboard and is to be seen.
_REACHABLE = """
() => [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  .map((one, at) => { one.dataset.reach = at; return at; })
"""


def faint(page: Page) -> tuple[int, list[str]]:
    """How many texts are to be seen, and those with a contrast below 4.5."""
    seen, found = page.evaluate(_FAINT)
    return seen, found


def nameless(page: Page) -> list[str]:
    """Links, buttons and the like that a screen reader would have no name for."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = {"button", "link", "dialog", "navigation", "main", "DisclosureTriangle", "region"}
    asked = [node for node in tree if node.get("role", {}).get("value") in roles]
    assert len(asked) > 10
    return [str(node) for node in asked if not node.get("name", {}).get("value", "").strip()]


def spoken(page: Page, selector: str) -> str:
    """The name by which a screen reader tells an element."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": root, "selector": selector}
    node = session.send("DOM.querySelector", asked)["nodeId"]
    (told,) = session.send(
        "Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False}
    )["nodes"]
    name: str = told["name"]["value"]
    return name


def unreached(page: Page) -> set[int]:
    """What the tab key does not come to, going through the whole page once."""
    wanted = set(page.evaluate(_REACHABLE))
    assert len(wanted) > 20
    reached = set()
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.reach")
        if at is not None:
            reached.add(int(at))
    return wanted - reached


def sideways(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    wide: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide
