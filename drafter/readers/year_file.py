"""The year file (问卷): everything that one office answered for one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.answers import Answers, Office, Text
from drafter.model.finding import DrafterError
from drafter.model.kit import Kind
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.files import read_text
from drafter.readers.indicators import read_indicators
from drafter.readers.sheet import Sheet
from drafter.readers.yaml_tree import Entries, Items, Tree, parse_tree
from drafter.readers.year_figures import read_figures
from drafter.readers.year_sections import (
    read_frame,
    read_headings,
    read_highlights,
    read_ignored,
    read_list_styles,
    read_office,
    read_points,
)

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.answers import AskedChart
    from drafter.model.finding import Finding
    from drafter.model.kit import Node

KEYS = (
    "报告", "单位", "上年", "数据", "指标", "亮点", "题目",
    "导语", "口号", "不足", "安排", "写法", "章节", "正文", "图表", "沿用", "忽略",
)  # fmt: skip
OWN_TREE = "本文件"


def read_year_file(path: Path) -> tuple[Answers, tuple[Finding, ...]]:
    """A year file's answers, and everything that is wrong with them, in the order of the lines.

    Errors among the findings are things that could not be used; warnings, things that were.

    Args:
        path: as the user gave it; so it stands in every spot.

    Raises:
        DrafterError: with all findings, when there is nothing to go on with: the file cannot be
            read or is not YAML, or it does not say which year, which office or what kind of office.
    """
    return read_year_text(read_text(path), str(path))


def read_year_text(text: str, file: str) -> tuple[Answers, tuple[Finding, ...]]:
    r"""A year file's answers from its text.

    Args:
        text: the year file, with `\n` as line breaks and without a byte order mark.
        file: its path; so it stands in every spot.

    Raises:
        DrafterError: as `read_year_file`.
    """
    tree, found = parse_tree(text, file)
    sheet = Sheet(tuple(text.split("\n")), list(found))
    if tree is None:
        raise DrafterError(*(found or (_empty(file),)))
    top = sheet.known_entries(tree, "问卷", KEYS)
    answers = _answers(sheet, top, file) if isinstance(tree, Entries) else None
    findings = tuple(sorted(sheet.findings, key=lambda finding: finding.spot))
    if answers is None:
        raise DrafterError(*(findings or (_empty(file),)))
    return answers, findings


def _answers(sheet: Sheet, top: dict[str, Tree], file: str) -> Answers | None:
    """The answers; None, and findings, when year or office are not known."""
    frame = read_frame(sheet, top.get("报告"), Spot(file))
    office = read_office(sheet, top.get("单位"), Spot(file))
    answers = Answers(
        path=file,
        year=frame.year or 0,
        profile=_profile(sheet, frame.profile, top, file),
        use=frame.use,
        title=frame.title,
        as_of=frame.as_of,
        dated=frame.dated,
        office=office or Office("", Kind.DEPARTMENT, ""),
        prior_file=sheet.word(top.get("上年"), "“上年”"),
        figures=read_figures(sheet, top.get("数据")),
        highlights=read_highlights(sheet, top.get("亮点")),
        headings=read_headings(sheet, top.get("题目")),
        lead=_lead(sheet, top.get("导语")),
        slogan=sheet.heading(top.get("口号"), "“口号”"),
        shortcomings=read_points(sheet, top.get("不足"), "“不足”"),
        plans=read_points(sheet, top.get("安排"), "“安排”"),
        list_styles=read_list_styles(sheet, top.get("写法")),
        confirmed=tuple(text.text for text in sheet.texts(top.get("沿用"), "“沿用”")),
        ignored=read_ignored(sheet, top.get("忽略")),
        indicators={
            indicator.id: indicator
            for indicator in read_indicators(top.get("指标"), sheet.findings)
        },
        tree=_tree(sheet, top.get("章节")),
        branches=_branches(sheet, top.get("章节")),
        bodies=_bodies(sheet, top.get("正文")),
        run_in=frame.run_in,
        case_unit=frame.case_unit,
        verbatim=frame.verbatim,
        charts=_charts(sheet, top.get("图表")),
    )
    return answers if frame.year and office else None


def _lead(sheet: Sheet, tree: Tree | None) -> Text | None:
    """导语: a text, or a list of paragraphs (kept with a line break between them)."""
    if not isinstance(tree, Items):
        return sheet.heading(tree, "“导语”")
    texts = sheet.texts(tree, "“导语”")
    return Text("\n".join(text.text for text in texts), texts[0].spot) if texts else None


def _tree(sheet: Sheet, tree: Tree | None) -> tuple[Node, ...]:
    """章节 as a list: the file's own tree."""
    if tree is None or isinstance(tree, Entries):
        return ()
    from drafter.readers.nodes import read_nodes

    return read_nodes(tree, sheet.findings.append)


def _branches(sheet: Sheet, tree: Tree | None) -> dict[str, tuple[Node, ...]]:
    """章节 as a mapping: what stands under a chapter of the profile, by the chapter's 名."""
    if not isinstance(tree, Entries):
        return {}
    from drafter.readers.nodes import read_nodes

    return {
        name: read_nodes(entry.value, sheet.findings.append)
        for name, entry in sheet.entries(tree, "“章节”")
    }


def _charts(sheet: Sheet, tree: Tree | None) -> tuple[AskedChart, ...]:
    """图表."""
    if tree is None:
        return ()
    from drafter.readers.year_charts import read_charts

    return read_charts(sheet, tree)


def _bodies(sheet: Sheet, tree: Tree | None) -> dict[str, tuple[Text, ...]]:
    """正文: the paragraphs of a section as they were settled, by the section's 名 or topic."""
    found = {
        name: sheet.texts(entry.value, f"“{name}”的正文")
        for name, entry in sheet.entries(tree, "“正文”")
    }
    return {name: texts for name, texts in found.items() if texts}


def _profile(sheet: Sheet, name: str, top: dict[str, Tree], file: str) -> str:
    """The profile's name; a file that names none and brings its own sections means those."""
    own = top.get("章节")
    if not name and own is None:
        place = top["报告"].spot if "报告" in top else Spot(file)
        remedy = "在“报告”下写一行 `结构: 纲要八章`；有哪些结构，用 drafter profiles 看"
        sheet.error(Fault.MISSING_ANSWER, place, "没有写明用哪个结构", remedy)
    elif name == OWN_TREE and own is None:
        message = "结构写的是“本文件”，文件里却没有“章节”"
        remedy = "加上“章节”，或者换一个结构的名称"
        sheet.error(Fault.MISSING_ANSWER, top["报告"].spot, message, remedy)
    elif name not in {"", OWN_TREE} and own is not None and not isinstance(own, Entries):
        message = f"文件里有一整套“章节”，结构却写的是“{name}”，这里按“章节”写"
        remedy = f"写成 `结构: {OWN_TREE}`；只改结构里的一章，在“章节”下先写这一章的名"
        sheet.warn(Fault.BAD_CHOICE, own.spot, message, remedy)
    return name or (OWN_TREE if own else "")


def _empty(file: str) -> Finding:
    message = "这个文件是空的，没有内容"
    remedy = "照 examples 里的问卷写，或用 drafter new 生成一份再填"
    return error(Fault.MISSING_ANSWER, Spot(file), message, remedy)
