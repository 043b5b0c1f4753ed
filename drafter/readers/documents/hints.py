"""Headings and titles told by how they are set: 黑体, 楷体, bold, centred and large."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.faces import Face
from drafter.text.marks import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.readers.documents.faces import Piece

_LARGE = 32  # half points: 三号, the size of an official document's text
_LONGEST_HEADING, _SHORTEST_RUN_IN, _LONGEST_RUN_IN = 80, 4, 60
_HEI = ("黑体", "SimHei", "Heiti", "等线 Light", "微软雅黑")
_KAI = ("楷体", "KaiTi", "Kaiti")
_MARKS = "。．.：: "


@record
class Hint:
    """What the setting says of a paragraph.

    Attributes:
        level: 1 for 黑体, 2 for 楷体, 3 for bold; None when it is set as the text is.
        run_in: how many first characters are set off; 0 for none.
        title: whether it is centred and larger than the text.
    """

    level: int | None = None
    run_in: int = 0
    title: bool = False


def body_face(paragraphs: Iterable[Sequence[Piece]]) -> Face:
    """The face in which most characters are set."""
    count: Counter[Face] = Counter()
    for pieces in paragraphs:
        for piece in pieces:
            count[piece.face] += len(piece.text.strip())
    return count.most_common(1)[0][0] if count else Face()


def hint(pieces: Sequence[Piece], body: Face, *, centred: bool) -> Hint:
    """What the setting of a paragraph says, compared with the text's.

    Args:
        pieces: its words, the first without leading blanks.
        body: see `body_face`.
        centred: whether it stands in the middle of the line.
    """
    filled = [piece for piece in pieces if piece.text.strip()]
    if not filled:
        return Hint()
    text = "".join(piece.text for piece in pieces).strip()
    size = min(piece.face.size for piece in filled)
    if centred and size > max(body.size, _LARGE) and len(text) <= _LONGEST_HEADING:
        return Hint(title=True)
    levels = [_set_off(piece.face, body) for piece in pieces]
    marked = {_set_off(piece.face, body) for piece in filled}
    if len(marked) == 1 and len(text) <= _LONGEST_HEADING and not centred:
        return Hint(level=levels[pieces.index(filled[0])])
    return Hint(run_in=_run_in(pieces, levels))


def _run_in(pieces: Sequence[Piece], levels: Sequence[int | None]) -> int:
    count, whole = 0, "".join(piece.text for piece in pieces)
    first = levels[0]
    for piece, level in zip(pieces, levels, strict=True):
        if level != first and piece.text.strip():
            break
        count += len(piece.text)
    if first is None or not _SHORTEST_RUN_IN <= count <= _LONGEST_RUN_IN or count >= len(whole):
        return 0
    while count < len(whole) and whole[count] in _MARKS and not is_closed(whole[:count]):
        count += 1
    return count if whole[count:].strip() else 0


def _set_off(face: Face, body: Face) -> int | None:
    """The level that a face has beside the text's; None for the text's own."""
    if face.font.startswith(_HEI) and not body.font.startswith(_HEI):
        return 1
    if face.font.startswith(_KAI) and not body.font.startswith(_KAI):
        return 2
    return 3 if face.bold and not body.bold else None
