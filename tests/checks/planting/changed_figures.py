"""Slips in the figures that a text holds already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, changed, kind, swap

if TYPE_CHECKING:
    from random import Random

    from tests.checks.planting.sheet import Sheet

_NUMBER = r"(?<![0-9.,“·年第—-])"
_THREE = re.compile(rf"{_NUMBER}([1-9][0-9]{{2,4}})(件|宗|份|次|人次|名|场|条|户|家|人)(?!/)")
#: Whole, part and the rate of the one in the other.
_RATED = (
    r"([0-9]+)([件宗条])([，,](?:[^。；;]{0,12}?))([0-9]+)(\2[，,][^。；;]{0,10}?率(?:达|为)?)"
    r"([0-9]+(?:\.[0-9]+)?)%"
)
_ROUND = 10


def _other_digit(rng: Random, number: str) -> str:
    """The number with one digit changed, the first never to 0."""
    at = rng.randrange(len(number))
    digits = [d for d in "123456789" if d != number[at]]
    return number[:at] + rng.choice(digits) + number[at + 1 :]


def _turned(rng: Random, number: str) -> str | None:
    """The number with two neighbouring digits changed round."""
    places = [
        i for i in range(len(number) - 1) if number[i] != number[i + 1] and number[i + 1] > "0"
    ]
    if not places:
        return None
    at = rng.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _part_changed(rng: Random, match: re.Match[str]) -> str:
    whole, unit, between, part, behind, rate = match.groups()
    return f"{whole}{unit}{between}{_other_digit(rng, part)}{behind}{rate}%"


def _rate_changed(rng: Random, match: re.Match[str]) -> str | None:
    whole, unit, between, part, behind, rate = match.groups()
    number = rate.replace(".", "")
    new = _other_digit(rng, number) if rate == "100" else _turned(rng, number)
    if new is None:
        return None
    dot = rate.find(".")
    new = new if dot < 0 else f"{new[:dot]}.{new[dot:]}"
    return f"{whole}{unit}{between}{part}{behind}{new}%"


def _unit_switched(_: Random, match: re.Match[str]) -> str:
    whole, unit, between, part, behind, rate = match.groups()
    other = {"件": "宗", "宗": "件", "条": "件"}[unit]
    return f"{whole}{unit}{between}{part}{other}{behind[1:]}{rate}%"


def _more_put_in(rng: Random, match: re.Match[str]) -> str | None:
    number, unit = match.groups()
    return None if int(number) % _ROUND == 0 else f"{number}{rng.choice(['余', '多'])}{unit}"


def _split_changed(rng: Random, match: re.Match[str]) -> str:
    """A part of a full split with another digit in front: the parts then exceed the whole."""
    words = match.group()
    last = list(re.finditer(r"[0-9]{4,}", words))[-1]
    digit = rng.choice("3456789")
    new = digit + last.group()[1:] if digit > last.group()[0] else "9" + last.group()[1:]
    return words[: last.start()] + new + words[last.end() :]


def _alike(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two figures count things of one sort."""
    sorts = ("件宗份条", "次场人次", "名人户家")
    return any(one.group(2) in sort and other.group(2) in sort for sort in sorts)


def _same_number(rng: Random, sheet: Sheet) -> Planted | None:
    """A figure overwritten with another of the text, as happens when cells are copied."""
    found = list(sheet.matches(_THREE))
    rng.shuffle(found)
    for stretch, match in found:
        others = [
            (s, m)
            for s, m in found
            if s.line != stretch.line and m.group(1) != match.group(1) and _alike(m, match)
        ]
        if others and int(match.group(1)) % _ROUND:
            other, place = rng.choice(others)
            planted = changed(sheet, other, place.start(1), place.end(1), match.group(1))
            both = frozenset({other.line, stretch.line})
            return Planted(planted.lines, both, words=planted.words)
    return None


def _impossible_change(rng: Random, match: re.Match[str]) -> str | None:
    """A change of a count in per cent that no whole number of last year gives."""
    count, between, word, rate = match.groups()
    decimals = len(rate.partition(".")[2])
    for _ in range(20):
        new = f"{rng.randint(3, 95)}.{rng.randint(1, 10**decimals - 1):0{decimals}d}"
        if not possible_change(int(count), word in "增长上升", new):
            return f"{count}{between}{word}{new}%"
    return None


