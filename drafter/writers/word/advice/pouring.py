"""What is printed twice, and what not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.writers.blocks import Style
from drafter.writers.word.advice.warning import warning
from drafter.writers.word.asks import every_ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.writers.word.asks import Asked
    from drafter.writers.word.trial import Trial

_BODY, _SECTION = "正文", "节("
_ASKED_AS = {
    Style.TITLE: ("标题", "{%p for 行 in 标题行 %}，下一段 {{ 行 }}，再下一段 {%p endfor %}"),
    Style.ADDRESSEE: ("主送机关", "{{ 主送机关 }}：，前后加上 {%p if 主送机关 %} 和 {%p endif %}"),
    Style.SIGNATORY: ("落款", "{%p for 机关 in 落款 %}，下一段 {{ 机关 }}，再下一段 {%p endfor %}"),
    Style.DATE: ("成文日期", "{{ 成文日期 }}，前后加上 {%p if 成文日期 %} 和 {%p endif %}"),
}
_TEXT = ("正文", "{%p for 段 in 正文 %} 到 {%p endfor %} 的各段，照标准模板抄")
_WHEN = {Style.ADDRESSEE: "上报稿", Style.SIGNATORY: "有落款的报告", Style.DATE: "有落款的报告"}


def poured(asks: Sequence[Asked], path: Path) -> Iterator[Finding]:
    """The text, or a section of it, that the template prints more than once."""
    loops = [a for one in asks for a in every_ask(one.asks) if a.item and a.whole]
    bodies = [line for ask in loops if ask.name == _BODY for line in ask.lines]
    for line in bodies[1:]:
        yield _twice(line, "正文", f"第{bodies[0]}段已经印了一遍", path)
    for ask in loops:
        if not ask.name.startswith(_SECTION):
            continue
        name = ask.name.removeprefix(_SECTION).strip("()'\"")
        first = "正文里已经有这一节" if bodies else f"第{ask.lines[0]}段已经印了一遍"
        for line in ask.lines if bodies else ask.lines[1:]:
            yield _twice(line, f"“{name}”", first, path)


def _twice(line: int, what: str, why: str, path: Path) -> Finding:
    message = f"第{line}段：{what}会印两遍，{why}"
    remedy = "有意这样就不用改；否则删去一处，或者把正文逐节写成 节('…')"
    return warning(("T210", "poured-twice"), path, line, message, remedy, what)


def never_printed(trial: Trial, path: Path) -> Iterator[Finding]:
    """Kinds of blocks that have no place in the template, or come in the wrong order."""
    told: set[str] = set()
    for block, paragraph in trial.printed:
        name, how = _ASKED_AS.get(block.style, _TEXT)
        if paragraph is not None or name in told:
            continue
        told.add(name)
        when = _WHEN.get(block.style, "报告")
        shown = f"（例如{block.style.value}“{block.text}”）" if name == _BODY else ""
        message = f"模板没有印出{name}{shown}，或者次序不对：{when}用它写不出初稿"
        yield warning(("T211", "never-printed"), path, 0, message, f"在它的位置加上 {how}", name)
