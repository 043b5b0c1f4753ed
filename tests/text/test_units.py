"""Units behind numbers."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.units import UNITS, unit_at, units_pattern

_FORM = re.compile(units_pattern(UNITS))
_WORDS = st.lists(
    st.sampled_from([*UNITS, "生活圈", "自助", "处置", "级", "的", "、", "24小时", "，"]),
    max_size=4,
).map("".join)


@given(_WORDS | st.text(max_size=6))
def test_the_unit_at_a_place_is_the_one_that_the_pattern_finds(text: str) -> None:
    found = _FORM.match(text)
    assert unit_at(text, 0) == (found.group() if found else "")
