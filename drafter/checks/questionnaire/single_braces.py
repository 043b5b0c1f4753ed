"""Q213: a figure's name in single braces, which print as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import own_patterns
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.text.patterns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case

_SINGLE = lazily(r"(?<![{｛'])[{｛]([^{}｛｝'|]+)(\|[^{}｛｝']*)?[}｝](?![}｝'])")


@year_file_rule("Q213", "single-braces", Severity.ERROR)
def single_braces(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里，有没有只用一层大括号括着的数据名称。

    为什么：大括号要两层，只有一层的当成文字，原样印在正文里。
    例：“开展活动{普法.活动}”应写“开展活动{{普法.活动}}”。
    怎么改：写成两层，都用半角。
    """
    names = {*case.ids, *NAMES, *(f"提法.{name}" for name in case.kit.phrases)}
    for pattern in own_patterns(case):
        for match in _SINGLE.finditer(pattern.source) if _may_be_single(pattern.source) else ():
            if match[1].strip() in names:
                at = pattern.spot
                spot = Spot(at.file, at.line, at.column + match.start()) if at.column else at
                meant = f"{{{{{match[1].strip()}{' ' + match[2] if match[2] else ''}}}}}"
                message = f"“{match.group()}”只有一层大括号，会原样印出来"
                yield Filed(spot, message, f"写成 `{meant}`", match.group())


def _may_be_single(text: str) -> bool:
    """Whether not all of its braces are two and two."""
    return "｛" in text or text.count("{") != 2 * text.count("{{")
