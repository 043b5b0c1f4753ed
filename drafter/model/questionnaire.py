"""How a new year file is worded: the fixed words of a questionnaire, before any office is known."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.kit import Kind
    from drafter.model.pattern import Pattern


class Form(StrEnum):
    """The wordings that the questionnaire's generated lines are made with."""

    CHAPTER = "章"  #: slots 序号, 题
    SECTION = "节"  #: slots 序号, 题
    REQUIRED = "必填"  #: slots 问, 例, 也可, 提供
    OPTIONAL = "选填"  #: slots 名, 单位, 口径
    NOTE = "口径"  #: slot 口径
    OTHER_UNITS = "也可"  #: slot 单位
    SUPPLIER = "提供"  #: slot 来源
    COMPUTED = "程序会算"  #: slot 名
    REST = "目录里还有"
    HEADINGS = "其他标题"  #: slot 题
    SLOGAN = "口号"
    OWN_TREE = "自写章节"  #: slot 主题


@record
class OfficeWords:
    """What is usual for a kind of body.

    Attributes:
        endings: how names end that make a name for oneself (我镇, 我乡); the first is the usual.
        superior: under whose leadership it works; empty when that cannot be told from the kind.
        organs: what is added to the name in the sign-off; a name that ends so stays as it is.
    """

    endings: tuple[str, ...]
    superior: str
    organs: tuple[str, ...]

    def self_name(self, place: str) -> str:
        """How the office calls itself: 我街道."""
        fitting = (ending for ending in self.endings if place.endswith(ending))
        return "我" + next(fitting, self.endings[0] if self.endings else "单位")

    def organ(self, place: str) -> str:
        """Who signs: 龙城街道办事处."""
        if not self.organs or place.endswith(self.organs):
            return place
        return place + self.organs[0]


@record
class Words:
    """All that templates/questionnaire.yaml says.

    Attributes:
        page: the questionnaire, line by line; slots stand for what the program fills in.
        forms: how the lines that it fills in are worded.
        samples: a model answer by unit.
        number: the number of the model answer in every other unit.
        offices: what is usual, by kind of body.
    """

    page: tuple[Pattern, ...]
    forms: Mapping[Form, Pattern]
    samples: Mapping[str, str]
    number: str
    offices: Mapping[Kind, OfficeWords]

    def sample(self, units: tuple[str, ...]) -> str:
        """A model answer in the first of `units`: 128件."""
        unit = units[0] if units else ""
        return self.samples.get(unit, self.number + unit)
