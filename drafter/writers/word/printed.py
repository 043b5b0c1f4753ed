"""The paragraphs of a document that is open as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from drafter.writers.word.elements import BODY, RUN_PROPERTIES, SIGNS, P, R, T, give_hint
from drafter.writers.word.paragraphs import AMBIGUOUS

if TYPE_CHECKING:
    from drafter.writers.word.elements import Element

_VOID = frozenset({T, RUN_PROPERTIES})


class Printed(NamedTuple):
    """A paragraph.

    Attributes:
        element: the paragraph itself.
        text: what it prints.
    """

    element: Element
    text: str


def printed(root: Element, *, tidy: bool = False) -> list[Printed]:
    """The paragraphs of a story, in the order of the file.

    Args:
        root: what holds them.
        tidy: whether the runs are seen to, as `Paragraph.tidy` does it.
    """
    found: dict[Element, list[str]] = {}
    void: dict[Element, None] = {}
    for element in root.iter(P, T, *SIGNS):
        tag = element.tag
        if tag == P:
            found[element] = []
            continue
        run = element.getparent()
        if run is None or run.tag != R:
            continue
        owner = next(run.iterancestors(P), None)
        if owner is None:
            continue
        text = element.text if tag == T else SIGNS[str(tag)]
        if text:
            found[owner].append(text)
            if tidy and AMBIGUOUS.search(text):
                give_hint(run)
        else:
            void[run] = None
    for run in void if tidy else ():
        take_out_if_void(run)
    return [Printed(element, "".join(texts)) for element, texts in found.items()]


def take_out_if_void(run: Element) -> None:
    """Take a run out in which there is nothing but formatting and texts of no length."""
    parent = run.getparent()
    if parent is not None and all(child.tag in _VOID and not child.text for child in run):
        parent.remove(run)


def texts(content: bytes) -> list[str]:
    """What each paragraph of a file prints; of a document, of its body.

    Raises:
        ValueError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise ValueError("no XML") from error
    body = root.find(BODY)
    return [paragraph.text for paragraph in printed(root if body is None else body)]
