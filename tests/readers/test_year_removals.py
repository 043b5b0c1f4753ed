"""An entry goes out of a year file as a comment; nothing else reads differently."""

from __future__ import annotations

import pytest

from drafter.readers.year_edits import EditRefusedError
from drafter.readers.year_removals import drop_entry


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("甲: 1\n乙: 2\n丙: 3\n", ("乙",), "甲: 1\n# 定稿时删去：乙: 2\n丙: 3\n"),
        (
            "甲:\n  乙:\n    - 一\n    - 二\n  # 留着\n  丙: 3\n",
            ("甲", "乙"),
            "甲:\n  # 定稿时删去：乙: - 一 - 二\n  # 留着\n  丙: 3\n",
        ),
        ("甲:\n  乙: 2\n丙: 3\n", ("甲", "乙"), "# 定稿时删去：甲: 乙: 2\n丙: 3\n"),
        ("- {甲: 1, 乙: 2, 丙: 3}\n", (0, "乙"), "# 定稿时删去：乙: 2\n- {甲: 1, 丙: 3}\n"),
        ("- {甲: 1, 乙: 2}\n", (0, "乙"), "# 定稿时删去：乙: 2\n- {甲: 1}\n"),
        ("- 甲: 1\n  乙: 2\n", (0, "甲"), "# 定稿时删去：甲: 1\n- 乙: 2\n"),
        ("甲: 1\r\n乙: 2\r\n丙: 3\r\n", ("丙",), "甲: 1\r\n乙: 2\r\n# 定稿时删去：丙: 3\r\n"),
        ("甲: 1\n乙: 2  # 说明\n", ("乙",), "甲: 1\n# 定稿时删去：乙: 2  # 说明\n"),
    ],
)
def test_an_entry_goes(text: str, path: tuple[str | int, ...], after: str) -> None:
    assert drop_entry(text, path) == after


@pytest.mark.parametrize("path", [("没有",), ("甲", "乙"), ("甲",)])
def test_what_is_not_there_or_is_all_there_is_is_refused(path: tuple[str, ...]) -> None:
    with pytest.raises(EditRefusedError):
        drop_entry("甲: 1\n", path)
