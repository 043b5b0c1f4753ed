"""Where the sign-off stands: GB/T 9704-2012, 7.3.5.2, in characters of the page."""

from __future__ import annotations

import pytest

from drafter.writers.word.signoff import LINE, Place, places, sealed_places, width


@pytest.mark.parametrize(
    ("text", "wide"),
    [("某某市人民政府", 7), ("2025年1月20日", 6.5), ("“甲”——", 5), ("e\u0301", 0.5)],
)
def test_width_counts_figures_half(text: str, wide: float) -> None:
    assert width(text) == wide


def test_long_office_stands_two_from_the_right_and_the_date_two_further_in() -> None:
    offices, date = places(["某" * 17], "2025年1月20日")
    assert offices == (Place(9, 0, "left"),)
    assert date == Place(11, 0, "left")


def test_short_office_gives_way_to_the_date() -> None:
    offices, date = places(["某某市人民政府"], "2025年1月20日")
    assert offices == (Place(16.5, 0, "left"),)
    assert date == Place(18.5, 0, "left")


def test_several_offices_and_the_date_share_one_axis() -> None:
    offices, date = places(["某" * 10, "某" * 14], "2025年1月20日")
    assert offices == (date, date)
    assert date.align == "center"
    assert (date.left + LINE - date.right) / 2 == LINE - 2 - 14 / 2


@pytest.mark.parametrize("length", [26, 27, 40])
@pytest.mark.parametrize("count", [1, 2])
def test_no_indent_is_ever_negative(length: int, count: int) -> None:
    offices, date = places(["某" * length] * count, "2025年1月20日")
    assert all(place.left >= 0 and place.right >= 0 for place in (*offices, date))


def test_office_without_date_stands_two_from_the_right() -> None:
    offices, _ = places(["某某市人民政府"], "")
    assert offices == (Place(19, 0, "left"),)


@pytest.mark.parametrize("office", ["某某市政府", "某" * 15])
def test_under_a_seal_the_date_ends_four_from_the_right_and_the_office_is_centred_over_it(
    office: str,
) -> None:
    place = sealed_places([office], "2025年1月20日")
    assert place == Place(LINE - 2 * (4 + 7.5 / 2), 0, "center")


def test_under_a_seal_an_office_too_long_for_that_ends_at_the_edge_of_the_text() -> None:
    place = sealed_places(["某" * 20], "2025年1月20日")
    assert place == Place(7.5, 0, "center")


def test_under_a_seal_no_indent_is_negative() -> None:
    assert sealed_places(["某" * 40], "") == Place(0, 0, "center")
