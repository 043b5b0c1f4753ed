"""What each name that a template can ask for means, in the words of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.writers.word.shapes import NAMES, Function, Many, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.writers.word.shapes import Known

#: By name; a part by what our own templates call its owner (段.文).
MEANINGS: Mapping[str, str] = {
    "标题": "整个标题，写在一行里",
    "标题行": "标题按国标断成的几行",
    "年度": "报告的年度，如 2023",
    "主送机关": "主送机关，不带冒号；不印的时候是空的",
    "正文": "导语、各级标题和段落，从头到尾",
    "段.样式": "正文、一级标题、二级标题、三级标题、四级标题，或接排（标题后接着写正文）",
    "段.级": "标题和接排是 1 到 4，正文是 0",
    "段.题": "接排的标题，分成的词句；其他段落没有",
    "段.题文": "接排的标题，连成一句",
    "段.片": "段落的文字（标题连序号），分成的词句",
    "段.文": "段落的文字，连成一句",
    "片.文": "这几个字",
    "片.待补充": "这几个字是不是【待补充：…】",
    "落款": "落款单位，牵头的在前；没有落款就一个也没有",
    "成文日期": "如 2023年12月6日；没有落款的报告是空的",
    "数据表": "正文里印了的数据，按先后次序，每项一次",
    "项.名": "数据的名称",
    "项.单位": "今年、上年共用的单位；不一样时是空的",
    "项.今年": "今年的数，不带单位",
    "项.上年": "上年的数，不带单位；不知道时是空的",
    "项.增减": "比上年增减多少，写成文字；说不出时是空的",
    "有上年数": "数据表里有没有知道上年数的",
    "单位": "问卷里单位的名称",
    "自称": "正文怎样称呼本单位，如 我街道",
    "上级": "在谁的领导下，如 区委、区政府；没填是空的",
    "上年度": "报告年度的上一年",
    "下年度": "报告年度的下一年",
    "数据截至": "如 2023年11月30日；没填是空的",
    "数": "今年的任何一项数据，写指标的名称：数.复议.收到；没填的印成【待补充：…】",
    "上年数": "上年的任何一项数据：上年数.复议.收到",
    "节": "某一节的标题和段落，和正文一样逐段印：节('不足')；正文里照样还有这一节",
}


def every_name() -> Iterator[tuple[str, str]]:
    """Every name with its meaning, the parts of what is printed one by one below it."""
    told: set[str] = set()
    for name, shape in NAMES.items():
        yield name, MEANINGS[name]
        for part in _parts(shape):
            if part not in told:
                told.add(part)
                yield part, MEANINGS[part]


def _parts(shape: Known) -> Iterator[str]:
    match shape:
        case Many(item):
            yield from _parts(item)
        case Function(result):
            yield from _parts(result)
        case Record(parts, called):
            for name in parts:
                yield f"{called}.{name}"
            for part in parts.values():
                yield from _parts(part)
        case _:
            return
