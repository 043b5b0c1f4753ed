"""F206: one figure with two values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.measures import with_unit
from drafter.text.tied_out import SURE, of_another_time, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.text.tied_out import Stated

_NOISE = lazily(
    r"[\W_]|全年|本年度|今年以来|今年|20[0-9]{2}年度?|共计|累计|总计|共|了|已|均|并|的|达到|达|为"
)
_WHOLE_YEAR = lazily(r"全年|年度|今年|20[0-9]{2}年|共")
#: Words of fewer characters are said of many things.
_TELLING = 6
#: How sure a figure in own words must be to be held against the typed one.
_CERTAIN = 0.95
_ALIKE = 0.7
_REMEDY = "核对是不是同一项数据：是的话统一成一个数；不是的话把各自的范围写清楚"


@text_rule("F206", "figure-told-twice", Severity.WARNING)
def figure_told_twice(reading: Reading) -> Iterator[Fault]:
    """查什么：同一项数据在文中说了两次，两次的数不一样。

    为什么：开头的概述和后面的正文往往出自两个人的手，改了一处忘了另一处。
    例：前面写“全年收到行政复议申请786宗”，后面写“全年收到行政复议申请768宗”。
    怎么改：核对是哪一个，统一成一个数；不是同一项的，把各自的范围写清楚。
    """
    by_words: dict[tuple[str, str], Stated] = {}
    by_id: dict[tuple[str, str], Stated] = {}
    for passage, figure in _figures(reading):
        words, unit = _NOISE.sub("", figure.before), figure.quantity.unit
        first = figure
        if len(words) >= _TELLING:
            first = by_words.setdefault((words, unit), figure)
        if figure.told.sure >= SURE:
            known = by_id.setdefault((figure.told.id, unit), figure)
            if first is figure and _alike(known, figure):
                first = known
        if first.quantity.value != figure.quantity.value:
            yield _twice(reading, passage, first, figure)
    yield from _against_typed(reading)


def _figures(reading: Reading) -> Iterator[tuple[Passage, Stated]]:
    """The exact counts of the whole year, plans and tables left out."""
    for passage in reading.proof.passages:
        if passage.parts or passage.table:
            continue
        for statement in statements(passage):
            for figure in statement.figures:
                if _comparable(figure, reading.proof.year):
                    yield passage, figure


def _comparable(figure: Stated, year: int | None) -> bool:
    """Whether it is an exact count of the whole year."""
    quantity = figure.quantity
    exact = quantity.exact and bool(quantity.unit) and not figure.told.computed
    return exact and quantity.unit != "%" and not of_another_time(figure.gap, year)


def _alike(one: Stated, other: Stated) -> bool:
    """Whether the words in front are as good as the same."""
    first, second = (_NOISE.sub("", figure.before) for figure in (one, other))
    if min(len(first), len(second)) < _TELLING - 2:
        return False
    pairs = [{words[at : at + 2] for at in range(len(words) - 1)} for words in (first, second)]
    return 2 * len(pairs[0] & pairs[1]) >= _ALIKE * (len(pairs[0]) + len(pairs[1]))


def _twice(reading: Reading, passage: Passage, one: Stated, two: Stated) -> Fault:
    same = _NOISE.sub("", one.before) == _NOISE.sub("", two.before)
    sure = min(one.told.sure, two.told.sure) >= SURE
    total = all(_WHOLE_YEAR.search(figure.before) for figure in (one, two))
    told = [figure.before.strip() + figure.quantity.text for figure in (one, two)]
    message = f"这里写的是“{told[1]}”，前面写的是“{told[0]}”"
    weight = Severity.ERROR if same and sure and total else None
    return told_fault(reading, (passage, two.told), message, _REMEDY, weight)


def _against_typed(reading: Reading) -> Iterator[Fault]:
    """Figures in the office's own words that were typed with another value."""
    typed = dict(reading.proof.typed)
    if not typed:
        return
    for passage, figure in _figures(reading):
        told = figure.told
        if told.id not in typed or not _CERTAIN <= told.sure < 1:
            continue
        indicator = reading.indicators[told.id]
        given = with_unit(typed[told.id], indicator.units[0] if indicator.units else "")
        if given.unit != told.quantity.unit or given.value == told.quantity.value:
            continue
        name = indicator.name
        message = f"这里写的是“{told.quantity.text}”，“{name}”填的是“{given.text}”"
        yield fault(passage, told, message, _REMEDY)
