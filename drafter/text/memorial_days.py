"""Days that are named with their date: “12·4”国家宪法日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.wording import Holiday

MIDDLE = "·"
#: A date as it stands in front of such a name, whatever the dot: month, dot, day.
DAY = lazily("[“‘]?(?<![0-9])([0-9]{1,2})([.．。・•‧∙●·-])([0-9]{1,2})(?![0-9])[”’]?")
#: What people leave out or put in front of a name: (国际)消费者权益日, (全国)防灾减灾日.
_SCOPES = ("国际", "全国", "世界", "国家", "全民", "中国")


def day_named(text: str, at: int, days: Sequence[Holiday]) -> tuple[Holiday | None, str]:
    """The day whose name begins at a place, and that name as it is written; None = no known one.

    Names that are out of date or incomplete count; so does one with another 国际, 全国 in front.
    """
    for day in days:
        for name in (day.name, *day.wrong):
            if text.startswith(name, at):
                return day, name
    scope = next((scope for scope in _SCOPES if text.startswith(scope, at)), "")
    for day in days:
        stem = _stem(day.name)
        if text.startswith(stem, at + len(scope)):
            return day, scope + stem
    return None, ""


def _stem(name: str) -> str:
    """A name without 国际, 全国 and the like in front."""
    return next((name[len(scope) :] for scope in _SCOPES if name.startswith(scope)), name)
