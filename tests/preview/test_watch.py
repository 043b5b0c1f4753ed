"""`drafter preview --watch`: the page follows the files, and nobody else can read it."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import socket
import urllib.error
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from drafter.app.preview_server import PageServer
from tests.making import HEAD, year_file
from tests.preview.watching import got, waited, watching

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
LAST = "报告: {年度: 2022, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"


@pytest.fixture(scope="module")
def served() -> Iterator[PageServer]:
    with PageServer() as server:
        server.show("<p>页")
        yield server


def test_the_page_follows_the_year_file_last_years_and_survives_a_broken_one(
    tmp_path: Path,
) -> None:
    year_file(tmp_path, "数据: {普法.活动: 290场}\n", head=LAST, name="2022.yaml")
    text = "上年: 2022.yaml\n数据: {普法.活动: 300场}\n"
    path = year_file(tmp_path, text)
    before = sorted(tmp_path.iterdir())
    with watching(path) as (program, address):
        assert "290场" in got(address)
        year_file(tmp_path, text.replace("300场", "310场"))
        waited(address, "310场")
        year_file(tmp_path, "数据: {普法.活动: 291场}\n", head=LAST, name="2022.yaml")
        waited(address, "291场")
        path.write_text(HEAD + "数据: [", encoding="utf-8")
        assert "怎么改：" in waited(address, "2023.yaml 现在读不了")
        new = path.with_suffix(".new")  # as many editors save: a new file in the old one's place
        new.write_text(HEAD + text.replace("300场", "320场"), encoding="utf-8")
        new.replace(path)
        waited(address, "320场")
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0
        assert program.stderr
        assert program.stderr.read().endswith("预览停了，没有写文件。\n")
    assert sorted(tmp_path.iterdir()) == before


def test_the_page_follows_its_own_templates_too_and_new_files_among_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(templates))
    path = year_file(tmp_path, "数据: {普法.活动: 300场}\n")
    with watching(path) as (_, address):
        style = templates / "preview" / "style.css"
        style.write_text("body { color: teal; }", encoding="utf-8")
        waited(address, "<style>body { color: teal; }</style>")
        before = got(address)
        (templates / "topics" / "新.yaml").write_text("- [", encoding="utf-8")
        assert "新.yaml" in waited(address, "现在读不了")
        (templates / "topics" / "新.yaml").unlink()
        after = waited(address, "300场")
    assert re.sub(r'data-version="\d+"', "", after) == re.sub(r'data-version="\d+"', "", before)


def test_only_this_computer_can_reach_it(served: PageServer) -> None:
    where = urlsplit(served.address)
    assert where.hostname == "127.0.0.1"
    own = socket.gethostbyname_ex(socket.gethostname())[2]
    for address in {name for name in own if not name.startswith("127.")}:
        with socket.socket() as trying:
            trying.settimeout(2)
            assert trying.connect_ex((address, where.port)) != 0
    assert got(served.address) == "<p>页"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", ""])
def test_a_foreign_name_that_points_here_is_refused(served: PageServer, host: str) -> None:
    where = urlsplit(served.address)
    asking = http.client.HTTPConnection("127.0.0.1", where.port or 0, timeout=10)
    asking.request("GET", where.path, headers={"Host": host})
    answer = asking.getresponse()
    assert answer.status == 403
    assert "页" not in answer.read().decode()
    asking.close()


@pytest.mark.parametrize("path", ["/", "/2023.yaml", "/../2023.yaml", "/events", "//"])
def test_nothing_but_the_page_is_there(served: PageServer, path: str) -> None:
    where = urlsplit(served.address)
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        got(f"http://{where.netloc}{path}")
    refused.value.close()


def test_it_takes_no_orders(served: PageServer) -> None:
    where = urlsplit(served.address)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        asking = http.client.HTTPConnection(where.netloc, timeout=10)
        asking.request(method, where.path)
        assert asking.getresponse().status == 501
        asking.close()
