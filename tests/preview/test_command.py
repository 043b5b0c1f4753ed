"""`drafter preview`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import year_file
from tests.preview.looking import everything
from tests.running import drafter

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"


def test_the_page_lies_beside_the_year_file_and_is_made_anew_without_asking(
    tmp_path: Path,
) -> None:
    path = year_file(tmp_path, "数据: {普法.活动: 300场}\n")
    page = tmp_path / "2023.预览.html"
    ran = drafter("preview", path)
    assert (ran.returncode, ran.stdout) == (0, f"{page}\n")
    assert "300场" in page.read_text(encoding="utf-8")
    year_file(tmp_path, "数据: {普法.活动: 310场}\n")
    assert drafter("preview", path).returncode == 0
    assert "310场" in page.read_text(encoding="utf-8")


def test_somebody_elses_page_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    path, page = year_file(tmp_path, ""), tmp_path / "网页.html"
    page.write_text("<!DOCTYPE html><p>mine", encoding="utf-8")
    ran = drafter("preview", path, "-o", page)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--force" in ran.stderr
    assert page.read_text(encoding="utf-8") == "<!DOCTYPE html><p>mine"
    assert drafter("preview", path, "-o", page, "--force").returncode == 0
    assert "预览" in page.read_text(encoding="utf-8")


def test_stderr_counts_and_tells_errors_alone_in_full(tmp_path: Path) -> None:
    ran = drafter("preview", everything(tmp_path))
    assert ran.returncode == 1
    assert "错误 Q201" in ran.stderr
    assert "警告 " not in ran.stderr
    assert "待补充34处，检查发现：错误1处、" in ran.stderr


def test_open_hands_the_page_to_the_users_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {seen}\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    path = year_file(tmp_path, "")
    assert drafter("preview", path.name, "--open", folder=tmp_path).returncode == 0
    assert seen.read_text(encoding="utf-8") == (tmp_path / "2023.预览.html").as_uri()


def test_a_good_file_ends_with_0(tmp_path: Path) -> None:
    ran = drafter("preview", EXAMPLE, "-o", tmp_path / "a.html")
    assert (ran.returncode, ran.stdout) == (0, f"{tmp_path / 'a.html'}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "a.docx"], ".html"),
        (["-o", "a.html", "--watch"], "不能和 -o 一起用"),
    ],
)
def test_options_that_do_not_fit_are_refused_in_chinese(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    path = year_file(tmp_path, "")
    ran = drafter("preview", path, *arguments, folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("options", [[], ["--watch"]])
def test_what_cannot_be_read_stops_with_2(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "a.yaml").write_text("数据: [", encoding="utf-8")
    for name in ("a.yaml", "b.yaml"):
        ran = drafter("preview", tmp_path / name, *options)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert name in ran.stderr


def test_the_help_page_says_what_it_is_for() -> None:
    ran = drafter("preview", "--help")
    assert ran.stdout.startswith("用法：")
    assert "不用联网" in ran.stdout
