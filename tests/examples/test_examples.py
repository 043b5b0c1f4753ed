"""Every example is a test: its text, its outline, its figures, its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app.opening import open_case
from drafter.app.outline import outline
from drafter.model.answers import State
from tools.update_examples import expected

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
YEAR_FILES = sorted(EXAMPLES.glob("*/[0-9][0-9][0-9][0-9].yaml"))
#: So many characters in a row may not be a sample's; set phrases and titles are facts.
LONGEST_LOAN = 25
SET_PHRASES = (
    "健全政府机构职能体系推动更好发挥政府作用",
    "健全行政执法工作体系全面推进严格规范公正文明执法",
    "健全突发事件应对体系依法预防处置重大突发事件",
    "健全社会矛盾纠纷行政预防调处化解体系不断促进社会公平正义",
    "健全行政权力制约和监督体系促进行政权力规范透明运行",
    "加快推进政府治理规范化程序化法治化",
    "中共深圳市龙岗区龙城街道工作委员会",
    "深圳市龙岗区龙城街道办事处",
    "坚持以习近平新时代中国特色社会主义思想为指导",
    "关于2023年度法治政府建设情况的报告",
    "党政主要负责人履行推进法治建设第一责任人职责加强法治政府建设的有关情况",
)


@pytest.fixture(params=YEAR_FILES, ids=lambda path: path.parent.name)
def year_file(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_there_are_examples() -> None:
    assert YEAR_FILES


@pytest.mark.parametrize("name", ["expected.txt", "outline.txt"])
def test_an_example_gives_the_text_and_the_outline_that_stand_beside_it(
    year_file: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES.parent)
    stored = (year_file.parent / name).read_text(encoding="utf-8")
    assert expected(year_file)[name] == stored


def test_an_example_has_no_gap_and_no_finding(year_file: Path) -> None:
    report, findings = outline(year_file)
    assert report.gaps == ()
    assert findings == ()


def test_every_answered_figure_of_an_example_is_in_its_text(year_file: Path) -> None:
    case, _ = open_case(year_file)
    pieces = [p for s in case.report.walk() for par in s.paragraphs for p in par.pieces]
    printed = {id_ for piece in pieces for id_ in piece.figures}
    told = {
        id_
        for id_, figure in case.answers.figures.items()
        if figure.state in {State.GIVEN, State.NONE}
    }
    assert told - printed == set()


def test_no_sentence_of_an_example_is_a_samples(year_file: Path) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("没有样本文件")
    own = year_file.read_text(encoding="utf-8") + expected(year_file)["expected.txt"]
    length, grams = LONGEST_LOAN, set()
    for line in own.splitlines():
        bare = _bare(line)
        for phrase in SET_PHRASES:
            bare = bare.replace(phrase, "\n")
        grams |= {bare[i : i + length] for i in range(len(bare) - length + 1)}
    for sample in sorted(SAMPLES.glob("*.txt")):
        text = _bare(sample.read_text(encoding="utf-8"))
        loans = [text[i : i + length] for i in range(len(text)) if text[i : i + length] in grams]
        assert loans == []


def _bare(text: str) -> str:
    """Letters and digits only: marks differ between copies."""
    return "".join(char for char in text if char.isalnum())
