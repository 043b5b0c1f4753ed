"""What is told of a report's file that was read, but not as its writer meant it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.text.odd_files import first_cut_line, second_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.old_report import OldReport, RawDocument

_SHOWN = 40


def odd_files(document: RawDocument, report: OldReport) -> Iterator[Finding]:
    """A second report in the same file, and lines that were cut to a page's width.

    Args:
        document: as it was read.
        report: what was understood of it.
    """
    if title := second_title(document, report):
        message = f"从“{title.text[:_SHOWN]}”起像是另一份报告，和前面的算成了一份"
        remedy = "一个文件只放一份报告：把两份分开，各存成一个文件再试"
        yield Finding("D030", "second-report", Severity.WARNING, title.spot, message, remedy)
    if line := first_cut_line(document):
        message = "一段话被换行断成了几行，每一行都当成了一段"
        remedy = "找原来的 Word 文件；没有的，把一段话的各行接成一行，两段之间才换行"
        yield Finding("D031", "lines-cut", Severity.WARNING, line.spot, message, remedy)
