"""W507: a word typed twice in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

#: Words of one character; in 目的的, 进行了了解, 和和谐 and the like two words meet.
_SMALL = lazily(
    "(?<![目])的的(?![确士])|(?<!了)了了(?![解结断望])|(?<![存现所潜实内外自])在在(?![线岗职建编校册场])"
    "|(?<![总共温调平缓])和和(?![气美平谐睦解田静])|(?<!参)与与(?!会)|及及(?![时格早])"
    "|(?<![一二三四五六七八九十但就还只都总凡若要可于不])是是(?![否非])"
)
_DOUBLED = lazily(rf"({HAN}{{2,8}})\1")
#: 一个一个, 点对点对接, 讨论讨论, 越来越: said twice on purpose, or two words that meet.
_MEANT = lazily(
    "[一逐每几越再]|.[对把贴打靠帮挨连接换比]$|(?:讨论|研究|考虑|商量|学习|非常|特别|很多|许多|好好|常常|"
    "什么|多少|怎么|如何|休息|锻炼|体验|了解|交流|沟通|感受|尝试|准备|收拾|整理|思考|琢磨|比较|人民|层层|"
    "步步|处处|件件|事事|时时|人人|家家|户户|天天|月月|年年|条条|项项)$"
)


@text_rule("W507", "word-doubled", Severity.WARNING)
def word_doubled(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有把一个词连着打了两遍（“的的”“开展开展”）。

    为什么：这是打字时多敲的，读几遍也不容易看出来。
    例：“组织组织开展执法培训”。
    怎么改：删去一个。
    """
    for passage in reading.proof.passages:
        for match in _SMALL.finditer(passage.text):
            yield _told(passage, match)
        for match in _DOUBLED.finditer(passage.text):
            if not _MEANT.match(match[1]):
                yield _told(passage, match)


def _told(passage: Passage, match: re.Match[str]) -> Fault:
    word = match.group()[: len(match.group()) // 2]
    return fault(passage, match.span(), f"“{word}”连着写了两遍", "删去一个")