def possible_change(count: int, up: bool, rate: str) -> bool:  # noqa: FBT001
    """Whether some whole number of last year makes the change what it is said to be."""
    decimals = len(rate.partition(".")[2])
    share = float(rate) / 100
    guess = count / (1 + share if up else 1 - share)
    for last in range(max(int(guess) - 2, 1), int(guess) + 4):
        change = abs(count - last) / last * 100
        if abs(change - float(rate)) <= 10**-decimals:
            return True
    return False


def _slashed(rng: Random, match: re.Match[str]) -> str:
    return match.group(1) + rng.choice(["件/次", "件（次）", "人/次"])


def _over_hundred(rng: Random, match: re.Match[str]) -> str:
    return match.group(1) + rng.choice(["101", "102.5", "198", "910", "106.3"]) + "%"


def _persons_as_things(_: Random, match: re.Match[str]) -> str:
    return match.group(1) + "个"


def _both_near_and_over(_: Random, match: re.Match[str]) -> str:
    return "近" + match.group()


def _share_left_out(_: Random, match: re.Match[str]) -> str:
    return f"{match.group(1)}达{match.group(2)}"


_RATES = "F201 F203 F204 F205 F210 F211"
_EXACT = rf"{_NUMBER}([0-9]{{2,5}})(件|宗|份|次|人次|名|场|条)(?!/)"
_OVER = r"(?<![近约超0-9])[1-9][0-9]*0余"
_COUNT_OF_ACTS = rf"{_NUMBER}([0-9]{{2,}})(?:件|次|人次|户次)(?=[，,。；;、])"
_PERSONS = rf"{_NUMBER}([0-9]{{2,}})[名人](?=[公处国民干行领企规法群]|[，,。；;])"
_SPLIT = r"[0-9]{4,}[件份][，,]其中[^。；;]*?[0-9]{4,}[^。；;]*?[0-9]{4,}[份件]"
_CHANGE = r"([0-9]{3,})([件宗][，,]同比)(增长|下降)([0-9]+\.[0-9]+)%"
_RATE = r"(率(?:达到|达|为)?)(?:9[0-9](?:\.[0-9]+)?|100)%(?!以上)"
_SHARE = r"(事项)占比达?(?:到)?([0-9.]+%)"


def _unit_lost(_: Random, match: re.Match[str]) -> str:
    return match.group(1)


def _rate_and_share(_: Random, match: re.Match[str]) -> str:
    return f"{match.group(1)}占比{match.group(2)}"


_UNIT = (
    r"(?<=案件|线索|人员|建议|提案|工单|事项|文件|信息)([1-9][0-9]+)"
    r"(?:件|条|名|项|宗|份)(?=[，,。；;、])"
)
_RATED_SHARE = r"(办结率|满意率|成功率|化解率|答复率|应诉率)(?:达|为)?([0-9.]+%)"

KINDS: tuple[Kind, ...] = (
    kind("部分数错一位，与率不符", _RATES, swap(_RATED, _part_changed)),
    kind("率的数字错", _RATES, swap(_RATED, _rate_changed)),
    kind("率超过100%", _RATES, swap(_RATE, _over_hundred)),
    kind("一件事前后两个单位（原有的数）", "F106", swap(_RATED, _unit_switched)),
    kind("精确数后面加“余”“多”", "F101", swap(_EXACT, _more_put_in)),
    kind("“余”前面再加“近”", "F102", swap(_OVER, _both_near_and_over)),
    kind("单位写成“件/次”一类", "F107", swap(_COUNT_OF_ACTS, _slashed)),
    kind("人用“个”数", "F108", swap(_PERSONS, _persons_as_things)),
    kind("分项之和超过总数（原有的数）", "F201 F202", swap(_SPLIT, _split_changed)),
    kind("一个数抄到另一个指标上", "F201 F206 F207 F210", _same_number),
    kind("同比与本年数对不上", "F209 F211 F212", swap(_CHANGE, _impossible_change)),
    kind("数后面的单位丢了", "F111", swap(_UNIT, _unit_lost)),
    kind("“率”“占比”重复", "F112", swap(_RATED_SHARE, _rate_and_share)),
    kind("“占比”漏写，个数成了百分比", "F105", swap(_SHARE, _share_left_out)),
)
