"""An annex of charts (附件：主要数据图) behind a finished draft."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree

from drafter.writers.annex import TITLE, alt_text
from drafter.writers.word.annexes import announce_annex
from drafter.writers.word.chart_data import data_bytes
from drafter.writers.word.charts_xml import chart_xml
from drafter.writers.word.elements import BODY, w
from drafter.writers.word.zips import FIRST, archive, pack, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.chart import Chart
    from drafter.writers.word.elements import Element

_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAIN = w("p").partition("}")[0][1:]
_TWIP = 635  # English Metric Units
_HEIGHT = 3_500_000  # so that two stand on a page below the heading
_WIDTH = 8863  # twips of text where a template does not say
#: Drawings count their ids by themselves, besides those of controls; a template's own come first.
_FIRST_ID = 9001


def with_charts(docx: bytes, charts: Sequence[Chart], signatory: str = "") -> bytes:
    """A finished Word file with an annex of charts at its end.

    Args:
        docx: a file that `drafter.writers.word.zips.archive` made.
        charts: what is drawn; without any the file stays as it is.
        signatory: the office that signs first, above which the annex is announced (附件说明); empty
            when none does, and the annex is not announced.
    """
    if not charts:
        return docx
    parts = {name: part.content for name, part in parts_of(docx).items()}
    document = _parsed(parts[_DOCUMENT])
    body = document.find(BODY)
    if body is None:
        return docx
    head = announce_annex(body, TITLE, signatory)
    new = _parsed(_annex(charts, head, _text_width(body)))
    last = body[-1] if len(body) and body[-1].tag == w("sectPr") else None
    for paragraph in list(new):
        body.append(paragraph) if last is None else last.addprevious(paragraph)
    parts[_DOCUMENT] = _written(document)
    _relate(parts, charts)
    return archive(pack(name, content) for name, content in parts.items())


def _relate(parts: dict[str, bytes], charts: Sequence[Chart]) -> None:
    """Put the charts and their data into the package and name them there."""
    relations, types = _parsed(parts[_RELATIONS]), _parsed(parts[FIRST])
    for n, chart in enumerate(charts, start=1):
        parts[f"word/charts/chart{n}.xml"] = chart_xml(chart, "rId1")
        parts[f"word/charts/_rels/chart{n}.xml.rels"] = _chart_relations(n)
        parts[f"word/embeddings/chart{n}.xlsx"] = data_bytes(chart)
        target = {"Id": _id(n), "Type": f"{_OFFICE}/chart", "Target": f"charts/chart{n}.xml"}
        etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", target)
        named = {"PartName": f"/word/charts/chart{n}.xml", "ContentType": _CHART_TYPE}
        etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", named)
    defaults = types.findall(f"{{{_PACKAGE}/content-types}}Default")
    if not any(str(one.get("Extension")).lower() == "xlsx" for one in defaults):
        default = {"Extension": "xlsx", "ContentType": _BOOK_TYPE}
        types.insert(0, etree.Element(f"{{{_PACKAGE}/content-types}}Default", default))
    parts[_RELATIONS], parts[FIRST] = _written(relations), _written(types)


def _chart_relations(number: int) -> bytes:
    target = f"../embeddings/chart{number}.xlsx"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/package" Target="{target}"/></Relationships>'
    ).encode()


def _annex(charts: Sequence[Chart], head: str, width: int) -> bytes:
    """The annex's paragraphs: on a new page, 附件 at the margin in 黑体, the heading centred."""
    return (
        f'<w:body xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:c="{_DRAWING}/chart">'
        + _words(head, "黑体", 32, "left", "<w:pageBreakBefore/>")
        + _words(TITLE, "方正小标宋简体", 44, "center", "", '<w:outlineLvl w:val="0"/>')
        + "".join(_inline(charts, width))
        + "</w:body>"
    ).encode()


def _words(text: str, face: str, size: int, side: str, before: str, after: str = "") -> str:
    faces = "".join(f' w:{slot}="{face}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:p><w:pPr><w:keepNext/>{before}"
        '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{side}"/>{after}</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"{faces}/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
    )


def _inline(charts: Sequence[Chart], width: int) -> Iterator[str]:
    """A paragraph for each chart; its line is as high as the chart, not as a line of text."""
    for n, chart in enumerate(charts, start=1):
        name, told = quoteattr(f"{TITLE}{n}"), quoteattr(alt_text(chart))
        yield (
            '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
            '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
            '<w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width * _TWIP}" cy="{_HEIGHT}"/>'
            f'<wp:docPr id="{_FIRST_ID + n}" name={name} descr={told}/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart r:id="{_id(n)}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )


def _text_width(body: Element) -> int:
    """Twips between the margins of the last section."""
    size, margin = body.find(f"{w('sectPr')}/{w('pgSz')}"), body.find(f"{w('sectPr')}/{w('pgMar')}")
    if size is None or margin is None:
        return _WIDTH
    numbers = (size.get(w("w")), margin.get(w("left")), margin.get(w("right")))
    if not all(str(number).isdecimal() for number in numbers):
        return _WIDTH
    page, left, right = (int(str(number)) for number in numbers)
    return page - left - right


def _id(number: int) -> str:
    return f"rIdChart{number}"


def _parsed(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)
