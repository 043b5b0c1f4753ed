"""W402: marks that follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_GAP = lazily(r"【待补充：[^】]*】")
_DOUBLED = lazily(
    r"(?!(?:！！|？？|？！|！？))[，、；：。！？]{2,}"  # ，， 。； 、。
    r"|(?<![A-Za-z])\.[，、；：。]|[，、；：。]\.|(?<![.0-9])\.\.(?!\.)"  # a half-width dot
    r"|[。；][”’）》】]+。"  # across a closing mark
    r"|[“‘《（【〔][，、；：。]|[，、；：][”’》）】〕]"  # at the wrong side of another one
)


@text_rule("W402", "doubled-mark", Severity.ERROR)
def doubled_mark(reading: Reading) -> Iterator[Fault]:
    """查什么：连着的两个标点（“，，”“。；”“、。”），以及紧跟前引号、紧贴后引号的逗号顿号。

    为什么：多半是删改后留下的半截标点，说明那里少了几个字，或者多了一个标点。
    例：“办结率达100%，。”“印发方案、；”。
    怎么改：只留一个；看看前后是不是删掉了该有的话。
    """
    for passage in reading.proof.passages:
        text = _GAP.sub(lambda match: "□" * len(match.group()), passage.text)
        for match in _DOUBLED.finditer(text):
            around = passage.text[max(match.start() - 4, 0) : match.end()]
            message = f"“{around}”里连用了标点“{match.group()}”"
            yield fault(passage, match.span(), message, "只留一个；看看是不是删掉了该有的话")
