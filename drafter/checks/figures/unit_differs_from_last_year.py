"""F303: a figure told in another unit than last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.beside_last_year import findings_of
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F303", "unit-differs-from-last-year", Severity.WARNING)
def unit_differs_from_last_year(reading: Reading) -> Iterator[Fault]:
    """查什么：同一项数据，今年与上年的单位是不是一样。

    为什么：单位变了，往往是口径变了，或者各科室交来的单位不同，两年的数没法比。
    例：上年“法律咨询2184人次”，今年“法律咨询2184件”。
    怎么改：核对是不是同一个口径；是的话，统一用一个单位。
    """
    yield from findings_of(reading, "F303")
