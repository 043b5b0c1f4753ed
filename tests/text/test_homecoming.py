"""Edited paragraphs find their homes, and figures are found in edited words."""

from __future__ import annotations

from time import perf_counter

import pytest

from drafter.model.edited import Control, EditedParagraph
from drafter.model.home import Home, HomeKind, Stretch
from drafter.model.spot import Spot
from drafter.text.homecoming import coupled
from drafter.text.origins import mark
from drafter.text.patterns import parse_pattern
from drafter.text.three_ways import merged
from drafter.text.weaving import woven

FIRST = "全年开展法治宣传活动，群众反映良好，取得了明显成效。"
SECOND = "组织执法人员参加业务培训，持证上岗率稳步提高。"
THIRD = "健全矛盾纠纷排查机制，做到早发现、早处置。"


def homes(*texts: str) -> list[Home]:
    return [Home(place, HomeKind.BODY, text, 0) for place, text in enumerate(texts)]


def paragraphs(*texts: str) -> list[EditedParagraph]:
    return [EditedParagraph(text, number) for number, text in enumerate(texts, 1)]


def marked(place: int, old: str, new: str) -> EditedParagraph:
    """A paragraph with the bookmark that it was printed with."""
    return EditedParagraph(new, place + 1, bookmarks=(f"_d{place}_{mark(old)}",))


def places(found: list[Home], edited: list[EditedParagraph]) -> list[int | None]:
    return [c.home.place if c.home else None for c in coupled(found, edited)]


def test_the_same_words_are_the_same_paragraph_wherever_they_stand() -> None:
    assert places(homes(FIRST, SECOND, THIRD), paragraphs(THIRD, FIRST, SECOND)) == [2, 0, 1]


def test_an_edited_paragraph_is_found_between_its_neighbours() -> None:
    edited = "组织执法人员和辅助人员参加轮训，持证上岗率稳步提高。"
    assert places(homes(FIRST, SECOND, THIRD), paragraphs(FIRST, edited, THIRD)) == [0, 1, 2]


def test_a_new_paragraph_has_no_home_and_a_deleted_one_is_missing() -> None:
    new = "召开专题会议研究部署。"
    assert places(homes(FIRST, SECOND, THIRD), paragraphs(FIRST, new, THIRD)) == [0, None, 2]


def test_a_bookmark_tells_a_paragraph_that_hardly_says_the_same() -> None:
    edited = marked(1, SECOND, "执法人员全部持证上岗，队伍面貌有了新变化。")
    assert places(homes(FIRST, SECOND, THIRD), [*paragraphs(THIRD), edited]) == [2, 1]


def test_a_thousand_paragraphs_take_no_more_than_some_seconds() -> None:
    many = [f"第{n}项工作{n * 7919 % 9973}：{FIRST}" for n in range(1000)]
    edited = [text.replace("良好", "好") if n % 3 else text for n, text in enumerate(many)]
    begin = perf_counter()
    assert places(homes(*many), paragraphs(*edited)) == list(range(1000))
    assert perf_counter() - begin < 10


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("受理20件，办结12件。", "受理15件，均办结12件。", "受理20件，均办结12件。"),
        ("受理15件，办结12件。", "受理16件，办结12件。", "受理16件，办结12件。"),
    ],
)
def test_changes_of_both_in_different_places_are_both_kept(
    ours: str, theirs: str, both: str
) -> None:
    base = "受理15件，办结12件。"
    assert merged(ours, theirs, lambda text: mark(text) == mark(base)) == both


def test_changes_of_both_in_the_same_place_are_not_merged() -> None:
    base = mark("受理15件。")
    assert merged("受理16件。", "受理17件。", lambda text: mark(text) == base) is None


OLD = "开展排查607次。调解组织受理案件420宗，成功365宗。"
FIGURES = ("607次", "420宗", "365宗")


def stretches() -> list[Stretch]:
    return [
        Stretch(OLD.index(text), OLD.index(text) + len(text), f"{{{{甲.{name}}}}}", (f"甲.{name}",))
        for name, text in zip("子丑寅", FIGURES, strict=True)
    ]


@pytest.mark.parametrize(
    ("new", "values", "pattern"),
    [
        (OLD.replace("607", "612"), ("612次", "420宗", "365宗"),
         "开展排查{{甲.子}}。调解组织受理案件{{甲.丑}}，成功{{甲.寅}}。"),
        (OLD.replace("607次", "约610余次"), ("约610余次", "420宗", "365宗"),
         "开展排查{{甲.子}}。调解组织受理案件{{甲.丑}}，成功{{甲.寅}}。"),
        (OLD.replace("调解组织", "人民调解委员会"), FIGURES,
         "开展排查{{甲.子}}。人民调解委员会受理案件{{甲.丑}}，成功{{甲.寅}}。"),
        (OLD.replace("受理案件420宗", "受理了案件共421宗"), ("607次", "421宗", "365宗"),
         "开展排查{{甲.子}}。调解组织受理了案件共{{甲.丑}}，成功{{甲.寅}}。"),
        ("成功调解365宗，共受理420宗。", ("365宗",), None),
    ],
)  # fmt: skip
def test_figures_are_found_by_the_words_around_them(
    new: str, values: tuple[str, ...], pattern: str | None
) -> None:
    found = woven(OLD, stretches(), new)
    if pattern is None:
        assert {found.value(one) for one in found.threads} <= {*FIGURES}
    else:
        assert tuple(found.value(one) for one in found.threads) == values
        assert found.pattern(0, len(new)) == pattern


def test_a_figure_that_a_sentence_written_anew_still_tells_stays_a_slot() -> None:
    new = "各级组织共办结各类纠纷365宗。"
    assert woven(OLD, stretches(), new).pattern(0, len(new)) == "各级组织共办结各类纠纷{{甲.寅}}。"


def test_a_control_tells_a_figure_in_a_paragraph_written_anew() -> None:
    new = "各级调解组织共办理430宗"
    found = woven(OLD, stretches(), new, (Control("甲.丑", 9, 13),))
    assert [(one.stretch.slot, found.value(one)) for one in found.threads] == [
        ("{{甲.丑}}", "430宗")
    ]


def test_braces_typed_in_word_are_no_slot() -> None:
    pattern = woven("甲乙。", (), "甲{{乙}}。").pattern(0, 7)
    assert pattern is not None
    assert parse_pattern(pattern, Spot("")).parts == ("甲{{乙}}。",)
