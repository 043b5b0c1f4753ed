"""The text that every template has: title, addressees, headings and paragraphs, sign-off."""

from __future__ import annotations

from tools.word_templates.wml import (
    ADDRESSEE,
    BODY,
    DATE,
    NORMAL,
    RUN_IN,
    SIGNATORY,
    TITLE,
    mark,
    note,
    paragraph,
    pieces,
    run,
)


def title() -> list[str]:
    """Title and blank line."""
    return [
        note("灰色小字是标记和说明，不会印出来。换字体、字号请改样式（标题、正文文本、标题 1 等）"),
        mark("for 行 in 标题行"),
        paragraph(TITLE, run("{{ 行 }}")),
        mark("endfor"),
        paragraph(NORMAL),
    ]


def addressees() -> list[str]:
    """The line of addressees, where there is one."""
    return [
        note("主送机关：问卷的“用途”为“上报”时才印"),
        mark("if 主送机关"),
        paragraph(ADDRESSEE, run("{{ 主送机关 }}：")),
        mark("endif"),
    ]


def body() -> list[str]:
    """Headings and paragraphs, one example of each kind."""
    lines = [
        note("正文：每种段落写一行。段.片 是一段里的词句，片.文 是其中的文字"),
        mark("for 段 in 正文"),
    ]
    word = "if"
    for level, name in enumerate(("一级标题", "二级标题", "三级标题", "四级标题"), start=1):
        lines += [mark(f"{word} 段.样式 == '{name}'"), paragraph(str(level), pieces("段.片"))]
        word = "elif"
    lines.append(note("接排：标题后面接着写正文，如“（一）标题。正文”；段.题 是标题"))
    for level, style in RUN_IN.items():
        lines += [
            mark(f"elif 段.样式 == '接排' and 段.级 == {level}"),
            paragraph(BODY, pieces("段.题", style), pieces("段.片")),
        ]
    return [
        *lines,
        mark("elif 段.样式 == '接排'"),
        paragraph(BODY, pieces("段.题"), pieces("段.片")),
        mark("else"),
        paragraph(BODY, pieces("段.片")),
        mark("endif"),
        mark("endfor"),
    ]


def sign_off(style: str = SIGNATORY, blank_lines: int = 1) -> list[str]:
    """Offices and date; their indents depend on their lengths and are set by the program.

    Args:
        style: of the offices; it says whether there is room for a seal.
        blank_lines: above them.
    """
    return [
        note("落款、成文日期的左右位置由程序按国标推算；在这里设了缩进或对齐的，照这里的"),
        mark("if 落款"),
        *[paragraph(NORMAL)] * blank_lines,
        mark("for 机关 in 落款"),
        paragraph(style, run("{{ 机关 }}")),
        mark("endfor"),
        mark("if 成文日期"),
        paragraph(DATE, run("{{ 成文日期 }}")),
        mark("endif"),
        mark("endif"),
    ]


def standard() -> list[str]:
    """The whole text of the standard template."""
    return [*title(), *addressees(), *body(), *sign_off()]
