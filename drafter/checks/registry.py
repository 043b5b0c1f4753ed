"""Every rule there is: one explicit list, by family, in the order in which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.circular_relation import circular_relation
from drafter.checks.catalogue.never_told import never_told
from drafter.checks.catalogue.phrase_times_overlap import phrase_times_overlap
from drafter.checks.catalogue.relation_in_other_units import relation_in_other_units
from drafter.checks.catalogue.unknown_name_in_pattern import unknown_name_in_pattern
from drafter.checks.catalogue.unknown_relation import unknown_relation
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
from drafter.checks.figures.number_lost import number_lost
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
from drafter.checks.structure.carried_text import carried_text
from drafter.checks.structure.causes_missing import causes_missing
from drafter.checks.structure.content_missing import content_missing
from drafter.checks.structure.copied_from_last_year import copied_from_last_year
from drafter.checks.structure.empty_section import empty_section
from drafter.checks.structure.enumeration_skips import enumeration_skips
from drafter.checks.structure.figures_others_give import figures_others_give
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
from drafter.checks.structure.section_length_unusual import section_length_unusual
from drafter.checks.structure.section_not_there import section_not_there
from drafter.checks.structure.section_of_its_own import section_of_its_own
from drafter.checks.structure.section_out_of_order import section_out_of_order
from drafter.checks.structure.section_without_fact import section_without_fact
from drafter.checks.structure.sign_off_missing import sign_off_missing
from drafter.checks.structure.title_missing import title_missing
from drafter.checks.structure.title_unusual import title_unusual
from drafter.checks.structure.unused_figure import unused_figure
from drafter.checks.wording.another_place import another_place
from drafter.checks.wording.blank_in_chinese import blank_in_chinese
from drafter.checks.wording.comma_for_dun import comma_for_dun
from drafter.checks.wording.congress_incomplete import congress_incomplete
from drafter.checks.wording.day_name import day_name_wrong
from drafter.checks.wording.doubled_mark import doubled_mark
from drafter.checks.wording.dun_between_sentences import dun_between_sentences
from drafter.checks.wording.enumeration_marks_mixed import enumeration_marks_mixed
from drafter.checks.wording.firm_named import firm_named
from drafter.checks.wording.half_width_mark import half_width_mark
from drafter.checks.wording.loose_wording import loose_wording
from drafter.checks.wording.mark_between_quotes import mark_between_quotes
from drafter.checks.wording.missing_end_mark import missing_end_mark
from drafter.checks.wording.near_copy import near_copy
from drafter.checks.wording.near_term import near_term
from drafter.checks.wording.no_such_day import no_such_day
from drafter.checks.wording.old_office_name import old_office_name
from drafter.checks.wording.person_named import person_named
from drafter.checks.wording.personal_data import personal_data
from drafter.checks.wording.phrase_out_of_date import phrase_out_of_date
from drafter.checks.wording.phrase_too_early import phrase_too_early
from drafter.checks.wording.placeholder import placeholder
from drafter.checks.wording.plenum_number_lost import plenum_number_lost
from drafter.checks.wording.quotation_runs_over import quotation_runs_over
from drafter.checks.wording.repeated_clause import repeated_clause
from drafter.checks.wording.repeated_sentence import repeated_sentence
from drafter.checks.wording.self_reference_mixed import self_reference_mixed
from drafter.checks.wording.stale_year import stale_year
from drafter.checks.wording.this_year_of_another_year import this_year_of_another_year
from drafter.checks.wording.title_marks_round_noun import title_marks_round_noun
from drafter.checks.wording.unpaired_mark import unpaired_mark
from drafter.checks.wording.word_doubled import word_doubled
from drafter.checks.wording.words_in_title_marks import words_in_title_marks
from drafter.checks.wording.wrong_middle_dot import wrong_middle_dot
from drafter.checks.wording.wrong_title import wrong_title
from drafter.checks.wording.wrong_word import wrong_word
from drafter.checks.year_files import QUESTIONNAIRE_RULES

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    # Q: what stands in a year file.
    *QUESTIONNAIRE_RULES,
    # F: figures and their relations.
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
    number_lost,
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
    # S: headings, sections and what they must hold.
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
    section_not_there,
    section_out_of_order,
    section_length_unusual,
    figures_others_give,
    section_of_its_own,
    # W: words, set phrases with their time, repetition, marks.
    wrong_word,
    wrong_title,
    title_marks_round_noun,
    old_office_name,
    loose_wording,
    near_term,
    phrase_too_early,
    phrase_out_of_date,
    congress_incomplete,
    plenum_number_lost,
    this_year_of_another_year,
    stale_year,
    day_name_wrong,
    no_such_day,
    repeated_sentence,
    repeated_clause,
    near_copy,
    missing_end_mark,
    doubled_mark,
    half_width_mark,
    unpaired_mark,
    mark_between_quotes,
    blank_in_chinese,
    wrong_middle_dot,
    comma_for_dun,
    dun_between_sentences,
    quotation_runs_over,
    enumeration_marks_mixed,
    words_in_title_marks,
    placeholder,
    self_reference_mixed,
    another_place,
    personal_data,
    person_named,
    firm_named,
    word_doubled,
    # P: the templates folder: indicators, topics, phrases.
    unknown_relation,
    circular_relation,
    relation_in_other_units,
    unknown_name_in_pattern,
    never_told,
    phrase_times_overlap,
)
