"""Sentences with figures put into a text, with a slip and, to be silent on, without."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from tests.checks.planting.changed_figures import possible_change
from tests.checks.planting.kinds import Kind, Planted, added, half, kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet

#: (what, the act of taking in, unit, the act of settling, name of the rate)
_MATTERS = (
    ("行政复议申请", "收到", "件", "审结", "审结率"),
    ("群众来信来访", "受理", "件", "办结", "办结率"),
    ("矛盾纠纷", "排查", "起", "化解", "化解率"),
    ("人民调解案件", "受理", "宗", "调解成功", "调解成功率"),
    ("法律援助申请", "受理", "件", "批准", "批准率"),
    ("安全生产隐患", "排查", "处", "整改", "整改率"),
    ("12345热线工单", "受理", "件", "按期办结", "按期办结率"),
    ("劳动人事争议案件", "立案", "件", "审结", "结案率"),
    ("消费投诉", "受理", "件", "办结", "办结率"),
    ("公证申请", "受理", "件", "办结", "办结率"),
    ("违法建设线索", "核查", "条", "处置", "处置率"),
    ("噪声扰民投诉", "接到", "件", "办结", "办结率"),
)
#: Words of a matter that show that the text tells of it already: then it is not told again.
_TOLD = (
    "复议",
    "信访|来信",
    "纠纷",
    "调解",
    "法律援助",
    "隐患",
    "12345|工单",
    "仲裁",
    "投诉",
    "公证",
    "违法建设",
    "噪声|投诉",
)
#: Two ways of saying a whole, a part and the rate.
_SAYINGS = (
    "全年{take}{what}{whole}{unit}，{settle}{part}{unit}，{rate}{percent}%。",
    "共{take}{what}{whole}{unit}，其中{settle}{part}{unit}，{rate}达{percent}%。",
    "{take}{what}{whole}{unit}、{settle}{part}{unit}，{rate}为{percent}%。",
)
#: What a total may be made of.
_PARTS = (
    ("办理行政处罚案件", "件", ("一般程序案件", "简易程序案件")),
    ("处理咨询", "人次", ("来电咨询", "来访咨询", "网上咨询")),
    ("调解纠纷", "件", ("婚姻家庭纠纷", "邻里纠纷", "劳动争议")),
    ("受理诉求", "件", ("市级转办", "网格上报", "窗口受理")),
)


def _rate(part: int, whole: int, decimals: int) -> str:
    step = Decimal(1).scaleb(-decimals)
    return str((Decimal(part * 100) / whole).quantize(step, ROUND_HALF_UP))


def _matter(rng: Random, sheet: Sheet) -> tuple[str, str, str, str, str]:
    """A matter of which the text does not tell yet."""
    text = "\n".join(sheet.lines)
    fresh = [m for m, words in zip(_MATTERS, _TOLD, strict=True) if not re.search(words, text)]
    return rng.choice(fresh)


def _rated(
    rng: Random, sheet: Sheet, wrong: Callable[[Random, int, int, str], tuple[int, int, str]]
) -> tuple[str, str]:
    what, take, unit, settle, rate = _matter(rng, sheet)
    saying = rng.choice(_SAYINGS)
    whole = rng.randint(120, 2400)
    part = whole - rng.randint(3, whole // 6)
    percent = _rate(part, whole, rng.choice([1, 2]))
    texts = []
    for w, p, r in (wrong(rng, whole, part, percent), (whole, part, percent)):
        texts.append(
            saying.format(
                what=what,
                take=take,
                unit=unit,
                settle=settle,
                rate=rate,
                whole=w,
                part=p,
                percent=r,
            )
        )
    return texts[0], texts[1]


def _wrong_rate(rng: Random, whole: int, part: int, percent: str) -> tuple[int, int, str]:
    """The rate off by something between 0.3 and 9 points."""
    off = Decimal(rng.choice([3, 5, 8, 11, 27, 90])) / 10
    return whole, part, str(Decimal(percent) - off)


def _wrong_whole(rng: Random, whole: int, part: int, percent: str) -> tuple[int, int, str]:
    return whole + rng.choice([10, 30, 100, 200]), part, percent


def _turned_about(_: Random, whole: int, part: int, percent: str) -> tuple[int, int, str]:
    return part, whole, percent


def _with(
    wrong: Callable[[Random, int, int, str], tuple[int, int, str]],
) -> Callable[[Random, Sheet], Planted | None]:
    return lambda rng, sheet: added(rng, sheet, *_rated(rng, sheet, wrong))


def _part_exceeds(rng: Random, sheet: Sheet) -> Planted | None:
    what, unit, parts = rng.choice(_PARTS)
    whole = rng.randint(120, 900)
    text = f"全年{what}{{0}}{unit}，其中{rng.choice(parts)}{whole - 15}{unit}。"
    return added(rng, sheet, text.format(whole - rng.randint(20, 90)), text.format(whole))


def _split(rng: Random, sheet: Sheet) -> Planted | None:
    """A total and its parts, a part changed so that they come to more."""
    what, unit, names = rng.choice(_PARTS)
    numbers = [rng.randint(40, 700) for _ in names]
    wrong = numbers.copy()
    wrong[rng.randrange(len(wrong))] += rng.choice([9, 10, 18, 100])
    start = f"全年{what}{sum(numbers)}{unit}，其中"
    say = "、".join
    texts = [
        start + say(f"{name}{n}{unit}" for name, n in zip(names, values, strict=True)) + "。"
        for values in (wrong, numbers)
    ]
    return added(rng, sheet, texts[0], texts[1])


def _rate_without_part(rng: Random, sheet: Sheet) -> Planted | None:
    """A whole and a rate that no whole number of settled matters gives."""
    what, take, unit, _, rate = _matter(rng, sheet)
    whole = rng.randint(15, 300)
    right = _rate(whole - rng.randint(1, whole // 8), whole, 2)
    given = {_rate(part, whole, 2) for part in range(whole + 1)}
    near = [str(Decimal(right) + Decimal(off) / 100) for off in (11, -13, 17, -19)]
    wrong = next((r for r in near if not _close(r, given)), None)
    if wrong is None:
        return None
    text = f"全年{take}{what}{whole}{unit}，{rate}{{0}}%。"
    return added(rng, sheet, text.format(wrong), text.format(right))


def _close(rate: str, given: set[str]) -> bool:
    return any(abs(Decimal(rate) - Decimal(g)) <= Decimal("0.01") for g in given)


def _change(rng: Random, sheet: Sheet) -> Planted | None:
    """A change that no whole number of last year gives."""
    what, take, unit, _, _ = _matter(rng, sheet)
    last = rng.randint(30, 700)
    now = last + rng.choice([-1, 1]) * rng.randint(2, last // 3)
    word = "增长" if now > last else "下降"
    right = _rate(abs(now - last), last, 2)
    near = [str(Decimal(right) + Decimal(off) / 100) for off in (7, 23, 31, 44, 58)]
    wrong = next((r for r in near if not possible_change(now, now > last, r)), None)
    if wrong is None:
        return None
    text = f"全年{take}{what}{now}{unit}，同比{word}{{0}}%。"
    return added(rng, sheet, text.format(wrong), text.format(right))


def _fell_too_far(rng: Random, sheet: Sheet) -> Planted | None:
    what, take, unit, _, _ = _matter(rng, sheet)
    rate = rng.choice(["105", "120.5", "230"])
    return added(rng, sheet, f"全年{take}{what}{rng.randint(20, 400)}{unit}，同比下降{rate}%。")


def _two_units(rng: Random, sheet: Sheet) -> Planted | None:
    what, take, unit, settle, _ = _matter(rng, sheet)
    other = "宗" if unit == "件" else "件"
    whole = rng.randint(100, 900)
    text = f"全年{take}{what}{whole}{unit}，{settle}{whole - rng.randint(2, 60)}{{0}}。"
    return added(rng, sheet, text.format(other), text.format(unit))


def _total_with_surplus(rng: Random, sheet: Sheet) -> Planted | None:
    number = rng.choice([20, 80, 120, 300, 2000])
    what, verb, unit = rng.choice(
        [("普法讲座", "举办", "场"), ("法治培训", "开展", "次"), ("宣传资料", "发放", "份")]
    )
    wrong = rng.choice(
        [f"全年共{verb}{what}共计{number}余{unit}。", f"全年共{verb}{what}合计{number}余{unit}。"]
    )
    return added(rng, sheet, wrong, f"全年{verb}{what}{number}余{unit}。")


def _exact_rate_of_about(rng: Random, sheet: Sheet) -> Planted | None:
    what, take, unit, _, rate = _matter(rng, sheet)
    number = rng.choice([120, 300, 2800, 42800])
    text = f"全年{take}{what}{{0}}{unit}，{rate}100%。"
    about = rng.choice([f"{number}余", f"近{number}", f"约{number}"])
    return added(rng, sheet, text.format(about), text.format(number))


def _told_twice(rng: Random, sheet: Sheet) -> Planted | None:
    """A figure told in two places with two values: two digits changed round."""
    what, take, unit, _, _ = _matter(rng, sheet)
    number = rng.choice([1269, 347, 482, 2153, 718])
    text = str(number)
    other = text[:-2] + text[-1] + text[-2]
    verb = f"{take}{what}"
    first = added(rng, sheet, f"全年{verb}{number}{unit}。")
    if first is None:
        return None
    places = [s for s in sheet.texts if s.line not in first.at and not s.passage.parts]
    if not places:
        return None
    place = rng.choice(places)
    lines = []
    for value in (other, text):
        more = half(sheet, f"全年共{verb}{value}{unit}。")
        line = first.lines[place.line]
        new = line[: place.end] + more + line[place.end :]
        lines.append((*first.lines[: place.line], new, *first.lines[place.line + 1 :]))
    return Planted(lines[0], first.at | {place.line}, lines[1], words=f"{verb}{number} / {other}")


def _three_numbers(rng: Random, sheet: Sheet) -> Planted | None:
    """Last year, this year and the change, which is worked out wrongly."""
    what, take, unit, _, _ = _matter(rng, sheet)
    last = rng.randint(100, 700)
    now = last + rng.randint(last // 10, last // 2)
    right = _rate(now - last, last, 1)
    wrong = str(Decimal(right) + Decimal(rng.choice(["1.2", "2.7", "10", "0.9"])))
    text = f"全年{take}{what}{now}{unit}，上年为{last}{unit}，同比增长{{0}}%。"
    return added(rng, sheet, text.format(wrong), text.format(right))


def _run_together(rng: Random, sheet: Sheet) -> Planted | None:
    """Two measures run together without a mark."""
    people = rng.randint(1200, 9800)
    text = f"全年举办普法讲座{rng.randint(2, 9)}0余场{{0}}{people}人次。"
    return added(rng, sheet, text.format(rng.choice(["共计", "累计"])), text.format("，覆盖群众"))


def _unfit_unit(rng: Random, sheet: Sheet) -> Planted | None:
    """A unit that does not go with what is counted."""
    text, wrong, right = rng.choice(
        [
            ("全年举办普法讲座46{0}。", "件", "场"),
            ("全年开展执法监督检查38{0}。", "人", "次"),
            ("全年办理法律援助案件126{0}。", "人次", "件"),
            ("选聘法律顾问27{0}。", "件", "名"),
            ("制定行政规范性文件12{0}。", "次", "件"),
            ("培训行政执法人员235{0}。", "个", "人次"),
            ("现有公职律师31{0}。", "个", "名"),
        ]
    )
    return added(rng, sheet, text.format(wrong), text.format(right))


KINDS: tuple[Kind, ...] = (
    kind("新写的率算错", "F203 F204 F210 F211", _with(_wrong_rate)),
    kind("总数改了，率没改", "F203 F204 F210 F211", _with(_wrong_whole)),
    kind("总数与部分写反", "F201 F203 F204 F210", _with(_turned_about)),
    kind("“其中”的一项大于总数", "F201 F202", _part_exceeds),
    kind("分项之和超过总数", "F201 F202", _split),
    kind("总数与率推不出整数", "F203 F210 F211 F212", _rate_without_part),
    kind("同比推不出上年的整数", "F209 F211 F212", _change),
    kind("下降超过100%", "F205 F209 F211 F212", _fell_too_far),
    kind("上年数、今年数与增减率不符", "F212", _three_numbers),
    kind("两个数连着写没有标点", "F109", _run_together),
    kind("一件事前后两个单位", "F106", _two_units),
    kind("“共”“共计”与“余”同用", "F103", _total_with_surplus),
    kind("约数配精确的率", "F104", _exact_rate_of_about),
    kind("一个数两处说法不同", "F206", _told_twice),
    kind("单位与所数的事不配", "F108", _unfit_unit),
)
