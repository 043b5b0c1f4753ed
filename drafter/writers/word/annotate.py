"""What a check has found, as comments in a Word file at the very words."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.word.comments import Comments, parsed, serialised, style_ids
from drafter.writers.word.flow import Stretch, child_text, flow_of, kind
from drafter.writers.word.found import find_texts, words_in
from drafter.writers.word.marking import Marker
from drafter.writers.word.package import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from drafter.model.placed import Placed
    from drafter.writers.word.flow import Flow

_DOCUMENT = "word/document.xml"
_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def annotate(
    data: bytes,
    texts: Sequence[str],
    placed: Sequence[Placed],
    loose: Sequence[Finding] = (),
    *,
    path: str = "",
) -> bytes:
    """A Word file with a comment for each finding.

    Every part but the document's, and every comment that is there already, stays as it was.
    Findings whose paragraph is not found stand together in a comment on the first paragraph.

    Args:
        data: a .docx file.
        texts: its paragraphs as they were read, in order.
        placed: findings at words of `texts`.
        loose: findings that stand nowhere in them.
        path: of the file, for the error.

    Raises:
        DrafterError: a paragraph would not say what it said.
    """
    parts = _read(data)
    root = parsed(parts[_DOCUMENT])
    namespace = str(root.tag).partition("}")[0].lstrip("{")
    said = list(_said(root))
    flow = flow_of(root, _contents(parts))
    found = find_texts(flow, texts, {one.passage for one in placed})
    places = {
        one: words_in(found[one.passage], texts[one.passage], one.start, one.end)
        for one in placed
        if one.passage in found
    }
    lost = [*loose, *(one.finding for one in placed if one not in places)]
    comments = Comments(parts, namespace)
    _mark(flow, places, lost, comments)
    if said != list(_said(root)) or (lost and not flow.units):
        raise _changed(path)
    if not comments.count:
        return data
    parts[_DOCUMENT] = serialised(root)
    comments.save()
    return zipped(parts)


def _mark(
    flow: Flow, places: dict[Placed, Stretch], lost: Sequence[Finding], comments: Comments
) -> None:
    """Set the comments; what is lost stands in the first paragraph."""
    first = flow.units[:1] if lost else []
    marker = Marker(flow, [*first, *places.values()])
    for stretch in first:
        lines = [line for one in lost for line in _lines(one, place=True)]
        marker.mark(stretch, *comments.add(lines))
    for one, stretch in places.items():
        marker.mark(stretch, *comments.add(list(_lines(one.finding))))


def _lines(finding: Finding, *, place: bool = False) -> Iterator[str]:
    """What the comment says, with the place where the comment does not show it."""
    where = f"（{finding.spot}）" if place else ""
    yield f"{_LABELS[finding.severity]} {finding.code}：{finding.message}{where}"
    if finding.remedy:
        yield f"怎么改：{finding.remedy}"


def _contents(parts: dict[str, bytes]) -> frozenset[str]:
    """Ids of the styles of a table of contents."""
    return frozenset(id_ for name, id_ in style_ids(parts).items() if name.startswith("toc "))


def _said(root: _Element) -> Iterator[str]:
    """What each paragraph says, deleted and hidden words included."""
    for paragraph in root.iter():
        if kind(paragraph) == "p":
            yield "".join(child_text(child) for child in paragraph.iter())


def _read(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _changed(path: str) -> DrafterError:
    message = "加批注时文字变了，没有保存"
    remedy = "把这份文件另存一份再试；仍然如此，请发给维护人员"
    return DrafterError(
        Finding("T903", "text-changed-by-comments", Severity.ERROR, Spot(path), message, remedy)
    )
