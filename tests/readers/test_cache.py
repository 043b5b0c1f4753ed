"""What is kept from one run to the next is never out of date and never trusted blindly."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import locate
from drafter.model import kit as kit_model
from drafter.model import pattern as pattern_model
from drafter.model.finding import DrafterError
from drafter.model.kit import Content, Kind, Kit, Need
from drafter.model.seen import Seen
from drafter.model.spot import Spot
from drafter.readers import cache, kept, kit_files
from drafter.readers.files import LARGEST, read_text
from drafter.readers.flat import decode, encode
from drafter.readers.kit import KIT_CLASSES, kit_paths, profile_names, read_kit
from drafter.readers.sayings import read_sayings

if TYPE_CHECKING:
    from drafter.model.finding import Finding

TEMPLATES = locate.templates()
FILES = {
    "indicators/热线.yaml": "热线.受理:\n  名: 热线工单\n  单位: [件, 宗]\n  需: {政府: 必}\n",
    "topics/热线.yaml": "题: 畅通热线\n句:\n- 受理{{热线.受理}}\n- - 办结{{热线.受理 | 余}}\n",
    "profiles/小.yaml": "标题: 报告\n章节:\n- 题: 一章\n  主题: 热线\n- 题: 二章\n  部件: 不足\n",
    "phrases.yaml": "大会:\n  用法:\n  - {用: 精神, 自: 2020-01-01}\n",
    "contents.yaml": "工作:\n  主题: [热线]\n",
    "recipients.yaml": "市:\n  报送: 省政府\n  期限: '{{年度}}年3月1日'\n",
}
IN_ONE_FOLDER = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; where it will be."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    return tmp_path / "cache" / "drafter"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A templates folder that is quickly read."""
    for name, text in FILES.items():
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "templates"


def kit(templates: Path) -> Kit:
    return read_kit(templates, templates / "profiles" / "小.yaml")


def anew(templates: Path) -> Kit:
    return kit_files.read_kit_files(templates, templates / "profiles" / "小.yaml")


def told(templates: Path, *, afresh: bool) -> Kit | tuple[Finding, ...]:
    """The kit, or what is wrong with it."""
    try:
        return anew(templates) if afresh else kit(templates)
    except DrafterError as problem:
        return problem.findings


