"""Numbers in Word that took the place of a figure and cannot be read as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name
from drafter.model.pulled import Conflict
from drafter.text.whole_numbers import has_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.text.homecoming import Couple
    from drafter.text.weaving import Woven

_REMEDY = (
    "核对这个数，在问卷的“数据”里填一个数和单位；这句话按 Word 里的写，要让它跟着“数据”变，"
    "把里面的数改写成 {{{{{}}}}}"
)


def unread(
    bench: Bench, couples: Sequence[Couple], taken_apart: Sequence[Woven | None]
) -> Iterator[Conflict]:
    """A conflict for each figure in whose place other digits stand.

    Args:
        bench: the year file.
        couples: the paragraphs.
        taken_apart: the same, with the values that were found in them.
    """
    for couple, one in zip(couples, taken_apart, strict=True):
        home = couple.home
        if one is None or home is None:
            continue
        kept = {thread.stretch for thread in one.threads}
        for stretch in home.stretches:
            old = home.text[stretch.start : stretch.end]
            told = one.instead(stretch) if stretch.typed and stretch not in kept else ""
            if not has_digits(told) or old in told:
                continue
            place = place_name(bench.report, home.section) or home.kind.value
            message = (
                f"“{stretch.typed}”在问卷里是“{old}”，Word 里这一处改成了别的数，"
                "看不出填哪一个，没有写进“数据”"
            )
            values = ((bench.file, old), (place, told))
            yield Conflict(stretch.typed, message, values, _REMEDY.format(stretch.typed))
