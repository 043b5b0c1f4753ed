"""A title held against the dictionary of right titles."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK = lazily(r"\s+")
_BRACKETS = str.maketrans("()〔〕[]", "（）（）（）")
_DASH = lazily("[－–―‒‐~～〜-]+|——|至")
_SPAN = lazily("([12][0-9]{3})年?—([12][0-9]{3})年?")
_YEARS = lazily("（?[12][0-9]{3}年?—[12][0-9]{3}年?）?")
_ISSUER = lazily(
    "^(?:(?:中共中央办公厅|国务院办公厅|中共中央|国务院|中央宣传部|司法部|中华人民共和国)[、]?)+"
)
_LOCAL = lazily("[省市区县州旗盟镇乡村街]|我|本")
#: Titles shorter than this are like too many others.
_SHORTEST = 10
_MOST_DIFFERENT = 4
_MOST_CHANGED = 2
#: One wrong character in a title that is not shorter, wherever it stands, is a slip of the pen.
_SHORTEST_MISTYPED = 8
_STATE = "中华人民共和国"


@record
class WrongTitle:
    """What is wrong with a title.

    Attributes:
        right: how it should read, without 《》.
        reason: in Chinese.
        severity: how sure that is.
    """

    right: str
    reason: str
    severity: Severity


@record
class _Right:
    """A right title: whole, without issuer and years, and the years."""

    title: str
    base: str
    years: tuple[str, str] | None


class RightTitles:
    """The dictionary.

    Args:
        titles: right titles, without 《》.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        rights = [_Right(title, *_taken_apart(title)) for title in titles]
        self._by_base: dict[str, list[_Right]] = {}
        for right in rights:
            self._by_base.setdefault(right.base, []).append(right)

    def known(self, title: str) -> bool:
        """Whether a title is that of a document with years, written without them."""
        base, years = _taken_apart(title)
        return years is None and any(right.years for right in self._by_base.get(base, ()))

    def fault(self, title: str) -> WrongTitle | None:
        """What is wrong with a title; None when it is right, or of another document."""
        base, years = _taken_apart(title)
        rights = self._by_base.get(base)
        if rights:
            return _years_fault(_normal(title), years, rights)
        of_state = _normal(title).startswith(_STATE)
        for known, rights in self._by_base.items():
            if of_state and rights[0].title.startswith(_STATE):
                reason = _difference(_STATE + base, _STATE + known)
            else:
                reason = _mistyped(base, known) or _difference(base, known)
            if reason:
                fits = [right for right in rights if right.years == years] or rights
                return WrongTitle(fits[-1].title, reason, Severity.WARNING)
        return None


def _normal(title: str) -> str:
    return _DASH.sub("—", _BLANK.sub("", title).translate(_BRACKETS))


def _taken_apart(title: str) -> tuple[str, tuple[str, str] | None]:
    """Words without issuer and years, and the years."""
    words = _ISSUER.sub("", _normal(title))
    match = _SPAN.search(words)
    years = (match[1], match[2]) if match else None
    return _YEARS.sub("", words), years


def _years_fault(
    title: str, years: tuple[str, str] | None, rights: list[_Right]
) -> WrongTitle | None:
    """Whether the years are right; a title without any is a shorter form."""
    if years is None:
        return None
    fits = [right for right in rights if right.years == years]
    if not fits:
        known = [right for right in rights if right.years]
        if not known:
            return None
        right = min(known, key=lambda one: _apart(one.years, years))
        return WrongTitle(right.title, f"年份写成了{years[0]}—{years[1]}年", Severity.ERROR)
    written = "（" + "—".join(years) + "年）"
    if written in title:
        return None
    return WrongTitle(fits[0].title, "年份的写法不全", Severity.WARNING)


def _apart(one: tuple[str, str] | None, other: tuple[str, str]) -> int:
    first, last = one or ("0", "0")
    return abs(int(first) - int(other[0])) + abs(int(last) - int(other[1]))


def _mistyped(title: str, right: str) -> str:
    """The one character that is wrong in a title; empty when it is another document."""
    if len(title) != len(right) or len(right) < _SHORTEST_MISTYPED:
        return ""
    wrong = [(a, b) for a, b in zip(title, right, strict=True) if a != b]
    if len(wrong) != 1 or _LOCAL.search(wrong[0][0]):
        return ""
    return f"“{wrong[0][1]}”写成了“{wrong[0][0]}”"


def _difference(title: str, right: str) -> str:
    """What a title has lost, added or changed; empty when it is another document."""
    if min(len(title), len(right)) < _SHORTEST or abs(len(title) - len(right)) > _MOST_DIFFERENT:
        return ""
    if title[-2:] != right[-2:] or title[0] != right[0]:
        return ""
    steps = [
        (title[a:b], right[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, title, right, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    added, lost = "".join(a for a, _ in steps), "".join(b for _, b in steps)
    if len(steps) != 1 or _LOCAL.search(added) or max(len(added), len(lost)) > _MOST_DIFFERENT:
        return ""
    if not added:
        return f"漏了“{lost}”"
    if not lost:
        return f"多了“{added}”"
    return f"“{lost}”写成了“{added}”" if len(added) == len(lost) <= _MOST_CHANGED else ""
