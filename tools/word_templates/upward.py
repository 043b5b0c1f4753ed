"""The template for a report that is sent upward as an official document (上报)."""

from __future__ import annotations

from tools.word_templates.report import body, sign_off, title
from tools.word_templates.wml import ADDRESSEE, GAP, NORMAL, mark, note, paragraph, run, tab

# Style ids of tools/word/styles_upward.xml.
OFFICE_MARK, NUMBER, SEALED, LONG_MARK = "b1", "b2", "b3", "b4"

# Characters of a name that fit on one line with 文件 behind them, at full width.
_SHORT = 10


def upward() -> list[str]:
    """The whole text: head in red, title, addressees, body, sign-off with room for a seal."""
    seal = "落款按加盖印章排：机关名称以成文日期居中，日期右空四字；不盖章的，把样式改为“落款”"
    return [
        *head(),
        *title(),
        *addressees(),
        *body(),
        note(seal),
        *sign_off(SEALED, blank_lines=2),
    ]


def head() -> list[str]:
    """The office in red, the number, who signed, and the red line (GB/T 9704-2012, 7.2)."""
    return [
        note("红头：初稿里直接改。发文字号、签发人留空待填；用红头纸或公文系统的，删去这几段"),
        mark(f"if 落款 and 落款|first|length > {_SHORT}"),
        paragraph(LONG_MARK, run("{{ 落款|first }}文件")),
        mark("elif 落款"),
        paragraph(OFFICE_MARK, run("{{ 落款|first }}文件")),
        mark("else"),
        paragraph(OFFICE_MARK, run("　　　　文件")),
        mark("endif"),
        *[paragraph(NORMAL)] * 2,
        paragraph(NUMBER, run("　　　　〔　　　　〕　　号"), tab(), run("签发人：　　　　")),
        *[paragraph(NORMAL)] * 2,
    ]


def addressees() -> list[str]:
    """The line of addressees, asked for where the year file has none."""
    return [
        note("主送机关：问卷的“用途”写“上报”，“单位”下写“主送”"),
        mark("if 主送机关"),
        paragraph(ADDRESSEE, run("{{ 主送机关 }}：")),
        mark("else"),
        paragraph(ADDRESSEE, run("【待补充：主送机关】", GAP), run("：")),
        mark("endif"),
    ]
