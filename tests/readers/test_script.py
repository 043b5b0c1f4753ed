"""A file that is to be changed keeps its encoding, its mark and its line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.readers.files import read_script

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "数据:\r\n  受理: 786宗\n  镕: 𠮷\r"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        b"",
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "gb18030", "empty"],
)
def test_what_was_read_is_written_again_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(data)
    script = read_script(path)
    assert script.text == (TEXT if data else "")
    assert script.encoded(script.text) == data
