"""The document held against the draft that would be made now, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name
from drafter.model.home import HomeKind
from drafter.model.pulled import Unmatched
from drafter.text.origins import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.home import Home

_NOT_DELETED = (
    "Word 里没有这一段，问卷里没能删去：要删的自己在问卷里删去；"
    "整章不要的，在 Word 里连标题一起删去，再收一次"
)
_HEADED = frozenset({HomeKind.HEADING, HomeKind.RUN_IN})


def differences(bench: Bench, texts: Sequence[str], strays: Sequence[str]) -> Iterator[Unmatched]:
    """What the document says otherwise.

    Args:
        bench: the year file as it is now.
        texts: the document's paragraphs, every figure as the year file has it now; title first.
        strays: paragraphs that are no part of the report.
    """
    homes = bench.homes()
    ours = [bare(home.text) if home.kind in _HEADED else home.text for home in homes]
    theirs = [text if text in ours else bare(text) for text in texts]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    counted: list[Unmatched] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            counted += _numbers(bench, homes[a:b], texts[c:d])
            continue
        left, right = list(homes[a:b]), list(texts[c:d])
        for at in range(max(len(left), len(right))):
            home = left[at] if at < len(left) else None
            text = right[at] if at < len(right) else ""
            yield _told(bench, home, text)
    if counted:
        more = f"（共{len(counted)}处）" if len(counted) > 1 else ""
        yield replace(counted[0], reason=counted[0].reason + more)
    for text in strays:
        yield Unmatched("不在报告正文里的文字（表格、标题之前、落款之后），没有读回", "", text, "")


def _numbers(bench: Bench, homes: Sequence[Home], texts: Sequence[str]) -> Iterator[Unmatched]:
    for home, text in zip(homes, texts, strict=True):
        if home.text != text:
            place = place_name(bench.report, home.section)
            yield Unmatched("序号由程序按次序排", place, text, home.text)


def _told(bench: Bench, home: Home | None, text: str) -> Unmatched:
    place = place_name(bench.report, home.section) if home else ""
    if not text:
        reason = _NOT_DELETED
    elif home is None:
        reason = "Word 里多出的这一段，没能写进问卷"
    else:
        reason = "这一段的改动没能写进问卷"
    return Unmatched(reason, place, text, home.text if home else "")
