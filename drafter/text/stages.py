"""What was taken in and how much of it was settled: 受理1547件、办结1385件."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.bounds import comparable, is_count, is_rate
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.tied_out import of_another_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from drafter.text.tied_out import Stated, Statement

_TAKEN = lazily(
    "受理|收到|接到|接收|收案|立案|排查|摸排|核查|登记|转办|交办|承办|接办|发现|梳理|征集|办理|调解"
)
#: Only what came in this year, beside what is settled of all: 新收520件，审结560件.
_ONLY_NEW = lazily("新收|新增|新受理|新立|新接|新办|新登记|当年|当期|本期")
_SETTLED = (
    "办结|办理完毕|办复|办毕|答复|回复|成功化解|化解|调解成功|成功调解|调处成功|审结|结案|整改完成|整改"
    "|处置|批准|采纳|销号|查结"
)
#: Between two counts: a verb without an object, so that it is the same things that are settled.
_STAGE = lazily(
    rf"{HAN}{{0,4}}(?:[，、]|并)(?:其中|全年|目前|现已|[已均共]|全部|累计|按期|按时|及时|依法|当场)*"
    rf"(?P<verb>{_SETTLED})了?"
)
#: Cases that go on from year to year: those settled may have come in earlier.
_LASTING = lazily("复议|诉讼|应诉|仲裁|案件|来信|来访|信访")


@record
class Stage:
    """What was taken in and what of it was settled.

    Attributes:
        taken: the count of what came in.
        settled: the count of what was settled.
        rate: the rate that follows at once; None for none. Below 100% it says that it is a part.
        lasting: whether such matters are often carried over into the next year.
    """

    taken: Stated
    settled: Stated
    rate: Decimal | None
    lasting: bool


def stages(statement: Statement) -> Iterator[Stage]:
    """Every count of a sentence that says how many of the things just taken in are settled."""
    figures = statement.figures
    taken: Stated | None = None
    lasting = False
    for at, figure in enumerate(figures):
        lasting = lasting or bool(_LASTING.search(figure.gap))
        if is_rate(figure.quantity):
            continue
        if taken is not None and _settles(taken, figure):
            yield Stage(taken, figure, _rate(figures, at), lasting)
            continue
        taken = figure if _is_taken(figure) else None


def _is_taken(figure: Stated) -> bool:
    words = figure.before
    known = bool(_TAKEN.search(words)) and not _ONLY_NEW.search(words)
    return known and is_count(figure.quantity) and not of_another_time(figure.gap)


def _settles(taken: Stated, figure: Stated) -> bool:
    chained = _STAGE.fullmatch(figure.gap)
    return (
        bool(chained) and is_count(figure.quantity) and comparable(taken.quantity, figure.quantity)
    )


def _rate(figures: Sequence[Stated], at: int) -> Decimal | None:
    """The rate in the clause behind a count."""
    if at + 1 == len(figures):
        return None
    rate = figures[at + 1]
    told = rate.quantity.unit == "%" and rate.gap.count("，") == 1 and "率" in rate.before
    return rate.quantity.value if told else None
