"""W106: words that could be more like the usual ones; a matter of taste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, text_rule
from drafter.checks.wording.wrong_word import told_slips
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("W106", "loose-wording", Severity.INFO, requires=("W101",), when=When.ASKED)
def loose_wording(reading: Reading) -> Iterator[Fault]:
    """查什么：可以写得更规范的说法（templates/wording.yaml 里注明“斟酌”的）。

    为什么：这些说法不算错，但公文里另有更通行的写法，同一篇里两种写法也显得不统一。
    例：“行政执法三项制度”通常写作“行政执法‘三项制度’”。
    怎么改：按通行的写法改；本地习惯这样说的，不必改。
    """
    slips = tuple(slip for slip in reading.wording.slips if slip.taste)
    yield from told_slips(reading, slips)
