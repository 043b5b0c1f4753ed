"""The checks find what is planted into clean texts, and are silent on the texts themselves."""

from __future__ import annotations

import pytest

from drafter.checks.registry import RULES
from drafter.model.finding import Severity
from tests.checks.clean_texts import SAMPLES
from tests.checks.measuring import (
    FAMILIES,
    Bench,
    Score,
    benches,
    characters,
    false_findings,
    measured,
    recall,
)
from tests.checks.planting import KINDS

#: Least share of planted slips that each family of rules finds.
_LEAST = 0.95
#: Most findings in 1,000 characters of clean text.
_MOST_ERRORS, _MOST_WARNINGS = 0.3, 1.0
_FEWEST_KINDS = 45


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Bench]:
    return benches(tmp_path_factory.mktemp("measured"))


@pytest.fixture(scope="module")
def scores(made: list[Bench]) -> list[Score]:
    return measured(made, 1, most=4)


@pytest.mark.parametrize("family", FAMILIES)
def test_most_of_what_is_planted_is_found(scores: list[Score], family: str) -> None:
    missed = [
        f"{score.kind.name}（{'/'.join(sorted(score.kind.codes))}）：{words}"
        for score in scores
        if score.kind.family == family
        for _, words in score.missed
    ]
    assert recall(scores, family) >= _LEAST, "\n".join(missed)


@pytest.mark.parametrize(
    ("severity", "most"), [(Severity.ERROR, _MOST_ERRORS), (Severity.WARNING, _MOST_WARNINGS)]
)
def test_clean_texts_are_left_alone(made: list[Bench], severity: Severity, most: float) -> None:
    found = [str(f.message) for bench in made for f in false_findings(bench, severity)]
    assert len(found) * 1000 / characters(made) <= most, "\n".join(found)


def test_the_same_words_put_right_are_left_alone(scores: list[Score]) -> None:
    righted = sum(score.righted for score in scores)
    false = [f"{code} {message}" for score in scores for _, code, message in score.false]
    assert len(false) <= righted * (1 - _LEAST), "\n".join(false)


def test_slips_of_many_kinds_are_planted(scores: list[Score]) -> None:
    assert len(KINDS) >= _FEWEST_KINDS
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert {code for kind in KINDS for code in kind.codes} <= {rule.code for rule in RULES}
    nowhere = [score.kind.name for score in scores if not score.planted]
    # Some kinds of slip need words that only the published reports have.
    assert len(nowhere) <= (0 if SAMPLES.is_dir() else len(KINDS) // 20), nowhere
