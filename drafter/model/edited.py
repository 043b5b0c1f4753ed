"""A draft as it came back from Word: the paragraphs of its body, and what our draft put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.origin import Origin


@record
class Control:
    """A content control in a paragraph: a figure of ours, as a rule.

    Attributes:
        tag: what our draft wrote (`复议.收到 | 同比`); empty where a program lost it.
        start: place in the paragraph's text of its first character.
        end: place behind its last.
    """

    tag: str
    start: int
    end: int


@record
class EditedParagraph:
    """One paragraph with words.

    Attributes:
        text: its words, automatic numbers included, tabs and inner line breaks as blanks; stripped.
        number: its count in the body, blank ones included, from 1.
        level: what style or outline level says: 1 to 4 for a heading, 0 for text.
        bookmarks: names of the bookmarks that begin in it.
        controls: in order.
        table: whether it stands in a table cell.
    """

    text: str
    number: int
    level: int = 0
    bookmarks: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    table: bool = False


@record
class EditedDocument:
    """The body of a Word document in order.

    Attributes:
        path: as the user named it.
        paragraphs: those with words.
        tracked: whether it has tracked changes of text.
        origins: what it said when it was made, a block after the other; empty when it does not
            tell (a draft of an earlier version, a final one, another program's).
    """

    path: str
    paragraphs: tuple[EditedParagraph, ...]
    tracked: bool = False
    origins: tuple[Origin, ...] = ()
