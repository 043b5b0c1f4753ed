"""Nouns and units that do not go together: persons are no 个, lectures no 件."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re

_PERSONS = (
    "人员|人数|律师|干部|专员|学员|党员|队员|委员|网格员|调解员|协管员|监督员|联络员|宣讲员|信息员|仲裁员|讲解员"
    "|顾问|志愿者|逃犯|嫌疑人|被告人|罪犯|群众|民警|辅警|交警|法官|检察官|公证员|专家|教师|职工|明白人|带头人|负责人|当事人|副校长"
)
#: What may stand between 5个 and persons and is no place or body: 5个社区干部 are of 5 communities.
_KINDS = (
    "公职|处级|科级|厅级|领导|党员|国家|机关|行政|执法|法治|法律|普法|专职|兼职|专业|首席|规划|人民|网格|工作"
    "|业务|青年|退役|优秀|骨干|持证|司法|辅助|政法|注册|高素质"
)
#: Behind persons that are the subject or close the clause; 3个律师事务所 are none.
_THEN = (
    "[，。；、：）]|$|参加|参与|完成|分别|担任|兼任|组成|通过|获|取得|报名|被|持证|进驻|下沉|等|开展|接受|深入"
    "|旁听|入选"
)
_CLOSED = lazily("[，。；、：）]|$")
_ENDED = "[”）]?(?:共计?|达到?|为)?$"
_NAMED = "“名”或者“人”"


@record
class Unfit:
    """A noun that is counted in a unit that does not go with it.

    Attributes:
        noun: the noun.
        start: where the words begin that hold both.
        end: where they end.
        better: units that go with it.
        sure: whether nothing else can be meant.
    """

    noun: str
    start: int
    end: int
    better: str
    sure: bool


@record
class _Sort:
    """A sort of things: their names in front of the number, what they are no number of."""

    nouns: re.Pattern[str]
    units: frozenset[str]
    better: str
    sure: bool


_SORTS = (
    _Sort(lazily(f"(?P<noun>{_PERSONS}){_ENDED}"), frozenset("个"), _NAMED, sure=True),
    _Sort(
        lazily(f"(?P<noun>律师|顾问|调解员|志愿者|干部|学员|专家|网格员|队员|民警){_ENDED}"),
        frozenset("件宗起条份"),
        _NAMED,
        sure=False,
    ),
    _Sort(lazily(f"(?P<noun>拘留|逮捕|起诉){_ENDED}"), frozenset("个"), _NAMED, sure=False),
    _Sort(
        lazily(f"(?P<noun>讲座|宣讲|宣传活动|主题活动|培训班|会议|演练){_ENDED}"),
        frozenset("件宗起张"),
        "“场”或者“次”",
        sure=False,
    ),
    _Sort(
        lazily(
            f"开展{HAN}{{0,6}}(?:执法|监督|专项|联合|行政){HAN}{{0,2}}(?P<noun>检查|督查|巡查){_ENDED}"
        ),
        frozenset("人名"),
        "“次”",
        sure=False,
    ),
    _Sort(
        lazily(f"(?:办理|受理|审理|审结|办结|查处){HAN}{{0,8}}(?P<noun>案件){_ENDED}"),
        frozenset({"人次", "名", "场", "场次", "张", "本", "户次"}),
        "“件”或者“宗”",
        sure=False,
    ),
    _Sort(
        lazily(f"(?:制定|出台|印发|制发){HAN}{{0,4}}(?P<noun>规范性文件|文件|制度){_ENDED}"),
        frozenset({"次", "场", "场次", "人次", "人", "名", "户", "起"}),
        "“件”或者“份”",
        sure=False,
    ),
)
_BEHIND = lazily(f"(?:{_KINDS})*(?P<noun>{_PERSONS}|领导|骨干)(?={_THEN})")
#: The longest of what the sorts look for.
_REACH = 24


def unfit(text: str, start: int, end: int, unit: str) -> Unfit | None:
    """What is counted in a unit that does not go with it; None where nothing is amiss.

    Args:
        text: the passage.
        start: where the figure begins.
        end: where it ends.
        unit: its unit.
    """
    return _in_front(text, start, end, unit) or _behind(text, start, end, unit)


def _in_front(text: str, start: int, end: int, unit: str) -> Unfit | None:
    """Where the noun stands in front and the clause ends with the figure."""
    if not _CLOSED.match(text, end):
        return None
    begin = max(start - _REACH, 0)
    lead = text[begin:start]
    for sort in _SORTS:
        match = sort.nouns.search(lead) if unit in sort.units else None
        if match:
            return Unfit(match["noun"], begin + match.start("noun"), end, sort.better, sort.sure)
    return None


def _behind(text: str, start: int, end: int, unit: str) -> Unfit | None:
    """Where persons stand behind 个."""
    match = _BEHIND.match(text, end) if unit == "个" else None
    return Unfit(match["noun"], start, match.end(), "“名”或者“位”", sure=False) if match else None
