"""Figures sentence by sentence, wholes with their parts, rates with their counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.model.proof import Passage, PassageKind, Told
from drafter.model.spot import Spot
from drafter.text.bounds import comparable, is_count, least, most
from drafter.text.breakdowns import breakdowns
from drafter.text.claimed_shares import agrees, claimed_shares, possible, shown
from drafter.text.quantity import read_quantity
from drafter.text.statistics import statistics
from drafter.text.tied_out import of_another_time, statements, surely_told


def passage(text: str, ids: dict[str, str] | None = None, sure: float = 1.0) -> Passage:
    told = tuple(
        Told(one.quantity, one.start, one.end, id_, sure if id_ else 0.0)
        for one in statistics(text)
        for id_ in [(ids or {}).get(one.quantity.text, "")]
    )
    return Passage(
        place=0,
        kind=PassageKind.TEXT,
        level=0,
        number="",
        heading="",
        run_in=False,
        text=text,
        body=0,
        raw=text,
        told=told,
        section="",
        parts=frozenset(),
        table=False,
        spots=((0, Spot("报告.txt")),),
        exact=True,
    )


def broken_down(text: str) -> list[str]:
    """Each breakdown as `whole = part + part`, with ! where the words say that these are all."""
    return [
        f"{found.whole.quantity.text} = "
        + " + ".join(part.quantity.text for part in found.parts)
        + ("!" if found.full else "")
        for statement in statements(passage(text))
        for found in breakdowns(statement)
    ]


def shares(text: str) -> list[str]:
    """Each rate as `name rate: part / whole, whole`."""
    return [
        f"{share.name} {share.rate.quantity.text}: "
        f"{share.part.quantity.text if share.part else '?'} / "
        + ", ".join(one.quantity.text for one in share.wholes)
        for statement in statements(passage(text))
        for share in claimed_shares(statement)
    ]


def test_a_sentence_holds_its_figures_with_the_words_around_them() -> None:
    first, second = statements(passage("受理业务26280件，其中网上申办9208件已办结。共3场。"))
    assert [figure.before for figure in first.figures] == ["受理业务", "其中网上申办"]
    assert [figure.gap for figure in first.figures] == ["受理业务", "，其中网上申办"]
    assert [figure.after for figure in first.figures] == ["", "已办结"]
    assert second.text == "共3场。"


def test_a_sentence_that_opens_with_of_these_belongs_to_the_one_before() -> None:
    assert len(list(statements(passage("受理100件。其中，维持12件。审结90件。")))) == 2


def test_brackets_are_counted() -> None:
    (statement,) = statements(passage("受理100件（其中网上60件），办结98件。"))
    assert [figure.depth for figure in statement.figures] == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8316件", 8316, 8316),
        ("30000余份", 30000, 40000),
        ("42800余条", 42800, 42900),
        ("近1.5万份", None, 15500),
        ("95%以上", 95, None),
        ("不足10件", None, 10),
        ("约200人", None, None),
        ("2.63万件", 26250, 26350),
    ],
)
def test_what_an_approximate_figure_can_be(text: str, low: int | None, high: int | None) -> None:
    quantity = read_quantity(text)
    bounds = (least(quantity), most(quantity))
    assert bounds == tuple(None if one is None else Decimal(one) for one in (low, high))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("8316宗", "8316件", True),
        ("12名", "12人", True),
        ("12件", "12人", False),
        ("1", "1", False),
    ],
)
def test_units_that_count_the_same_things(one: str, other: str, *, same: bool) -> None:
    assert comparable(read_quantity(one), read_quantity(other)) is same


@pytest.mark.parametrize("text", ["2.63万件", "1141元", "12小时", "98%", "30余件", "0件"])
def test_what_is_no_whole_number_of_things(text: str) -> None:
    assert not is_count(read_quantity(text))


def test_words_of_another_time() -> None:
    assert of_another_time("上年收到")
    assert of_another_time("2022年收到", 2023)
    assert not of_another_time("2023年收到", 2023)
    assert not of_another_time("截至2023年12月31日", 2023)


def test_a_figure_with_two_values_is_not_surely_told() -> None:
    ids = {"786宗": "复议.收到", "768宗": "复议.收到", "12件": "公开.依申请"}
    told = surely_told([passage("收到786宗。收到768宗。收到12件。", ids)])
    assert set(told) == {"公开.依申请"}
    assert not surely_told([passage("收到12件。", ids, 0.7)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("受理100件，其中网上60件、窗口30件，办结98件。", ["100件 = 60件 + 30件"]),
        ("受理100件。其中，维持60件，撤销30件。", ["100件 = 60件 + 30件"]),
        ("受理100件，涉及50人，其中男性30人。", ["50人 = 30人"]),
        ("共30场，分别为讲座10场、座谈20场。", ["30场 = 10场 + 20场!"]),
        ("讲座10场、座谈20场，共计30场。", ["30场 = 10场 + 20场!"]),
        ("队伍48人，由专职20人、志愿者28人组成。", ["48人 = 20人 + 28人!"]),
        ("收到800件，同比增加200件，其中网上500件。", ["800件 = 500件"]),
        ("发放资料3000份，其中手册500份，张贴海报80份。", ["3000份 = 500份"]),
        ("拘留92人，逮捕68人。", []),
        ("共80场，其中每月5场。", []),
    ],
)
def test_wholes_and_their_parts(text: str, found: list[str]) -> None:
    assert broken_down(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("线索254条，办结247条，办结率97.2%。", ["办结率 97.2%: 247条 / 254条"]),
        ("收到120件，受理100件，办结60件，办结率60%。", ["办结率 60%: 60件 / 100件, 120件"]),
        ("受理100件，其中网上63件，占比63%。", ["占比 63%: 63件 / 100件"]),
        ("调解纠纷1497宗，成功率达98.73%。", ["成功率 98.73%: ? / 1497宗"]),
        ("受理100件，办结98件，按期办结率100%。", []),
        ("发放问卷500份，满意率98.4%。", []),
        ("同比增长12%。", []),
    ],
)
def test_rates_and_the_counts_they_are_of(text: str, found: list[str]) -> None:
    assert shares(text) == found


def test_a_share_is_rounded_as_the_rate_is_told() -> None:
    assert shown(Decimal(12), Decimal(14), read_quantity("80%")) == Decimal(86)
    assert shown(Decimal(12), Decimal(14), read_quantity("80.00%")) == Decimal("85.71")
    assert agrees(Decimal(12), Decimal(14), read_quantity("86%"))
    assert not agrees(Decimal(12), Decimal(14), read_quantity("86.0%"))


def test_whether_any_number_of_cases_makes_a_rate() -> None:
    assert possible(Decimal(1497), read_quantity("98.73%"))
    assert not possible(Decimal(1497), read_quantity("98.37%"))
