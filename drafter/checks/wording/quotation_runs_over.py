"""W410: a quotation that takes in what does not belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: 以“A为主，B为补充”: what 以 begins ends inside the quotation.
_TAKES = lazily(r"^“[^“”，。；]*为(?:主|辅|核心|基础|重点|依托|抓手|引领|支撑|主体|主导)，[^“”]*为")
_STOPS = lazily("[。！？][^。！？]")
_SAYS = lazily("(?:[：，。]|说|指出|强调|要求|提出|认为|答|问|道|写|称|表示|回答)$")
_WORDS = 12


@text_rule("W410", "quotation-runs-over", Severity.WARNING, requires=("W404",))
def quotation_runs_over(reading: Reading) -> Iterator[Fault]:
    """查什么：引号里有没有多圈进来的话，比如引号跨过了句号，或者只圈住了“以……为……”的后半截。

    为什么：引号里的应当是一个名称或者一句完整的话；多圈了，就看不出引的是什么。
    例：形成以“专职队伍为主，志愿力量为补充”的格局——引号圈住了句子的一半，应当去掉。
    怎么改：引号只留在名称两边；引整句话的，从头引到尾。
    """
    for passage in reading.proof.passages:
        text = passage.text
        for start, end in pairs(text).within(text, "“"):
            words = text[start:end]
            half = text[start - 1 : start] == "以" and _TAKES.search(words)
            over = _STOPS.search(words[:-2]) and not _SAYS.search(text[max(start - 2, 0) : start])
            if start and (half or over):
                span = (start, min(start + _WORDS, end))
                message = f"“{text[start + 1 : span[1]]}…”这对引号圈进了不是名称的话"
                yield fault(passage, span, message, "引号只圈名称或者完整的一句话，多圈的移出去")
