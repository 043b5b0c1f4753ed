"""W501: a blank that nobody has filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_GAP = lazily(r"【待补充：[^】]*】")
_CROSS = "[XxＸｘ×╳○]"
#: A party of a case is made unknown on purpose: ××公司, 刘某某.
_PARTY = "公司|企业|案|诉|厂|店|商行|科技|建筑|村民"
_OFFICE = "省|市|县|区|乡|镇|街道|局|委|办|部门|单位|年|月|日|同志|领导"
_UNIT = "[件宗名个份次场条项人户张篇批家万亿元年月日%％]"
_BLANKS = lazily(
    rf"(?<![A-Za-z]){_CROSS}{{2,}}(?![A-Za-z]|{_PARTY})"
    rf"|(?<![A-Za-z0-9]){_CROSS}(?=[年月日件名宗份项])"
    r"|【[\s＃#…]*】|【(?:待|请|此处|填|插入|TODO|XX|××)[^】]{0,30}】"
    r"|_{2,}|＿{2,}|\{\{|\}\}|\{%|%\}"
    r"|(?<![0-9A-Za-z*])\*{2,}(?![0-9A-Za-z*])"
    r"|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
    rf"|某某(?={_OFFICE})"
    r"|(?<![有亟等期尚仍])待(?:定|补|填)(?=[，。；、）】]|$)"
    r"|[（(](?:待|请|此处|这里)(?:补充|填写|填入|填报|核实|核对|确认|修改|完善|更新|插入|补)"
    r"[^（）()]{0,30}[）)]"
    r"|[（(]此处[^（）()]{0,30}[）)]"
    r"|[（(](?:以下|以上|此段|本段|由|需|待|请)[^（）()]{0,20}(?:填写|补充|提供|填报|核实|确认)[）)]"
    rf"|(?:[？?]{{2,}}|（\s*）)(?={_UNIT})"
)
#: A surname in front of 某某: a person made unknown on purpose.
_MEANT = lazily(
    "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭马"
    "方袁柳唐罗薛雷贺汤黄刘林徐高梁宋郭胡邓曾蔡余杜叶程田董丁任石江白]$"
)


@text_rule("W501", "placeholder", Severity.ERROR)
def placeholder(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有留着没填的空：××、xx市、【】、____、某某局、待定、（此处补充……）等。

    为什么：这是模板里的记号，印出来就是没写完。drafter 自己的【待补充：……】另有办法管，不在这里查。
    例：“全年办理复议案件××件”“【待补】”。
    怎么改：填上；没有的，把这半句删去。案件当事人写成“××公司”“刘某某”的不算。
    """
    for passage in reading.proof.passages:
        text = _GAP.sub(lambda match: "□" * len(match.group()), passage.text)
        for match in _BLANKS.finditer(text):
            if match.group().startswith("某") and _MEANT.search(
                text[match.start() - 1 : match.start()]
            ):
                continue
            shown = text[max(match.start() - 4, 0) : match.end() + 4]
            message = f"“{shown}”里的“{match.group()}”是没有填的空"
            yield fault(passage, match.span(), message, "填上；没有的，删去这半句")
