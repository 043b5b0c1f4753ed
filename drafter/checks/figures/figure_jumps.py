"""F302: a figure that is ten times last year's, or a tenth of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.beside_last_year import findings_of
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F302", "figure-jumps", Severity.WARNING)
def figure_jumps(reading: Reading) -> Iterator[Fault]:
    """查什么：同一项数据与上年相比，是不是差了十倍以上。

    为什么：差十倍多半是多了或少了一位，或者漏了“万”。
    例：上年发放宣传资料30000份，今年写成300000份。
    怎么改：核对位数，看看是不是漏了或多了“万”；确实差这么多的，不必理会。
    """
    yield from findings_of(reading, "F302")
