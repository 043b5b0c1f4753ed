"""Everything a slot can be filled with: this year's figures, last year's, names and phrases."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.model.answers import Figure, State
from drafter.model.kit import Indicator, Need
from drafter.model.quantity import Mark, Quantity
from drafter.model.record import record
from drafter.model.report import Gap
from drafter.text.days import printed_day
from drafter.text.formulas import evaluate, read_formula
from drafter.text.measures import with_unit
from drafter.text.patterns import NAMES
from drafter.text.quantity import base_unit, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.answers import Answers
    from drafter.model.kit import Kit

_HUNDRED = Decimal(100)
#: How the name of a phrase begins.
_PHRASE = "提法."


@record
class Facts:
    """What is known when a report is composed.

    Attributes:
        kit: indicators and phrases.
        answers: this year's file.
        last: last year's figures by id; empty when there are none.
        gaps: whether a required figure that is missing shows as a gap; else it drops out.
        carried: cores of last year's own words.
        told: figures, and slots of comparisons, that the office tells in its own words; no pattern
            tells them again.
        phrases: every form of the set phrases, left out of account when words are compared.
        silent: see `silent`; empty where nobody asks.
    """

    kit: Kit
    answers: Answers
    last: Mapping[str, Figure]
    gaps: bool = True
    told: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()

    @property
    def run_in(self) -> frozenset[int]:
        """Levels whose headings share a paragraph with their text."""
        own = self.answers.run_in
        return self.kit.profile.run_in if own is None else own

    def indicator(self, id_: str) -> Indicator | None:
        """The office's own indicator of that id, else the catalogue's; None = unknown."""
        return self.answers.indicators.get(id_) or self.kit.indicators.get(id_)

    def state(self, id_: str) -> State:
        """How the question was answered; a figure that is not in the file is blank."""
        figure = self.answers.figures.get(id_)
        return figure.state if figure else State.BLANK

    def given(self, id_: str) -> Quantity | None:
        """The figure as it was typed, in the usual unit when none was; None unless a number was."""
        return self._measured(id_, self.answers.figures.get(id_))

    def prior(self, id_: str) -> Quantity | None:
        """Last year's value, also under a former id; None = not known, which is not zero."""
        indicator = self.indicator(id_)
        for name in (id_, *(indicator.former if indicator else ())):
            if name in self.last:
                return self._measured(id_, self.last[name])
        return None

    def _measured(self, id_: str, figure: Figure | None) -> Quantity | None:
        """A figure's quantity with its unit."""
        indicator = self.indicator(id_)
        if figure is None or figure.quantity is None or indicator is None:
            return figure.quantity if figure else None
        return with_unit(figure.quantity, self.unit(indicator))

    def computed(self, id_: str) -> tuple[Quantity, tuple[str, ...]] | None:
        """What the formulas give, and the figures used; None = not computed or not computable.

        An approximate figure computes nothing: 42800余 has no exact rate.
        """
        indicator = self.indicator(id_)
        for formula in indicator.formulas if indicator else ():
            ids = read_formula(formula)[1]
            values = {name: q.value for name in ids if (q := self._operand(name, id_)) is not None}
            value = evaluate(formula, values)
            if indicator is not None and value is not None:
                return _told(value, indicator), ids
        return None

    def _operand(self, id_: str, computing: str) -> Quantity | None:
        """An exact figure, computed if need be; `computing` guards against a circle."""
        quantity = self.given(id_)
        if quantity is None and id_ != computing:
            indicator = self.indicator(id_)
            if indicator and not any(computing in read_formula(f)[1] for f in indicator.formulas):
                found = self.computed(id_)
                quantity = found[0] if found else None
        return quantity if quantity and quantity.exact else None

    def required(self, id_: str) -> bool:
        """Whether a blank of this figure shows as a gap."""
        indicator = self.indicator(id_)
        if indicator is None or indicator.computed or not self.gaps:
            return False
        return indicator.need(self.answers.office.kind) is Need.REQUIRED

    def gap(self, id_: str) -> Gap:
        """The gap that a missing figure leaves."""
        indicator = self.indicator(id_)
        prior = self.prior(id_)
        last = prior.text if prior else ""
        if indicator is None:
            return Gap(id_, id_, f"{id_}是多少？", prior=last)
        unit = self.unit(indicator)
        label = f"{indicator.name}（{unit}）" if unit else indicator.name
        return Gap(id_, label, indicator.question, indicator.units, indicator.supplier, last)

    def unit(self, indicator: Indicator) -> str:
        """The unit to print where none was typed: cases in the office's own, else the usual one."""
        own = self.answers.case_unit
        usual = indicator.units[0] if indicator.units else ""
        return own if own in indicator.units else usual

    def name(self, name: str) -> str | tuple[str, ...] | None:
        """A name of the report (`年度`, `单位`, `提法.大会`).

        Returns:
            The words; an empty text when they were not given; None when there is no such name.
        """
        if name.startswith(_PHRASE):
            phrase = self.kit.phrases.get(name.removeprefix(_PHRASE))
            answers = self.answers
            return None if phrase is None else phrase.wording(answers.year, answers.dated)
        return names(self.answers)[name] if name in NAMES else None


def silent(kit: Kit, answers: Answers, *, gaps: bool) -> frozenset[str]:
    """Figures of which nothing can be said: not given, not asked for, not worked out.

    Most of a catalogue is, and every clause with one of them drops out; so it is found out first.
    """
    kind, figures = answers.office.kind, answers.figures
    found: list[str] = []
    for id_, indicator in {**kit.indicators, **answers.indicators}.items():
        figure = figures.get(id_)
        if figure is None or figure.state is State.BLANK:
            if indicator.formulas or (gaps and indicator.needs.get(kind) is Need.REQUIRED):
                continue
        elif figure.state is not State.NOT_APPLICABLE:
            continue
        found.append(id_)
    # A name of the report goes before a figure that is called the same.
    return frozenset(found).difference(NAMES, (_PHRASE + name for name in kit.phrases))


def names(answers: Answers) -> dict[str, str | tuple[str, ...]]:
    """What slots can say about the report itself, by name; empty = not given."""
    office, year = answers.office, answers.year
    # The keys are `drafter.text.patterns.NAMES`; a test holds the two together.
    return {
        "年度": str(year),
        "上年度": str(year - 1),
        "下年度": str(year + 1),
        "单位": office.name,
        "自称": office.self_name,
        "上级": office.superior,
        "口号": answers.slogan.text if answers.slogan else "",
        "落款": office.signatories,
        "数据截至": printed_day(answers.as_of) if answers.as_of else "",
    }


def _told(value: Decimal, indicator: Indicator) -> Quantity:
    """A computed value in the indicator's unit, rounded half up to its decimals."""
    unit = indicator.units[0] if indicator.units else ""
    factor, base = base_unit(unit)
    shown = rounded(value * (_HUNDRED if unit == "%" else 1) / factor, indicator.decimals)
    return Quantity(shown * factor, base, Mark.EXACT, render(shown, unit, Mark.EXACT))


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Rounded half up, without zeros at the end: 85.71, 100, 96.3."""
    shown = value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    return shown.quantize(Decimal(1)) if shown == shown.to_integral() else shown.normalize()
