"""Rules run, and what they found told with code, name, weight and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import KitRule, TextRule, When, YearFileRule
from drafter.model.finding import Finding
from drafter.model.placed import Placed
from drafter.model.spot import Spot
from drafter.text.alignment import raw_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.checks.rule import Fault, Rule
    from drafter.model.kit import Kit
    from drafter.model.proof import Passage


def read_kit_data(rules: Iterable[Rule], kit: Kit) -> tuple[Finding, ...]:
    """What the rules for the templates folder find, in the order of the rules."""
    return tuple(
        Finding(rule.code, rule.name, rule.severity, f.spot, f.message, f.remedy, f.text)
        for rule in rules
        if isinstance(rule, KitRule)
        for f in rule.find(kit)
    )


def read_text(
    rules: Sequence[Rule], reading: Reading, *, asked: frozenset[str] = frozenset()
) -> tuple[Placed, ...]:
    """What the rules for texts find, in the order of the text.

    Args:
        rules: all rules; those for year files are passed over.
        reading: the text.
        asked: codes that were named: rules that are a matter of taste run only then.
    """
    found: dict[str, list[Fault]] = {}
    weights: dict[str, Rule] = {}
    for rule in _in_order([rule for rule in rules if isinstance(rule, TextRule)]):
        if not runs(rule, asked, filed=reading.proof.filed):
            continue
        earlier: dict[int, list[Fault]] = {}
        for fault in (fault for code in rule.requires for fault in found.get(code, ())):
            earlier.setdefault(fault.at, []).append(fault)
        faults = [
            fault
            for fault in rule.find(reading)
            if not any(_overlap(fault, other) for other in earlier.get(fault.at, ()))
        ]
        found[rule.code], weights[rule.code] = faults, rule
    places: dict[int, list[int]] = {}
    placed = [
        _placed(weights[code], fault, reading, places)
        for code, faults in found.items()
        for fault in faults
    ]
    return tuple(sorted(placed, key=lambda one: (one.passage, one.start, one.finding.code)))


def runs(rule: Rule, asked: frozenset[str], *, filed: bool) -> bool:
    """Whether a rule runs over a text; those for the templates folder never do.

    Args:
        rule: the rule.
        asked: see `read_text`.
        filed: whether the text is a year file's.
    """
    if isinstance(rule, YearFileRule):
        return filed
    if isinstance(rule, KitRule):
        return False
    return rule.when is When.ALWAYS or (rule.when is When.FILED and filed) or rule.code in asked


def _in_order(rules: list[TextRule]) -> Iterator[TextRule]:
    """The rules, each behind those that it requires."""
    by_code = {rule.code: rule for rule in rules}
    done: set[str] = set()

    def visit(rule: TextRule) -> Iterator[TextRule]:
        if rule.code in done:
            return
        done.add(rule.code)
        for code in rule.requires:
            if code in by_code:
                yield from visit(by_code[code])
        yield rule

    for rule in rules:
        yield from visit(rule)


def _overlap(one: Fault, other: Fault) -> bool:
    """Whether two faults of a passage are about the same words; the whole holds all of them."""
    whole = not (one.end and other.end)
    return whole or (one.start < other.end and other.start < one.end)


def _placed(rule: Rule, fault: Fault, reading: Reading, places: dict[int, list[int]]) -> Placed:
    passage = reading.proof.passages[fault.at]
    if fault.at not in places:
        places[fault.at] = raw_places(passage.raw, passage.text)
    to_raw = places[fault.at]
    start = to_raw[fault.start]
    end = to_raw[fault.end - 1] + 1 if fault.end > fault.start else start
    finding = Finding(
        code=rule.code,
        name=rule.name,
        severity=fault.severity or rule.severity,
        spot=fault.spot or _spot(passage, (start, end), reading),
        message=fault.message,
        remedy=fault.remedy,
        text=passage.raw[start:end],
        section=passage.section,
    )
    return Placed(finding, fault.at, start, end)


def _spot(passage: Passage, span: tuple[int, int], reading: Reading) -> Spot:
    """Where words of a passage were written: in the year file, if it supplied any of them."""
    start, end = span
    if not end:  # the passage as a whole
        return passage.spots[0][1]
    first = max(n for n, (at, _) in enumerate(passage.spots) if at <= start or not n)
    touched = [passage.spots[first], *(one for one in passage.spots[first + 1 :] if one[0] < end)]
    begin, spot = touched[0]
    if passage.exact:
        return Spot(spot.file, spot.line, max(spot.column, 1) + start - begin)
    own = (one for _, one in touched if reading.proof.filed and one.file == reading.proof.path)
    return next(own, spot)
