"""Slips in punctuation and blanks, and what was left standing: placeholders, personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, added, changed, kind, swap

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet, Stretch

_HAN = "[一-龥]"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _long(_: Sheet, stretch: Stretch) -> bool:
    return stretch.end - stretch.body > 20


def _last_mark(new: str) -> Callable[[Random, Sheet], Planted | None]:
    """A paragraph's last mark changed or dropped."""

    def plant(rng: Random, sheet: Sheet) -> Planted | None:
        closed = [s for s in sheet.texts if _long(sheet, s) and sheet.words(s).endswith("。")]
        if not closed:
            return None
        stretch = rng.choice(closed)
        return changed(sheet, stretch, stretch.end - 1, stretch.end, new)

    return plant


def _doubled(rng: Random, match: re.Match[str]) -> str:
    mark = match.group()
    pairs = {
        "。": ["。。", "，。"],
        "，": ["，，", "、，"],
        ",": [",,", "、,"],
        "、": ["、、", "、，"],
    }
    return rng.choice(pairs[mark])


def _id_number(rng: Random) -> str:
    digits = f"440106{rng.randint(1960, 2003)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    digits += f"{rng.randint(1, 999):03d}"
    total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def _phone(rng: Random, sheet: Sheet) -> Planted | None:
    number = f"1{rng.choice(['38', '59', '86', '77'])}{rng.randint(0, 99999999):08d}"
    text = rng.choice(["咨询请联系张同志（电话{}）。", "群众可拨打{}反映问题。", "联系人手机{}。"])
    return added(rng, sheet, text.format(number))


def _identity(rng: Random, sheet: Sheet) -> Planted | None:
    text = "为当事人李某（身份证号{}）提供法律援助。"
    return added(rng, sheet, text.format(_id_number(rng)))


def _empty_number(rng: Random, match: re.Match[str]) -> str:
    return rng.choice(
        ["××", "XX", "xx", "**", "___", "○○", "【 】", "（ ）", "？？"]
    ) + match.group(2)


def _empty_name(rng: Random, sheet: Sheet) -> Planted | None:
    texts = [
        "印发《××区法治政府建设工作要点》。",
        "区委书记XXX主持召开专题会议。",
        "在XX街道开展普法宣传。",
        "（此处待补充）",
        "【待核实】",
        "……（以下由司法局填写）",
        "TODO补充亮点。",
    ]
    return added(rng, sheet, rng.choice(texts))


def _half_comma(rng: Random, sheet: Sheet) -> Planted | None:
    """A half-width mark, which counts only where the text was made of a year file."""
    if not sheet.filed:
        return None
    marks = {"，": ",", "；": ";", "：": ":", "（": "("}
    return swap(f"(?<={_HAN})[，；：（](?={_HAN})", lambda _r, m: marks[m.group()])(rng, sheet)


#: Three words and more of much the same length, ended by 等.
_LIST = rf"(?<!{_HAN}){_HAN}{{2,8}}(?:、{_HAN}{{2,6}}){{2,}}等"


def _twice(_: Random, match: re.Match[str]) -> str:
    return match.group() * 2


def _listed(sheet: Sheet, stretch: Stretch) -> bool:
    """Whether a stretch lists three things and more, all parted by one mark."""
    words = sheet.words(stretch)
    marks = {words[at - 1] for mark in "二三四" if (at := words.find(f"{mark}是")) > 0}
    return "三是" in words and words.count("二是") == 1 and len(marks) == 1


def _mixed_list(_: Random, match: re.Match[str]) -> str:
    return {"。": "；", "；": "。", ";": "。"}[match.group(1)] + match.group(2)


_WORD = "开展|推进|加强|落实|工作|建设|法治|进一步|的(?=[一-龥])|行政|问题|群众"

KINDS: tuple[Kind, ...] = (
    kind("段末句号丢了", "W401", _last_mark("")),
    kind("段末停在逗号上", "W401", _last_mark("，")),
    kind("段末停在顿号上", "W401", _last_mark("、")),
    kind("标点重了", "W402", swap(rf"(?<={_HAN})[。，,、](?={_HAN})", _doubled)),
    kind("半角标点（问卷成文）", "W403", _half_comma),
    kind("引号丢了后一半", "W404 W410", swap(rf"(?<={_HAN})”", lambda _r, _m: "")),
    kind("引号丢了前一半", "W404 W410", swap(rf"“(?={_HAN})", lambda _r, _m: "")),
    kind("书名号丢了一半", "W404", swap("[《》]", lambda _r, _m: "")),
    kind("括号丢了一半", "W404", swap("[（）()]", lambda _r, _m: "")),
    kind("汉字之间有空格", "W406", swap(rf"(?<={_HAN})(?={_HAN})", lambda _r, _m: " ")),
    kind("逗号后面有空格", "W406", swap(rf"(?<=[，,])(?={_HAN})", lambda _r, _m: " ")),
    kind("间隔号写成点", "W407", swap(r"(?<=[0-9一-龥])·(?=[0-9一-龥])", lambda _r, _m: ".")),
    kind("并列的顿号写成逗号", "W408", swap(_LIST, lambda _r, m: m.group().replace("、", "，"))),
    kind(
        "两句之间用了顿号",
        "W409",
        swap(rf"(?<={_HAN}{{3}})。(?=[印制开举加健推组])", lambda _r, _m: "、"),
    ),
    kind("一个词打了两遍", "W507", swap(_WORD, _twice)),
    kind("“一是二是”之间标点不一", "W411", swap("([。；;])([二三四]是)", _mixed_list, _listed)),
    kind(
        "数字处留着占位符",
        "W501",
        swap(r"(?<![0-9.“·第年月—-])([1-9][0-9]+)(件|宗|名|次|场|份|条|人次)", _empty_number),
    ),
    kind("名称处留着占位符", "W501", _empty_name),
    kind("留下手机号", "W504", _phone),
    kind("留下身份证号", "W504", _identity),
)
