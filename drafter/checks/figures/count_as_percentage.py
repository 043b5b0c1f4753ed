"""F105: things that are counted told as a percentage, the word 占比 or 率 lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.counting import lead_in
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: What is counted, the verb behind it.
_COUNTED = lazily(
    "(?P<noun>事项|案件|案例|人数|件数|数量|次数|业务|材料|环节|工单|诉求|申请|项目|企业|人员|单位|部门|文件|合同"
    "|(?<![条文软硬要邮零])件)[”）]?(?P<verb>(?:已经?|均|都)?(?:达到|高达|达|为|超过|超))?$"
)
#: What makes it a share or a change, anywhere in front of it in the clause.
_SHARE = lazily(
    "[率占]|比[例重较]|比去|比上|同比|环比|覆盖|压减|压缩|减少|精简|缩减|缩短|下降|降低|降幅|增长|增幅|增加|提升|提高"
    "|上升|进度|节约|节省|平均|完成|得分|幅度|减|压"
)
#: Behind the percentage the clause is over: 事项100%网上可办 tells something else.
_OVER = lazily("[，。；、！）]|$")
_TAKEN = lazily("超过|超")


@text_rule("F105", "count-as-percentage", Severity.WARNING)
def count_as_percentage(reading: Reading) -> Iterator[Fault]:
    """查什么：“事项”“案件”“人数”等按个数计的名词，后面直接说达到百分之几，中间少了“占比”或“率”。

    为什么：事项有多少项，案件有多少件，不会有百分之几；百分数说的是它占的比例。
    例：“即办事项达72%”应写“即办事项占比达72%”；“即办事项占72%”“申请材料压减40%”是对的。
    怎么改：补上“占比”“比例”或者“率”，并说清是占什么的比例。
    """
    for passage in reading.proof.passages:
        for told in passage.told:
            if told.quantity.unit not in {"%", "％"} or not _OVER.match(passage.text, told.end):
                continue
            lead = lead_in(passage.text, told.start)
            match = _COUNTED.search(lead)
            bound = _TAKEN.match(passage.text, told.start)
            if match is None or not (match["verb"] or bound) or _SHARE.search(lead):
                continue
            noun, start = match["noun"], told.start - len(lead) + match.start()
            words = passage.text[start : told.end]
            message = f"“{words}”：“{noun}”是按个数计的，不能直接说百分之几"
            remedy = f"写成“{noun}占比……”或者“……率……”，并说清是占什么的比例"
            yield fault(passage, (start, told.end), message, remedy)
