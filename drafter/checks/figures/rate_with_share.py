"""F112: 率 and 占比 for one number, and 双100%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_PERCENT = "(?:达到|达|为|约)?(?:[0-9]+(?:[.][0-9]+)?[%％])"
#: 效率占比20% is a share of points: 效率 is no rate.
_BOTH = lazily(rf"(?:{HAN}{{1,2}}(?<![效速频税费汇])率(?:的)?占比|占比率){_PERCENT}")
#: In quotation marks it is a slogan.
_DOUBLE = lazily(r"(?<![“‘])双[0-9]+(?:[.][0-9]+)?[%％]")


@text_rule("F112", "rate-with-share", Severity.WARNING)
def rate_with_share(reading: Reading) -> Iterator[Fault]:
    """查什么：一个百分数前面又说“率”又说“占比”；还有“达双100%”的说法。

    为什么：率和占比都是百分数，说一个就够，两个一起用反而说不清是占什么的比例。
    “双100%”是口号，两个率都到了100%，应说“均达100%”。
    例：“网办率占比71.5%”应写“网办率71.5%”或者“网上办理占71.5%”。
    怎么改：留一个，并说清占的是什么；“达双100%”改成“均达100%”。
    """
    for passage in reading.proof.passages:
        for match in _BOTH.finditer(passage.text):
            message = f"“{match.group()}”：“率”和“占比”是一个意思，说了两遍"
            remedy = "留一个：写“……率”，或者写“……占……的百分之几”"
            yield fault(passage, match.span(), message, remedy)
        for match in _DOUBLE.finditer(passage.text):
            message = f"“{match.group()}”的说法不通"
            remedy = f"改成“均达{match.group()[1:]}”"
            yield fault(passage, match.span(), message, remedy)
