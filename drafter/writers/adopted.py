"""A published report as a year file: its text with slots, its figures under 数据."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.text.headings import number, shown_level
from drafter.text.marks import close
from drafter.text.patterns import as_pattern
from drafter.text.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.kit import Kind
    from drafter.model.old_report import OldBlock, OldReport
    from drafter.text.figure_ids import Named

_COMMENT = 20
#: Levels whose headings run in where a year file does not say otherwise (profiles/本文件.yaml).
_USUAL_RUN_IN = frozenset({2})


@dataclass(slots=True)
class _Section:
    """A heading, the paragraphs under it, and the sections below."""

    block: OldBlock
    paragraphs: list[OldBlock]
    children: list[_Section] = field(default_factory=list)
    level: int = 0
    number: str | None = None

    @property
    def height(self) -> int:
        """How many levels stand below."""
        return max((1 + child.height for child in self.children), default=0)


def adopted_yaml(
    report: OldReport, figures: Sequence[Named], *, place: str, kind: Kind, year: int
) -> str:
    """The year file's text.

    Args:
        report: the old report.
        figures: its statistics with their ids.
        place: the office's name.
        kind: the kind of body.
        year: the year reported on.
    """
    lead, sections = _tree(report.blocks)
    _count(sections, 1)
    run_in = _run_in(sections)
    slots = _slots(figures)
    lines = [
        f"# 由 drafter adopt 从“{report.path}”整理：正文一字不改，每个数是一个 {{{{指标}}}}",
        *_report(report, year, run_in, verbatim=_verbatim(report, lead, sections)),
        *_office(report, place, kind),
        *_listed("导语", [_words(block, slots) for block in lead], ""),
        *_data(figures),
        *_own(figures),
        "章节:" if sections else "章节: []",
        *(line for one in sections for line in _section(one, "  ", slots, run_in)),
    ]
    return "\n".join(lines) + "\n"


def _tree(blocks: Iterable[OldBlock]) -> tuple[list[OldBlock], list[_Section]]:
    """The paragraphs before the first heading, and the sections."""
    lead: list[OldBlock] = []
    roots: list[_Section] = []
    path: list[_Section] = []
    for block in blocks:
        if not block.level or not block.heading:
            (path[-1].paragraphs if path else lead).append(block)
            continue
        path = [section for section in path if section.block.level < block.level]
        made = _Section(block, [block] if block.text else [])
        (path[-1].children if path else roots).append(made)
        path.append(made)
    return lead, roots


def _count(sections: list[_Section], level: int) -> None:
    """Number the sections as composing will; where the report differs its own number is kept."""
    for place, section in enumerate(sections, 1):
        printed = section.block.published or section.block.number
        section.number = None if printed == number(level, place) else printed
        section.level = shown_level(section.number or "", level, section.height)
        _count(section.children, section.level + 1)


def _walk(sections: Iterable[_Section]) -> Iterator[_Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _run_in(sections: list[_Section]) -> frozenset[int]:
    """Levels of which most headings run in."""
    told = Counter[int]()
    for section in _walk(sections):
        if section.paragraphs:
            told[section.level] += 1 if section.block.run_in else -1
    return frozenset(level for level, more in told.items() if more > 0)


def _verbatim(report: OldReport, lead: list[OldBlock], sections: list[_Section]) -> bool:
    """Whether composing would change something: an open sentence closed, an empty section."""
    paragraphs = [*lead, *(one for section in _walk(sections) for one in section.paragraphs)]
    headings = [report.title, *(section.block.heading for section in _walk(sections))]
    return (
        any(close(block.text) != block.text for block in paragraphs)
        or any(heading.rstrip("。；") != heading for heading in headings)
        or any(not (one.paragraphs or one.children) for one in _walk(sections))
    )


def _report(
    report: OldReport, year: int, run_in: frozenset[int], *, verbatim: bool
) -> Iterator[str]:
    yield "报告:"
    yield f"  年度: {year}"
    yield "  结构: 本文件"
    if report.addressees:
        yield "  用途: 上报"
    if report.title:
        yield f"  标题: {yaml_text(as_pattern(report.title))}"
    if report.dated:
        yield f"  成文日期: {report.dated.isoformat()}"
    if run_in != _USUAL_RUN_IN:
        levels = ", ".join(str(level) for level in sorted(run_in))
        yield f"  接排: {f'[{levels}]' if levels else '无'}"
    if verbatim:
        yield "  照录: 是                  # 原文有的段落句末没有句号，照原样印"


def _office(report: OldReport, place: str, kind: Kind) -> Iterator[str]:
    yield "单位:"
    yield f"  名称: {yaml_text(place)}"
    yield f"  类型: {kind.value}"
    yield from _listed("落款", list(report.signatories), "  ")
    if report.addressees:
        yield f"  主送: {yaml_text(report.addressees)}"


def _listed(key: str, texts: list[str], indent: str) -> Iterator[str]:
    """One text behind its key, several as a list, none not at all."""
    if len(texts) == 1:
        yield f"{indent}{key}: {yaml_text(texts[0])}"
    elif texts:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {yaml_text(text)}" for text in texts)


def _data(figures: Sequence[Named]) -> Iterator[str]:
    """Each id once, with the words that tell it and how sure the mapping is."""
    once = {figure.id: figure for figure in figures if figure.id}
    if once:
        yield "数据:"
    for id_, figure in once.items():
        sure = f"把握{figure.confidence:.2f}" if figure.mapped else "目录外"
        value = yaml_text(figure.statistic.quantity.text)
        yield f"  {id_}: {value}    # {_short(figure)}（{sure}）"


def _short(figure: Named) -> str:
    """At most 20 characters of the clause, those around the figure."""
    words, told = figure.clause, figure.statistic.quantity.text
    end = max(words.find(told) + len(told), _COMMENT)
    return words[max(0, end - _COMMENT) : end]


def _own(figures: Sequence[Named]) -> Iterator[str]:
    own = {figure.id: figure for figure in figures if figure.id and not figure.mapped}
    if own:
        yield "指标:    # 目录里没有的，或没有把握认作目录里哪一项的；名称可以改"
    for id_, figure in own.items():
        unit = figure.statistic.quantity.unit
        rest = f", 单位: {yaml_text(unit)}" if unit else ""
        yield f"  {id_}: {{名: {yaml_text(figure.name)}{rest}}}"


def _slots(figures: Sequence[Named]) -> dict[int, list[Named]]:
    """The figures with an id by the block that they stand in."""
    found: dict[int, list[Named]] = {}
    for figure in figures:
        if figure.id:
            found.setdefault(id(figure.block), []).append(figure)
    return found


def _words(block: OldBlock, slots: dict[int, list[Named]]) -> str:
    """The block's text with a slot for each figure."""
    text, end = as_pattern(block.number) if not block.heading else "", 0
    for figure in slots.get(id(block), []):
        text += as_pattern(block.text[end : figure.statistic.start]) + f"{{{{{figure.id}}}}}"
        end = figure.statistic.end
    return text + as_pattern(block.text[end:])


def _section(
    section: _Section, indent: str, slots: dict[int, list[Named]], run_in: frozenset[int]
) -> Iterator[str]:
    yield f"{indent}- 题: {yaml_text(as_pattern(section.block.heading))}"
    inner = indent + "  "
    if section.number is not None:
        yield f"{inner}号: {yaml_text(section.number) if section.number else '无'}"
    own = section.block.run_in
    if section.paragraphs and own != (section.level in run_in):
        yield f"{inner}接排: {'是' if own else '否'}"
    yield from _listed("文", [_words(block, slots) for block in section.paragraphs], inner)
    if section.children:
        yield f"{inner}节:"
        for child in section.children:
            yield from _section(child, inner + "  ", slots, run_in)
