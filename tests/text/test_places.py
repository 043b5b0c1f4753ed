from __future__ import annotations

import pytest

from drafter.text.places import by_name, home, named_places

NAMED = by_name(
    [
        ("广东省",),
        ("广东省", "广州市"),
        ("广东省", "广州市", "花都区"),
        ("广东省", "广州市", "增城区"),
        ("陕西省", "西安市", "长安区"),
        ("河北省", "石家庄市", "长安区"),
        ("陕西省", "安康市"),
        ("陕西省", "安康市", "汉滨区"),
        ("海南省", "东方市"),
    ]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("广东省广州市花都区", ["广东省", "广州市", "花都区"]),
        ("增城区新增城区绿地，规范东方市场", ["增城区"]),
        ("全市各县区", []),
    ],
)
def test_full_names_are_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in named_places(text, NAMED)] == names


def test_an_office_is_where_its_name_says() -> None:
    here = home(["广州市花都区人民政府"], NAMED)
    assert here is not None
    assert here.holds(("广东省",))
    assert not here.holds(("广东省", "广州市", "增城区"))


def test_a_name_that_two_places_bear_is_either() -> None:
    here = home(["长安区人民政府"], NAMED)
    assert here is not None
    assert here.names >= {"西安市", "石家庄市"}


def test_a_zone_is_in_the_city_that_its_name_begins_with() -> None:
    here = home(["安康高新区"], NAMED)
    assert here is not None
    assert here.holds(("陕西省", "安康市", "汉滨区"))


def test_where_an_office_is_may_be_unknown() -> None:
    assert home(["某街道办事处"], NAMED) is None
