"""Slips that show only beside last year's report."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, added, half, kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet

#: Figures that reports tell, as a sentence, and the word that shows that the text does already.
_TOLD = (
    ("全年收到行政复议申请{}件", "行政复议申请"),
    ("全年办理法律援助案件{}件", "法律援助|法援"),
    ("全年受理人民调解案件{}件", "调解"),
    ("全年办理行政处罚案件{}件", "处罚案件"),
    ("全年办理公证事项{}件", "公证事项"),
    ("全年接待信访群众{}人次", "信访群众"),
)
_BEFORE = """\
某地{year}年法治政府建设年度报告

{year}年，某地深入学习贯彻习近平法治思想，法治政府建设取得新进展。现将有关情况报告如下：
一、{year}年主要举措和成效
（一）强化行政争议化解。{told}。
（二）其他工作。{more}
二、存在的不足和原因
个别部门重视不够，主要原因是培训不足。
三、{next}年主要安排
继续抓好各项工作。

某地人民政府
{next}年1月20日
"""


def _last(sheet: Sheet, told: str, more: str = "做好各项基础工作。") -> str:
    if sheet.dated and sheet.dated.year == sheet.year:
        told = told.replace("全年", "")
    return _BEFORE.format(year=sheet.year - 1, next=sheet.year, told=told, more=more)


def _with_last(planted: Planted | None, last: str) -> Planted | None:
    if planted is None:
        return None
    return Planted(planted.lines, planted.at, planted.right, last, planted.words)


def _percent(now: int, last: int) -> str:
    change = Decimal(abs(now - last) * 100) / last
    return str(change.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _fresh(rng: Random, sheet: Sheet) -> str:
    """A sentence with a figure of which the text does not tell yet."""
    text = "\n".join(sheet.lines)
    return rng.choice([told for told, words in _TOLD if not re.search(words, text)])


def _change(
    wrong: Callable[[Random, int, int], tuple[str, str]],
) -> Callable[[Random, Sheet], Planted | None]:
    """A change said of a figure that last year's report tells otherwise."""

    def plant(rng: Random, sheet: Sheet) -> Planted | None:
        told = _fresh(rng, sheet)
        last = rng.randint(150, 900)
        now = last + rng.choice([-1, 1]) * rng.randint(last // 10, last // 3)
        word = "增长" if now > last else "下降"
        bad_word, bad = wrong(rng, now, last)
        start = told.format(now) + "，同比"
        planted = added(
            rng, sheet, f"{start}{bad_word}{bad}%。", f"{start}{word}{_percent(now, last)}%。"
        )
        return _with_last(planted, _last(sheet, told.format(last)))

    return plant


def _other_base(rng: Random, now: int, last: int) -> tuple[str, str]:
    """The change worked out from another number of last year."""
    base = last + rng.choice([-1, 1]) * rng.randint(last // 20, last // 12)
    return "增长" if now > base else "下降", _percent(now, base)


def _turned(_: Random, now: int, last: int) -> tuple[str, str]:
    return "下降" if now > last else "增长", _percent(now, last)


def _leap(rng: Random, sheet: Sheet) -> Planted | None:
    """A figure ten times and more what it was: a digit or 万 too many."""
    told = _fresh(rng, sheet)
    last = rng.randint(150, 900)
    now = last + rng.randint(5, 40)
    planted = added(
        rng, sheet, f"{told.format(now * 10 + rng.randint(0, 9))}。", f"{told.format(now)}。"
    )
    return _with_last(planted, _last(sheet, told.format(last)))


def _other_unit(rng: Random, sheet: Sheet) -> Planted | None:
    """Another unit than last year's."""
    told = rng.choice(["全年处理群众来电{}人次", "全年举办模拟法庭{}场"])
    other = told.replace("人次", "件").replace("场", "次")
    last, now = rng.randint(200, 900), rng.randint(200, 900)
    planted = added(rng, sheet, f"{other.format(now)}。", f"{told.format(now)}。")
    return _with_last(planted, _last(sheet, told.format(last)))


def _same_figure(rng: Random, sheet: Sheet) -> Planted | None:
    """Last year's figure left in place."""
    told = _fresh(rng, sheet)
    last = rng.randint(1150, 4900)
    planted = added(rng, sheet, f"{told.format(last)}。", f"{told.format(last + 137)}。")
    return _with_last(planted, _last(sheet, told.format(last)))


def _same_section(rng: Random, sheet: Sheet) -> Planted | None:
    """A paragraph of several sentences that stood in last year's report word for word."""
    text = (
        "围绕企业用工、合同管理等内容走进园区开展法治体检，及时回应企业关切。"
        "组织执法骨干分批到基层站所跟班学习，交叉评查行政处罚案卷，通报典型问题。"
        "选派律师到村居坐班，现场解答群众提问，引导群众依法表达诉求。"
    )
    fresh = (
        "面向新就业群体开设夜间法律课堂，把服务送到骑手驿站和货运场站。"
        "选取物业管理领域试点执法联动，由一支队伍一次查完相关事项。"
        "在政务大厅设立行政争议调解窗口，申请人当场就能约见调解员。"
    )
    if sheet.filed:
        return None
    alone = [h for h in sheet.headings if h.alone and not h.passage.parts]
    places = [
        s for s in sheet.texts if not s.passage.level and s.passage.section and not s.passage.parts
    ]
    if not places or not alone:
        return None
    place = rng.choice(places)
    wrong = (*sheet.lines[: place.line], half(sheet, text), *sheet.lines[place.line + 1 :])
    right = (*sheet.lines[: place.line], half(sheet, fresh), *sheet.lines[place.line + 1 :])
    section = frozenset(
        s.line for s in sheet.stretches if s.passage.section == place.passage.section
    )
    last = _last(sheet, "全年工作有序推进", text)
    return Planted(wrong, section | {place.line}, right, last, text[:20])


KINDS: tuple[Kind, ...] = (
    kind("同比与上年报告的数对不上", "F301", _change(_other_base)),
    kind("增长写成下降", "F301", _change(_turned)),
    kind("比上年多出一位数", "F302", _leap),
    kind("单位与上年不同", "F303 F108", _other_unit),
    kind("上年的数原样留着", "F304", _same_figure),
    kind("上年的一节原样照搬", "S214", _same_section),
)
