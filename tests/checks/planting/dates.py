"""Slips of time: last year's year, 今年, set phrases before or after their time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, added, changed, kind, swap

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet, Stretch

_PLENUMS = re.compile(
    r"(?:党的二十大|党的十九大)(?:和(?:二十|十九)届[二三四五、]+中全会)?(?:精神|(?=关于))"
)
_IDEA = "习近平法治思想"


def _next_year(sheet: Sheet) -> bool:
    return sheet.dated is not None and sheet.dated.year > sheet.year


def _this_year(rng: Random, sheet: Sheet) -> Planted | None:
    """今年 in a text that is dated in the year after."""
    if not _next_year(sheet):
        return None
    pattern = rf"(?<=[。；;])(?=全年)|{sheet.year}年(?=[，,]|以来|月)"
    said = ["今年以来，", "今年，", "今年"]
    done = swap(pattern, lambda r, m: r.choice(said) if not m.group() else "今年", _done)
    return done(rng, sheet)


def _done(_: Sheet, stretch: Stretch) -> bool:
    return not stretch.planned


def _stale_lead(rng: Random, sheet: Sheet) -> Planted | None:
    """Last year's year left in the lead, which is the first paragraph."""
    first = sheet.texts[0]
    return swap(
        rf"{sheet.year}(?=年)", lambda _r, _m: str(sheet.year - 1), lambda _, s: s == first
    )(rng, sheet)


def _in_heading(
    year: int, wanted: Callable[[Stretch], bool]
) -> Callable[[Random, Sheet], Planted | None]:
    """A heading's year one less; `year` counts from the report's own."""

    def plant(rng: Random, sheet: Sheet) -> Planted | None:
        found = [
            h for h in sheet.headings if wanted(h) and f"{sheet.year + year}年" in h.passage.heading
        ]
        if not found:
            return None
        heading = rng.choice(found)
        at = sheet.lines[heading.line].index(f"{sheet.year + year}年")
        return changed(sheet, heading, at, at + 4, str(sheet.year + year - 1))

    return plant


def _stale_plan(rng: Random, sheet: Sheet) -> Planted | None:
    pattern = rf"(?:^|(?<=[\s。])){sheet.year + 1}(?=年[，,])"
    return swap(pattern, lambda _r, _m: str(sheet.year), lambda _, s: s.planned)(rng, sheet)


def _stale_title(_: Random, sheet: Sheet) -> Planted | None:
    if sheet.title is None or f"{sheet.year}年" not in sheet.lines[sheet.title]:
        return None
    line = sheet.lines[sheet.title]
    at = line.index(f"{sheet.year}年")
    lines = sheet.replaced(sheet.title, at, at + 4, str(sheet.year - 1))
    return Planted(lines, frozenset(), words="标题年份少一年")


def _stale_middle(rng: Random, sheet: Sheet) -> Planted | None:
    """Last year's key points named as this year's."""
    text = "制定{}年度法治政府建设工作要点，全年组织专题学习4次。"
    return added(rng, sheet, text.format(sheet.year - 1), text.format(sheet.year))


def _too_early(rng: Random, sheet: Sheet) -> Planted | None:
    """A plenum or congress that had not been held."""
    words = {
        2020: ["党的二十大精神", "党的十九大和十九届六中全会精神"],
        2023: ["党的二十大和二十届三中全会精神", "党的二十大和二十届四中全会精神"],
        2024: ["党的二十大和二十届四中全会精神"],
    }
    if sheet.year not in words:
        return None
    done = swap(_PLENUMS.pattern, lambda r, _m: r.choice(words[sheet.year]))
    return done(rng, sheet)


def _phrase_too_early(rng: Random, sheet: Sheet) -> Planted | None:
    phrases = {
        2020: ["深刻领悟“两个确立”的决定性意义。", "深入开展“八五”普法。", "落实“一规划两纲要”。"],
        2023: ["深入实施“九五”普法规划。", "贯彻《中华人民共和国法治宣传教育法》。"],
        2024: ["深入实施“九五”普法规划。", "贯彻《行政执法监督条例》。"],
    }
    return added(rng, sheet, rng.choice(phrases.get(sheet.year, ["深入实施“九五”普法规划。"])))


def _out_of_date(rng: Random, sheet: Sheet) -> Planted | None:
    old = [
        "习近平总书记全面依法治国新理念新思想新战略",
        "习近平总书记关于全面依法治国新理念新思想新战略",
    ]
    return swap(_IDEA, lambda r, _m: r.choice(old))(rng, sheet)


