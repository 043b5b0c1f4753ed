"""Styles that the program uses, fonts that follow a theme, headings that are none to Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from drafter.writers.blocks import HEADINGS
from drafter.writers.word.advice.warning import warning
from drafter.writers.word.effective import Formatting
from drafter.writers.word.gaps import CARRIED_STYLE, STYLE
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document

    from drafter.model.finding import Finding
    from drafter.writers.word.trial import Trial

_THEMED = tuple(map(qn, ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")))
_WANTED = {
    STYLE: "缺的内容不会变色，只有批注",
    CARRIED_STYLE: "沿用上年的文字不会加底纹，只有批注",
}


def styles(document: Document, path: Path) -> Iterator[Finding]:
    """Character styles that are missing, and theme fonts."""
    known = {style.name_val for style in document.styles.element.style_lst if style.styleId}
    for name, loss in _WANTED.items():
        if name not in known:
            message = f"没有“{name}”这个字符样式：{loss}"
            remedy = f"新建一个字符样式，名称写“{name}”，设上颜色；标准模板里有"
            yield warning(("T215", "style-missing"), path, 0, message, remedy, name)
    roots = [document.styles.element, *(story.root for story in stories(document))]
    themed = [
        f for root in roots for f in root.iter(qn("w:rFonts")) if set(_THEMED) & set(f.keys())
    ]
    if themed:
        message = (
            f"有{len(themed)}处用了主题字体：换一台电脑或用 WPS 打开，字体会变，或提示缺失字体"
        )
        remedy = "在样式里把字体改成具体的字体（仿宋_GB2312 等），西文字体也要改"
        yield warning(("T217", "theme-font"), path, 0, message, remedy)


def outline(trial: Trial, path: Path) -> Iterator[Finding]:
    """Headings that do not show in Word's navigation pane."""
    formatting = Formatting(trial.document)
    told: set[int] = set()
    for block, paragraph in trial.printed:
        if block.style not in HEADINGS or paragraph is None or block.level in told:
            continue
        level = formatting.outline(paragraph)
        if level == block.level:
            continue
        told.add(block.level)
        style = formatting.style_name(paragraph) or "默认样式"
        why = "没有大纲级别" if level is None else f"的大纲级别是{level}级"
        message = (
            f"{block.style.value}印在“{style}”样式里，{why}：Word 的导航窗格里看不到，或层级不对"
        )
        remedy = f"给印{block.style.value}的那一段用“标题 {block.level}”样式"
        yield warning(("T216", "no-outline-level"), path, 0, message, remedy, block.style.value)
