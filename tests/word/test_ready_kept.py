"""A template made ready is kept from one run to the next, and never trusted blindly."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.model.finding import DrafterError
from drafter.readers import cache
from drafter.writers.docx import docx_bytes
from drafter.writers.word import prepared, ready
from tests.tools import TEMPLATE
from tests.word import reports
from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from pathlib import Path

REPORT = reports.full(dated=None)
IN_ONE_FOLDER = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PROGRAM = """
import sys
from pathlib import Path
from drafter.readers import cache
from drafter.writers.docx import docx_bytes
from tests.word import reports
Path(sys.argv[2]).write_bytes(
    docx_bytes(reports.full(dated=None), Path(sys.argv[1]), shelf=cache)
)
print(sorted({"docx", "docxtpl", "jinja2", "zipfile"} & sys.modules.keys()))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; where it will be."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    return tmp_path / "cache" / "drafter"


@pytest.fixture(scope="module")
def right() -> bytes:
    """What a draft is without any cache."""
    ready._REMEMBERED.clear()  # noqa: SLF001
    return docx_bytes(REPORT, TEMPLATE)


def draft() -> bytes:
    """What it is in a new run."""
    ready._REMEMBERED.clear()  # noqa: SLF001
    return docx_bytes(REPORT, TEMPLATE, shelf=cache)


def kept_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def is_kept(monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the template comes out of the cache."""
    decoded: list[prepared.Prepared | None] = []

    def record(data: bytes) -> prepared.Prepared | None:
        decoded.append(prepared.decode(data))
        return decoded[-1]

    with monkeypatch.context() as patch:
        patch.setattr(ready, "decode", record)
        draft()
    return decoded != [] and decoded[0] is not None


def run(path: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, str(path), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def test_a_kept_template_needs_neither_docxtpl_nor_jinja(tmp_path: Path, right: bytes) -> None:
    draft()
    out = tmp_path / "a.docx"
    running = run(TEMPLATE, out)
    assert running.communicate()[0].strip() == "[]"
    assert out.read_bytes() == right


def test_the_first_draft_keeps_it_and_the_next_is_the_same(
    folder: Path, right: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert draft() == right
    assert kept_file(folder).name.startswith("word-")
    assert is_kept(monkeypatch)
    assert draft() == right


@given(st.integers(0), st.binary(max_size=3), st.integers(0, 3))
@IN_ONE_FOLDER
def test_a_damaged_file_is_not_used(
    folder: Path, right: bytes, place: int, bytes_: bytes, length: int
) -> None:
    draft()
    path = kept_file(folder)
    whole = path.read_bytes()
    at = place % (len(whole) + 1)
    path.write_bytes(whole[:at] + bytes_ + whole[at + length :])
    assert draft() == right


@pytest.mark.parametrize("size", [0, 1, 20, 2_000, -1])
def test_a_file_cut_short_is_not_used(
    folder: Path, right: bytes, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft()
    path = kept_file(folder)
    path.write_bytes(path.read_bytes()[:size])
    assert not is_kept(monkeypatch)
    assert draft() == right


@given(st.binary(max_size=40) | st.sampled_from([b"N", b"i\0\0\0\0", b")\0", b"[" + b"\xff" * 4]))
@IN_ONE_FOLDER
def test_a_file_of_other_content_is_not_used(right: bytes, value: bytes) -> None:
    data = TEMPLATE.read_bytes()
    cache.put(ready._name(data), ready._source(data), value)  # noqa: SLF001
    assert draft() == right


def test_another_version_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    draft()
    assert is_kept(monkeypatch)
    monkeypatch.setattr(ready, "_program", lambda: b"drafter 0.0.0")
    assert not is_kept(monkeypatch)


def test_other_libraries_and_other_code_are_other_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docxtpl-0.0.1.dist-info").mkdir()
    seen = set()
    for patches in ({}, {"path": [str(tmp_path)]}, {"version": "9"}):
        with monkeypatch.context() as patch:
            for name, value in patches.items():
                patch.setattr(sys, name, value)
            seen.add(ready._program.__wrapped__())  # noqa: SLF001
    with monkeypatch.context() as patch:
        patch.setattr(ready, "_WRITERS", tmp_path)
        seen.add(ready._program.__wrapped__())  # noqa: SLF001
    assert len(seen) == 4
    told = ready._program()  # noqa: SLF001
    for library in (b"docxtpl-", b"jinja2-", b"lxml-", b"python_docx-"):
        assert library in told


def test_it_can_be_switched_off(
    folder: Path, right: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    assert draft() == right
    assert not folder.exists()


def test_a_template_with_a_fault_is_not_kept(tmp_path: Path, folder: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "{{ 没有这个 }}")
    for _ in range(2):
        with pytest.raises(DrafterError):
            docx_bytes(REPORT, path, shelf=cache)
    assert not folder.exists()


def test_what_is_too_large_to_be_read_is_not_written(
    folder: Path, right: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGEST", 1_000)
    assert draft() == right
    assert not folder.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner's number here")
class TestForeignFiles:
    """Code that somebody else could have written is not run."""

    def test_another_users_file_is_not_used(
        self, folder: Path, right: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft()
        monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
        assert not is_kept(monkeypatch)
        assert draft() == right

    @pytest.mark.parametrize("mode", [0o660, 0o606, 0o666])
    def test_a_file_that_others_can_write_is_not_used(
        self, folder: Path, mode: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft()
        kept_file(folder).chmod(mode)
        assert not is_kept(monkeypatch)

    def test_nothing_is_used_from_a_folder_that_others_can_write(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft()
        folder.chmod(0o777)
        assert not is_kept(monkeypatch)

    def test_a_link_is_not_followed(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft()
        path = kept_file(folder)
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
        assert not is_kept(monkeypatch)

    def test_only_the_user_can_read_it(self, folder: Path) -> None:
        draft()
        assert kept_file(folder).stat().st_mode & 0o777 == 0o600


def test_processes_at_once_do_not_disturb_each_other(
    tmp_path: Path, folder: Path, right: bytes
) -> None:
    outs = [tmp_path / f"{number}.docx" for number in range(3)]
    running = [run(TEMPLATE, out) for out in outs]
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0, 0, 0]
    assert [out.read_bytes() == right for out in outs] == [True] * 3
    assert [path.suffix for path in folder.iterdir()] == [".kept"]
