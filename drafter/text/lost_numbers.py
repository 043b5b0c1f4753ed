"""Places where a number belongs and none stands: 受理案件件, 调解成功率达，."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = "(?=[，。；、：！？]|$)"
_STOP = "(?=[，。；！？]|$)"


@record
class LostNumber:
    """A place without its number.

    Attributes:
        start: where the words begin that show it.
        at: where the number belongs.
        end: where the words end.
        sure: whether nothing else can be meant.
    """

    start: int
    at: int
    end: int
    sure: bool


#: Nouns that close a clause with these units behind them only where a number is lost. No pair
#: makes a word: 申请件, 投诉件, 来信件, 培训班, 当事人 are words and stand nowhere here.
_COUNTED = (
    ("案件", "件宗起"),
    ("文件|信件|公文|函件", "件份封"),
    ("工单", "件个宗张"),
    ("纠纷", "件宗起"),
    ("线索|隐患|问题", "件条处个起宗项"),
    ("申请|投诉|诉求|举报|复议|诉讼|仲裁", "宗起"),
    ("建议|意见|提案", "条份"),
    ("事项|制度|任务|措施|项目", "件项"),
    ("意见书|建议书|决定书|资料|手册|合同|协议", "份册本"),
    ("讲座|会议|活动|演练|检查|督查|调研", "次"),
    ("讲座|宣讲|活动|演练", "场"),
    ("案例", "件篇"),
    ("信息", "条则"),
    ("企业|商户", "户"),
)
_COUNTED_WORDS = "|".join(f"(?:{nouns})(?=[{units}])" for nouns, units in _COUNTED)
#: 律师名 and 执法人员名 head columns too; they count only in a clause of their own.
_PEOPLE = "律师|顾问|调解员|人员|干部|志愿者|学员|民警|群众|专家"
_COUNTING_VERBS = (
    "受理|审结|化解|办结|调解|立案|查处|处理|整改|召开|举办|开展|组织|发放|张贴|悬挂|出具|印发|制定|出台|接待|走访|检查"
    "|办理|收到|接到|排查|修订|清理|审核|审查|发布|公开|报送|培训|选聘|聘请|配备"
)
_FIRST = r"(?:(?<=[，。；：])|^)(?:全年|今年|年内|先后|已|共|累计|共计|共组织)*"
#: The next of a list whose members each have a number; 投诉件、信访件120件 have one together.
_ITEM = r"[^，。；：、0-9共]{2,12}(?<![件宗起])"
#: Where nothing but a number can be missing.
_SURE = lazily(
    rf"(?P<noun>{_COUNTED_WORDS})(?=.{_END}){HAN}"
    rf"|(?P<verb>审结|化解|立案|查处|处理|整改|召开|举办|开展|发放|张贴|出具|印发)(?:宗|起|份|场){_STOP}"
    rf"|(?P<total>共计|累计|合计|[，。；](?:全年|累计)?共)(?:件|宗|起|份|条|场次|户次){_STOP}"
    rf"|(?P<rate>(?:率|占比|比例|比重)(?:高达|达到|达|为))[，。；、]"
    rf"|(?<={HAN})(?P<share>)[%％](?={HAN}|[，。；、])"
    r"|(?P<each>(?:召开|举办|开展|组织|发放|印发|制定|出台|审结|化解|查处|受理|办理)了?)"
    r"(?:(?:场|次|期)(?=普法|法治|专题|讲座|宣讲|培训|会议|活动|演练)|份(?=宣传|法律|意见|资料)"
    r"|[件宗起](?=案件|行政|纠纷|矛盾|规范性|信访|复议|法律援助))"
)
#: Where a number is most likely missing.
_LIKELY = lazily(
    rf"{_FIRST}(?P<acts>(?:{_COUNTING_VERBS}){HAN}{{0,8}}?)(?:人次|场次|户次|家次){_STOP}"
    rf"|{_FIRST}(?P<people>(?:{_COUNTING_VERBS}){HAN}{{0,8}}?(?:{_PEOPLE}))[名人]{_STOP}"
    rf"|其中(?P<part>{HAN}{{2,10}})[件宗起条份](?=、{_ITEM}[0-9])"
    rf"|(?P<said>建议|提案)件(?=[、和](?:政协|人大|代表|委员){_ITEM}[0-9])"
)
#: What is spoken of is the numbers themselves: 统计组织培训场次.
_NOT = lazily(r"统计|记录|登记|注明|填写|写明|增加|减少|提高|控制|压减|数量|多少|几$")
_REACH = 12


def lost_numbers(text: str, start: int = 0) -> Iterator[LostNumber]:
    """Every place behind `start` where a number is missing, in order.

    Args:
        text: an evened text.
        start: where to begin.
    """
    found = [*_places(_SURE, text, start, sure=True), *_places(_LIKELY, text, start, sure=False)]
    behind = 0
    for one in sorted(found, key=lambda place: place.start):
        if one.start >= behind:
            behind = one.end
            yield one


def _places(pattern: re.Pattern[str], text: str, start: int, *, sure: bool) -> Iterator[LostNumber]:
    for match in pattern.finditer(text, start):
        kind = match.lastgroup or ""
        at = match.end(kind)
        clause = re.split("[，。；：]", text[max(at - _REACH, 0) : at])[-1]
        if _NOT.search(clause) or (text.startswith("起", at) and "从" in clause):
            continue
        begin = max(match.start(kind) - 2, start) if kind == "share" else match.start(kind)
        end = at if kind == "rate" else match.end()
        yield LostNumber(begin, at, end, sure)
