"""Files made to do harm are refused or harmless: soon, in little memory, and nothing is fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.documents.making import LEAD
from tests.fuzz.hostile import HOSTILE, OK
from tests.running import drafter

if TYPE_CHECKING:
    from pathlib import Path

_REPORT = ("Word", "网页", "网页归档", "PDF")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What became of every file, all tried in one process with 1.5 GB of memory."""
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.fuzz.one_by_one", tmp_path_factory.mktemp("x")],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return {one["what"]: one for one in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_words_and_does_nothing(
    what: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    told = outcomes[what]
    assert (told["wrong"], told["did"]) == ("", [])
    assert HOSTILE[what].codes & set(told["codes"])


@pytest.mark.parametrize("what", [w for w, one in HOSTILE.items() if one.codes == {OK}])
def test_only_the_words_of_a_hostile_file_are_read(
    what: str, outcomes: dict[str, dict[str, Any]]
) -> None:
    words = outcomes[what]["words"]
    if what.split("：", maxsplit=1)[0] in _REPORT:
        assert LEAD[:-1] in "".join(words.split())
    assert not any(bad in words for bad in ("root:", "WEBSERVICE", "cmd", "坏", "Shell", "launch"))


@pytest.mark.parametrize("command", [("check",), ("adopt",), ("slips", "in", "2023.yaml")])
@pytest.mark.parametrize("name", ["管道.txt", "管道.docx", "管道.yaml"])
def test_a_pipe_is_refused_at_once_and_not_waited_for(
    command: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / "2023.yaml").write_text(
        "报告: {年度: 2023, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n", encoding="utf-8"
    )
    ran = drafter(*command, name, folder=tmp_path)
    assert ran.returncode == 2
    assert "不是文件" in ran.stderr
    assert "怎么改" in ran.stderr


def test_a_pipe_is_no_word_template(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "模板.docx")
    ran = drafter("word", tmp_path / "模板.docx")
    assert ran.returncode == 2
    assert "管道" in ran.stderr


@pytest.mark.parametrize("name", ["无底.txt", "无底.docx", "无底.yaml"])
def test_a_device_without_an_end_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to("/dev/zero")
    ran = drafter("check", tmp_path / name)
    assert ran.returncode == 2
    assert "设备" in ran.stderr


@pytest.mark.parametrize("name", ["圈.txt", "圈.yaml", "圈.xlsx"])
def test_links_that_lead_to_each_other_are_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(tmp_path / "另一个")
    (tmp_path / "另一个").symlink_to(tmp_path / name)
    (tmp_path / "2023.yaml").write_text(
        "报告: {年度: 2023, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n", encoding="utf-8"
    )
    command = ("slips", "in", "2023.yaml") if name.endswith("xlsx") else ("check",)
    ran = drafter(*command, name, folder=tmp_path)
    assert ran.returncode == 2
    assert "程序内部出错" not in ran.stderr
    assert "怎么改" in ran.stderr


@pytest.mark.parametrize("name", ["大.txt", "大.yaml", "大.html", "大.csv"])
def test_a_text_of_200_megabytes_is_not_read(name: str, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(200 << 20)
    since = time.perf_counter()
    ran = drafter("check", tmp_path / name)
    assert time.perf_counter() - since < 60
    assert ran.returncode == 2
    assert "上限" in ran.stderr
