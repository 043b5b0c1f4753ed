"""What a Word template asks for, and what one can ask for, as lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.writers.word.asks import Ask, Asked

_STEP = "  "
#: Numbers of paragraphs that are named.
_MOST = 5


def asked_lines(asks: Sequence[Asked]) -> Iterator[str]:
    """What a template asks for, by story, loops with what stands in them."""
    for one in asks:
        yield one.story
        for ask in one.asks:
            yield from _ask_lines(ask, _STEP)


def name_lines(names: Mapping[str, str], figures: Mapping[str, str]) -> Iterator[str]:
    """Every name that can be asked for, with what it is.

    Args:
        names: the names and what they mean.
        figures: what each figure is, by id.
    """
    for name, meaning in names.items():
        yield f"{_STEP}{name}　{meaning}"
    for id_, meaning in figures.items():
        yield f"{_STEP}数.{id_}　{meaning}"


def _ask_lines(ask: Ask, before: str) -> Iterator[str]:
    notes = [ask.meaning] if ask.meaning else []
    if ask.item:
        how = "逐项" if ask.whole else "逐项，只取符合条件的"
        notes.append(f"（{how}，每项叫“{ask.item}”）")
    elif ask.tested:
        notes.append("（只用来判断）")
    box = "文本框，" if ask.boxed else ""
    lines = "、".join(map(str, ask.lines[:_MOST])) + ("…" if len(ask.lines) > _MOST else "")
    yield f"{before}{ask.name}　{''.join(notes)}［{box}第{lines}段］"
    for inner in ask.inside:
        yield from _ask_lines(inner, before + _STEP)
