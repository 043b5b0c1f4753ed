"""F: figures and their relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.approximate_count_exact_rate import approximate_count_exact_rate
from drafter.checks.figures.change_contradicts_last_year import change_contradicts_last_year
from drafter.checks.figures.change_disagrees import change_disagrees
from drafter.checks.figures.change_impossible import change_impossible
from drafter.checks.figures.count_as_percentage import count_as_percentage
from drafter.checks.figures.figure_jumps import figure_jumps
from drafter.checks.figures.figure_told_twice import figure_told_twice
from drafter.checks.figures.full_year_before_its_end import full_year_before_its_end
from drafter.checks.figures.measures_run_together import measures_run_together
from drafter.checks.figures.near_and_over import near_and_over
from drafter.checks.figures.not_a_unit import not_a_unit
from drafter.checks.figures.number_without_unit import number_without_unit
from drafter.checks.figures.numeral_style_mixed import numeral_style_mixed
from drafter.checks.figures.part_exceeds_whole import part_exceeds_whole
from drafter.checks.figures.parts_do_not_add_up import parts_do_not_add_up
from drafter.checks.figures.rate_disagrees import rate_disagrees
from drafter.checks.figures.rate_impossible import rate_impossible
from drafter.checks.figures.rate_in_text_disagrees import rate_in_text_disagrees
from drafter.checks.figures.rate_out_of_range import rate_out_of_range
from drafter.checks.figures.rate_with_share import rate_with_share
from drafter.checks.figures.same_as_last_year import same_as_last_year
from drafter.checks.figures.same_value import same_value
from drafter.checks.figures.solved_back import solved_back
from drafter.checks.figures.surplus_after_exact_number import surplus_after_exact_number
from drafter.checks.figures.total_with_surplus import total_with_surplus
from drafter.checks.figures.typed_part_exceeds_whole import typed_part_exceeds_whole
from drafter.checks.figures.unit_differs_from_last_year import unit_differs_from_last_year
from drafter.checks.figures.unit_switched import unit_switched
from drafter.checks.figures.unit_unfit import unit_unfit

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    surplus_after_exact_number,
    near_and_over,
    total_with_surplus,
    approximate_count_exact_rate,
    count_as_percentage,
    unit_switched,
    not_a_unit,
    unit_unfit,
    measures_run_together,
    numeral_style_mixed,
    number_without_unit,
    rate_with_share,
    part_exceeds_whole,
    parts_do_not_add_up,
    rate_disagrees,
    typed_part_exceeds_whole,
    rate_out_of_range,
    figure_told_twice,
    same_value,
    full_year_before_its_end,
    change_impossible,
    rate_in_text_disagrees,
    rate_impossible,
    change_disagrees,
    change_contradicts_last_year,
    figure_jumps,
    unit_differs_from_last_year,
    same_as_last_year,
    solved_back,
)
