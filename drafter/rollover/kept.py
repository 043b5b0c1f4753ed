"""Words that come along: headings, lead, own sections. Years and phrases move on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.rollover.counts import counts
from drafter.text.ageing import Age, ageing
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from drafter.model.kit import Phrase
    from drafter.model.wording import NumberWords

_SLOT = lazily(r"(\{\{.*?\}\})", re.DOTALL)
_DAY = lazily(r"(?P<year>(?:19|20)\d{2})(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2})")
_YEAR = lazily(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_ROW = "〇一二三四五六七八九"
_NAMED = lazily(r"《[^《》]*》|〔[^〔〕]*〕|[“][^“”]*[”]")
_MISSING_DAY, _MISSING_FIGURE = "【待补充：日期】", "【待补充：数据】"


@record
class Moved:
    """Words moved on by a year.

    Attributes:
        text: the words now.
        asks: what a person has to look at, each a short phrase.
        phrases: how many set phrases were moved on.
        years: how many years, days and values were moved on or taken out.
        aged: how many streaks, ordinals and plans wait for a look.
    """

    text: str
    asks: tuple[str, ...] = ()
    phrases: int = 0
    years: int = 0
    aged: int = 0


@record
class Clock:
    """What time it was and what time it is.

    Attributes:
        last: last year's year.
        dated: the date of last year's report; None when not told.
        phrases: set phrases by name.
        numbers: how targets and time limits are spoken of.
        results: whether the words may tell results, whose numbers must not stay; what an
            indicator is called tells none.
    """

    last: int
    dated: date | None
    phrases: Mapping[str, Phrase]
    numbers: NumberWords
    results: bool = True

    def moved(self, words: str) -> Moved:
        """Words of last year as this year's."""
        made = Moved(words)
        for step in (self._phrases, self._days, self._values, self._years):
            made = step(made)
        found = [one for one in ageing(_plain(made.text)) if one.age not in {Age.YEAR, Age.SPAN}]
        asks = (*made.asks, *(one.ask for one in found))
        return replace(made, asks=tuple(dict.fromkeys(asks)), aged=len(found))

    def _phrases(self, made: Moved) -> Moved:
        text, asks, count = made.text, list(made.asks), 0
        for phrase in self.phrases.values():
            now = phrase.wording(self.last + 1, None)
            forms = sorted({f.text for f in phrase.forms if f.text}, key=len, reverse=True)
            old = next((form for form in forms if form in _plain(text)), "")
            if not old or old == now:
                continue
            if not now:
                asks.append(f"“{old}”今年没有现成的提法")
            elif now.startswith(old):
                asks.append(f"提法今年可写“{now}”")
            elif old not in now:
                text = _outside(text, partial(re.compile(re.escape(old)).sub, now))
                count += 1
                asks.append(f"提法原为“{old}”")
        return replace(made, text=text, asks=tuple(asks), phrases=count)

    def _days(self, made: Moved) -> Moved:
        """A day of last year happened then: it does not move, it has to be told anew."""
        asks = list(made.asks)

        def day(match: re.Match[str]) -> str:
            if int(match["year"]) not in {self.last, self.last + 1}:
                return match.group()
            asks.append(f"上年写“{match.group()}”")
            return _MISSING_DAY

        text = _outside(made.text, partial(_DAY.sub, day))
        return replace(made, text=text, asks=tuple(asks), years=len(asks) - len(made.asks))

    def _values(self, made: Moved) -> Moved:
        """A count of last year becomes a gap; what may still hold stays, and is asked."""
        text, past, still, end = [], [], [], 0
        for count in counts(made.text, self.numbers):
            words = made.text[count.start : count.end]
            if self.results and count.past:
                text += [made.text[end : count.start], _MISSING_FIGURE]
                past.append(f"“{words}”")
                end = count.end
            else:
                still.append(f"“{words}”仍成立？")
        asks = [f"上年{'依次' if past[1:] else ''}写{''.join(past)}"] if past else []
        return replace(
            made,
            text="".join((*text, made.text[end:])),
            asks=(*made.asks, *asks, *still),
            years=made.years + len(past),
        )

    def _years(self, made: Moved) -> Moved:
        """The year and the next one move on; a document's own year moves too, and is asked."""
        count = 0
        steps = {str(year): str(year + 1) for year in (self.last, self.last + 1)}
        steps |= {_row(year): _row(year + 1) for year in (self.last, self.last + 1)}
        # Neither an end of 2021—2025年, nor a number that counts something.
        after = r"(?!\d|年?[—–-]|[万亿余多件宗场次名人个份条项家户])"
        form = re.compile("|".join(rf"(?<![0-9—–\-.]){year}{after}" for year in steps))

        def later(match: re.Match[str]) -> str:
            nonlocal count
            count += 1
            return steps[match.group()]

        named = [one for one in _NAMED.findall(_plain(made.text)) if form.search(one)]
        text = _outside(made.text, partial(form.sub, later))
        asks = [f"年份已改{self.last + 1}年"] if count else []
        asks += [f"{one}原名{_year_of(one)}年" for one in named if _year_of(one)]
        spans = [one.ask for one in ageing(_plain(text)) if one.age is Age.SPAN]
        asks += spans
        return replace(made, text=text, asks=(*made.asks, *asks), years=made.years + count)


def _outside(text: str, change: Callable[[str], str]) -> str:
    """The text changed everywhere but in its slots."""
    parts = _SLOT.split(text)
    return "".join(part if place % 2 else change(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    """The text with something neutral in place of its slots."""
    return _SLOT.sub("□", text)


def _row(year: int) -> str:
    """二〇二三."""
    return "".join(_ROW[int(digit)] for digit in str(year))


def _year_of(words: str) -> str:
    match = _YEAR.search(words)
    return match.group() if match else ""
