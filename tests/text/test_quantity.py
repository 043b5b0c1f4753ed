"""Figures, read and written."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.model.quantity import Mark, Quantity
from drafter.text.quantity import (
    QuantityError,
    base_unit,
    change,
    percent,
    read_quantity,
    render,
)

#: The figures of the sample reports: as printed, value, unit, and the mark unless exact.
SAMPLES = """
8316宗 8316 宗 | 8316件 8316 件 | 489宗 489 宗 | 100% 100 % | 1个工作日 1 个工作日
3个工作日 3 个工作日 | 30000余份 30000 份 over | 200余张 200 张 over | 80余条 80 条 over
25%以上 25 % above | 32家 32 家 | 13个 13 个 | 28300余条 28300 条 over | 12392户次 12392 户次
90% 90 % | 101项 101 项 | 27亿条 2700000000 条 | 15个 15 个 | 71户 71 户 | 17个 17 个
6381件/次 6381 件/次 | 15份 15 份 | 150余条 150 条 over | 7次 7 次 | 5500余宗 5500 宗 over
248人 248 人 | 409人 409 人 | 68名 68 名 | 786宗 786 宗 | 68.67% 68.67 % | 63.10% 63.10 %
7宗 7 宗 | 90宗 90 宗 | 66876人 66876 人 | 1497宗 1497 宗 | 98.73% 98.73 % | 10个 10 个
2184人次 2184 人次 | 2583宗 2583 宗 | 95%以上 95 % above | 208件 208 件 | 229件 229 件
58个 58 个 | 62个 62 个 | 786件 786 件 | 83% 83 % | 92项 92 项 | 274项 274 项 | 423项 423 项
240项 240 项 | 34项 34 项 | 200项 200 项 | 22个工作日 22 个工作日 | 55个工作日 55 个工作日
33项 33 项 | 146项 146 项 | 99.12% 99.12 % | 96.3% 96.3 % | 70余家 70 家 over | 167家 167 家
685项 685 项 | 51人次 51 人次 | 4305件 4305 件 | 18余次 18 次 over | 100余个 100 个 over
80余次 80 次 over | 2个 2 个 | 2家 2 家 | 3名 3 名 | 17名 17 名 | 5份 5 份 | 24个 24 个
2709条 2709 条 | 3件 3 件 | 75件 75 件 | 7个 7 个 | 14项 14 项 | 422万条 4220000 条
112991条 112991 条 | 850余批次 850 批次 over | 98%以上 98 % above | 363件 363 件
11.46% 11.46 % | 2件 2 件 | 10件 10 件 | 51名 51 名 | 700余万元 7000000 元 over
24小时 24 小时 | 254条 254 条 | 247条 247 条 | 97.2% 97.2 % | 35起 35 起 | 92人 92 人
68人 68 人 | 84人 84 人 | 409.65万元 4096500 元 | 3处 3 处 | 200余条 200 条 over
35000份 35000 份 | 30000份 30000 份 | 200本 200 本 | 6家 6 家 | 2次 2 次 | 40家 40 家
5大项 5 大项 | 40件 40 件 | 11个 11 个 | 20余场次 20 场次 over | 4000余人次 4000 人次 over
40个课时 40 个课时 | 100余条 100 条 over | 近1.5万余份 15000 份 near
42800余条 42800 条 over | 15355份 15355 份 | 3166份 3166 份 | 1339份 1339 份
10850份 10850 份 | 96%以上 96 % above | 38次 38 次 | 70多篇 70 篇 over | 20余次 20 次 over
15名 15 名 | 53个 53 个 | 2753个 2753 个 | 172个 172 个 | 21个 21 个 | 2330条 2330 条
743条 743 条 | 26280件 26280 件 | 9208件 9208 件 | 261件 261 件 | 254件 254 件 | 578件 578 件
589人次 589 人次 | 17家 17 家 | 14场 14 场 | 23篇 23 篇 | 9个 9 个 | 5个 5 个
700余项 700 项 over | 225份 225 份 | 509份 509 份 | 121次 121 次 | 139次 139 次 | 10宗 10 宗
1宗 1 宗 | 8个 8 个 | 420宗 420 宗 | 365宗 365 宗 | 1141.95万元 11419500 元 | 1110人 1110 人
607次 607 次 | 36次 36 次 | 880人次 880 人次 | 147宗 147 宗 | 475人 475 人 | 502次 502 次
123名 123 名 | 4件 4 件 | 13件 13 件 | 25宗 25 宗 | 2宗 2 宗 | 14宗 14 宗 | 12宗 12 宗
86% 86 % | 154件 154 件 | 12个 12 个 | 753条 753 条 | 11件 11 件 | 超两百场 200 场 above
三个 3 个 | 37万 370000 - | 1个 1 个
"""
ROWS = [row.split() for line in SAMPLES.split("\n") for row in line.split("|") if row.strip()]

#: Further forms: as typed, value, unit, mark, as printed.
FORMS = (
    ("达96%以上", "96", "%", Mark.ABOVE, "96%以上"),
    ("达到100%", "100", "%", Mark.EXACT, "100%"),
    ("高达98.7%", "98.7", "%", Mark.EXACT, "98.7%"),
    ("共8316件", "8316", "件", Mark.EXACT, "8316件"),
    ("共计80余次", "80", "次", Mark.OVER, "80余次"),
    ("近30场次", "30", "场次", Mark.NEAR, "近30场次"),
    ("接近 30 场次", "30", "场次", Mark.NEAR, "接近30场次"),
    ("超过200场", "200", "场", Mark.ABOVE, "超过200场"),
    ("逾1亿元", "100000000", "元", Mark.ABOVE, "逾1亿元"),
    ("至少10件", "10", "件", Mark.ABOVE, "至少10件"),
    ("不足10件", "10", "件", Mark.BELOW, "不足10件"),
    ("不到10件", "10", "件", Mark.BELOW, "不到10件"),
    ("不超过10件", "10", "件", Mark.BELOW, "不超过10件"),
    ("10件以内", "10", "件", Mark.BELOW, "10件以内"),
    ("10件以下", "10", "件", Mark.BELOW, "10件以下"),
    ("约200人左右", "200", "人", Mark.ABOUT, "约200人左右"),
    ("200人上下", "200", "人", Mark.ABOUT, "200人上下"),
    ("5左右", "5", "", Mark.ABOUT, "5左右"),
    ("3万余份", "30000", "份", Mark.OVER, "3万余份"),
    ("3万多份", "30000", "份", Mark.OVER, "3万多份"),
    ("1.2万余人次", "12000", "人次", Mark.OVER, "1.2万余人次"),
    ("700万余元", "7000000", "元", Mark.OVER, "700万余元"),
    ("50余", "50", "", Mark.OVER, "50余"),
    ("37万件", "370000", "件", Mark.EXACT, "37万件"),
    ("3万亿元", "3000000000000", "元", Mark.EXACT, "3万亿元"),
    ("三万余份", "30000", "份", Mark.OVER, "三万余份"),
    ("一万二千件", "12000", "件", Mark.EXACT, "一万二千件"),
    ("十余次", "10", "次", Mark.OVER, "十余次"),
    ("百分之九十八点五", "98.5", "%", Mark.EXACT, "百分之九十八点五"),
    ("百分之百", "100", "%", Mark.EXACT, "百分之百"),
    ("百分之九十以上", "90", "%", Mark.ABOVE, "百分之九十以上"),
    ("１２．５％", "12.5", "%", Mark.EXACT, "12.5%"),
    ("３２０ 件", "320", "件", Mark.EXACT, "320件"),
    ("66,876", "66876", "", Mark.EXACT, "66876"),
    ("66 876人", "66876", "人", Mark.EXACT, "66876人"),
    ("66\u2009876 人", "66876", "人", Mark.EXACT, "66876人"),
    ("1，234，567件", "1234567", "件", Mark.EXACT, "1234567件"),
    ("1,234.56万元", "12345600", "元", Mark.EXACT, "1234.56万元"),
    ("12.50万元", "125000", "元", Mark.EXACT, "12.50万元"),
    ("1.23456万元", "12345.6", "元", Mark.EXACT, "1.23456万元"),
    ("5件次", "5", "件次", Mark.EXACT, "5件次"),
    ("5件（次）", "5", "件（次）", Mark.EXACT, "5件（次）"),
    ("5件(次)", "5", "件（次）", Mark.EXACT, "5件（次）"),
    ("2.1个百分点", "2.1", "个百分点", Mark.EXACT, "2.1个百分点"),
    ("3千克", "3", "千克", Mark.EXACT, "3千克"),
    ("5‰", "5", "‰", Mark.EXACT, "5‰"),
    ("5个月", "5", "个月", Mark.EXACT, "5个月"),
    ("－5件", "-5", "件", Mark.EXACT, "-5件"),
    ("−5件", "-5", "件", Mark.EXACT, "-5件"),
    ("负5件", "-5", "件", Mark.EXACT, "负5件"),
    ("0件", "0", "件", Mark.EXACT, "0件"),
    ("999999999999999件", "999999999999999", "件", Mark.EXACT, "999999999999999件"),
)

#: What is no figure, and a word of what to type instead.
REFUSED = {
    "": "这里是空的",
    "　": "这里是空的",
    "2023年": "日期",
    "2023年度": "日期",
    "二〇二三年": "日期",
    "12月": "日期",
    "12月6日": "日期",
    "24日": "个工作日",
    "2023-12-06": "日期",
    "2023.12.6": "日期",
    "2023/12/6": "日期",
    "5点": "时间",
    "第3条": "序号",
    "第四卷": "序号",
    "〔2023〕5号": "文号",
    "（2023）5号": "文号",
    "5号": "文号",
    "3-5件": "范围",
    "3～5件": "范围",
    "3至5件": "范围",
    "10%-20%": "范围",
    "三分之一": "百分数",
    "1/3": "百分数",
    "百分之五件": "百分数",
    "1.2余万余人次": "只写一次",
    "5件余": "放在单位前",
    "数十次": "阿拉伯数字",
    "百余件": "阿拉伯数字",
    "近千份": "阿拉伯数字",
    "一百五件": "阿拉伯数字",
    "1万5千": "阿拉伯数字",
    "12件34": "只填一个数",
    "2件又3件": "只填一个数",
    "8 5件": "只填一个数",
    "8. 5件": "只填一个数",
    "1,23件": "只填一个数",
    "1234,567": "只填一个数",
    "0.123,456": "只填一个数",
    "8316.": "只填一个数",
    ".5%": "只填一个数",
    "5.5.5件": "只填一个数",
    "1e5": "只填一个数",
    "1_000件": "只填一个数",
    "+5件": "只填一个数",
    "10:30": "只填一个数",
    "½": "只填一个数",
    "③件": "只填一个数",
    "3²件": "只填一个数",
    "٣件": "只填一个数",
    "NaN": "只填一个数",
    "Infinity": "只填一个数",
    "无": "只填一个数",
    "不涉及": "只填一个数",
    "全覆盖": "只填一个数",
    "见附件": "只填一个数",
    "件": "只填一个数",
    "5件的": "只填一个数",
    "5以上件": "只填一个数",
    "365宗矛盾纠纷": "只填一个数",
    "8316宗。": "只填一个数",
    "012": "去掉前面的0",
    "-00.5": "去掉前面的0",
    "-0": "请写 0",
    "1" * 16 + "件": "位数太多",
    "9" * 10_000: "太长",
    "共" * 10_000: "太长",
}
UNITS = (
    "",
    "件",
    "人次",
    "户次",
    "场次",
    "批次",
    "个工作日",
    "件（次）",
    "元",
    "%",
    "‰",
    "个百分点",
)
NUMBERS = st.decimals(-(10**9), 10**9, places=4).map(lambda number: number + 0)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_figure_of_the_samples_is_read(row: list[str]) -> None:
    quantity = read_quantity(row[0])
    read = [row[0], str(quantity.value), quantity.unit or "-", quantity.mark.value]
    assert read == [*row, "exact"][:4]
    assert quantity.text == row[0]


@pytest.mark.parametrize(("typed", "value", "unit", "mark", "printed"), FORMS)
def test_a_figure_is_read_however_it_is_typed(
    typed: str, value: str, unit: str, mark: Mark, printed: str
) -> None:
    quantity = read_quantity(typed)
    assert (str(quantity.value), quantity.unit, quantity.mark) == (value, unit, mark)
    assert quantity.text == printed


@pytest.mark.parametrize("typed", ["2.50%", "86.00%", "86%", "0.00", "100.0%"])
def test_a_value_keeps_the_decimals_that_were_typed(typed: str) -> None:
    assert str(read_quantity(typed).value) == typed.removesuffix("%")


@pytest.mark.parametrize(("typed", "advice"), REFUSED.items(), ids=lambda text: text[:20])
def test_what_is_no_figure_is_refused_and_told_what_to_type(typed: str, advice: str) -> None:
    with pytest.raises(QuantityError, match=advice) as refusal:
        read_quantity(typed)
    assert len(str(refusal.value)) < 120


@given(
    st.text()
    | st.text("0123456789.,-近约超达余多万亿百分之点一两十件次（）/%以上 ０９，", max_size=50)
)
@example("0" * 40)
@example("1" + ",111" * 9)
@example(" " * 100_000 + "x")
@example("一" * 40)
@example("\ud800")
def test_any_text_is_a_figure_or_is_refused(text: str) -> None:
    with suppress(QuantityError):
        quantity = read_quantity(text)
        assert quantity.value.is_finite()
        assert _reads_as(quantity)


def _reads_as(quantity: Quantity) -> bool:
    """Whether its text reads as itself; a refusal of it is no excuse."""
    try:
        return read_quantity(quantity.text) == quantity
    except QuantityError:
        return False


@given(NUMBERS, st.sampled_from(UNITS), st.sampled_from(Mark))
def test_what_is_rendered_is_read_back(value: Decimal, unit: str, mark: Mark) -> None:
    quantity = read_quantity(render(value, unit, mark))
    assert (quantity.value, quantity.unit, quantity.mark) == (value, unit, mark)


def test_a_rendered_number_has_no_exponent_and_no_zeros_at_its_end() -> None:
    texts = [render(Decimal(n), "件", Mark.EXACT) for n in ("1.1E+4", "96.30", "86.00", "0.00")]
    assert texts == ["11000件", "96.3件", "86件", "0件"]


@pytest.mark.parametrize("zero", ["0", "-0", "0.000", "-0E+3"])
def test_zero_is_rendered_without_a_sign(zero: str) -> None:
    assert render(Decimal(zero), "件", Mark.OVER) == "0余件"


def test_ten_thousand_is_part_of_a_unit_but_not_of_the_base_unit() -> None:
    units = {unit: base_unit(unit) for unit in ("万元", "亿元", "万亿元", "万", "件", "")}
    assert {unit: (int(times), base) for unit, (times, base) in units.items()} == {
        "万元": (10**4, "元"),
        "亿元": (10**8, "元"),
        "万亿元": (10**12, "元"),
        "万": (10**4, ""),
        "件": (1, "件"),
        "": (1, ""),
    }


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [
        (12, 14, 2, "85.71%"),
        (12, 14, 0, "86%"),
        (247, 254, 1, "97.2%"),
        (1, 8, 2, "12.5%"),
        (1, 8, 0, "13%"),
        (1, 16, 1, "6.3%"),
        (5, 8, 2, "62.5%"),
        (14, 14, 2, "100%"),
        (0, 14, 2, "0%"),
        (3, 2, 2, "150%"),
    ],
)
def test_a_share_is_rounded_half_up(part: int, whole: int, decimals: int, text: str) -> None:
    share = percent(Decimal(part), Decimal(whole), decimals)
    assert share.text == text
    assert share == read_quantity(text)


def test_a_share_of_the_greatest_figures_is_exact() -> None:
    most = read_quantity("999999999999999万亿元").value
    assert percent(most, Decimal("0.0001"), 4).value == most * 1_000_000


def test_there_is_no_share_of_nothing() -> None:
    with pytest.raises(ValueError, match="分母为0"):
        percent(Decimal(1), Decimal(0), 2)


@pytest.mark.parametrize(
    ("now", "before", "word", "rate"),
    [
        (786, 466, "增长", "68.67%"),
        (363, 410, "下降", "11.46%"),
        (9, 8, "增长", "12.5%"),
        (0, 5, "下降", "100%"),
        (5, -10, "增长", "150%"),
    ],
)
def test_a_change_is_told_with_its_rate(now: int, before: int, word: str, rate: str) -> None:
    told, quantity = change(Decimal(now), Decimal(before), 2)
    assert (told, quantity and quantity.text) == (word, rate)


@pytest.mark.parametrize("now", ["100000", "100001", "99999", "100000.00"])
def test_what_rounds_to_nothing_is_told_as_no_change(now: str) -> None:
    assert change(Decimal(now), Decimal(100000), 2) == ("持平", None)


def test_there_is_no_rate_on_a_year_with_nothing() -> None:
    with pytest.raises(ValueError, match="上年为0"):
        change(Decimal(1), Decimal(0), 2)
