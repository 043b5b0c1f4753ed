"""S: headings, sections and what they must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.structure.carried_text import carried_text
from drafter.checks.structure.causes_missing import causes_missing
from drafter.checks.structure.content_missing import content_missing
from drafter.checks.structure.copied_from_last_year import copied_from_last_year
from drafter.checks.structure.empty_section import empty_section
from drafter.checks.structure.enumeration_skips import enumeration_skips
from drafter.checks.structure.heading_number_repeats import heading_number_repeats
from drafter.checks.structure.heading_number_skips import heading_number_skips
from drafter.checks.structure.heading_numbers_mixed import heading_numbers_mixed
from drafter.checks.structure.heading_repeated_in_text import heading_repeated_in_text
from drafter.checks.structure.heading_same import heading_same
from drafter.checks.structure.heading_with_full_stop import heading_with_full_stop
from drafter.checks.structure.heading_with_stray_mark import heading_with_stray_mark
from drafter.checks.structure.length_out_of_proportion import length_out_of_proportion
from drafter.checks.structure.opening_formula_missing import opening_formula_missing
from drafter.checks.structure.profile_of_another_time import profile_of_another_time
from drafter.checks.structure.run_in_mixed import run_in_mixed
from drafter.checks.structure.section_without_fact import section_without_fact
from drafter.checks.structure.sign_off_missing import sign_off_missing
from drafter.checks.structure.title_missing import title_missing
from drafter.checks.structure.title_unusual import title_unusual
from drafter.checks.structure.unused_figure import unused_figure

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    heading_number_skips,
    heading_number_repeats,
    heading_numbers_mixed,
    run_in_mixed,
    heading_with_full_stop,
    heading_with_stray_mark,
    enumeration_skips,
    unused_figure,
    profile_of_another_time,
    carried_text,
    content_missing,
    section_without_fact,
    length_out_of_proportion,
    causes_missing,
    opening_formula_missing,
    title_missing,
    title_unusual,
    sign_off_missing,
    empty_section,
    heading_repeated_in_text,
    copied_from_last_year,
    heading_same,
)
