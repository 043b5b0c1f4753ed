"""Small year files for tests: what matters stands in the test, the rest here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.opening import open_case

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.finding import Finding

PLAIN_HEAD = """\
报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
"""
#: The examination on law, which the catalogue asks of every office, is not asked here: its sentence
#: would stand in the same paragraph as those of 普法宣传.
HEAD = PLAIN_HEAD + "指标: {考法.参考: {名: 学法考试人员, 单位: 名, 需: 选}}\n"


def year_file(folder: Path, text: str, *, head: str = HEAD, name: str = "2023.yaml") -> Path:
    """A year file with an ordinary head and `text` below it."""
    path = folder / name
    path.write_text(head + text, encoding="utf-8")
    return path


def opened(
    folder: Path, text: str, *, head: str = HEAD, gaps: bool = True
) -> tuple[Case, tuple[Finding, ...]]:
    """The case of such a year file."""
    return open_case(year_file(folder, text, head=head), gaps=gaps)


def section_text(case: Case, id_: str) -> str:
    """The first paragraph of the section that came from a node or topic of this id."""
    section = next(s for s in case.report.walk() if s.id == id_)
    return section.paragraphs[0].text


def whole_text(case: Case) -> str:
    """Everything that is printed below headings."""
    return "\n".join(p.text for s in case.report.walk() for p in s.paragraphs)
