"""A sample's own figures and prose poured into the questionnaire of a learned structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from drafter.app.adopt import adopt
from drafter.app.learn import learn
from drafter.app.new import new
from drafter.app.outline import outline
from drafter.model.kit import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.report import Section

Entry = dict[str, Any]
#: Level, number, words, whether the text runs in.
Heading = tuple[int, str, str, bool]


def given_back(sample: Path, folder: Path) -> tuple[list[Heading], list[Heading]]:
    """The sample's headings, and those of what is composed of its figures and prose."""
    profile, taken, asked = folder / "结构.yaml", folder / "认读.yaml", folder / "问卷.yaml"
    learn([sample], profile)
    adopted = adopt(sample, taken, year=None, place=None)
    report = adopted.report
    year, kind = report.year or 0, adopted.kind or Kind.DEPARTMENT
    new(asked, place=report.issuer, kind=kind, year=year, profile=str(profile))
    filled = poured(_read(taken), _read(profile), _read(asked))
    asked.write_text(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False), "utf-8")
    printed = [
        (b.level, b.number, b.heading, b.run_in) for b in report.blocks if b.level and b.heading
    ]
    return printed, [h for s in outline(asked)[0].sections for h in _headings(s)]


def poured(adopted: Entry, profile: Entry, asked: Entry) -> Entry:
    """The questionnaire with what adopting has found: each text at the section of its place."""
    filled = {key: value for key, value in asked.items() if value is not None}
    filled["数据"], filled["指标"] = adopted.get("数据", {}), adopted.get("指标", {})
    filled["导语"] = adopted.get("导语", [])
    filled["亮点"], filled["正文"] = {}, {}
    filled["报告"] = {**asked["报告"], **{k: v for k, v in adopted["报告"].items() if k == "标题"}}
    _pour(adopted["章节"], profile["章节"], filled)
    return filled


def _pour(sections: list[Entry], nodes: list[Entry], filled: Entry) -> None:
    for section, node in zip(sections, nodes, strict=True):
        texts = _texts(section)
        if "部件" in node:
            _pour_points(section, node["部件"], texts, filled)
            continue
        if texts:
            filled["正文"][node["名"]] = texts
        _pour(section.get("节", []), node.get("节", []), filled)


def _pour_points(section: Entry, parts: list[str], texts: list[str], filled: Entry) -> None:
    """Shortcomings as one text, plans as sections; or what there is of either."""
    points = [{"题": one["题"], "文": _texts(one)} for one in section.get("节", [])]
    *first, last = parts
    for part in first:
        filled[part] = texts[:1]
        texts = texts[1:]
    filled[last] = points or texts
    if points and texts:
        filled["写法"] = {last: {"领": texts[0]}}


def _texts(section: Entry) -> list[str]:
    told = section.get("文", [])
    return [told] if isinstance(told, str) else list(told)


def _read(path: Path) -> Entry:
    read: Entry = yaml.safe_load(path.read_text("utf-8"))
    return read


def _headings(section: Section) -> Iterator[Heading]:
    runs = section.run_in and bool(section.paragraphs)
    yield section.level, section.number, section.heading.text, runs
    for child in section.children:
        yield from _headings(child)
