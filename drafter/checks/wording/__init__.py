"""W: words, set phrases with their time, repetition, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    wrong_word,
    wrong_title,
    title_marks_round_noun,
    old_office_name,
    loose_wording,
    phrase_too_early,
    phrase_out_of_date,
    congress_incomplete,
    plenum_number_lost,
    this_year_of_another_year,
    stale_year,
    day_name_wrong,
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
)
