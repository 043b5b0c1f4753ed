"""The JSON Schema of year files, for editors that complete and check while one types.

Draft 7, the newest that the YAML language server (VS Code and others) knows. The schema is more
lenient than the reader: what the reader takes, it takes; what only the reader can tell, it lets be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.model.answers import Use
from drafter.model.kit import LAYOUTS, Kind, Need, Part
from drafter.text.patterns import filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.kit import Indicator, Kit, Node, Topic

Schema = dict[str, Any]

#: A number somewhere, or one of the words for the states of an answer.
_ANSWER = (
    r"^\s*(无|没有|不涉及|不适用|[^：]*[0-9０-９〇零一二两三四五六七八九十百千万亿][^：]*)\s*$"
)
_DAY = r"^\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*$"
_YEAR = r"^\s*\d{4}\s*(年|年度)?\s*$"
_ID = r"^[^\s\d.：][^\s.：]*(\.[^\s\d.：][^\s.：]*)*$"
_FILE = r"\.ya?ml$"
_OWN_TREE = "本文件"
_YES = {"enum": ["是", "否", None]}

_TEXT: Schema = {"type": ["string", "number", "null"]}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_DATE: Schema = {"anyOf": [{"type": "string", "pattern": _DAY}, {"type": "null"}]}


def schema(kits: Iterable[Kit]) -> Schema:
    """What a year file may hold.

    Args:
        kits: one for each profile on offer, all of the same templates folder; at least one.
    """
    all_ = tuple(kits)
    indicators, topics = all_[0].indicators, all_[0].topics
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "法治政府建设年度报告的问卷",
        "definitions": _definitions(tuple(topics)),
        **_mapping(
            {
                "报告": _report(tuple(kit.profile.name for kit in all_)),
                "单位": _office(),
                "上年": {**_TEXT, "description": "上年的问卷，如 2023.yaml；有了它才算得出同比"},
                "数据": _figures(indicators.values()),
                "指标": _own_indicators(),
                "亮点": _highlights(topics.values()),
                "题目": _headings(all_),
                "导语": {**_TEXTS, "description": "自己写的开头一段或几段，代替结构里的"},
                "口号": {**_TEXT, "description": "印在导语里：……为……提供有力法治保障"},
                "不足": _points("存在的不足和原因"),
                "安排": _points("下一年度的主要安排"),
                "写法": _list_styles(),
                "沿用": {"type": ["string", "array"], "items": {"type": "string"}},
                "章节": _sections(),
                "正文": _bodies(),
                "图表": _charts(),
                "忽略": _ignored(),
            },
            "",
            required=("报告", "单位"),
        ),
    }


def _mapping(entries: Schema, about: str, *, required: tuple[str, ...] = ()) -> Schema:
    """A mapping with known keys and no others."""
    made: Schema = {"type": "object", "properties": entries, "additionalProperties": False}
    if required:
        made["required"] = list(required)
    return {**made, "description": about} if about else made


def _or_blank(made: Schema) -> Schema:
    """The same, or nothing at all."""
    return {**made, "type": [made["type"], "null"]}


def _report(profiles: tuple[str, ...]) -> Schema:
    years = [{"type": "integer", "minimum": 2004, "maximum": 2099}]
    levels: Schema = {"enum": [1, 2, 3, 4, "1", "2", "3", "4"]}
    structures = [{"enum": sorted(profiles)}, {"type": "string", "pattern": _FILE}]
    return _mapping(
        {
            "年度": {
                "anyOf": [*years, {"type": "string", "pattern": _YEAR}],
                "description": "报告哪一年，如 2024",
            },
            "结构": {
                "anyOf": [*structures, {"type": "null"}],
                "description": "章节怎么排；也可以是自己的结构文件，如 我的结构.yaml#变体",
            },
            "用途": {"enum": [*Use, None], "description": "上报的印出主送机关；不写就是公开"},
            "标题": {**_TEXT, "description": "不用通常的标题时才写"},
            "数据截至": {**_DATE, "description": "如 2024-11-30"},
            "成文日期": {**_DATE, "description": "如 2025-01-20；固定提法按这一天取用"},
            "接排": {
                "anyOf": [levels, {"enum": ["无", None]}, {"type": "array", "items": levels}],
                "description": "哪几级标题与正文排在一段，如 [2, 3]；都不接排写 无",
            },
            "案件单位": {"enum": ["件", "宗", None], "description": "案件统一用件还是宗"},
            "照录": {**_YES, "description": "导语和章节里的文字一字不改地印，句末不补句号"},
        },
        "报告是哪一年的、用什么结构",
        required=("年度",),
    )


def _office() -> Schema:
    return _mapping(
        {
            "名称": {"type": "string", "minLength": 1, "description": "印在标题里，如 龙城街道"},
            "类型": {"enum": list(Kind), "description": "决定问哪些数据"},
            "自称": {**_TEXT, "description": "正文里怎样称呼自己，如 我街道"},
            "上级": {**_TEXT, "description": "在谁的领导下，如 区委、区政府"},
            "落款": {**_TEXTS, "description": "一个或几个单位；不写就不印落款和日期"},
            "主送": {**_TEXT, "description": "主送机关，用途是上报时印"},
        },
        "哪个单位的报告",
        required=("名称", "类型"),
    )


def _definitions(topics: tuple[str, ...]) -> Schema:
    """Shapes that are used in several places or in themselves; their names are ASCII for `$ref`."""
    answer: Schema = {
        "anyOf": [{"type": ["number", "null"]}, {"type": "string", "pattern": _ANSWER}]
    }
    details = {"值": answer, "来源": _TEXT, "截至": _DATE, "备注": _TEXT}
    nested = {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": {"$ref": "#/definitions/figures"},
    }
    ref = {"$ref": "#/definitions/figure"}
    return {
        "figure": {"anyOf": [answer, {**_mapping(details, ""), "minProperties": 1}]},
        "figures": {"anyOf": [ref, nested]},
        "section": _section(topics),
    }


def _figures(indicators: Iterable[Indicator]) -> Schema:
    """Known ids in one piece (政务.办件) and by their first part (政务: 办件); others by shape."""
    whole: Schema = {}
    groups: dict[str, Schema] = {}
    for indicator in indicators:
        one = {"allOf": [{"$ref": "#/definitions/figure"}], "description": _about(indicator)}
        whole[indicator.id] = one
        first, dot, last = indicator.id.partition(".")
        if dot:
            groups.setdefault(first, {})[last] = one
    other = {
        "propertyNames": {"pattern": _ID},
        "additionalProperties": {"$ref": "#/definitions/figures"},
    }
    grouped = {
        name: {"type": ["object", "null"], "properties": entries, **other}
        for name, entries in groups.items()
        if name not in whole
    }
    about = "填数（36场）、无、不涉及，或空着"
    return _or_blank(
        {"type": "object", "properties": {**whole, **grouped}, **other, "description": about}
    )


def _about(indicator: Indicator) -> str:
    """What an editor shows beside a figure."""
    parts = (
        indicator.question if not indicator.computed else f"{indicator.name}：由程序计算，不用填",
        f"单位：{'、'.join(indicator.units)}" if indicator.units else "",
        f"由{indicator.supplier}提供" if indicator.supplier else "",
        f"口径：{indicator.note}" if indicator.note else "",
    )
    return "；".join(part for part in parts if part)


def _own_indicators() -> Schema:
    needs: Schema = {"enum": list(Need)}
    bodies = dict.fromkeys(("政府", "部门", "乡镇", "街道", "功能区"), needs)
    ids = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    one = _mapping(
        {
            "名": {**_TEXT, "description": "一个名词，如 园区普法活动"},
            "问": _TEXT,
            "单位": {**_TEXTS, "description": "如 场；几个都可以的写 [场, 次]"},
            "来源": {**_TEXT, "description": "由谁提供"},
            "需": {"anyOf": [needs, _mapping(bodies, "")]},
            "算": {**_TEXTS, "description": "怎样由别的数据算出，如 园区.结案 / 园区.立案"},
            "小数": {"type": "integer", "minimum": 0},
            **dict.fromkeys(("属于", "分项", "其中", "曾用"), ids),
            "口径": _TEXT,
        },
        "",
    )
    about = "目录里没有的本单位数据"
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": _ID},
        "additionalProperties": one,
        "description": about,
    }


def _highlights(topics: Iterable[Topic]) -> Schema:
    entries = {topic.id: {**_TEXTS, "description": topic.ask or "这一节的亮点"} for topic in topics}
    return _or_blank(_mapping(entries, "各主题的亮点，一条一件事，前面加“- ”"))


def _headings(kits: tuple[Kit, ...]) -> Schema:
    """Topics, and the sections of every profile; a year file's own sections have other names."""
    usual = {id_: filled(topic.heading, {}) for id_, topic in kits[0].topics.items()}
    for kit in kits:
        for node in _nodes(kit.profile.nodes):
            if node.id and node.heading:
                usual.setdefault(node.id, filled(node.heading, {}))
    entries = {name: {**_TEXT, "description": f"通常写作：{text}"} for name, text in usual.items()}
    about = "今年的标题，与通常的不同时才写"
    return {
        "type": ["object", "null"],
        "properties": entries,
        "additionalProperties": _TEXT,
        "description": about,
    }


