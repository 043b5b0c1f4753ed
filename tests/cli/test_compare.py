"""`drafter compare`."""

from __future__ import annotations

import json
from pathlib import Path

from drafter.text.widths import columns
from tests.app.test_compare import own, report
from tests.running import drafter

HUADU = Path(__file__).parents[2] / "examples" / "huadu-2023"
LAST, THIS = HUADU / "last" / "2022.yaml", HUADU / "2023.yaml"


def test_the_json_has_the_shape_of_the_contract_and_stdout_nothing_else() -> None:
    ran = drafter("compare", LAST, THIS, "--json")
    assert ran.returncode == 0
    made = json.loads(ran.stdout)
    assert set(made) == {"figures", "sentences", "carried_share"}
    assert set(made["sentences"]) == {"carried", "new", "gone"}
    assert {frozenset(row) for row in made["figures"]} == {
        frozenset({"id", "last", "this", "change", "kind"})
    }
    assert {
        "id": "复议.收到",
        "last": "466宗",
        "this": "786宗",
        "change": "增长68.67%",
        "kind": "changed",
    } in made["figures"]
    assert 0 < made["carried_share"] < 0.1


def test_the_table_has_its_four_sections_and_even_columns() -> None:
    ran = drafter("compare", LAST, THIS)
    lines = ran.stdout.splitlines()
    sections = [line[:2] for line in lines if line[:1] not in {" ", ""}]
    assert sections == ["数据", "标题", "句子", "占比"]
    head = next(line for line in lines if "上年" in line and "变化" in line)
    row = next(line for line in lines if "466宗" in line)
    for title, cell in (("上年", "466宗"), ("今年", "786宗"), ("变化", "增长")):
        assert columns(head.partition(title)[0]) == columns(row.partition(cell)[0])
    assert "\x1b" not in ran.stdout


def test_a_contradiction_makes_the_exit_code_1(tmp_path: Path) -> None:
    last = report(tmp_path, 2022, "全年收到行政复议申请460宗。")
    this = report(tmp_path, 2023, "全年收到行政复议申请786宗，同比增长68.67%。")
    ran = drafter("compare", last, this)
    assert ran.returncode == 1
    assert "推出上年是466宗" in ran.stderr
    assert "460宗" in ran.stdout
    assert drafter("compare", report(tmp_path, 2022, "共收到466宗。"), this).returncode == 0


def test_three_years_of_a_figure_stand_in_a_row(tmp_path: Path) -> None:
    for year, prior in ((2021, ""), (2022, "上年: 2021.yaml\n"), (2023, "上年: 2022.yaml\n")):
        own(tmp_path, year, "推进工作", f"{prior}数据: {{普法.活动: {year - 2000}场}}\n")
    ran = drafter("compare", "2022.yaml", "2023.yaml", folder=tmp_path)
    assert "2021年 21场 → 2022年 22场 → 2023年 23场" in ran.stdout


def test_a_missing_file_and_a_missing_argument_stop_with_2(tmp_path: Path) -> None:
    assert drafter("compare", tmp_path / "a.yaml", THIS).returncode == 2
    assert drafter("compare", THIS).returncode == 2
