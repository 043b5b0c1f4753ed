"""What a draft said when it was made, block by block, of which only marks are left."""

from __future__ import annotations

from drafter.model.record import record

#: Name of the properties of a draft that hold its blocks, but for the number at its end.
STATE = "drafter底稿"
#: What `Origin.sort` may be, besides the level of a heading.
TITLE, ADDRESSEE, TEXT, SIGNATORY, DATE, BLANK = "t", "a", "0", "s", "d", "-"


@record
class Origin:
    """A block of the layout.

    Attributes:
        sort: t title, a addressee, 0 text, 1 to 4 a heading of that level (alone or running in),
            s signatory, d date, - a blank line.
        mark: of its words, the number of a heading left out; empty for a blank line.
    """

    sort: str
    mark: str
