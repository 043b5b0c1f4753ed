"""`drafter pull` as a clerk runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.app.editing import Editor
from tests.running import drafter

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year file and its draft with a figure, words and a sentence changed."""
    folder = tmp_path_factory.mktemp("龙城")
    shutil.copy(EXAMPLES / "longcheng-2023" / "2023.yaml", folder)
    assert drafter("draft", "2023.yaml", folder=folder).returncode == 0
    editor = Editor(folder / "2023.docx")
    editor.control("607次", "612次")
    editor.replace("上门走访企业", "深入走访企业")
    editor.insert_after("（五）持续推进", "（六）提升宣传质效。用好新媒体。")
    editor.save()
    return folder


@pytest.fixture(name="desk")
def _desk(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "稿"))


def text(desk: Path) -> str:
    return (desk / "2023.yaml").read_text(encoding="utf-8")


def test_what_was_put_in_is_told_in_groups(desk: Path) -> None:
    ran = drafter("pull", "2023.yaml", "2023.docx", folder=desk)
    assert (ran.returncode, ran.stderr.count("请您定")) == (0, 0)
    told = ran.stdout
    assert told.index("数据（1处）") < told.index("文字（1处）") < told.index("章节（1处）")
    assert "    - 607次\n    + 612次\n" in told
    assert "收回了3处改动" in ran.stderr
    assert "排查.次数: 612次" in text(desk)
    assert "深入走访企业{{走访.企业}}" in text(desk)
    assert "  - 题: 提升宣传质效\n    文: 用好新媒体。\n" in text(desk)


def test_a_dry_run_shows_the_lines_and_writes_nothing(desk: Path) -> None:
    before = text(desk)
    ran = drafter("pull", "2023.yaml", "2023.docx", "--dry-run", folder=desk)
    assert ran.returncode == 0
    assert "-  排查.次数: 607次\n+  排查.次数: 612次\n" in ran.stdout
    assert text(desk) == before


def test_json_has_the_contracts_shape(desk: Path) -> None:
    ran = drafter("pull", "2023.yaml", "2023.docx", "--json", folder=desk)
    made = json.loads(ran.stdout)
    assert list(made) == ["applied", "conflicts", "unmatched"]
    assert made["applied"][0] == {
        "group": "数据", "name": "数据.排查.次数", "place": "（一）完善矛盾纠纷多元化解机制",
        "old": "607次", "new": "612次",
    }  # fmt: skip
    assert (made["conflicts"], made["unmatched"]) == ([], [])


def test_a_conflict_is_told_with_both_sides_and_the_exit_code_says_so(desk: Path) -> None:
    editor = Editor(desk / "2023.docx")
    editor.control("86%", "90%")
    editor.save()
    ran = drafter("pull", "2023.yaml", "2023.docx", folder=desk)
    assert ran.returncode == 1
    assert "90%" in ran.stderr
    assert "85.71%" in ran.stderr
    assert "怎么改：" in ran.stderr


def test_a_document_without_changes_is_told(desk: Path) -> None:
    drafter("draft", "2023.yaml", "--force", folder=desk)
    ran = drafter("pull", "2023.yaml", "2023.docx", folder=desk)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "没有要收回的改动" in ran.stderr


def test_a_deletion_that_could_not_be_brought_home_is_not_called_nothing(desk: Path) -> None:
    drafter("draft", "2023.yaml", "--force", folder=desk)
    editor = Editor(desk / "2023.docx")
    for words in ("（一）加大重点", "（二）完善行政执法程序", "（三）创新行政执法方式"):
        editor.delete(words)
    editor.save()
    ran = drafter("pull", "2023.yaml", "2023.docx", folder=desk)
    assert "问卷没有动，3处没有收回" in ran.stderr
    assert "没有要收回的改动" not in ran.stderr


def test_a_document_that_is_open_is_refused(desk: Path) -> None:
    (desk / "~$2023.docx").write_bytes(b"")
    ran = drafter("pull", "2023.yaml", "2023.docx", folder=desk)
    assert ran.returncode == 2
    assert "打开着" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2023.yaml", "没有.docx"), "没有.docx"),
        (("没有.yaml", "2023.docx"), "没有.yaml"),
        (("2023.yaml", "2023.docx", "--as", "谁知道"), "--as"),
        (("2023.yaml", "2023.yaml"), "2023.yaml"),
    ],
)
def test_usage_that_cannot_be_is_told(desk: Path, arguments: tuple[str, ...], words: str) -> None:
    ran = drafter("pull", *arguments, folder=desk)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr
