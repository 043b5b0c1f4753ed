"""Congresses of the party and plenums named in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily
from drafter.text.occurrences import clause_at, inside, sentence_at, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.wording import Meeting

ALL = "历次"
_TEN = "十"  #: stands in every term
_TERM = "(?<!第)(十[六七八九]|二十[一二]?)"
_CONGRESS = lazily(f"党的{_TERM}大(?!类|项|条)|{_TERM}大(?=精神|报告|以来|和(?:十.|二十)届)")
_PLENUM = lazily(f"{_TERM}届((?:[一二三四五六七八九]中(?:全会)?[、和及]?)+|历次)全会")
_EACH = lazily("([一二三四五六七八九])中")
#: Bodies that have plenums of their own.
_OTHERS = lazily("(?:[省市县区州旗盟]委|纪委|纪委监委|团|团中央|工会|妇联|协会|学会|民[革盟建进])$")


@record
class Named:
    """A congress or a plenum named in a text.

    Attributes:
        term: which congress, in 汉字.
        number: which plenum, in 汉字; `历次` for all of them; empty for the congress itself.
        start: where its name begins; of an enumeration, its own member.
        end: where it ends.
        spirit: whether it is named as what guides (…精神).
        sentence: the sentence around it.
    """

    term: str
    number: str
    start: int
    end: int
    spirit: bool
    sentence: str


def named_meetings(text: str) -> Iterator[Named]:
    """Congresses and plenums in a text, those in titles left out."""
    if _TEN not in text:
        return
    spans = titles(text)
    for match in _CONGRESS.finditer(text):
        if not inside(spans, *match.span()):
            yield _named(text, match[1] or match[2], "", match.span())
    for match in _PLENUM.finditer(text):
        before = text[max(match.start() - 6, 0) : match.start()]
        if inside(spans, *match.span()) or _OTHERS.search(before):
            continue
        if match[2] == ALL:
            yield _named(text, match[1], ALL, match.span())
            continue
        members = list(_EACH.finditer(match[2]))
        for member in members:
            start, end = (match.start(2) + at for at in member.span())
            span = match.span() if len(members) == 1 else (start, end)
            yield _named(text, match[1], member[1], span)


def meeting_of(meetings: tuple[Meeting, ...], term: str, number: str) -> Meeting | None:
    """The meeting of that name; None when it is not known."""
    return next((m for m in meetings if (m.term, m.number) == (term, number)), None)


def _named(text: str, term: str, number: str, span: tuple[int, int]) -> Named:
    clause, sentence = clause_at(text, *span), sentence_at(text, *span)
    return Named(term, number, *span, spirit="精神" in clause, sentence=sentence)
