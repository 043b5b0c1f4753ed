from __future__ import annotations

import pytest

from drafter.text.clauses import clauses
from drafter.text.pairs import pairs


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("印发《要点》，推行“三项制度”。", ""),
        ("印发《关于〈要点〉的通知（试行）》", ""),
        ("印发《要点，推行“三项制度”", "《"),
        ("推行三项制度”", "”"),
        ("《要点（试行》）", "（）"),
        ("“法治夜校、“法律明白人”", "“"),
        ("1）完善机制；2）加强培训", ""),
        ("（见附件1）", ""),
        ("Lawyer’s Home", ""),
    ],
)
def test_marks_without_their_other_half_are_told(text: str, alone: str) -> None:
    assert "".join(text[at] for at in pairs(text).alone) == alone


def test_marks_inside_quotations_part_no_clauses() -> None:
    text = "落实“件件有回音，事事有着落”，印发《甲，乙》；完成"
    found = [text[start:end] for start, end in clauses(text)]
    assert found == ["落实“件件有回音，事事有着落”", "印发《甲，乙》", "完成"]


def test_many_marks_that_stay_open_take_no_longer_than_their_number() -> None:
    assert len(pairs("（" * 50_000 + "”" * 50_000).alone) == 100_000
