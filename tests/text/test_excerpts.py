"""Words with those around them."""

from __future__ import annotations

import pytest

from drafter.text.excerpts import excerpt

LONG = "甲" * 30


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("办理5件，均已办结。", "5件", ("办理", "5件", "，均已办结。")),
        ("前一句。办理5件。后一句。", "5件", ("办理", "5件", "。")),
        (f"{LONG}，办理5件", "5件", ("…" + "甲" * 21 + "，办理", "5件", "")),
        (f"5件{LONG}", "5件", ("", "5件", "甲" * 24 + "…")),
        (f"有{LONG * 3}。", LONG * 3, ("有", "甲" * 40 + "……" + "甲" * 15, "。")),
    ],
    ids=["sentence", "its own sentence", "long before", "long behind", "long words"],
)
def test_the_words_are_quoted_with_the_rest_of_their_sentence(
    text: str, words: str, told: tuple[str, str, str]
) -> None:
    start = text.index(words)
    assert excerpt(text, start, start + len(words)) == told


def test_of_a_whole_paragraph_the_opening_is_quoted() -> None:
    assert excerpt("一段话。", 0, 0) == ("一段话。", "", "")
    assert excerpt("甲" * 50, 0, 0) == ("甲" * 40 + "…", "", "")
