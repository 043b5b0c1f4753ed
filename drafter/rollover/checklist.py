"""What was promised and what fell short last year, as a list to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.rollover.marks import BEGIN, END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.answers import Answers, Point
    from drafter.rollover.figures import Figures

_PLAN = "已完成 / 推进中 / 未开展（选一个），用哪项数据说明："
_SHORTCOMING = "已改进 / 仍存在（选一个），用哪项数据说明："


def checklist(answers: Answers, figures: Figures) -> list[str]:
    """Lines of comment; empty when there is nothing to answer."""
    lines = [
        *_told("安排", answers.plans, _PLAN),
        *_told("不足", answers.shortcomings, _SHORTCOMING),
        *(f"# 更名：{old} → {new}" for old, new in figures.renamed),
        *(
            f"# 停用：{id_}，目录和“指标”里都没有了，没有带来；上年{value or '空着'}"
            for id_, value in figures.retired
        ),
    ]
    return [BEGIN, *lines, END] if lines else []


def _told(name: str, points: tuple[Point, ...], ask: str) -> Iterator[str]:
    for place, point in enumerate(points, 1):
        texts = [_line(text.text) for text in point.texts]
        head = _line(point.heading.text) if point.heading else texts.pop(0)
        yield f"# 上年{name} {place}：{head} —— {ask}"
        yield from (f"#   {text}" for text in texts)
        if point.cause:
            yield f"#   原因：{_line(point.cause.text)}"


def _line(text: str) -> str:
    return " ".join(text.split())
