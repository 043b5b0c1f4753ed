"""F304: a figure that did not change since last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.beside_last_year import findings_of
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F304", "same-as-last-year", Severity.WARNING)
def same_as_last_year(reading: Reading) -> Iterator[Fault]:
    """查什么：同一项数据，今年是不是与上年一模一样。

    为什么：在上年的稿子上改，最容易漏改的就是数。
    例：上年“培训执法人员248人”，今年还是“248人”。
    怎么改：核对是不是忘了改；确实相同的，不必理会。
    """
    yield from findings_of(reading, "F304")
