"""Several drafters at once, and a person who edits the year file meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app import pull as pulling
from drafter.app.fill import AnswerError, Filling
from drafter.app.pull import pull
from drafter.app.slips_in import slips_in
from drafter.model.finding import DrafterError
from drafter.readers.edited import read_edited
from drafter.writers.place import place
from tests.faults.together import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.edited import EditedDocument


def typed_into(path: Path, words: str = "# 刚加的一行\n") -> bytes:
    """A person saves the year file in her editor."""
    path.write_bytes(path.read_bytes() + words.encode())
    return path.read_bytes()


def test_drafters_at_once_leave_whole_files_and_lose_nothing(tmp_path: Path) -> None:
    for name, total in rounds(tmp_path, 1).items():
        assert (total["轮"], total["坏"], total["临时文件"]) == (1, 0, 0), name


def test_slips_do_not_replace_what_was_typed_while_they_were_read(desk: Path) -> None:
    path = desk / "空" / "2023.yaml"
    done = slips_in(path, sorted((desk / "空" / "表").iterdir()))
    typed = typed_into(path)
    with pytest.raises(DrafterError) as caught:
        done.write()
    (finding,) = caught.value.findings
    assert (finding.code, finding.remedy) == ("O107", "重新运行一次")
    assert path.read_bytes() == typed
    slips_in(path, sorted((desk / "空" / "表").iterdir())).write()
    assert path.read_bytes().endswith("# 刚加的一行\n".encode())


def test_pull_does_not_replace_what_was_typed_while_it_read_the_draft(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, typed = desk / "2023.yaml", []

    def slowly(document: Path, *, original: bool) -> EditedDocument:
        typed.append(typed_into(path))
        return read_edited(document, original=original)

    monkeypatch.setattr(pulling, "read_edited", slowly)
    with pytest.raises(DrafterError) as caught:
        pull(path, desk / "改过的.docx")
    assert caught.value.findings[0].code == "O107"
    assert [path.read_bytes()] == typed


def test_a_year_file_that_was_moved_away_meanwhile_is_not_made_anew(desk: Path) -> None:
    path = desk / "空" / "2023.yaml"
    done = slips_in(path, sorted((desk / "空" / "表").iterdir()))
    path.rename(desk / "别处.yaml")
    with pytest.raises(DrafterError) as caught:
        done.write()
    assert caught.value.findings[0].code == "O107"
    assert not path.exists()


def test_an_answer_does_not_replace_one_given_elsewhere_until_it_is_given_again(
    desk: Path,
) -> None:
    path = desk / "空" / "2023.yaml"
    mine, other = Filling(path), Filling(path)
    question = mine.questions()[0]
    other.answer(question, "35")
    with pytest.raises(AnswerError, match="35"):
        mine.answer(question, "36")
    assert other.standing(question) == "35"
    mine.answer(question, "36")
    assert Filling(path).standing(question) == "36"


def test_answers_to_different_questions_all_stay(desk: Path) -> None:
    path = desk / "空" / "2023.yaml"
    mine, other = Filling(path), Filling(path)
    first, second = mine.questions()[:2]
    other.answer(first, "35")
    mine.answer(second, "36")
    again = Filling(path)
    assert (again.standing(first), again.standing(second)) == ("35", "36")


@pytest.mark.parametrize("force", [False, True])
def test_a_draft_never_replaces_the_files_that_it_is_made_of(force: bool, desk: Path) -> None:  # noqa: FBT001
    path, link = desk / "2023.yaml", desk / "链接.yaml"
    link.symlink_to(path)
    before = path.read_bytes()
    for target in (path, link, desk / "空" / ".." / "2023.yaml"):
        with pytest.raises(DrafterError) as caught:
            place(target, b"new", force=force, made_of=(path,))
        assert caught.value.findings[0].code == "O114"
    assert path.read_bytes() == before
