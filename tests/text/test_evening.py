"""Web copies evened out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.text.evening import even

CHANGED = (
    ("坚持依法行政,规范执法;办结率100%,好!", "坚持依法行政，规范执法；办结率100%，好！"),
    ("好评率99%:真的?", "好评率99%：真的？"),
    ("(一)加强领导", "（一）加强领导"),
    ("党(工)委(党组),", "党（工）委（党组），"),
    ("采用系统(ABC)办理", "采用系统（ABC）办理"),
    ('深化"放管服"改革和"双随机"', "深化“放管服”改革和“双随机”"),
    ("认真执行, 由法制部  审查", "认真执行，由法制部审查"),
    ("\u3000\u30002023\u00a0年,共 受理 12 件", "2023年，共受理12件"),
    ("共受理1,234件,12:30结束", "共受理1,234件，12:30结束"),
)  # fmt: skip
KEPT = (
    "比例为3:1，达1,234.5万元",
    "安装Microsoft Office, Windows系统",
    "“法惠民安.治在江海”、“3·15”",
    "网址http://a.cn/x?y=1,2",
    "f(x, y); g(x)",
)
TOKENS = [*"法治，。,:;?!()（）\"“”'1２aB .·\u3000\u00a0\n%", "http://a.b/?c", "a@b.cn"]
TEXTS = st.lists(st.sampled_from(TOKENS), max_size=30).map("".join)


@pytest.mark.parametrize(("raw", "evened"), CHANGED)
def test_half_width_marks_straight_quotes_and_blanks_are_evened_out(raw: str, evened: str) -> None:
    assert even(raw) == evened


@pytest.mark.parametrize("text", KEPT)
def test_numbers_times_latin_text_addresses_and_dots_stay(text: str) -> None:
    assert even(text) == text


def test_a_mark_behind_an_address_is_the_sentences() -> None:
    assert even("见www.a.cn,请看(a@b.cn)") == "见www.a.cn，请看（a@b.cn）"


def test_a_quote_without_a_partner_stays_straight() -> None:
    assert even('深化"放管服改革') == '深化"放管服改革'


@given(TEXTS)
@example('"“法"')
@example("法 (a")
def test_evening_twice_is_evening_once(text: str) -> None:
    assert even(even(text)) == even(text)


@given(TEXTS)
def test_letters_and_digits_are_never_touched(text: str) -> None:
    def bare(words: str) -> str:
        return "".join(char for char in words if char.isalnum())

    assert bare(even(text)) == bare(text)
