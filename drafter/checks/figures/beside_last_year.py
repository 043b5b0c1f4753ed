"""What the comparison with last year's report has found, put where the text says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault
from drafter.model.record import record
from drafter.text.alike import sentences
from drafter.text.evening import even

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.checks.case import Reading
    from drafter.model.comparison import Comparison
    from drafter.model.finding import Finding
    from drafter.model.proof import Proof
    from drafter.model.spot import Spot


@record
class _Printed:
    """A figure, or a sentence as a whole (without a name).

    Attributes:
        line: which of the account's sentences prints it.
        start: place in that sentence.
        name: the figure's.
        text: as printed.
    """

    line: int
    start: int
    name: str
    text: str


#: A sentence's passage, and where it begins and ends in the passage's text.
_Place = tuple[int, int, int]


def findings_of(reading: Reading, code: str) -> Iterator[Fault]:
    """The comparison's findings of one code, each at its words.

    What the text does not print is told at the place where the year file has it.
    """
    compared = reading.compared
    if compared is None or not reading.proof.passages:
        return
    found = [finding for finding in compared.findings if finding.code == code]
    if not found:
        return
    places = _places(reading.proof)
    lines = _lines(compared, places)
    index = _index(compared)
    for finding in found:
        at, start, end = _words(finding, index.get(finding.spot, []), reading.proof, lines)
        known = reading.proof.filed or not end
        spot = finding.spot if known else None
        yield Fault(at, start, end, finding.message, finding.remedy, finding.severity, spot)


def _places(proof: Proof) -> dict[str, list[_Place]]:
    """Where each sentence of the proof stands."""
    places: dict[str, list[_Place]] = {}
    for passage in proof.passages:
        for start, end in sentences(passage.sentences):
            place = (passage.place, passage.body + start, passage.body + end)
            places.setdefault(even(passage.sentences[start:end]), []).append(place)
    return places


def _lines(compared: Comparison, places: Mapping[str, list[_Place]]) -> dict[int, _Place]:
    """Where each sentence of the account stands; the second of two like ones at the second."""
    seen: dict[str, int] = {}
    found: dict[int, _Place] = {}
    for at, line in enumerate(compared.this.lines):
        words = even(line.text)
        count = seen.get(words, 0)
        seen[words] = count + 1
        if words in places:
            found[at] = places[words][min(count, len(places[words]) - 1)]
    return found


def _index(compared: Comparison) -> dict[Spot, list[_Printed]]:
    """By where findings point: the figures and sentences that were written there."""
    found: dict[Spot, list[_Printed]] = {}
    for change in compared.figures:
        this = change.this
        if this is not None and this.line is not None:
            one = _Printed(this.line, this.start, this.name, this.quantity.text)
            found.setdefault(this.spot, []).append(one)
    for at, line in enumerate(compared.this.lines):
        found.setdefault(line.spot, []).append(_Printed(at, 0, "", line.text))
    return found


def _words(
    finding: Finding, printed: list[_Printed], proof: Proof, lines: Mapping[int, _Place]
) -> _Place:
    """The passage and the very words; the first passage as a whole where the text has none."""
    words = even(finding.text)
    named = [one for one in printed if one.name and f"“{one.name}”" in finding.message]
    exact = [one for one in named if one.text == finding.text]
    for one in (*exact, *named, *printed):
        if one.line not in lines or not words:
            continue
        place, begin, end = lines[one.line]
        text = proof.passages[place].text
        start = begin + one.start
        if text[start : start + len(words)] != words:
            start = text.find(words, begin, end)
        if start >= 0:
            return place, start, start + len(words)
    return 0, 0, 0
