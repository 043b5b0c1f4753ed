"""A chart as DrawingML: clustered columns, a group a year, every value told above its column."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter

from drafter.model.quantity import Mark
from drafter.writers.annex import AFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.chart import Chart, Series

#: Columns that differ in print without colours too.
_COLOURS = ("1F4E79", "9DC3E6", "7F7F7F", "C55A11", "548235", "BF9000")
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FACE = '<a:latin typeface="Times New Roman"/><a:ea typeface="仿宋"/><a:cs typeface="仿宋"/>'
_INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_LINE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln>'
_NONE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_TITLE, _TEXT = 1600, 1200  # hundredths of a point
_FIRST_ROW = _FIRST_COLUMN = 2
_AXES = ("111111111", "222222222")


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """The chart's part.

    Args:
        chart: what is drawn.
        workbook: id of the relationship that leads to its data.
    """
    series = "".join(_series(chart, at) for at in range(len(chart.series)))
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(_TEXT)}</c:legend>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/>'
        '<c:roundedCorners val="0"/><c:chart>'
        f'{_title(chart.heading)}<c:autoTitleDeleted val="0"/>'
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="80"/>'
        f'<c:axId val="{_AXES[0]}"/><c:axId val="{_AXES[1]}"/></c:barChart>{_axes()}'
        f"{_NONE}</c:plotArea>{legend if len(chart.series) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_NONE}{_text(_TEXT)}"
        f'<c:externalData r:id={quoteattr(workbook)}><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _title(text: str) -> str:
    run = f'<a:rPr lang="zh-CN" sz="{_TITLE}" b="0">{_INK}{_FACE}</a:rPr><a:t>{escape(text)}</a:t>'
    usual = f'<a:pPr><a:defRPr sz="{_TITLE}" b="0">{_INK}{_FACE}</a:defRPr></a:pPr>'
    body = f"<a:bodyPr/><a:lstStyle/><a:p>{usual}<a:r>{run}</a:r></a:p>"
    return f'<c:title><c:tx><c:rich>{body}</c:rich></c:tx><c:overlay val="0"/></c:title>'


def _series(chart: Chart, at: int) -> str:
    """One figure: its name, colour, labels, the years, the values; all with their cells."""
    one, column = chart.series[at], get_column_letter(at + _FIRST_COLUMN)
    years = chart.years
    last = _FIRST_ROW + len(years) - 1
    categories = "".join(
        f'<c:pt idx="{n}"><c:v>{year}年</c:v></c:pt>' for n, year in enumerate(years)
    )
    values = "".join(
        f'<c:pt idx="{years.index(bar.year)}"><c:v>{bar.value}</c:v></c:pt>' for bar in one.bars
    )
    count = f'<c:ptCount val="{len(years)}"/>'
    fill = f'<a:solidFill><a:srgbClr val="{_COLOURS[at % len(_COLOURS)]}"/></a:solidFill>'
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>'
        f'<c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>{_labels(one, years)}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A${_FIRST_ROW}:$A${last}</c:f>"
        f"<c:strCache>{count}{categories}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}${_FIRST_ROW}:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache>"
        "</c:numRef></c:val></c:ser>"
    )


def _labels(series: Series, years: tuple[int, ...]) -> str:
    """Values above the columns; those that are not exact say so."""
    own = "".join(
        f'<c:dLbl><c:idx val="{years.index(bar.year)}"/>{_label(bar.mark)}</c:dLbl>'
        for bar in series.bars
        if bar.mark is not Mark.EXACT
    )
    return f"<c:dLbls>{own}{_label(Mark.EXACT)}</c:dLbls>"


def _label(mark: Mark) -> str:
    shown = "".join(
        f'<c:{name} val="{int(name == "showVal")}"/>'
        for name in (
            "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
            "showBubbleSize",
        )
    )  # fmt: skip
    return (
        f'<c:numFmt formatCode={quoteattr(_format(mark))} sourceLinked="0"/>'
        f'{_NONE}{_text(_TEXT)}<c:dLblPos val="outEnd"/>{shown}'
    )


def _format(mark: Mark) -> str:
    """How a value is told: a number format of Excel's."""
    before, behind = (f'"{affix}"' if affix else "" for affix in AFFIXES[mark])
    return f"{before}General{behind}"


def _axes() -> str:
    return "".join(_axis())


def _axis() -> Iterator[str]:
    """Years below; the values' own axis begins at zero and is not shown, for labels tell them."""
    scale = '<c:scaling><c:orientation val="minMax"/>{}</c:scaling><c:delete val="{}"/>'
    marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    years, values = _AXES
    yield (
        f'<c:catAx><c:axId val="{years}"/>{scale.format("", 0)}<c:axPos val="b"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{marks}<c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{_LINE}</c:spPr>{_text(_TEXT)}"
        f'<c:crossAx val="{values}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    yield (
        f'<c:valAx><c:axId val="{values}"/>{scale.format(_FROM_ZERO, 1)}<c:axPos val="l"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{marks}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{years}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


_FROM_ZERO = '<c:min val="0"/>'


def _text(size: int) -> str:
    inside = f'<a:pPr><a:defRPr sz="{size}" b="0">{_INK}{_FACE}</a:defRPr></a:pPr>'
    end = '<a:endParaRPr lang="zh-CN"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p>{inside}{end}</a:p></c:txPr>"