def kept_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def is_kept(templates: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the kit comes out of the cache."""
    reads: list[Path] = []
    read_kit_files = kit_files.read_kit_files

    def record(folder: Path, profile: Path) -> Kit:
        reads.append(profile)
        return read_kit_files(folder, profile)

    with monkeypatch.context() as patch:
        patch.setattr(kit_files, "read_kit_files", record)
        kit(templates)
    return not reads


@pytest.mark.parametrize("name", profile_names(TEMPLATES))
def test_every_kept_kit_is_the_kit_that_was_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = TEMPLATES / "profiles" / f"{name}.yaml"
    read = read_kit(TEMPLATES, profile)
    assert read == kit_files.read_kit_files(TEMPLATES, profile)
    monkeypatch.delattr(kit_files, "read_kit_files")
    kept_kit = read_kit(TEMPLATES, profile)
    assert kept_kit == read
    assert repr(kept_kit) == repr(read)
    assert list(kept_kit.indicators) == list(read.indicators)


def test_every_class_of_a_kit_can_be_kept() -> None:
    defined = {
        item
        for module in (kit_model, pattern_model)
        for item in vars(module).values()
        if isinstance(item, type) and item.__module__ == module.__name__
    }
    assert defined | {Seen, Spot} == set(KIT_CLASSES)


def test_a_value_of_other_classes_is_read_each_time(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a", "utf-8")
    made = [kept.kept(tuple, (), (path,), lambda: (path,), lambda: (b"a",)) for _ in range(2)]
    assert made == [(b"a",), (b"a",)]
    assert list(folder.iterdir()) == []


def test_a_kept_kit_needs_no_yaml(small: Path) -> None:
    kit(small)
    program = (
        "import sys; from pathlib import Path; from drafter.readers.kit import read_kit\n"
        "folder = Path(sys.argv[1]); read_kit(folder, folder / 'profiles' / '小.yaml')\n"
        "print('yaml' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, small],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stdout.strip() == "False"


def test_all_files_that_are_read_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def record(path: Path) -> str:
        opened.append(path)
        return read_text(path)

    monkeypatch.setattr(kit_files, "read_text", record)
    profile = TEMPLATES / "profiles" / "三段式.yaml"
    kit_files.read_kit_files(TEMPLATES, profile)
    assert sorted(opened) == sorted(kit_paths(TEMPLATES, profile))


@given(st.sampled_from(sorted(FILES)), st.integers(0), st.integers(0, 255))
@IN_ONE_FOLDER
def test_a_changed_byte_is_seen_at_once(small: Path, name: str, place: int, byte: int) -> None:
    kit(small)
    path = small / name
    before, state = path.read_bytes(), path.stat()
    changed = bytearray(before)
    changed[place % len(before)] = byte
    path.write_bytes(changed)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    try:
        assert told(small, afresh=False) == told(small, afresh=True)
    finally:
        path.write_bytes(before)
    assert kit(small) == anew(small)


def test_a_new_file_is_seen_and_one_that_is_gone(small: Path) -> None:
    kit(small)
    new = small / "topics" / "信访.yaml"
    new.write_text("题: 信访工作\n", "utf-8")
    assert "信访" in kit(small).topics
    new.rename(small / "topics" / "来访.yaml")
    assert "来访" in kit(small).topics
    (small / "topics" / "来访.yaml").unlink()
    assert list(kit(small).topics) == ["热线"]
    (small / "phrases.yaml").unlink()
    with pytest.raises(DrafterError):
        kit(small)


def test_a_kit_with_a_fault_is_not_kept(small: Path, folder: Path) -> None:
    (small / "topics" / "热线.yaml").write_text("题: 热线\n提: 热线\n", "utf-8")
    for _ in range(2):
        with pytest.raises(DrafterError):
            kit(small)
    assert not folder.exists()


def test_what_changes_while_it_is_read_is_not_kept(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = kit_files.read_kit_files

    def slow(templates: Path, profile: Path) -> Kit:
        made = read(templates, profile)
        (small / "contents.yaml").write_text("别的:\n  主题: [热线]\n", "utf-8")
        return made

    with monkeypatch.context() as patch:
        patch.setattr(kit_files, "read_kit_files", slow)
        kit(small)
    assert list(folder.iterdir()) == []
    assert [content.name for content in kit(small).contents] == ["别的"]


@given(st.integers(0), st.binary(max_size=3), st.integers(0, 3))
@IN_ONE_FOLDER
def test_a_damaged_file_is_not_used(
    small: Path, folder: Path, place: int, bytes_: bytes, length: int
) -> None:
    right = kit(small)
    path = kept_file(folder)
    whole = path.read_bytes()
    at = place % (len(whole) + 1)
    path.write_bytes(whole[:at] + bytes_ + whole[at + length :])
    assert kit(small) == right


def test_a_single_changed_letter_is_noticed(small: Path, folder: Path) -> None:
    right = kit(small)
    path = kept_file(folder)
    before, word, behind = path.read_bytes().rpartition("热线工单".encode())
    assert word
    path.write_bytes(before + "冷线工单".encode() + behind)
    assert kit(small) == right


@pytest.mark.parametrize("size", [0, 1, 20, 60, -1])
def test_a_file_cut_short_is_not_used(small: Path, folder: Path, size: int) -> None:
    right = kit(small)
    path = kept_file(folder)
    path.write_bytes(path.read_bytes()[:size])
    assert kit(small) == right


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)
COLUMNS = st.recursive(
    st.tuples(st.just(""), st.lists(st.integers(-3, 9) | st.text(max_size=3), max_size=4)),
    lambda inner: st.builds(
        lambda name, told, parts: (name, told, *parts),
        st.sampled_from(
            ["Spot", "Kind", "Kit", "tuple", "dict", "frozenset", "date", "several", "again", "os"]
        ),
        st.integers(-3, 9) | st.binary(max_size=3) | st.lists(st.integers(-3, 9), max_size=4),
        st.lists(inner, max_size=4),
    ),
    max_leaves=6,
)


@given(PLAIN | COLUMNS)
@IN_ONE_FOLDER
def test_a_file_of_other_content_is_not_used(small: Path, value: Any) -> None:  # noqa: ANN401
    right = kit(small)
    place = (small, small / "profiles" / "小.yaml")
    source = kept._source(lambda: kit_paths(*place), "")  # noqa: SLF001
    assert source is not None
    cache.put(kept._name(Kit, place), source, marshal.dumps(value))  # noqa: SLF001
    assert kit(small) == right


def test_another_version_has_its_own(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit(small)
    assert is_kept(small, monkeypatch)
    monkeypatch.setattr(kept, "_program", lambda: b"drafter 0.0.0")
    assert not is_kept(small, monkeypatch)
    monkeypatch.undo()


def test_the_program_is_told_by_its_version_its_code_and_its_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for floor in ("model", "readers", "text"):
        (tmp_path / floor).mkdir()
    seen = set()
    for patches in ({}, {"__version__": "0.0.0"}, {"_PACKAGE": tmp_path}):
        with monkeypatch.context() as patch:
            for name, value in patches.items():
                patch.setattr(kept, name, value)
            kept._program.cache_clear()  # noqa: SLF001
            seen.add(kept._program())  # noqa: SLF001
    kept._program.cache_clear()  # noqa: SLF001
    assert len(seen) == 3
    assert all(sys.version.encode() in program for program in seen)


@pytest.mark.parametrize("word", ["0", "off", "no", "OFF", " No "])
def test_it_can_be_switched_off(
    small: Path, folder: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, word)
    assert kit(small) == anew(small)
    assert not folder.exists()
    monkeypatch.delenv(cache.VARIABLE)
    kit(small)
    monkeypatch.setenv(cache.VARIABLE, word)
    assert not is_kept(small, monkeypatch)


def test_a_folder_that_cannot_be_written_is_no_matter(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.mkdir()
    folder.write_bytes(b"")
    assert kit(small) == kit(small) == anew(small)
    folder.unlink()
    folder.mkdir()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert kit(small) == kit(small) == anew(small)
    assert list(folder.iterdir()) == []


def test_a_disk_that_is_full_is_no_matter(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> int:
        raise OSError(28, f"no space left: {path}")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert kit(small) == anew(small)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("home", ["nowhere", None])
def test_without_a_home_nothing_is_kept(
    small: Path, tmp_path: Path, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_cls: type[Path]) -> Path:
        if home is None:
            raise RuntimeError
        return tmp_path / home

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", classmethod(unknown))
    assert cache.folder() is None
    assert kit(small) == anew(small)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", ".cache"), ("darwin", "Library/Caches"), ("win32", "AppData/Local")],
)
def test_each_system_has_its_place(
    tmp_path: Path, platform: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData" / "Local"))
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == tmp_path / expected / "drafter"


def test_a_relative_place_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert cache.folder() is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner's number here")
class TestForeignFiles:
    """Files that somebody else could have written."""

    def test_another_users_files_are_left_alone(
        self, small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kit(small)
        before = kept_file(folder).read_bytes()
        monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
        assert not is_kept(small, monkeypatch)
        assert not cache.writable()
        assert kept_file(folder).read_bytes() == before

    @pytest.mark.parametrize("mode", [0o660, 0o606, 0o666])
    def test_a_file_that_others_can_write_is_not_used(
        self, small: Path, folder: Path, mode: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kit(small)
        kept_file(folder).chmod(mode)
        assert not is_kept(small, monkeypatch)

    def test_a_folder_that_others_can_write_is_not_used(self, small: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        folder.chmod(0o777)
        kit(small)
        assert list(folder.iterdir()) == []

    def test_a_link_is_not_followed(
        self, small: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kit(small)
        path = kept_file(folder)
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")
        assert not is_kept(small, monkeypatch)

    def test_a_pipe_is_not_waited_for(
        self, small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kit(small)
        path = kept_file(folder)
        path.unlink()
        os.mkfifo(path)
        assert not is_kept(small, monkeypatch)

    def test_only_the_user_can_read_it(self, small: Path, folder: Path) -> None:
        kit(small)
        assert folder.stat().st_mode & 0o777 == 0o700
        assert kept_file(folder).stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_too_large_is_not_read(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit(small)
    monkeypatch.setattr(cache, "LARGEST", kept_file(folder).stat().st_size - 1)
    assert not is_kept(small, monkeypatch)


def test_templates_that_are_too_large_are_refused_as_ever(small: Path) -> None:
    kit(small)
    with (small / "phrases.yaml").open("ab") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DrafterError) as caught:
        kit(small)
    assert caught.value.findings[0].name == "file-too-large"


def test_the_oldest_give_way(folder: Path) -> None:
    for number in range(cache.MOST + 5):
        cache.put(f"kit-{number}", b"", b"%d" % number)
    assert len(list(folder.iterdir())) == cache.MOST
    newest = cache.MOST + 4
    assert cache.get(f"kit-{newest}", b"") == b"%d" % newest
    assert cache.get("kit-0", b"") is None


def test_processes_at_once_do_not_disturb_each_other(small: Path, folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from drafter.readers.kit import read_kit\n"
        "folder = Path(sys.argv[1])\n"
        "for number in range(20):\n"
        "    topic = folder / 'topics' / f'{sys.argv[2]}.yaml'\n"
        "    topic.write_text(f'题: 第{number}\\n', 'utf-8')\n"
        "    kit = read_kit(folder, folder / 'profiles' / '小.yaml')\n"
        "    assert kit.topics[sys.argv[2]].heading.source == f'第{number}', kit.topics\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-X", "utf8", "-c", program, small, name])
        for name in ("甲", "乙")
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    assert kit(small) == anew(small)
    assert [path.suffix for path in folder.iterdir()] == [".kept"]


def test_sayings_go_by_the_indicators_that_there_are(tmp_path: Path) -> None:
    path = tmp_path / "sayings.yaml"
    path.write_text("热线.受理: [受理工单, 接听来电]\n", "utf-8")
    for _ in range(2):
        assert read_sayings(path, {"热线.受理"}) == {"热线.受理": ("受理工单", "接听来电")}
    with pytest.raises(DrafterError):
        read_sayings(path, {"热线.办结"})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=()), max_size=5)
    | st.dates() | st.sampled_from([*Kind, *Need])
    | st.builds(Spot, st.text(max_size=3), st.integers(), st.integers()),
    lambda inner: st.lists(inner, max_size=4).map(tuple)
    | st.dictionaries(st.text(max_size=3) | st.sampled_from(Kind), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
CLASSES = (Content, Kind, Need, Spot)


@given(VALUES)
def test_values_come_back_with_their_types(value: object) -> None:
    again = decode(encode(value, CLASSES), CLASSES)
    assert again == value
    assert repr(again) == repr(value)


def test_equal_values_of_different_types_are_kept_apart() -> None:
    value: tuple[object, ...] = (
        1,
        True,
        1.0,
        "市",
        Kind.CITY,
        "1",
        (),
        frozenset(),
        {},
        date(2023, 1, 1),
        "2023-01-01",
    )
    again = decode(encode(value, CLASSES), CLASSES)
    assert repr(again) == repr(value)


@pytest.mark.parametrize("columns", [[["a", "a"], [1], [1]], [["a"], [1]], [["a"], *[[1]] * 3], []])
def test_a_value_with_a_field_missing_is_not_made(columns: list[list[str | int]]) -> None:
    data = marshal.dumps(("Spot", 1, *(("", column) for column in columns)))
    with pytest.raises(ValueError, match="not a value"):
        decode(data, CLASSES)


@pytest.mark.parametrize("value", [[1], b"x", (1, []), Path("x"), {"a": {1}}, Kit], ids=repr)
def test_what_would_not_come_back_the_same_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value, CLASSES)
