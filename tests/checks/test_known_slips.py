"""The slips that people found in published reports are told; what only looks like one is not."""

from __future__ import annotations

import pytest

from drafter.checks.registry import RULES
from drafter.model.finding import Severity
from tests.checks.clean_texts import SAMPLES
from tests.checks.known_slips import KnownSlip, found_at, known_slips, places, traps

_MOST_COPIED = 25

with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="没有公开发布的报告")


def _name(slip: KnownSlip) -> str:
    return f"{slip.file[:3]} {slip.number}"


@with_samples
@pytest.mark.parametrize("slip", [s for s in known_slips() if not s.left], ids=_name)
def test_a_known_slip_is_told_where_it_stands(slip: KnownSlip) -> None:
    for words in slip.words:
        codes = {one.finding.code for one in found_at(slip, words)}
        assert codes & set(slip.codes), f"{words}: {sorted(codes)}"


@with_samples
@pytest.mark.parametrize("slip", [s for s in known_slips() if s.left], ids=_name)
def test_a_slip_that_is_left_alone_is_not_told_as_an_error(slip: KnownSlip) -> None:
    found = [one.finding for words in slip.words for one in found_at(slip, words, asked=False)]
    assert not [f for f in found if f.severity is Severity.ERROR]


@with_samples
@pytest.mark.parametrize("trap", traps(), ids=_name)
def test_what_only_looks_like_a_slip_is_left_alone(trap: KnownSlip) -> None:
    found = [one.finding for words in trap.words for one in found_at(trap, words, asked=False)]
    assert not [f for f in found if f.severity is not Severity.INFO and f.code not in trap.codes]


@with_samples
@pytest.mark.parametrize("slip", [*known_slips(), *traps()], ids=_name)
def test_the_words_of_a_slip_stand_in_the_report(slip: KnownSlip) -> None:
    assert all(places(slip, words) for words in slip.words)


def test_no_more_of_a_report_is_copied_than_shows_the_place() -> None:
    words = [words for slip in (*known_slips(), *traps()) for words in slip.words]
    assert not [w for w in words if len(w) >= _MOST_COPIED]


def test_every_slip_names_rules_that_there_are_or_why_there_is_none() -> None:
    codes = {rule.code for rule in RULES}
    assert all(bool(slip.codes) != bool(slip.left) for slip in known_slips())
    assert not {code for slip in known_slips() for code in slip.codes} - codes
