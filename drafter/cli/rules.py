"""`drafter rules`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from drafter.app.notices import notices
from drafter.app.rules import FAMILIES, UnknownCodeError, evened_code, scope
from drafter.app.rules import rules as every
from drafter.checks.rule import KitRule, When
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, width
from drafter.model.finding import Severity
from drafter.text.widths import columns, typeset
from drafter.writers.checked import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.notices import Notice
    from drafter.checks.rule import Rule

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_GAP = "  "
_NARROW = 60  # columns: below that a rule's text stands under its code
#: What a rule says of itself, in this order.
_PARTS = ("查什么", "为什么", "例", "怎么改")


@click.command(cls=ChineseCommand)
@click.argument("code", metavar="[代码]", required=False, shell_complete=completing.codes)
def rules(code: str | None) -> int:
    """有哪些检查；写上代码（如 F203），就看这一条查什么、为什么、举例、怎么改。

    只写代码的开头（如 F 或 W4），就列出这一类。
    """
    wanted = evened_code(code or "")
    chosen = every(wanted)
    if len(chosen) == 1 and chosen[0].code == wanted:
        _show(chosen[0])
    elif chosen:
        _table(chosen)
    elif wanted in notices():
        _notice(notices()[wanted])
    else:
        raise _unknown(code or "")
    return 0


def _table(chosen: Sequence[Rule]) -> None:
    """A line a rule, by family."""
    scopes = max(columns(scope(rule)) for rule in chosen)
    for letter, family in FAMILIES.items():
        members = [rule for rule in chosen if rule.code.startswith(letter)]
        if not members:
            continue
        click.echo(click.style(f"{letter} {family}", bold=True) + f"　{len(members)}条")
        for rule in members:
            _row(rule, scopes)
    note("看其中一条：drafter rules 代码，如 drafter rules " + chosen[0].code)


def _row(rule: Rule, scopes: int) -> None:
    """Code, severity, what it is run over, and what it looks for."""
    narrow = sys.stdout.isatty() and width() < _NARROW
    label, where = LABELS[rule.severity], scope(rule)
    lead = f"  {rule.code}{_GAP}{label}{_GAP}{where}{' ' * (scopes - columns(where))}{_GAP}"
    coloured = lead.replace(label, click.style(label, fg=_COLOURS[rule.severity]), 1)
    if narrow:
        click.echo(coloured)
        lead = coloured = " " * 4
    room = width() - columns(lead) if sys.stdout.isatty() else 0
    first, *rest = typeset(rule.part("查什么"), room)
    click.echo(coloured + first)
    for part in rest:
        click.echo(" " * columns(lead) + part)


def _show(rule: Rule) -> None:
    """Everything about one rule."""
    label = click.style(LABELS[rule.severity], fg=_COLOURS[rule.severity], bold=True)
    click.echo(f"{click.style(rule.code, bold=True)} {label}　{rule.name}")
    for heading in _PARTS:
        _paragraph(heading, rule.part(heading))
    when = f"{scope(rule)}（--select {rule.code} 才查）" if rule.when is When.ASKED else scope(rule)
    _paragraph("何时查", when)
    if rule.requires:
        _paragraph("不重复", f"同一处已报 {'、'.join(rule.requires)} 的，不再报这一条")
    if not isinstance(rule, KitRule):
        always = f"今年都不查，问卷的“忽略”下写 `{rule.code}: 理由`"
        _paragraph("不查", f"只这一次，加 --ignore {rule.code}；{always}")


def _paragraph(heading: str, text: str) -> None:
    lead = f"  {heading}：" + " " * (6 - columns(heading))
    room = width() - columns(lead) if sys.stdout.isatty() else 0
    first, *rest = typeset(text, room)
    click.echo(lead + first)
    for part in rest:
        click.echo(" " * columns(lead) + part)


def _notice(notice: Notice) -> None:
    click.echo(f"{click.style(notice.code, bold=True)}　{notice.name}")
    click.echo(f"  这不是检查，是{notice.told_by}时的提示：错在哪里、怎么改，提示里都写了。")


def _unknown(code: str) -> click.UsageError:
    near = UnknownCodeError(evened_code(code)).near
    guess = f"，是不是 {'、'.join(near)}" if near else ""
    return click.UsageError(f"没有“{code}”这条检查{guess}；全部检查用 drafter rules 查看")
