"""Sections of reports brought together: none lost, none twice, whatever the reports hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.learned import Figure, Sample, Sighting
from drafter.text.learning.alignment import aligned
from drafter.text.learning.meanings import Meanings
from drafter.text.learning.sayings import SET_PHRASE, brought_together, shared_words

KNOWN = Meanings(words={}, rarity={}, unknown=1.0, tells={})
_HEADINGS = st.sampled_from(
    [
        "深化政务公开",
        "加强政务公开工作",
        "开展普法宣传",
        "做好行政复议",
        "化解矛盾纠纷",
        "纠纷化解",
        "其他",
    ]
)
_OUTLINES = st.lists(st.tuples(st.booleans(), _HEADINGS), min_size=1, max_size=8)
_WORDS = st.text("办理复议案件受理信访，的件共", max_size=30)


def _sample(outline: list[tuple[bool, str]], name: str = "甲") -> Sample:
    """A report of chapters and, where the flag is set, sections below the last chapter."""
    sections: list[Sighting] = []
    chapter = -1
    for place, (below, heading) in enumerate(outline):
        parent = chapter if below else -1
        chapter = chapter if below and chapter >= 0 else place
        sections.append(
            Sighting(
                place, parent, 1 if parent < 0 else 2, "", heading, bool(below), frozenset(), "",
                heading, 0, 10, (), (), f"{name}:{place}",
            )
        )  # fmt: skip
    return Sample(name, "", "", None, tuple(sections), (), "")


@given(st.lists(_OUTLINES, min_size=1, max_size=4))
def test_every_section_stands_in_one_item_and_no_item_holds_two_of_a_report(
    outlines: list[list[tuple[bool, str]]],
) -> None:
    samples = [_sample(outline) for outline in outlines]
    items = aligned(samples, KNOWN)
    for at, sample in enumerate(samples):
        placed = [item.members[at].place for item in items if at in item.members]
        assert sorted(placed) == [section.place for section in sample.sections]


@given(_OUTLINES)
def test_a_report_learned_twice_is_found_whole_in_itself(outline: list[tuple[bool, str]]) -> None:
    items = aligned([_sample(outline), _sample(outline)], KNOWN)
    assert len(items) == len(outline)
    assert all(item.members[0].heading == item.members[1].heading for item in items)


@given(_WORDS, _WORDS, _WORDS, _WORDS)
def test_words_that_two_samples_share_stand_in_both_and_are_no_longer_than_a_set_phrase(
    one: str, other: str, after: str, behind: str
) -> None:
    before, rest = shared_words(_figure(one, after), _figure(other, behind))
    assert len(before) <= SET_PHRASE
    assert len(rest) <= SET_PHRASE
    assert one.endswith(before)
    assert other.endswith(before)
    assert after.startswith(rest)
    assert behind.startswith(rest)


def test_the_same_figure_under_other_names_is_brought_together() -> None:
    one = _figure("全年发布政策解读材料", "", "其他.读材料")
    other = _figure("发布政策解读材料", "", "其他.解读材料")
    third = _figure("发布政策解读材料", "", "其他.解读材料", unit="篇")
    figures, ids = brought_together([[one], [other], [third]], {})
    assert ids[one] == ids[other] == "其他.发布政策解读材料"
    assert ids[third] != ids[one]
    assert figures[ids[one]].count == 2


def _figure(before: str, after: str, id_: str = "其他.数", unit: str = "件") -> Figure:
    return Figure(id_, before[-4:], unit, before, after, before + after, "甲:1", mapped=False)
