"""W105: offices called by the names they had before a reform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.dating import usual_day
from drafter.text.lazily import lazily
from drafter.text.occurrences import inside, occurrences, sentence_at, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.model.wording import Office

#: What may stand in front of a whole name: a place, a mark, or a word that leads on.
_BEFORE = lazily(
    "(?:^|[省市县区州旗盟级府院、，。；：（“由与同合向为对请原]|组织|协调|督促|指导|协助|支持|邀请|要求|通知|联系|商请)$"
)
_FORMER = ("原", "划转", "撤销", "组建", "整合", "机构改革", "更名", "并入", "改为", "前身", "合并")
_CLAUSE = lazily("[^，。；：！？《》“”（）]+")
#: What may follow the last member of a list of offices.
_AFTER = lazily("(?:$|[等和与及以局部两三多各])")
#: A list of fields or questions, not of offices.
_FIELDS = lazily("等?[^、]{0,4}(?:领域|问题|方面|案件|知识|行业|热点|法律|法规|类)")
_FEWEST = 2


@text_rule("W105", "old-office-name", Severity.WARNING)
def old_office_name(reading: Reading) -> Iterator[Fault]:
    """查什么：机构改革以后，有没有还用旧的机构名称（templates/wording.yaml 的“机构名称”）。

    为什么：2019年3月以后市县已经没有工商局、质监局、环保局、国土局；这样写多是沿用旧稿。
    例：“会同工商、质监、安监等部门”应写“会同市场监管、应急管理等部门”。
    怎么改：换成现在的名称；说的确是改革以前的机构，前面加“原”字。
    """
    day = usual_day(reading.proof)
    if day is None:
        return
    offices = [office for office in reading.wording.offices if office.first <= day]
    passages = reading.proof.passages
    whole = "\n".join(passage.text for passage in passages)
    shorts = {short: o for o in offices for short in o.shorts if short in whole}
    offices = [office for office in offices if any(name in whole for name in office.names)]
    for passage in passages:
        yield from _whole(passage, offices)
        if shorts:
            yield from _lists(passage, shorts)


def _whole(passage: Passage, offices: list[Office]) -> Iterator[Fault]:
    text = passage.text
    spans = titles(text)
    for office in offices:
        last = 0
        places = {place for name in office.names for place in occurrences(text, name)}
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if start < last or inside(spans, start, end):
                continue
            if not _BEFORE.search(text[max(start - 2, 0) : start]):
                continue
            if any(word in sentence_at(text, start, end) for word in _FORMER):
                continue
            last = end
            name = text[start:end]
            message = f"“{name}”是旧的名称，{office.first.year}年以后没有这个机构了"
            remedy = f"改为“{office.better}”；说的是改革以前的，写明“原{name}”"
            yield fault(passage, (start, end), message, remedy)


def _lists(passage: Passage, shorts: Mapping[str, Office]) -> Iterator[Fault]:
    text = passage.text
    spans = titles(text)
    for clause in _CLAUSE.finditer(text):
        if "、" not in clause.group() or inside(spans, *clause.span()):
            continue
        found = _members(clause.group(), shorts)
        if len(found) < _FEWEST or any(word in clause.group() for word in _FORMER):
            continue
        start, end = clause.start() + found[0][0], clause.start() + found[-1][1]
        words = [text[clause.start() + a : clause.start() + b] for a, b in found]
        new = dict.fromkeys(shorts[word].better for word in words)
        message = f"“{'、'.join(words)}”是旧的机构名称"
        yield fault(passage, (start, end), message, f"现在是{'、'.join(new)}")


def _members(clause: str, shorts: Mapping[str, Office]) -> list[tuple[int, int]]:
    """Where old short names stand as members of a list; empty for a list of fields."""
    found: list[tuple[int, int]] = []
    at = 0
    members = clause.split("、")
    for place, member in enumerate(members):
        first, last = place == 0, place == len(members) - 1
        if last and _FIELDS.search(member):
            return []
        for short in shorts:
            whole = member == short
            leads = first and member.endswith(short)
            ends = last and member.startswith(short) and _AFTER.match(member, len(short))
            if whole or leads or ends:
                start = at + len(member) - len(short) if leads else at
                found.append((start, start + len(short)))
                break
        at += len(member) + 1
    return found
