"""A template that an office made in LibreOffice Writer, written here as the flat file it saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools import converted

if TYPE_CHECKING:
    from pathlib import Path

#: What the office has on its pages, which no draft may change.
RED_HEAD, NUMBER, CARD = "深圳市龙岗区龙城街道办事处文件", "龙街办〔2023〕88号", "数据卡"
IMPRINT = ("抄送：区司法局。", "龙城街道办事处党政综合办公室　2023年12月6日印发")

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
    for prefix, name in {
        "office": "office:1.0",
        "style": "style:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "fo": "xsl-fo-compatible:1.0",
    }.items()
)


def office_template(folder: Path) -> Path:
    """The template as a .docx in `folder`, saved by LibreOffice."""
    source = folder / "本街道模板.fodt"
    source.write_text(_document(), encoding="utf-8")
    return converted(source, "docx")


def _document() -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{_styles()}</office:styles>"
        f"<office:automatic-styles>{_page()}</office:automatic-styles>"
        f"<office:master-styles>{_master()}</office:master-styles>"
        f"<office:body><office:text>{_body()}</office:text></office:body></office:document>"
    )


def _styles() -> str:
    """Writer's own styles, restyled, and two that the office added."""
    indent = 'fo:text-indent="1.13cm"'
    headings = "".join(
        _style(f"Heading {level}", font, 16, indent, outline=level)
        for level, font in ((1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312"))
    )
    return (
        _style("Standard", "仿宋_GB2312", 16, 'fo:line-height="28.95pt"')
        + _style("Title", "方正小标宋简体", 22, 'fo:text-align="center" fo:line-height="28.95pt"')
        + _style("Text body", "仿宋_GB2312", 16, indent)
        + headings
        + _style(
            "红头", "方正小标宋简体", 30, 'fo:text-align="center" fo:line-height="45pt"', "#ff0000"
        )
        + _style("版记", "仿宋_GB2312", 14, 'fo:border-bottom="0.5pt solid #000000"')
        + '<style:style style:name="待补充" style:family="text">'
        '<style:text-properties fo:color="#c00000"/></style:style>'
    )


def _style(
    name: str, font: str, size: int, paragraph: str, colour: str = "#000000", *, outline: int = 0
) -> str:
    level = f' style:default-outline-level="{outline}"' if outline else ""
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    return (
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}"'
        f' style:family="paragraph"{parent}{level}><style:paragraph-properties {paragraph}/>'
        f'<style:text-properties fo:color="{colour}" fo:font-size="{size}pt"'
        f' style:font-size-asian="{size}pt" style:font-name-asian="{font}"'
        f' style:font-family-asian="{font}"/></style:style>'
    )


def _page() -> str:
    return (
        '<style:page-layout style:name="页"><style:page-layout-properties fo:page-width="21cm"'
        ' fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2.5cm"'
        ' fo:margin-left="2.8cm" fo:margin-right="2.6cm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="1.5cm"'
        ' fo:margin-bottom="0.5cm"/></style:header-style></style:page-layout>'
        '<style:style style:name="蓝" style:family="text">'
        '<style:text-properties fo:color="#0000ff"/></style:style>'
    )


def _master() -> str:
    head = '<text:span text:style-name="蓝">{{ </text:span><text:span>标题 }}</text:span>'
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="页">'
        f'<style:header><text:p text:style-name="Standard">{head}</text:p></style:header>'
        '<style:footer><text:p text:style-name="Standard">— <text:page-number/> —</text:p>'
        "</style:footer></style:master-page>"
    )


def _body() -> str:
    headings = [
        _p(f"{{%p {'if' if level == 1 else 'elif'} 段.样式 == '{name}题' %}}")
        + _p("{{ 段.文 }}", f"Heading {level}", level)
        for level, name in enumerate(("一级标", "二级标", "三级标", "四级标"), start=1)
    ]
    return "".join(
        (
            _p(RED_HEAD, "红头"),
            _p(NUMBER),
            _p("{%p for 行 in 标题行 %}"),
            _p("{{ 行 }}", "Title"),
            _p("{%p endfor %}"),
            _p(f"{CARD}（截至{{{{ 数据截至 }}}}）"),
            _table(("政务服务办件", "{{ 数.政务.办件 }}"), ("人民调解受理", "{{ 数.调解.受理 }}")),
            _p("{%p for 段 in 正文 %}"),
            *headings,
            _p("{%p elif 段.样式 == '接排' %}"),
            _p("{{ 段.题文 }}{{ 段.文 }}", "Text body"),
            _p("{%p else %}"),
            _p("{{ 段.文 }}", "Text body"),
            _p("{%p endif %}"),
            _p("{%p endfor %}"),
            _p("{%p for 机关 in 落款 %}"),
            _p("{{ 机关 }}"),
            _p("{%p endfor %}"),
            _p("{%p if 成文日期 %}"),
            _p("{{ 成文日期 }}"),
            _p("{%p endif %}"),
            *(_p(line, "版记") for line in IMPRINT),
        )
    )


def _p(text: str, style: str = "Standard", level: int = 0) -> str:
    name = style.replace(" ", "_20_")
    if level:
        return f'<text:h text:style-name="{name}" text:outline-level="{level}">{text}</text:h>'
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def _table(*rows: tuple[str, str]) -> str:
    cell = '<table:table-cell office:value-type="string">{}</table:table-cell>'
    made = "".join(
        f"<table:table-row>{''.join(cell.format(_p(text)) for text in row)}</table:table-row>"
        for row in rows
    )
    column = '<table:table-column table:number-columns-repeated="2"/>'
    return f'<table:table table:name="数据卡">{column}{made}</table:table>'
