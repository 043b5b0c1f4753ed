"""Tags as docxtpl needs them: whole, each in the run where it begins, run tags alone in theirs."""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from drafter.writers.word.elements import R, T, runs, w
from drafter.writers.word.source import Tag, split_tags

if TYPE_CHECKING:
    from drafter.writers.word.elements import Element, Story

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES = w("rPr")


def heal(story: Story) -> None:
    """Rewrite the runs of `story` in place; what they print stays the same.

    Word splits a tag over runs as it is typed and corrected, and docxtpl drops the formatting of
    whatever shares a run with `{%r … %}`.
    """
    for paragraph in tuple(story.paragraphs()):
        own = [text for run in runs(paragraph) for text in run.iterchildren(T)]
        if any("{" in (text.text or "") for text in own):
            _gather(own)
            for run in tuple(runs(paragraph)):
                _isolate_run_tags(run)
        for run in runs(paragraph):
            for text in run.iterchildren(T):
                text.set(_SPACE, "preserve")


def _gather(texts: list[Element]) -> None:
    """Move each tag into the text element in which it begins, written as docxtpl reads it."""
    starts: list[int] = []
    length = 0
    for text in texts:
        starts.append(length)
        length += len(text.text or "")
    new = [""] * len(texts)
    position = 0
    for part in split_tags("".join(text.text or "" for text in texts)):
        if isinstance(part, Tag):
            new[_owner(starts, position)] += _canonical(part)
            position += len(part.text)
            continue
        for character in part:
            new[_owner(starts, position)] += character
            position += 1
    for text, content in zip(texts, new, strict=True):
        text.text = content


def _owner(starts: list[int], position: int) -> int:
    """Index of the element that holds the character at `position`."""
    return bisect_right(starts, position) - 1


def _canonical(tag: Tag) -> str:
    """`{%p for … %}` with plain blanks; an & in quotes written so that XML leaves it alone."""
    if tag.opening == "{#":
        # docxtpl does not take a comment away whose text has a brace or # in it.
        return f"{{#{tag.form} {re.sub('[{}#]', ' ', tag.body)} #}}"
    return f"{tag.opening}{tag.form} {tag.body} {'%}' if tag.opening == '{%' else '}}'}".replace(
        "&", "\\x26"
    )


def _isolate_run_tags(run: Element) -> None:
    """Split `run` so that each `{%r … %}` is alone in a run with the same formatting."""
    if not any("{%r " in (text.text or "") for text in run.iterchildren(T)):
        return
    properties = run.find(_PROPERTIES)
    for child in tuple(run):
        if child.tag == _PROPERTIES:
            continue
        for content in _pieces(child):
            single = run.makeelement(R, dict(run.attrib), run.nsmap)
            if properties is not None:
                single.append(copy.deepcopy(properties))
            single.append(content)
            run.addprevious(single)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _pieces(child: Element) -> list[Element]:
    """A text element cut before and after each run tag; any other element as it is."""
    if child.tag != T:
        return [child]
    texts = [""]
    for part in split_tags(child.text or ""):
        if isinstance(part, Tag) and part.form == "r":
            texts += [part.text, ""]
        else:
            texts[-1] += part if isinstance(part, str) else part.text
    result = []
    for text in filter(None, texts):
        element = child.makeelement(T, dict(child.attrib), child.nsmap)
        element.text = text
        result.append(element)
    return result
