"""What was split off a paragraph is still its text, its figures included."""

from __future__ import annotations

import pytest

from drafter.model.edited import EditedParagraph
from drafter.model.home import Home, HomeKind, Stretch
from drafter.text.homecoming import Couple
from drafter.text.split_paragraphs import with_values

OLD = "全年开展培训3次，覆盖社区11个。选取小区8个试点。"


def stretches() -> tuple[Stretch, ...]:
    values = {"3次": "{{甲.子}}", "11个": "{{甲.丑}}", "8个": "{{甲.寅}}"}
    places = {OLD.index(words): (words, slot) for words, slot in values.items()}
    return tuple(Stretch(at, at + len(words), slot) for at, (words, slot) in places.items())


@pytest.mark.parametrize(
    ("behind", "tags"),
    [
        ("选取小区8个试点。", ["甲.寅"]),
        ("8个试点。", ["甲.寅"]),
        ("选取小区18个试点。", []),
        ("新建公园8个。", []),
        ("选取小区8个试点。选取小区8个试点。", []),
    ],
)
def test_a_figure_goes_with_the_words_around_it(behind: str, tags: list[str]) -> None:
    home = Home(0, HomeKind.BODY, OLD, 0, stretches=stretches())
    first = EditedParagraph(OLD.partition("选取")[0], 1)
    couples = [Couple(first, home), Couple(EditedParagraph(behind, 2), None)]
    [_, made] = with_values(couples)
    assert [one.tag for one in made.paragraph.controls] == tags


def test_a_figure_that_is_still_in_its_paragraph_is_none_of_another() -> None:
    home = Home(0, HomeKind.BODY, OLD, 0, stretches=stretches())
    couples = [Couple(EditedParagraph(OLD, 1), home), Couple(EditedParagraph("小区8个试", 2), None)]
    [_, made] = with_values(couples)
    assert made.paragraph.controls == ()
