"""Measure words of official texts, and how to tell them from the beginning of another word."""

from __future__ import annotations

import re

_COUNTED = """
    个工作日 个自然日 个百分点 个课时 个学时 个小时 个班次 个批次 个月 个 人次 件次 户次 场次
    批次 班次 台次 家次 宗次 份次 车次 课次 项次 篇次 频次 次 人份 件 宗 起 例 项 条 款 份 张 篇
    本 册 部 卷 套 幅 则 封 页 票 笔 单 大项 小项 子项 分项 大类 小类 大领域 大方面 大板块
    大任务 大行动 大工程 大举措 人 名 位 户 家 所 处 站 组 支 队 批 期 轮 场 堂 节 课时 学时 课
    门 班 通 台 辆 架 艘 间 栋 幢 座 块 片 面 根 棵 株 头 只 枚 颗 盏 瓶 盒 箱 袋 桶 类 种 倍 分
    元 美元 亩 公顷 平方公里 平方千米 平方米 立方米 公里 千米 米 公斤 千克 克 吨 千瓦时 千瓦
    兆瓦 度 天 小时 分钟 秒 字 单位 部门 单元 社区 村居 镇街 镇 村 街道 乡镇 县区 % ％ ‰ 案次 案
    枪 组次 人天 份额 点位 网格 岗位 道 遍 回 趟 包 片次 把 艇 重 对 双
"""
_SPELT = """
    个工作日 个自然日 个百分点 个课时 个学时 个小时 个月 个 人次 件次 户次 场次 批次 次 件 宗 起
    项 条 份 篇 部 人 名 位 户 家 处 批 期 轮 场 堂 小时 分钟 天 元 倍 亩 吨 公里 平方米 部门
    单位 社区 % ％
"""
_LONGER = """
    个:别体性 次:序日要数 件:件 宗:旨族 起:诉来草步源到 例:会行外如 项:目 条:例款件 款:项待
    份:额 张:贴挂 篇:章 本:级地市年区街单法办届着次人 部:门署分委级长 卷:宗 则:是 页:面
    单:位独次 笔:试录 人:民大社力均工才 名:称单录誉义 位:于置居列 户:外籍口型政 家:庭属园长
    所:有以属在谓涉 处:置理警罚分室级 站:点 组:织建成长员 支:持部撑出付行 批:准复示评
    期:间限末待盼 轮:流 场:所景地馆监 节:约假点目 课:题程件 门:户槛诊 通:过报知告道 台:账风
    间:接 面:对向 块:链 片:区 根:据 头:部 类:似别型 种:植
    分:钟之别类局管为级析层公流配工批段期享发布散中 元:旦素 米:粮 度:过假 秒:批办报
    字:号 队:伍员 道:路德 回:复访应收头到 包:括容案 班:子级组 案:件卷例 重:点大要视
    对:接于照标应外 双:随公向 把:握关 镇:街长域 村:居民级 网格:员化 社区:矫 街道:办 小时:工
    套:取路 幅:度
"""
#: What counts and measures, behind Arabic digits.
UNITS = frozenset(_COUNTED.split())
#: What a numeral in characters may count; the others stand in names (两类, 三级, 四套班子, 十分).
SPELT_UNITS = frozenset(_SPELT.split())
#: How a word goes on that begins like a unit: 12345处置, 100条例.
_GOES_ON = dict(entry.split(":") for entry in _LONGER.split())
_LONGEST = max(map(len, UNITS))
_CIRCLE = "[^，。；、]{0,8}圈"
_ROUND_THE_CLOCK = (
    "不打烊|不间断|无休|全天|全时|自助|值班|值守|在线|服务|热线|营业|开放|响应|交叉|巡|监控"
)
#: What makes the number part of a name: 15分钟生活圈, 24小时自助服务.
_NAMES = {
    "分钟": _CIRCLE,
    "公里": _CIRCLE,
    "天": "[、，×]?(?:每天)?24小时|不打烊|[然气眼网]",
    "小时": f"{_CIRCLE}|{_ROUND_THE_CLOCK}|工作制|以?外",
}


def unit_at(text: str, at: int, units: frozenset[str] = UNITS) -> str:
    """The longest unit that stands at a place; empty when there is none but in another word.

    A look at the words: a pattern of all units takes longer to compile than a report to read.
    """
    for size in range(_LONGEST, 0, -1):
        unit = text[at : at + size]
        if unit in units and not _goes_on(unit, text, at + size):
            return unit
    return ""


def _goes_on(unit: str, text: str, end: int) -> bool:
    """Whether what stands behind makes another word of it."""
    if text[end : end + 1] and text[end] in _GOES_ON.get(unit, ""):
        return True
    names = _NAMES.get(unit)
    return names is not None and re.compile(names).match(text, end) is not None
