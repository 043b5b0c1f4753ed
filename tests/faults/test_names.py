"""Names and files as people make them: blanks, marks, links, very long ones, Windows line ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.app.draft import draft
from drafter.app.fill import Filling
from drafter.app.roll import roll
from drafter.app.slips_in import slips_in
from drafter.app.slips_out import slips_out
from drafter.model.finding import DrafterError
from tests.faults.desk import snapshot
from tests.faults.running import run, told
from tests.lines import changed_lines

NAMES = [
    "我 的 问卷　（改3）.yaml",
    "２０２３；“问卷”.yaml",
    "it's $(x) & 100%.yaml",
    "-x.yaml",
    "𠮷.yaml",
    ".yaml.yaml",
    "报" * 83 + "a.yaml",  # 255 bytes, the longest there is
]
TOO_LONG = "报" * 100


@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_be_drafted_and_gets_slips(name: str, desk: Path) -> None:
    path = (desk / "2023.yaml").rename(desk / name)
    drafted = draft(path)
    assert drafted.path == path.with_suffix(".docx")
    made = slips_out(path, desk / name.removesuffix(".yaml"))
    made.write()
    assert set(made.slips) < set((desk / name.removesuffix(".yaml")).iterdir())


@pytest.mark.parametrize("name", NAMES[:-1])
def test_any_name_can_be_rolled_and_the_new_file_finds_last_years(name: str, desk: Path) -> None:
    path = (desk / "2023.yaml").rename(desk / name)
    made = roll(path)
    made.write()
    ran = run("outline", "--", made.path.name, folder=desk)
    assert ran.returncode == 0
    assert "Q207" not in told(ran)


def test_a_name_that_gets_too_long_by_its_year_is_told(desk: Path) -> None:
    path = (desk / "2023.yaml").rename(desk / NAMES[-1])
    with pytest.raises(DrafterError) as caught:
        roll(path).write()
    assert caught.value.findings[0].code == "O106"


@pytest.mark.parametrize(
    "arguments",
    [
        ("draft", TOO_LONG),
        ("check", f"{TOO_LONG}.docx"),
        ("check", TOO_LONG),
        ("pull", "2023.yaml", f"{TOO_LONG}.docx"),
        ("slips", "in", "2023.yaml", TOO_LONG),
        ("slips", "out", "2023.yaml", TOO_LONG),
        ("slips", "out", "2023.yaml", "2023.yaml"),
        ("slips", "in", "2023.yaml", "圈.yaml"),
        ("word", TOO_LONG),
        ("draft", "2023.yaml", "--word", TOO_LONG, "-o", "新.docx"),
        ("draft", "2023.yaml", "-o", f"{TOO_LONG}.docx"),
        ("draft", "2023.yaml", "-o", "夹.docx", "--force"),
        ("draft", "2023.yaml", "-o", "2023.yaml/新.docx"),
        ("draft", "2023.yaml", "-o", "圈.yaml", "--to", "docx", "--force"),
        ("draft", "2023.yaml", "-o", "/dev/null", "--to", "docx", "--force"),
        ("draft", "2023.yaml", "-o", "/dev/stdout", "--to", "docx", "--force"),
        ("draft", "2023.yaml", "-o", "2023.yaml", "--to", "docx", "--force"),
        ("fill", "圈.yaml"),
        ("draft", "夹.docx"),
    ],
    ids=lambda arguments: " ".join(arguments).replace(TOO_LONG, "太长"),
)
def test_what_cannot_be_a_file_is_told_and_nothing_changes(
    arguments: tuple[str, ...], desk: Path
) -> None:
    (desk / "圈.yaml").symlink_to("圈.yaml")
    (desk / "夹.docx").mkdir()
    before = snapshot(desk)
    ran = run(*arguments, folder=desk)
    assert "怎么改：" in told(ran)
    assert ran.returncode == 2
    assert "Error" not in told(ran)
    assert snapshot(desk) == before
    assert Path("/dev/null").is_char_device()


def test_a_year_before_that_is_a_circle_of_links_is_told(desk: Path) -> None:
    (desk / "圈.yaml").symlink_to("圈.yaml")
    around = (desk / "2023.yaml").read_text(encoding="utf-8") + "\n上年: 圈.yaml\n"
    (desk / "绕.yaml").write_text(around, encoding="utf-8")
    ran = run("compare", "绕.yaml", "2023.yaml", folder=desk)
    assert "B111" in told(ran) + ran.stdout.decode()


def test_a_year_file_reached_by_a_link_is_edited_where_it_is(desk: Path) -> None:
    home, link = desk / "空" / "2023.yaml", desk / "链接.yaml"
    home.chmod(0o640)
    link.symlink_to(Path("空") / "2023.yaml")
    before = home.read_bytes()
    slips_in(link, sorted((desk / "空" / "表").iterdir())).write()
    assert link.is_symlink()
    assert home.read_bytes() != before
    assert home.stat().st_mode & 0o777 == 0o640


def test_a_path_as_deep_as_the_system_allows_works_from_inside(desk: Path) -> None:
    os.chdir(desk)
    for _ in range(24):  # together longer than the 4096 bytes that a path may have
        Path("深" * 60).mkdir()
        os.chdir("深" * 60)
    Path("2023.yaml").write_bytes((desk / "2023.yaml").read_bytes())
    try:
        draft(Path("2023.yaml"))
        assert {"2023.docx", "2023.yaml"} == {one.name for one in Path().iterdir()}
    finally:
        os.chdir(desk)


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_line_ends_marks_and_encoding_stay_when_answers_are_put_in(codec: str, desk: Path) -> None:
    path = desk / "空" / "2023.yaml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode(codec))
    filling = Filling(path)
    filling.answer(filling.questions()[0], "35")
    slips_in(path, sorted((desk / "空" / "表").iterdir())).write()
    after = path.read_bytes().decode(codec)
    assert path.read_bytes() == after.encode(codec)
    assert after.count("\n") == after.count("\r\n")
    gone, come = changed_lines(text, after)
    assert len(come) >= len(gone) > 10
