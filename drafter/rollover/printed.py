"""Comments of the blank form (`drafter new`) that name a year: they show what to type, and move.

A comment of the clerk's own is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.rollover.ink import Ink

_FORM = lazily(
    r"# (?:数据截至|成文日期|标题): .*"  # answers that are still commented out
    r"|# \S+年法治政府建设年度报告 · 问卷"
    r"|# ━━ .*"  # a chapter's heading above its figures
)
_PRIOR = lazily(r"# 上年: \S+\.yaml(?:  #.*)?")
_HEADING = lazily(r"# (?:[^\s:：#]+: |  也可以是：).*")


def roll_printed(ink: Ink, last: int) -> None:
    """Move the years in the form's comments on."""
    headings = ink.root.get("题目")
    key = headings.key[1] if headings and headings.key else len(ink.text)
    later = [one.key[0] for one in ink.root.parts if one.key and one.key[0] > key]
    below = range(key, min(later, default=len(ink.text)))
    told = ink.root.get("上年") is not None
    form = re.compile(rf"(?<!\d)(?:{last}|{last + 1})(?!\d)")
    for begin, end in ink.comments:
        words = ink.text[begin:end]
        if not told and begin == ink.line_begin(begin) and _PRIOR.fullmatch(words):
            ink.replace(begin, begin + len("# "), "")
            told = True
        if _FORM.fullmatch(words) or (begin in below and _HEADING.fullmatch(words)):
            moved = form.sub(lambda match: str(int(match.group()) + 1), words)
            if moved != words:
                ink.replace(begin, end, moved)
