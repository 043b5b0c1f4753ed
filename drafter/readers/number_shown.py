"""A number of a sheet as its format shows it: 0.9873 in 0.00% is 98.73%."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from drafter.model.record import record
from drafter.model.slip import CellKind
from drafter.text.lazily import lazily

_GENERAL = "General"
#: Formats that a file does not spell out.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = lazily(r'"([^"]*)"|\\(.)|_.|\*.|\[(?![hms]+\])[^\]]*\]')
_DATE = lazily(r"[ymdhs年月日]", re.IGNORECASE)
_FIXED = lazily(r"(?P<before>[^0#?]*)(?:[#?]*,?[#?]*)*0*0(?P<part>\.[0#]+)?(?P<after>[^0#?]*)")
_DIGITS = 15  # that a sheet keeps of a number
_LARGEST = Decimal(10) ** 15
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_900_000


@record
class NumberFormats:
    """The formats of a file.

    Attributes:
        own: those that it spells out, by number.
        used: the number of each style's format.
    """

    own: dict[int, str]
    used: tuple[int, ...]

    def of(self, style: str) -> str:
        """The format of a style, by its place in the file; `d` for a built-in date."""
        place = int(style)
        number = self.used[place] if place < len(self.used) else 0
        if number in self.own:
            return self.own[number]
        return "d" if number in _BUILT_IN_DATES else _BUILT_IN.get(number, _GENERAL)


def shown(value: str, form: str, *, since_1904: bool = False) -> tuple[str, CellKind]:
    """A number as a person sees it.

    Args:
        value: as it stands in the file: `0.98729999999999996`, `1.5E-2`.
        form: the number format.
        since_1904: whether days are counted from 1904, as old Macintosh files do.

    Returns:
        The text (a date as 2024-12-31), and whether it is a number, a date or neither.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value, CellKind.TEXT
    if not number.is_finite() or abs(number) >= _LARGEST:
        return value, CellKind.TEXT
    section = form.split(";", maxsplit=1)[0]
    bare = _QUOTED.sub("", section)
    if bare != _GENERAL and _DATE.search(bare.replace(_GENERAL, "")):
        return _day(number, _EPOCH_1904 if since_1904 else _EPOCH), CellKind.DATE
    words = _QUOTED.sub(lambda match: match[1] or match[2] or "", section)
    match = _FIXED.fullmatch(bare)
    if match is None:
        return _general(number), CellKind.NUMBER
    percent = "%" in bare
    places = len(match["part"] or ".") - 1
    rounded = number.scaleb(2 if percent else 0).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )
    return _dressed(f"{rounded:f}", words, percent=percent), CellKind.NUMBER


def _general(number: Decimal) -> str:
    """Without what binary fractions leave behind: 98.73, not 98.730000000000004."""
    exact = Decimal(f"{number:.{_DIGITS}g}")
    return f"{exact.normalize():f}" if exact else "0"


def _dressed(digits: str, words: str, *, percent: bool) -> str:
    """With what the format writes around the digits: `0"件"` shows 8316件."""
    around = re.split(r"[0#?][0#?,.]*", words, maxsplit=1)
    before, after = (around[0], around[-1]) if len(around) > 1 else ("", "")
    if percent and "%" not in before + after:
        after = "%" + after
    return f"{before.strip()}{digits}{after.strip()}"


def _day(number: Decimal, epoch: date) -> str:
    days = int(number)
    if not 0 <= days <= _LAST_DAY:
        return f"{number:f}"
    return (epoch + timedelta(days=days)).isoformat()
