"""Sentences on how a figure changed put into a text, with a slip and, to be silent on, without."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, added, kind

if TYPE_CHECKING:
    from random import Random

    from tests.checks.planting.sheet import Sheet

_TENTH = Decimal("0.1")


def _percent(part: int, whole: int) -> str:
    return str((Decimal(part * 100) / whole).quantize(_TENTH, ROUND_HALF_UP))


def _from_a_year(rng: Random, sheet: Sheet) -> Planted | None:
    """Both years named, and a rate that does not follow."""
    last = rng.randint(300, 900)
    now = last - rng.randint(last // 10, last // 3)
    year = sheet.year - 1
    saying = rng.choice(
        [
            "噪声投诉从{year}年的{last}件下降至{now}件，下降{{}}%。",
            "全年接到噪声投诉{now}件，{year}年为{last}件，同比下降{{}}%。",
            "噪声投诉由{last}件降至{now}件，降幅{{}}%。",
        ]
    ).format(year=year, last=last, now=now)
    right = _percent(last - now, last)
    wrong = str(Decimal(right) + Decimal(rng.choice(["1.5", "3", "10"])))
    return added(rng, sheet, saying.format(wrong), saying.format(right))


def _difference(rng: Random, sheet: Sheet) -> Planted | None:
    last = rng.randint(300, 900)
    more = rng.randint(20, 200)
    text = f"网格信息员由{last}名增至{last + more}名，净增{{}}名。"
    return added(rng, sheet, text.format(more + rng.choice([9, 10, 100])), text.format(more))


def _points(rng: Random, sheet: Sheet) -> Planted | None:
    last = Decimal(rng.randint(850, 940)) / 10
    more = Decimal(rng.randint(11, 49)) / 10
    text = f"巡查到位率由{last}%提高到{last + more}%，提高{{}}个百分点。"
    return added(rng, sheet, text.format(more + 1), text.format(more))


def _further_share(rng: Random, sheet: Sheet) -> Planted | None:
    """The share behind a ； is wrong."""
    one, two = rng.randint(100, 400), rng.randint(100, 400)
    whole = one + two + rng.randint(5, 40)
    text = (
        f"处理噪声扰民线索{whole}条，其中施工{one}条，占{_percent(one, whole)}%；"
        f"商铺{two}条，占{{}}%。"
    )
    right = _percent(two, whole)
    wrong = str(Decimal(right) + Decimal(rng.choice(["1.5", "3", "10"])))
    return added(rng, sheet, text.format(wrong), text.format(right))


def _rounded_whole(rng: Random, sheet: Sheet) -> Planted | None:
    """The parts of a whole told in 万 come to more."""
    parts = [rng.randint(20, 60) * 100 for _ in range(3)]
    whole = (Decimal(sum(parts)) / 10000).normalize()
    text = (
        f"解答群众咨询{whole:f}万人次，其中窗口{parts[0]}人次、来电{parts[1]}人次、网上{{}}人次。"
    )
    return added(rng, sheet, text.format(parts[2] + 1000), text.format(parts[2]))


KINDS: tuple[Kind, ...] = (
    kind("写明年份的上年数与增减率不符", "F212", _from_a_year),
    kind("净增多少与前后两个数不符", "F212", _difference),
    kind("百分点与前后两个率不符", "F212", _points),
    kind("分号后面的占比不对", "F210", _further_share),
    kind("分项之和超过写成万的总数", "F202", _rounded_whole),
)
