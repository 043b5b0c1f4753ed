"""The comments that rolling leaves in a year file, and how the next rolling knows them again.

What `pull` left as a comment (定稿时删去) was last year's, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.pulled import GONE
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.rollover.ink import Ink

LAST = "上年 "  #: before a figure's value
CONFIRM = "上年不涉及，核对"
CHECK = "请核对："
TOLD = "上年："  #: before last year's words, on a line of their own
BEGIN = "# ━━ 上年的不足和安排，逐条核对（drafter roll 列出，不会印出来）"
END = "# ━━ 核对到此为止"
_HEAD = "# 由 {name} 接着写（drafter roll）：上年的数在“# 上年”后面；标“请核对”的，看过再定稿"

_REMARK = lazily(rf"#\s(?:{LAST}\S+|{CONFIRM}|{CHECK}\S+)\s*(?=#|$)")
_LINE = lazily(rf"#\s{TOLD}.*|# 由 .+ 接着写（drafter roll）：.*|# {GONE}：.*")


def head(name: str) -> str:
    """The comment at the top that says where the file comes from."""
    return _HEAD.format(name=name)


def erase(ink: Ink) -> str:
    """The text without the comments of an earlier rolling and pull; nobody else's is touched."""
    text, block = ink.text, False
    for begin, end in ink.comments:
        words = text[begin:end].rstrip()
        alone = not text[ink.line_begin(begin) : begin].strip()
        block = block or (alone and words == BEGIN and END in text[end:])
        if alone and (block or _LINE.fullmatch(words)):
            _drop_line(ink, begin, end)
            block = block and words != END
            continue
        left = _REMARK.sub("", words)
        if left != words:
            from_ = begin if left else len(text[:begin].rstrip(" \t"))
            ink.replace(from_, end, left)
    return ink.done()


def _drop_line(ink: Ink, begin: int, end: int) -> None:
    after = end
    if ink.text.startswith("\r\n", end):
        after += 2
    elif ink.text[end : end + 1] in {"\r", "\n"}:
        after += 1
    ink.replace(ink.line_begin(begin), after, "")