def _former_plan(rng: Random, sheet: Sheet) -> Planted | None:
    now, before = ("七五", "六五") if sheet.year <= 2020 else ("八五", "七五")
    done = swap(f"“{now}”", lambda _r, _m: f"“{before}”", lambda _, s: not s.planned)
    return done(rng, sheet)


def _former_goals(rng: Random, sheet: Sheet) -> Planted | None:
    if sheet.year < 2021:
        return None
    wrong = "贯彻落实《法治政府建设实施纲要（2015—2020年）》，扎实推进各项任务。"
    return added(rng, sheet, wrong)


def _former_congress(rng: Random, sheet: Sheet) -> Planted | None:
    """Last congress alone as the guiding idea."""
    if sheet.year < 2022:
        return None
    lead = sheet.texts[0]
    return swap(_PLENUMS.pattern, lambda _r, _m: "党的十九大精神", lambda _, s: s == lead)(
        rng, sheet
    )


def _plenum_lost(rng: Random, sheet: Sheet) -> Planted | None:
    done = swap(r"((?:十九|二十)届)[二三四五、]+(中全会)", lambda _r, m: m.group(1) + m.group(2))
    return done(rng, sheet) or added(
        rng,
        sheet,
        "传达学习党的二十届中全会精神。" if sheet.year > 2022 else "传达学习党的十九届中全会精神。",
    )


def _day_name(rng: Random, sheet: Sheet) -> Planted | None:
    pairs = [
        ("在“12·4”全国法制宣传日开展集中宣传。", "在“12·4”国家宪法日开展集中宣传。"),
        ("在“12·5”国家宪法日开展集中宣传。", "在“12·4”国家宪法日开展集中宣传。"),
        ("在“4·15”国家安全日开展集中宣传。", "在“4·15”全民国家安全教育日开展集中宣传。"),
        ("在“3·16”国际消费者权益日开展集中宣传。", "在“3·15”国际消费者权益日开展集中宣传。"),
        ("在“6·25”国际禁毒日开展集中宣传。", "在“6·26”国际禁毒日开展集中宣传。"),
    ]
    return added(rng, sheet, *rng.choice(pairs))


def _no_such_day(rng: Random, sheet: Sheet) -> Planted | None:
    """A date that the calendar does not have, beside the day that is meant."""
    pairs = [
        ("2月30日", "2月20日"),
        ("4月31日", "4月30日"),
        ("11月31日", "11月21日"),
        ("13月5日", "12月5日"),
    ]
    text = "{}，召开专题会议研究部署。"
    wrong, right = rng.choice(pairs)
    return added(rng, sheet, text.format(wrong), text.format(right))


def _dated_early(rng: Random, sheet: Sheet) -> Planted | None:
    """A date before the year's end under a report that says 全年."""
    day = re.compile(rf"{sheet.year + 1}年[1-3]月[0-9]+日")
    places = [(n, m) for n, line in enumerate(sheet.lines) if (m := day.fullmatch(line.strip()))]
    if not places or not any("全年" in line for line in sheet.lines):
        return None
    line = places[-1][0]
    lines = list(sheet.lines)
    lines[line] = f"{sheet.year}年{rng.randint(10, 12)}月{rng.randint(5, 20)}日"
    return Planted(tuple(lines), frozenset(), words=lines[line])


KINDS: tuple[Kind, ...] = (
    kind("次年成文仍写“今年”", "W205", _this_year),
    kind("导语留着上一年年份", "W206", _stale_lead),
    kind("标题留着上一年年份", "W206", _stale_title),
    kind("一级标题留着上一年年份", "W206", _in_heading(0, lambda h: not h.planned)),
    kind("安排的标题留着旧年份", "W206", _in_heading(1, lambda h: h.planned)),
    kind("安排的正文留着旧年份", "W206", _stale_plan),
    kind("把上年的要点当今年的", "W206", _stale_middle),
    kind("提到还没召开的会", "W201", _too_early),
    kind("提到还没有的提法或法规", "W201", _phrase_too_early),
    kind("旧提法代替习近平法治思想", "W202", _out_of_date),
    kind("普法规划写成上一个", "W202", _former_plan),
    kind("纲要写成上一个", "W202", _former_goals),
    kind("导语只提上一次党代会", "W202 W203", _former_congress),
    kind("几中全会的数字丢了", "W204", _plenum_lost),
    kind("日子或节日名写错", "W207", _day_name),
    kind("没有这一天的日期", "W208", _no_such_day),
    kind("年终数却在年底前成文", "F208", _dated_early),
)
