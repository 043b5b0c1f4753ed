"""F102: two words at one number that say how exact it is (近…余, 约…左右)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.quantity import Mark
from drafter.text.hedges import hedges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.hedges import Hedges

#: What each mark says of the true number.
_SAYS = {
    Mark.NEAR: "比这个数略少",
    Mark.ABOUT: "和这个数差不多",
    Mark.ABOVE: "比这个数多",
    Mark.OVER: "比这个数多",
    Mark.BELOW: "比这个数少",
}


@text_rule("F102", "near-and-over", Severity.ERROR)
def near_and_over(reading: Reading) -> Iterator[Fault]:
    """查什么：一个数的前后有没有两个表示大概的词，如“近……余”“约……以上”“约……左右”。

    为什么：“近”是不到，“余”是超过，放在一起自相矛盾；“约”和“左右”是一个意思，说了两遍。
    例：“近3000余人次”应写“近3000人次”或者“3000余人次”；“约50人左右”应写“约50人”。
    怎么改：只留一个，按实际的数是多是少来选。
    """
    for passage in reading.proof.passages:
        for told in passage.told:
            marks = hedges(passage.text, told)
            if len(marks.words) > 1:
                words = passage.text[marks.start : told.end]
                remedy = f"{_one_of(marks)}只留一个"
                span = (marks.start, told.end)
                yield fault(passage, span, _message(words, marks), remedy, _weight(marks))


def _message(words: str, marks: Hedges) -> str:
    said = "，".join(
        f"“{word}”是说{_SAYS[mark]}" for word, mark in zip(marks.words, marks.marks, strict=True)
    )
    return f"“{words}”{_verdict(marks)}：{said}"


def _verdict(marks: Hedges) -> str:
    return "自相矛盾" if _contradicts(marks) else "把一个意思说了两遍"


def _one_of(marks: Hedges) -> str:
    return "".join(f"“{word}”" for word in marks.words)


def _contradicts(marks: Hedges) -> bool:
    return len({_SAYS[mark] for mark in marks.marks}) > 1


def _weight(marks: Hedges) -> Severity:
    return Severity.ERROR if _contradicts(marks) else Severity.WARNING