def _nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _nodes(node.children)


def _points(about: str) -> Schema:
    point = _mapping({"题": _TEXT, "文": _TEXTS, "因": _TEXT}, "题：小标题；文：内容；因：原因")
    entry = {"anyOf": [_TEXT, point]}
    return {"anyOf": [_TEXT, {"type": "array", "items": entry}], "description": about}


def _list_styles() -> Schema:
    layout: Schema = {"enum": [*LAYOUTS, None]}
    own = {"anyOf": [layout, _mapping({"式": layout, "领": _TEXT}, "式：怎样排；领：开头的话")]}
    about = "不足、安排怎样写，与结构不同时才写：分号、一是、分节"
    return _or_blank(_mapping(dict.fromkeys(Part, own), about))


def _sections() -> Schema:
    """A list is the whole report's; a mapping gives a chapter of the profile other sections."""
    sections = {"type": "array", "items": {"$ref": "#/definitions/section"}}
    by_chapter = {"type": "object", "additionalProperties": sections}
    about = f"自己的章节（结构写“{_OWN_TREE}”）；只改结构里的一章，先写这一章的名"
    return {"anyOf": [sections, by_chapter, {"type": "null"}], "description": about}


def _bodies() -> Schema:
    about = "定下来的正文，按章节的名或主题，一段一条；有了它，这一节只印这里的文字"
    return {"type": ["object", "null"], "additionalProperties": _TEXTS, "description": about}


