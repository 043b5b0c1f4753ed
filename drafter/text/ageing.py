"""What grows old in a text: years, streaks, ordinals and plans that were right last year."""

from __future__ import annotations

from enum import StrEnum

from drafter.model.record import record
from drafter.text.lazily import lazily

_NUMERAL = "[一二两三四五六七八九十百零〇0-9]{1,4}"


class Age(StrEnum):
    """What it is; the value is the question to ask of it."""

    YEAR = "哪一年？"
    SPAN = "年份仍成立？"  #: 2021—2025年
    STREAK = "加一？"  #: 连续四年
    SERIES = "加一？还是仍成立？"  #: 第九批
    PLAN = "仍成立？"  #: “八五”普法
    STAGE = "替换？"  #: 中期验收


@record
class Aged:
    """A place in a text that may not be right a year later.

    Attributes:
        age: see `Age`.
        text: the words.
        start: place of its first character.
        end: place behind its last.
    """

    age: Age
    text: str
    start: int
    end: int

    @property
    def ask(self) -> str:
        """`连续四年加一？`."""
        return f"{self.text}{self.age}"


_FORMS = (
    (
        Age.SPAN,
        lazily(r"(?<!\d)(?:19|20)\d{2}(?:年)?(?:[-－–—~～]+|至|到)(?:19|20)\d{2}(?:年度?)?"),
    ),
    (
        Age.YEAR,
        lazily(r"(?<!\d)(?:19|20)\d{2}(?!\d)年?度?|二[〇零][〇零一二三四五六七八九]{2}年"),
    ),
    (Age.STREAK, lazily(rf"连续第?{_NUMERAL}个?(?:年度?|次|届|季度|月)|{_NUMERAL}连冠")),
    # 第一责任人, 第一议题, 第三方 and 第五条 are no places in a series that goes on.
    (Age.SERIES, lazily(rf"第{_NUMERAL}(?:批次?|届|次|卷|期|轮|年|版|季)|{_NUMERAL}周年")),
    (Age.PLAN, lazily(r"[“‘][一二三四五六七八九十]+五[”’](?:普法|规划|时期|期间)?")),
    (Age.STAGE, lazily(r"中期(?:评估|验收|检查|督导)?|(?:开局|收官|起步)之年|首个?年度?")),
)


def ageing(text: str) -> tuple[Aged, ...]:
    """Everything that may have grown old, in order, none overlapping."""
    found: list[Aged] = []
    for age, form in _FORMS:
        for match in form.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Aged(age, match.group(), match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))
