"""S205: a section of generalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.marks import characters
from drafter.text.proof_outline import branches, heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.proof_outline import Branch

_LEAST = 60
_GAP = "【待补充"
#: Set phrases in quotation marks and the titles of laws: everybody writes those.
_SET = lazily(
    r"“(?:放管服|三项制度|四个意识|四个自信|两个维护|两个确立|关键少数|枫桥经验|[五六七八九]五"
    r"|互联网\+|一网通办|最多跑一次|双随机、一公开|谁执法谁普法|谁执法、谁普法)[^”]{0,4}”"
    r"|《[^》]{0,30}(?:(?<!办)法|条例|第一责任人职责规定|督察工作规定|实施纲要)(?:（[^）]{0,20}）)?》"
)
_FACT = lazily(
    r"[0-9]|[“《]|荣获|获评|获得|获批|获市|获省|被评|入选|命名为|推广|揭牌|挂牌|率先|全[省市国区]首"
    r"|设立|成立|建成|组建|聘请|印发|出台"
)


@text_rule("S205", "section-without-fact", Severity.INFO)
def section_without_fact(reading: Reading) -> Iterator[Fault]:
    """查什么：写做了什么的一节里，有没有数字、日期、文件名、活动名这样的实在内容。

    为什么：一节全是“加强、完善、推进”，放到哪个单位、哪一年都成立，看不出今年做了什么。
    例：“规范决策行为”一节一百多字，没有一个数、一份文件、一次会议。
    怎么改：向有关科室要一个数或者一件事写进去；确实没有的，这一节并到别处。
    """
    for branch in branches(reading.proof):
        text = branch.own
        if branch.children or branch.heading.parts or characters(text) < _LEAST:
            continue
        if not _has_fact(branch, text):
            message = (
                f"“{named(branch.heading)}”一节{characters(text)}字，"
                "除了通用的提法和法规名称，没有数字、日期、文件名或者活动名"
            )
            remedy = "补上今年的一个数或者一件事；确实没有的，可以并到别的一节"
            yield fault(branch.heading, heading_span(branch.heading), message, remedy)


def _has_fact(branch: Branch, text: str) -> bool:
    passages = (branch.heading, *branch.paragraphs)
    if _GAP in text or any(passage.told or passage.table for passage in passages):
        return True
    return bool(_FACT.search(_SET.sub("", text)))
