"""`drafter fill` as a clerk runs it: through a pipe, and at a terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.making import year_file

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-X", "utf8", "-m", "drafter", "fill"]
HEAD = """\
报告: {年度: 2023, 结构: 本文件}
单位: {名称: 某街道, 类型: 街道}
章节: [{主题: 普法宣传}, {主题: 政务公开}]
"""
FILE = "数据:\n  普法.活动:\n  公开.主动:\n  公开.依申请:\n"


def fill(path: Path, answers: str | bytes, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command with lines fed through a pipe."""
    data = answers if isinstance(answers, bytes) else answers.encode()
    ran = subprocess.run(
        [*COMMAND, str(path), *options],
        check=False, capture_output=True, input=data, timeout=60, cwd=ROOT,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        ran.args, ran.returncode, ran.stdout.decode(), ran.stderr.decode()
    )


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").removeprefix(HEAD)


def test_lines_of_a_pipe_answer_one_question_after_another(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "36场\n无\n11件\n")
    assert ran.returncode == 0
    assert text_of(path) == "数据:\n  普法.活动: 36场\n  公开.主动: 无\n  公开.依申请: 11件\n"
    assert ran.stdout == f"这次填了3项，还有1处待补充：{path}\n"
    assert "（1/4）开展普法活动多少场？" in ran.stderr


def test_at_the_end_of_the_pipe_it_stops_politely_and_the_next_run_goes_on(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    first = fill(path, "36场\n")
    assert first.returncode == 0
    assert "司法局" not in first.stdout
    assert "Traceback" not in first.stderr
    second = fill(path, "7条\n")
    assert "普法活动" not in second.stderr
    assert text_of(path) == "数据:\n  普法.活动: 36场\n  公开.主动: 7条\n  公开.依申请:\n"


def test_what_is_left_is_told_by_who_owes_it(tmp_path: Path) -> None:
    ran = fill(year_file(tmp_path, FILE, head=HEAD), "")
    assert ran.returncode == 0
    assert "司法局还欠1项：普法活动（场）" in ran.stderr
    assert ran.stdout.startswith("这次填了0项，还有")


def test_where_much_is_left_it_is_told_how_much_each_owes(tmp_path: Path) -> None:
    ran = fill(year_file(tmp_path, ""), "")
    assert "各执法部门1项" in ran.stderr
    assert "drafter outline" in ran.stderr


def test_an_empty_line_skips(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    fill(path, "\n7条\n")
    assert text_of(path) == "数据:\n  普法.活动:\n  公开.主动: 7条\n  公开.依申请:\n"


@pytest.mark.parametrize("word", ["q", "退出"])
def test_a_word_stops_and_what_was_answered_is_saved(tmp_path: Path, word: str) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, f"36场\n{word}\n7条\n")
    assert ran.returncode == 0
    assert "36场" in text_of(path)
    assert "7条" not in text_of(path)


@pytest.mark.parametrize("word", ["-", "上一项"])
def test_one_question_back_shows_the_answer_and_takes_another(tmp_path: Path, word: str) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, f"36场\n{word}\n40场\n7条\n")
    assert "现在填的是：36场" in ran.stderr
    assert text_of(path) == "数据:\n  普法.活动: 40场\n  公开.主动: 7条\n  公开.依申请:\n"


def test_there_is_nothing_before_the_first_question(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "-\n36场\n")
    assert "已经是第一项" in ran.stderr
    assert "普法.活动: 36场" in text_of(path)


def test_help_tells_what_can_be_typed_and_asks_again(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "?\n36场\n")
    assert "近1.5万场" in ran.stderr
    assert "不涉及" in ran.stderr
    assert "普法.活动: 36场" in text_of(path)


def test_from_a_pipe_what_cannot_be_read_is_told_and_the_next_line_is_for_the_next_question(
    tmp_path: Path,
) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "很多\n7条\n")
    assert ran.returncode == 0
    assert ran.stderr.count("没有存：") == 1
    assert text_of(path) == "数据:\n  普法.活动:\n  公开.主动: 7条\n  公开.依申请:\n"


def test_an_unusual_unit_is_saved_and_told(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "36件\n")
    assert "请核对" in ran.stderr
    assert "普法.活动: 36件" in text_of(path)


def test_only_some_questions_and_optional_ones_on_request(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    ran = fill(path, "2条\n", "--all", "--only", "普法.横幅")
    assert "（1/1）悬挂普法宣传横幅多少条？（选填）" in ran.stderr
    assert "  普法.横幅: 2条\n" in text_of(path)


def test_answers_in_gbk_are_read(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE, head=HEAD)
    fill(path, "近1.5万场\r\n".encode("gbk"))
    assert "普法.活动: 近1.5万场\n" in text_of(path)


def test_errors_of_the_file_are_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    path = year_file(tmp_path, FILE + "  普法.活勤: 3场\n", head=HEAD)
    ran = fill(path, "36场\n")
    assert ran.returncode == 1
    assert "普法.活勤" in ran.stderr
    assert "普法.活动: 36场" in text_of(path)


def test_a_file_that_is_not_there_ends_it(tmp_path: Path) -> None:
    ran = fill(tmp_path / "没有.yaml", "36场\n")
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "没有.yaml" in ran.stderr


def test_a_finished_file_is_told_to_be_finished(tmp_path: Path) -> None:
    text = "数据: {普法.活动: 1场, 公开.主动: 1条, 公开.依申请: 1件, 公开.答复: 1件}\n"
    ran = fill(year_file(tmp_path, text, head=HEAD), "36场\n")
    assert ran.returncode == 0
    assert "没有空着的了" in ran.stderr


def test_words_that_nothing_open_has_are_told(tmp_path: Path) -> None:
    ran = fill(year_file(tmp_path, FILE, head=HEAD), "36场\n", "--only", "信访")
    assert ran.returncode == 0
    assert "“信访”" in ran.stderr
    assert "--all" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize("stop", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_at_a_terminal_answers_are_saved_and_control_keys_stop(tmp_path: Path, stop: bytes) -> None:
    import pty

    path = year_file(tmp_path, FILE, head=HEAD)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, str(path)], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT,
        start_new_session=True, preexec_fn=lambda: _take_terminal(theirs),  # noqa: PLW1509
    ) as process:  # fmt: skip
        os.close(theirs)
        try:
            _wait_for(ours, "（1/4）")
            os.write(ours, "36场\n".encode())
            _wait_for(ours, "（2/4）")
            os.write(ours, stop)
            shown = _wait_for(ours, "这次填了1项")
            assert process.wait(30) == 0
        finally:
            process.kill()
    os.close(ours)
    assert "Traceback" not in shown
    assert "普法.活动: 36场" in text_of(path)


def _take_terminal(terminal: int) -> None:
    """Make it the process's own, so that Ctrl-C reaches it."""
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


def _wait_for(terminal: int, words: str) -> str:
    """What the terminal shows until the words are there, and then nothing more."""
    shown, until = b"", time.monotonic() + 30
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:  # the program has ended
                until = 0
        elif words in shown.decode(errors="ignore"):
            break
    text = shown.decode(errors="ignore")
    assert words in text
    return text
