"""The annexes of a finished draft: announced above the sign-off, numbered where there are several.

GB/T 9704-2012, 7.3.4 and 7.3.7: one annex has no number; of several each has its own, in the list
above the sign-off and above the annex itself.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.text.old_annex import is_annex_head
from drafter.writers.annex import HEAD
from drafter.writers.word.elements import (
    PARAGRAPH_ORDER,
    PARAGRAPH_PROPERTIES,
    P,
    R,
    T,
    in_order,
    paragraph_properties,
    paragraph_text,
    runs,
    w,
)
from drafter.writers.word.markup import NAMESPACE

if TYPE_CHECKING:
    from drafter.writers.word.elements import Element

_LIST = f"{HEAD}："
_SECOND = 2
#: Under the first name of the list: two characters of indent, and 附件：.
_UNDER = {"leftChars": "500", "left": "1580", "firstLineChars": "0", "firstLine": "0"}


def announce_annex(body: Element, title: str, signatory: str) -> str:
    """Name one more annex in the list above the sign-off; the others are numbered if need be.

    Args:
        body: changed in place.
        title: of the new annex.
        signatory: the office that signs first; empty when none does, and no list is begun.

    Returns:
        What stands above the new annex: 附件, or 附件2 and so on.
    """
    heads = [p for p in body.iter(P) if is_annex_head(paragraph_text(p).strip())]
    if not heads:
        if signatory:
            _begin_list(body, title, signatory)
        return HEAD
    if len(heads) == 1:
        _replace(heads[0], HEAD, f"{HEAD}1")
    _add_to_list(body, title, len(heads) + 1)
    return f"{HEAD}{len(heads) + 1}"


def _begin_list(body: Element, title: str, signatory: str) -> None:
    """附件：主要数据图 one blank line below the text."""
    signed = [p for p in body.iterchildren(P) if paragraph_text(p) == signatory]
    blank = signed[-1].getprevious() if signed else None
    if blank is None or blank.tag != P or paragraph_text(blank):
        return
    blank.addprevious(deepcopy(blank))
    line = (
        f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:keepNext/>'
        '<w:ind w:firstLineChars="200" w:firstLine="632"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{_LIST}{title}</w:t></w:r></w:p>'
    )
    blank.addprevious(etree.fromstring(line))


def _add_to_list(body: Element, title: str, number: int) -> None:
    """2.主要数据图 below the names that the list has; nothing where a template has no list."""
    lines = [p for p in body.iter(P) if paragraph_text(p).startswith(_LIST)]
    if not lines:
        return
    last = lines[-1]
    for _ in range(number - 2):
        below = last.getnext()
        if below is None or below.tag != P or not paragraph_text(below).strip():
            break
        last = below
    if number == _SECOND:
        _replace(last, _LIST, f"{_LIST}1.")
    last.addnext(_named_like(last, f"{number}.{title}"))


def _named_like(line: Element, text: str) -> Element:
    """A line of the list, set as the one above it."""
    made = deepcopy(line)
    first = next(runs(made), None)
    for child in list(made):
        if child.tag != PARAGRAPH_PROPERTIES and child is not first:
            made.remove(child)
    if first is None:
        first = etree.SubElement(made, R)
    for child in first.findall(T):
        first.remove(child)
    etree.SubElement(first, T).text = text
    indent = in_order(paragraph_properties(made), w("ind"), PARAGRAPH_ORDER)
    for name, value in _UNDER.items():
        indent.set(w(name), value)
    return made


def _replace(paragraph: Element, words: str, by: str) -> None:
    """Other words in a paragraph, where one run has them whole."""
    for run in runs(paragraph):
        for text in run.iter(T):
            if words in (text.text or ""):
                text.text = str(text.text).replace(words, by, 1)
                return
