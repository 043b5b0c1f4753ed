"""Slips in words: wrong characters, misworded terms and titles, bodies that are gone, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.kinds import Kind, Planted, added, changed, kind, swap

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet

#: Characters that are really mistaken for one another when typing by sound, or read by a machine.
_MISTYPED = {
    "普法宣传": "普发宣传",
    "数字化": "数学化",
    "部署": "布署",
    "截至2": "截止2",
    "座谈": "坐谈",
    "行政复议": "行政复义",
    "规范性文件": "规范性文档",
    "依法行政": "以法行政",
    "矛盾纠纷": "矛盾纠份",
    "法律援助": "法律援住",
    "应诉": "应述",
    "贯彻落实": "贯彻落买",
    "双随机、一公开": "双随机、一公示",
    "营商环境": "营商环镜",
    "党组": "党祖",
    "负责人": "负责入",
    "述法": "术法",
    "备案": "备安",
    "案卷评查": "案卷评察",
    "政务公开": "政务工开",
    "推送": "推动",
    "习近平法治思想": "习近平法制思想",
}
_TITLES = (
    ("《法治政府建设实施纲要（2020－2025年）》", "《法治政府建设实施纲要（2021—2025年）》"),
    ("《法治政府建设实施纲要（2021—2026年）》", "《法治政府建设实施纲要（2021—2025年）》"),
    ("《法治社会建设实施纲要（2021—2025年）》", "《法治社会建设实施纲要（2020—2025年）》"),
    ("《法治中国建设规划（2021—2025年）》", "《法治中国建设规划（2020—2025年）》"),
    ("《重大行政决策暂行条例》", "《重大行政决策程序暂行条例》"),
    ("《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公开条例》"),
    ("《优化营商环境条列》", "《优化营商环境条例》"),
    ("《法治政府建设与责任落实督查工作规定》", "《法治政府建设与责任落实督察工作规定》"),
    (
        "《党政主要负责人履行法治建设第一责任人职责规定》",
        "《党政主要负责人履行推进法治建设第一责任人职责规定》",
    ),
)
_OLD_OFFICES = (
    ("会同工商局、质监局开展联合检查。", "会同市场监管局开展联合检查。"),
    ("联合环保局开展排污专项执法。", "联合生态环境局开展排污专项执法。"),
    ("会同国土资源局清理违法用地。", "会同自然资源局清理违法用地。"),
    ("县法制办对文件进行审核。", "县司法局对文件进行审核。"),
    ("配合安监局开展安全生产检查。", "配合应急管理局开展安全生产检查。"),
    ("会同食药监局检查食品经营单位。", "会同市场监管局检查食品经营单位。"),
    ("组织卫计局开展医疗卫生执法。", "组织卫生健康局开展医疗卫生执法。"),
    ("联合工商、质监、食药监等部门开展检查。", "联合市场监管、城管等部门开展检查。"),
)
#: How one may wrongly speak of oneself, by how one does.
_SELVES = {"我区": ["我县", "我市", "我街道"], "我街道": ["我区", "我镇", "我县"]}
_SPEAKS = re.compile("我区|我街道")
_PLACES = ("番禺区", "增城区", "坪山区", "如皋市", "平湖市", "浏阳市")
_OTHER_PLACES = (
    "在{}各镇街开展普法宣传。",
    "为{}经济社会发展提供有力法治保障。",
    "{}委、{}政府高度重视法治政府建设。",
)


def _mistyped(rng: Random, sheet: Sheet) -> Planted | None:
    pattern = re.compile("|".join(map(re.escape, _MISTYPED)))
    words = sorted({match.group() for _, match in sheet.matches(pattern)})
    if not words:
        return None
    word = rng.choice(words)
    return swap(re.escape(word), lambda _r, m: _MISTYPED[m.group()])(rng, sheet)


def _to(words: str) -> Callable[[Random, re.Match[str]], str]:
    return lambda _rng, _match: words


def _pair(
    pairs: tuple[tuple[str, str], ...], before: str = ""
) -> Callable[[Random, Sheet], Planted | None]:
    """A sentence added that holds the wrong of two wordings."""

    def plant(rng: Random, sheet: Sheet) -> Planted | None:
        wrong, right = rng.choice(pairs)
        end = "。" if before else ""
        return added(rng, sheet, f"{before}{wrong}{end}", f"{before}{right}{end}")

    return plant


def _title(rng: Random, sheet: Sheet) -> Planted | None:
    if sheet.year < 2021:
        return _pair(_TITLES[4:8], "深入贯彻")(rng, sheet)
    return _pair(_TITLES, "深入贯彻")(rng, sheet)


def _other_self(rng: Random, sheet: Sheet) -> Planted | None:
    """The text calls itself something else in one place, as when a passage was borrowed."""
    found = list(sheet.matches(_SPEAKS))
    names = [match.group() for _, match in found]
    if len(names) < 3:
        return None
    stretch, match = rng.choice(found)
    new = rng.choice(_SELVES[max(set(names), key=names.count)])
    return changed(sheet, stretch, match.start(), match.end(), new)


def _other_place(rng: Random, sheet: Sheet) -> Planted | None:
    return added(rng, sheet, rng.choice(_OTHER_PLACES).replace("{}", rng.choice(_PLACES)))


def _drop(pattern: str) -> Callable[[Random, Sheet], Planted | None]:
    return swap(pattern, lambda _r, _m: "")


_RULE_OF_LAW = "法治(?=政府|建设|宣传|思维|意识|教育|环境|保障)"
_DUTY = "(?<=法治建设)第一责任人职责(?!规定|清单)"
_QUOTED_TWO = r"“(四个意识|四个自信|两个维护|两个确立)”"
_TITLE_ETC = r"《([^《》（）]{4,30}(?:办法|制度|规定|方案|条例|预案))》(等(?:文件|制度|规定))?"

KINDS: tuple[Kind, ...] = (
    kind("法治写成法制", "W101 W102", swap(_RULE_OF_LAW, _to("法制"))),
    kind("尊法写成遵法", "W101", swap("尊法(?=、?学法)", _to("遵法"))),
    kind("文件合法性审核写成审查", "W101", swap("(?<=规范性文件合法性)审核", _to("审查"))),
    kind("第一责任人职责写成责任", "W101", swap(_DUTY, _to("第一责任人责任"))),
    kind("音近形近的错字", "W101 W107", _mistyped),
    kind("四个意识等丢了引号", "W101 W404 W102", swap(_QUOTED_TWO, lambda _r, m: m.group(1))),
    kind("文件名或年份写错", "W102", _title),
    kind("“等制度”写进书名号", "W412", swap(_TITLE_ETC, lambda _r, m: f"《{m.group(1)}等制度》")),
    kind("撤并了的机构", "W105", _pair(_OLD_OFFICES)),
    kind("自称前后不一", "W502", _other_self),
    kind("别处的地名", "W503", _other_place),
)
