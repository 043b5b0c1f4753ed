"""Writes docs/rules.md anew: every rule, as its docstring explains it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.rules import FAMILIES, rules, scope
from drafter.writers.checked import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rule import Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

_HEAD = """\
# 检查规则

`drafter check` 用下面的规则检查问卷和写好的报告，`drafter rules 代码` 在终端里看其中一条。
本页由 `tools/build_rules.py` 从规则的说明写出，请不要直接修改。

* **级别**：错误，一定不对，退出码为1；警告，多半不对，请看一看；提示，拿不准，问一声。
* **何时查**：“问卷、报告”，问卷的正文和任何写好的报告都查；“问卷”，只查问卷；“指名才查”，
  是写法上的讲究，用 `--select 代码` 点名才查；“指标目录”，查 `templates/` 里的指标目录，
  改了目录才用得着。
* **不想查的**：只这一次，加 `--ignore 代码`；今年都不查，在问卷的 `忽略` 下写上代码和理由。

"""
_PARTS = ("查什么", "为什么", "例", "怎么改")


def built() -> str:
    """The text of the page that fits the rules as they are."""
    return _HEAD + "\n".join(_families())


def main() -> None:
    """Write it."""
    PAGE.write_text(built(), encoding="utf-8")
    print(PAGE)


def _families() -> Iterator[str]:
    for letter, family in FAMILIES.items():
        members = rules(letter)
        yield f"## {letter} {family}（{len(members)}条）\n"
        for rule in members:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}\n"
    told = [f"级别：{LABELS[rule.severity]}", f"何时查：{scope(rule)}"]
    if rule.requires:
        told.append(f"同一处已报 {'、'.join(rule.requires)} 的不再报")
    yield "　".join(told) + "\n"
    for heading in _PARTS:
        yield f"* **{heading}**：{_escaped(rule.part(heading))}"
    yield ""


def _escaped(text: str) -> str:
    """What Markdown would take for marks, kept as it stands."""
    for mark in "\\*_<>[]#`|":
        text = text.replace(mark, f"\\{mark}")
    return text


if __name__ == "__main__":
    main()