def _charts() -> Schema:
    ids: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    one = _mapping({"题": _TEXT, "数据": ids}, "题：图的标题；数据：画在一张图里的各项")
    entry = {"anyOf": [{"type": "string"}, one]}
    about = "附件里画成柱状图、与往年比较的数据；一条一张图"
    return {
        "anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": entry}],
        "description": about,
    }


def _section(topics: tuple[str, ...]) -> Schema:
    def some(words: Iterable[str]) -> Schema:
        one = {"enum": list(words)}
        return {"anyOf": [one, {"type": "array", "items": one}]}

    below = {"type": "array", "items": {"$ref": "#/definitions/section"}}
    return _mapping(
        {
            "题": {**_TEXT, "description": "标题；不写就用主题的标题"},
            "名": {**_TEXT, "description": "在“题目”里用的名称"},
            "号": {**_TEXT, "description": "标题前印的序号，不照顺序编时才写；不印写 无"},
            "接排": {**_YES, "description": "标题与正文是否排在一段"},
            "主题": {**some(topics), "description": "这一节写什么，一个或几个主题"},
            "部件": {**some(Part), "description": "不足、安排写在这里"},
            "文": {**_TEXTS, "description": "自己写的正文"},
            "节": {**below, "description": "下一级的各节"},
            "可省": {**_YES, "description": "没有内容时是否省去"},
            "适用": some(Kind),
            "列举": {**_YES, "description": "几个主题是否并在一段写成一是、二是"},
        },
        "",
    )


def _ignored() -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": r"^[A-Z]\d{3}$"},
        "additionalProperties": {"type": "string", "minLength": 1},
        "description": "今年不适用的检查：代号和原因，如 S201: 只供内部掌握",
    }
