"""Cases of rules, read from YAML: a text or a year file, and the words that a rule finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from drafter.app.checking import check
from drafter.checks.registry import RULES
from drafter.checks.rule import TextRule
from tests.making import HEAD

if TYPE_CHECKING:
    from drafter.app.checking import Checked

CASES = Path(__file__).parent / "cases"
#: A report needs a title, an issuer and a date for its year to be known.
TITLE = "某区{year}年法治政府建设年度报告"


@dataclass(frozen=True, slots=True)
class RuleCase:
    """One case of a rule.

    Attributes:
        code: the rule's.
        name: what is shown, as a sentence.
        given: the keys of the YAML entry: 文 or 问卷, 年度, 日期, 标题, 上年, 结构.
        found: the very words that the rule finds, in order; empty = it is silent.
    """

    code: str
    name: str
    given: dict[str, object]
    found: tuple[str, ...]


def rule_cases() -> list[RuleCase]:
    """Every case beside this file."""
    return [case for path in sorted(CASES.glob("*.yaml")) for case in _read(path)]


def found_words(case: RuleCase, folder: Path) -> tuple[str, ...]:
    """What the rule finds in a case."""
    checked = _checked(case, folder)
    asked = [f for f in checked.findings if f.code == case.code]
    return tuple(finding.text for finding in asked)


def report_text(given: dict[str, object]) -> str:
    """The case's text as a whole report: title, paragraphs, office and date."""
    year = int(str(given.get("年度", 2023)))
    title = str(given.get("标题", TITLE.format(year=year)))
    dated = str(given.get("日期", f"{year + 1}年1月20日"))
    return f"{title}\n\n{given['文']}\n\n某区人民政府\n{dated}\n"


def _checked(case: RuleCase, folder: Path) -> Checked:
    last = None
    if "上年" in case.given:
        text = str(case.given["上年"])
        year = int(str(case.given.get("年度", 2023))) - 1
        filed = "报告:" in text or "数据:" in text
        last = folder / f"{year}.{'yaml' if filed else 'txt'}"
        before = HEAD.replace("2023", str(year)).replace("2024", str(year + 1)) + text
        last.write_text(before if filed else report_text({"文": text, "年度": year}), "utf-8")
    if "问卷" in case.given:
        path = folder / "2023.yaml"
        path.write_text(HEAD + str(case.given["问卷"]), "utf-8")
    else:
        path = folder / "报告.txt"
        path.write_text(report_text(case.given), "utf-8")
    profile = None
    if "结构" in case.given:
        structure = folder / "结构.yaml"
        structure.write_text(str(case.given["结构"]), "utf-8")
        profile = str(structure)
    return check(path, last=last, profile=profile, select=[case.code])


def _read(path: Path) -> list[RuleCase]:
    content = yaml.safe_load(path.read_text("utf-8"))
    cases = []
    for group in ("报", "不报"):
        for given in content[group]:
            words = given.get("处", []) if group == "报" else []
            found = tuple(str(word) for word in words)
            cases.append(RuleCase(path.stem, f"{path.stem} {group}：{given['名']}", given, found))
    return cases


def codes_of_text_rules() -> list[str]:
    """Rules that must have cases here."""
    return [rule.code for rule in RULES if isinstance(rule, TextRule)]
