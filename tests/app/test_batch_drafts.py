"""Drafts of many year files: what is written, what is left alone, and why."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.app.batch.drafts import draft_all
from drafter.app.batch.found import find_year_files
from drafter.app.batch.orders import Order, State
from drafter.app.batch.record import NAME
from drafter.app.draft import Format
from drafter.writers.place import Placing, place_each
from tests.batching import DAMAGED, FULL, contents, offices
from tests.making import HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.batch.orders import Outcome
    from drafter.model.finding import DrafterError

ROOT = Path(__file__).parents[2]
TXT = Order(Format.TXT)


def _run(folder: Path, out: Path, order: Order = TXT, jobs: int = 1) -> list[Outcome]:
    taken: list[Outcome] = []
    draft_all(find_year_files(folder, out), out, order, jobs=jobs, take=taken.append)
    return taken


def _states(outcomes: list[Outcome]) -> list[State]:
    return [outcome.state for outcome in outcomes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    offices(tmp_path / "各街道", 3)
    return tmp_path / "各街道"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "初稿" / "2023年"


def test_drafts_stand_under_the_folders_of_their_year_files(folder: Path, out: Path) -> None:
    assert _states(_run(folder, out)) == [State.WRITTEN] * 3
    assert list(contents(out)) == [NAME, *(f"街道0{number}/2023.txt" for number in range(3))]
    text = (out / "街道02" / "2023.txt").read_text(encoding="utf-8")
    assert "全年开展普法活动5场" in text


def test_word_drafts_are_the_same_whatever_the_number_of_processes(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "街道01" / "2023.yaml").write_text(DAMAGED, encoding="utf-8")
    one = _run(folder, tmp_path / "甲", Order(), jobs=1)
    two = _run(folder, tmp_path / "乙", Order(), jobs=2)
    assert _states(one) == _states(two) == [State.WRITTEN, State.FAILED, State.WRITTEN]
    assert [outcome.told for outcome in one] == [outcome.told for outcome in two]
    assert contents(tmp_path / "甲") == contents(tmp_path / "乙")


def test_what_is_up_to_date_is_not_written_again(folder: Path, out: Path) -> None:
    first = _run(folder, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    second = _run(folder, out)
    assert _states(second) == [State.SAME] * 3
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    assert [outcome.gaps for outcome in second] == [outcome.gaps for outcome in first]


def test_errors_of_a_year_file_are_not_forgotten_when_its_draft_is_up_to_date(
    folder: Path, out: Path
) -> None:
    (folder / "街道01" / "2023.yaml").write_text(HEAD + "数据: {普法.活勤: 3场}\n", "utf-8")
    first, second = _run(folder, out), _run(folder, out)
    assert second[1].state is State.SAME
    assert second[1].errors == first[1].errors > 0


def _retype(folder: Path) -> None:
    path = folder / "街道01" / "2023.yaml"
    path.write_text(path.read_text("utf-8").replace("4场", "9场"), "utf-8")


def _last_year(folder: Path) -> None:
    (folder / "街道01" / "last" / "2022.yaml").write_text(
        HEAD + "数据: {普法.活动: 2场}\n", "utf-8"
    )


def _profile(folder: Path) -> None:
    with (folder / "街道01" / "结构.yaml").open("a", encoding="utf-8") as file:
        file.write("# 改过\n")


@pytest.mark.parametrize("change", [_retype, _last_year, _profile])
def test_a_draft_is_written_again_when_a_file_that_it_is_made_of_has_changed(
    change: object, folder: Path, out: Path
) -> None:
    below = folder / "街道01"
    shutil.copy(ROOT / "templates" / "profiles" / "纲要八章.yaml", below / "结构.yaml")
    head = HEAD.replace("结构: 纲要八章", "结构: 结构.yaml")
    (below / "2023.yaml").write_text(head + "上年: last/2022.yaml\n" + FULL + "# 4场\n", "utf-8")
    (below / "last").mkdir()
    _run(folder, out)
    assert callable(change)
    change(folder)
    assert _states(_run(folder, out)) == [State.SAME, State.WRITTEN, State.SAME]
    assert _states(_run(folder, out)) == [State.SAME] * 3


def test_all_drafts_are_written_again_when_the_catalogue_or_an_option_has_changed(
    folder: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "templates"))
    _run(folder, out)
    with (tmp_path / "templates" / "phrases.yaml").open("a", encoding="utf-8") as file:
        file.write("# 改过\n")
    assert _states(_run(folder, out)) == [State.WRITTEN] * 3
    dropped = Order(Format.TXT, gaps=False)
    assert _states(_run(folder, out, dropped)) == [State.WRITTEN] * 3
    assert _states(_run(folder, out, dropped)) == [State.SAME] * 3


def test_a_draft_that_is_gone_is_written_again(folder: Path, out: Path) -> None:
    _run(folder, out)
    (out / "街道00" / "2023.txt").unlink()
    assert _states(_run(folder, out)) == [State.WRITTEN, State.SAME, State.SAME]


def test_a_draft_that_somebody_has_edited_is_left_alone_until_force(
    folder: Path, out: Path
) -> None:
    _run(folder, out)
    edited = out / "街道01" / "2023.txt"
    edited.write_text("领导改过的", encoding="utf-8")
    assert _states(_run(folder, out)) == [State.SAME, State.EDITED, State.SAME]
    _retype(folder)
    outcome = _run(folder, out)[1]
    assert outcome.state is State.FAILED
    assert outcome.told[0].code == "O303"
    assert "drafter pull" in outcome.told[0].remedy
    assert edited.read_text(encoding="utf-8") == "领导改过的"
    forced = _run(folder, out, Order(Format.TXT, force=True))
    assert _states(forced) == [State.SAME, State.WRITTEN, State.SAME]
    assert "普法活动9场" in edited.read_text(encoding="utf-8")


def test_a_draft_that_is_edited_while_its_new_version_is_made_is_left_alone(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(folder, out)
    _retype(folder)
    edited = out / "街道01" / "2023.txt"

    def meanwhile(files: Sequence[Placing]) -> list[DrafterError | None]:
        edited.write_text("领导改过的", encoding="utf-8")
        return place_each(files)

    monkeypatch.setattr("drafter.app.batch.placing.place_each", meanwhile)
    outcome = _run(folder, out)[1]
    assert (outcome.state, outcome.told[0].code) == (State.FAILED, "O303")
    assert edited.read_text(encoding="utf-8") == "领导改过的"


def test_a_file_that_drafter_did_not_write_is_not_overwritten(folder: Path, out: Path) -> None:
    own = out / "街道00" / "2023.txt"
    own.parent.mkdir(parents=True)
    own.write_text("我的文字", encoding="utf-8")
    outcome = _run(folder, out)[0]
    assert (outcome.state, outcome.told[0].code) == (State.FAILED, "O304")
    assert own.read_text(encoding="utf-8") == "我的文字"


@pytest.mark.parametrize(
    "content",
    [None, b"", b"[]", '{"初稿": {"a": 1}}'.encode()],
    ids=["lost", "empty", "a list", "another shape"],
)
def test_a_lost_or_damaged_record_loses_nothing(
    content: bytes | None, folder: Path, out: Path
) -> None:
    _run(folder, out, Order())
    record = out / NAME
    record.unlink()
    if content is not None:
        record.write_bytes(content)
    assert _states(_run(folder, out, Order())) == [State.SAME] * 3
    _retype(folder)
    assert _states(_run(folder, out, Order())) == [State.SAME, State.WRITTEN, State.SAME]


def test_two_year_files_with_one_draft_are_told(folder: Path, out: Path) -> None:
    shutil.copy(folder / "街道00" / "2023.yaml", folder / "街道00" / "2023.yml")
    outcome = _run(folder, out)[1]
    assert (outcome.state, outcome.told[0].code) == (State.FAILED, "O302")


def test_a_final_draft_with_gaps_is_refused_and_the_others_are_written(
    folder: Path, out: Path
) -> None:
    example = ROOT / "examples" / "longcheng-2023" / "2023.yaml"
    shutil.copy(example, folder / "街道01" / "2023.yaml")
    outcomes = _run(folder, out, Order(Format.TXT, final=True))
    assert _states(outcomes) == [State.REFUSED, State.WRITTEN, State.REFUSED]
    assert outcomes[0].gaps > 0
    assert list(contents(out)) == [NAME, "街道01/2023.txt"]
