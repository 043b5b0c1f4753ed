"""Build templates/word/standard.docx: `python -m tools.build_word`.

The page is that of GB/T 9704-2012, 22 lines of 28 characters; each number is explained in
docs (and was measured with tests/pages/measure_pdf.py). Styles, settings, fonts and theme are
the XML files in tools/word; the text and the footers are made here. What a template can ask for
stands in `drafter.writers.word.context.build`.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from drafter.writers.word.package import zipped

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "templates" / "word" / "standard.docx"
PARTS = Path(__file__).resolve().parent / "word"

OOXML = "http://schemas.openxmlformats.org"
OFFICE = f"{OOXML}/officeDocument/2006"
DOCUMENT = "application/vnd.openxmlformats-officedocument"
WML = f"{DOCUMENT}.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{OOXML}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/relationships"'

# Style ids of tools/word/styles.xml.
NORMAL, TITLE, BODY, FOOTER = "a", "a3", "a5", "a6"
ADDRESSEE, SIGNATORY, DATE, MARK = "aa", "ab", "ac", "ae"
RUN_IN = {1: "a9", 2: "a8"}

# Part of word/ -> relationship and content type.
RELATED = {
    "styles.xml": ("styles", f"{WML}.styles+xml"),
    "settings.xml": ("settings", f"{WML}.settings+xml"),
    "fontTable.xml": ("fontTable", f"{WML}.fontTable+xml"),
    "theme/theme1.xml": ("theme", f"{DOCUMENT}.theme+xml"),
    "footer1.xml": ("footer", f"{WML}.footer+xml"),
    "footer2.xml": ("footer", f"{WML}.footer+xml"),
}


def main() -> None:
    """Write the template."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(build())
    print(TARGET)


def build() -> bytes:
    """The template; the same bytes at every call."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": (
            f'<Properties xmlns="{OFFICE}/extended-properties">'
            "<Application>drafter</Application></Properties>"
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": document_relations(),
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }
    made = {name: (HEAD + text).encode() for name, text in parts.items()}
    for name in ("styles.xml", "settings.xml", "fontTable.xml"):
        made[f"word/{name}"] = (PARTS / name).read_bytes()
    made["word/theme/theme1.xml"] = (PARTS / "theme1.xml").read_bytes()
    return zipped(made)


def document() -> str:
    """The text of the template."""
    return (
        f"<w:document {NAMESPACES}><w:body>"
        + "".join((*opening(), *body(), *sign_off()))
        + section()
        + "</w:body></w:document>"
    )


def opening() -> list[str]:
    """Title, blank line and addressees."""
    return [
        note("灰色小字是标记和说明，不会印出来。换字体、字号请改样式（标题、正文文本、标题 1 等）"),
        mark("for 行 in 标题行"),
        paragraph(TITLE, run("{{ 行 }}")),
        mark("endfor"),
        paragraph(NORMAL),
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


def sign_off() -> list[str]:
    """Offices and date; their indents depend on their lengths and are set by the program."""
    return [
        note("落款、成文日期的左右位置由程序按国标推算；在这里设了缩进或对齐的，照这里的"),
        mark("if 落款"),
        paragraph(NORMAL),
        mark("for 机关 in 落款"),
        paragraph(SIGNATORY, run("{{ 机关 }}")),
        mark("endfor"),
        mark("if 成文日期"),
        paragraph(DATE, run("{{ 成文日期 }}")),
        mark("endif"),
        mark("endif"),
    ]


def paragraph(style: str, *runs: str) -> str:
    """A paragraph; blank without runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, style: str = "") -> str:
    """A run with the hint that lets “ ” and — be set in the Chinese font."""
    character_style = f'<w:rStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:r><w:rPr>{character_style}<w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def pieces(name: str, style: str = "") -> str:
    """A loop over pieces, each of which becomes a run of its own."""
    tags = (f"{{%r for 片 in {name} %}}", "{{ 片.文 }}", "{%r endfor %}")
    return "".join(run(tag, style) for tag in tags)


def mark(statement: str) -> str:
    """A statement that takes its paragraph away."""
    return paragraph(MARK, run(f"{{%p {statement} %}}"))


def note(text: str) -> str:
    """A remark for whoever edits the template."""
    return paragraph(MARK, run(f"{{#p {text} #}}"))


def section() -> str:
    """Page, margins, footers and grid.

    The right margin is 25.7 mm, not 26: LibreOffice needs 8863 twips for 28 characters on a line
    in which a heading runs in.
    """
    return (
        "<w:sectPr>"
        f'<w:footerReference w:type="default" r:id={quoteattr(relation("footer1.xml"))}/>'
        f'<w:footerReference w:type="even" r:id={quoteattr(relation("footer2.xml"))}/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1456" w:bottom="1984" w:left="1587"'
        ' w:header="851" w:footer="1428" w:gutter="0"/>'
        '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/>'
        "</w:sectPr>"
    )


def footer(side: str) -> str:
    """`— 1 —`, one character from `side`."""
    song = "".join(f' w:{slot}="宋体"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    properties = (
        f'<w:rPr><w:rFonts w:hint="eastAsia"{song}/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
    )
    contents = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    runs = "".join(f"<w:r>{properties}{content}</w:r>" for content in contents)
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{FOOTER}"/>'
        f'<w:ind w:{side}="280" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p></w:ftr>'
    )


def relation(part: str) -> str:
    """Id of the relationship of `part` of word/."""
    return f"rId{list(RELATED).index(part) + 1}"


def relations(*entries: tuple[str, str, str]) -> str:
    """Relationships, each given as id, type and target."""
    return (
        f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
            for name, kind, target in entries
        )
        + "</Relationships>"
    )


def document_relations() -> str:
    """What the text refers to."""
    return relations(
        *(
            (relation(part), f"{OFFICE}/relationships/{kind}", part)
            for part, (kind, _) in RELATED.items()
        )
    )


def package_relations() -> str:
    """What the package holds."""
    core = f"{OOXML}/package/2006/relationships/metadata/core-properties"
    return relations(
        ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def content_types() -> str:
    """What each part is."""
    types = {
        "/word/document.xml": f"{WML}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{DOCUMENT}.extended-properties+xml",
        **{f"/word/{part}": kind for part, (_, kind) in RELATED.items()},
    }
    return (
        f'<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
        )
        + "</Types>"
    )


def core_properties() -> str:
    """What the template is, in Word's 文件 → 信息."""
    stamp = "2026-01-01T00:00:00Z"
    return (
        f'<cp:coreProperties xmlns:cp="{OOXML}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>法治政府建设年度报告（标准模板）</dc:title><dc:creator>drafter</dc:creator>"
        "<cp:lastModifiedBy>drafter</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


if __name__ == "__main__":
    main()
