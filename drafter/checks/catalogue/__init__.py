"""P: the templates folder: indicators, topics, phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.circular_relation import circular_relation
from drafter.checks.catalogue.never_told import never_told
from drafter.checks.catalogue.phrase_times_overlap import phrase_times_overlap
from drafter.checks.catalogue.relation_in_other_units import relation_in_other_units
from drafter.checks.catalogue.unknown_name_in_pattern import unknown_name_in_pattern
from drafter.checks.catalogue.unknown_relation import unknown_relation

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_relation,
    circular_relation,
    relation_in_other_units,
    unknown_name_in_pattern,
    never_told,
    phrase_times_overlap,
)
