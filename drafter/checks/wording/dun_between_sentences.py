"""W409: 、 between two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.clauses import clauses
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_ISSUES = "印发|制发|制定|出台|修订|下发|发布"
_DOCUMENT = lazily(f"、(?=(?:{_ISSUES}|制定印发|研究制定)(?:了)?《)")
_ISSUED = lazily(f"{_ISSUES}|《")
_DOES = lazily(
    "、(?=(?:推行|推出|推动|推进|升级|开设|开通|开展|设立|成立|组建|建成|建立|打造|创建|举办|召开|启动|"
    "落实|完善|优化|强化|深化)“)"
)
#: A sentence that is complete, and one that begins: 现场核查并回复、加强日常监管.
_ENDED = lazily(
    "(?:全覆盖|整改|回复|答复|办结|完成|提高|提升|到位|见效|增强|改善|好转|解决|化解|运行|公布|清零|[0-9][件宗次场名份%])"
    f"、(?=(?:加强|开展|举办|召开|组织|推动|推进|健全|印发|制定|建立|建成|举行|推行){HAN})"
)
_BEGINS = lazily(
    "(?:[一二三四五六七八九十]是)?(?:在|通过|以|把|将|对|从|为|按|围绕|聚焦|针对|加强|加大|加快|强化|落实|完善|健全|"
    "建立|推进|推动|开展|组织|规范|提升|提高|优化|深化|做好|抓好|坚持|确保|促进|制定|严格|持续|全面|深入|进一步)"
)
#: A long clause, and another that begins with what is done: …提高办事效率、加强知识产权保护.
_DOING = lazily(
    "、(?=(?:加强|加大|加快|强化|开展|举办|召开|组织|组建|推动|推进|推出|推行|健全|完善|印发|制定|建立|建成|举行|"
    f"实施|落实|深化|优化)(?:{HAN}|[“《]))"
)
#: Words that take both as a list of what is named.
_NAMING = lazily(
    "围绕|通过|按照|根据|依照|包括|包含|涵盖|聚焦|具有|用于|负责|承担|要求|是否|结合|关于|聚力|致力|立足|坚持|"
    "有助于|有利于|^(?:在|以|从|就|对于|由|如|及)"
)
_OF_BOTH = lazily(f"等|[的之]{HAN}{{2,6}}$|(?:能力|水平|工作|任务|职责|机制|方面)$")
_FIRST, _SECOND, _ALIKE = 12, 8, 2
#: How things stand in the end: behind it nothing is listed any more.
_STATE = lazily(
    "(?:全覆盖|落实|落地|见效|公开|高效|紧密|推广|回复|答复|到位|整改|办结|清零|运行|好转)$"
)
_STATED = 8
#: A heading in one line and what is done for it: 一是健全决策程序、制定…制度.
_HEADED = lazily("[一二三四五六七八九十]是(?P<head>[^、]{4,10})$")
_TIMES = 2
_CLAUSES, _LONG = 2, 12
_WHOLE = 8
_WORDS = 6


@text_rule("W409", "dun-between-sentences", Severity.WARNING)
def dun_between_sentences(reading: Reading) -> Iterator[Fault]:
    """查什么：两句话之间是不是误用了顿号。

    为什么：顿号只隔开并列的词语和短语；隔开整句话，读起来一口气喘不过来。
    例：“开展法治宣传月活动、印发《普法工作要点》，……”。
    怎么改：前后是两件事的，改成句号；是同一件事的几个方面，改成逗号。
    """
    for passage in reading.proof.passages:
        text = passage.text
        for start, end in clauses(text):
            clause = text[start:end]
            found = _between(clause) or (_done(clause) if start >= passage.body else [])
            for at in found:
                place = start + at
                span = (max(place - _WORDS, 0), min(place + 1 + _WORDS, len(text)))
                message = f"“{text[slice(*span)]}”中间是两句话，用了顿号"
                yield fault(passage, span, message, "改成句号或者逗号")


def _done(clause: str) -> list[int]:
    """The place of the one 、 that parts a long clause from what is done next."""
    if "、" not in clause:
        return []
    depth = pairs(clause).covered(clause)
    cuts = [match.start() for match in _DOING.finditer(clause) if not depth[match.start()]]
    if len(cuts) != 1:
        return []
    before, rest = clause[: cuts[0]], clause[cuts[0] + 1 :]
    if _NAMING.search(before):
        return []
    if _STATE.search(before) and min(len(before), len(rest)) >= _STATED:
        return cuts
    if _OF_BOTH.search(rest):
        return []
    headed = _HEADED.match(before)
    if headed:
        return cuts if len(rest) >= _TIMES * len(headed["head"]) else []
    one = before.rpartition("、")[2]
    parallel = abs(len(one) - len(rest)) <= _ALIKE and len(one) < _FIRST + _ALIKE
    return cuts if len(before) >= _FIRST and len(rest) >= _SECOND and not parallel else []


def _between(clause: str) -> list[int]:
    """Places of 、 that part what could be sentences."""
    documents = [match.start() for match in _DOCUMENT.finditer(clause)]
    if documents and not _ISSUED.search(clause[: documents[0]]):
        return documents[:1]
    ended = _ENDED.search(clause)
    if ended and clause.find("、") == ended.end() - 1 and not _BEGINS.match(clause):
        rest = clause[ended.end() :]
        if ended.end() > _WHOLE and len(rest) >= _WHOLE and "、" not in rest and "等" not in rest:
            return [ended.end() - 1]
    does = [match.start() for match in _DOES.finditer(clause)]
    long = len(does) >= _CLAUSES and (len(clause) - does[0]) / len(does) >= _LONG
    return does[:1] if long else []
