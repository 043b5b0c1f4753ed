"""Digits and separators that stand at a part of a number belong to it."""

from __future__ import annotations

import pytest

from drafter.text.whole_numbers import whole_number


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("受理1,420件", "420件", "1,420件"),
        ("受理1，420件", "420件", "1，420件"),
        ("受理１420件", "420件", "１420件"),
        ("受理14 20件", "20件", "14 20件"),
        ("占95.24%", "24%", "95.24%"),
        ("共420", "42", "420"),
        ("共420.5", "420", "420.5"),
        ("全年，420件", "420件", "420件"),
        ("12次，420件", "420件", "420件"),
        ("1近420件", "近420件", "近420件"),
        ("共420.其中", "420", "420"),
        ("420件", "420件", "420件"),
    ],
)
def test_a_number_is_read_as_a_whole(text: str, part: str, whole: str) -> None:
    at = text.index(part)
    start, end = whole_number(text, at, at + len(part))
    assert text[start:end] == whole
