"""Every fault that the readers report: one table, so that no code is given twice."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity

if TYPE_CHECKING:
    from drafter.model.spot import Spot


class Fault(Enum):
    """A fault's code and its English name; neither ever changes.

    Q00x: the file as a whole; Q01x to Q03x: how YAML is written; Q04x: changes to a file; Q1xx:
    what stands in a year file.
    """

    FILE_NOT_FOUND = ("Q001", "file-not-found")
    FOLDER_GIVEN = ("Q002", "folder-given")
    FILE_NOT_ALLOWED = ("Q003", "file-not-allowed")
    FILE_TOO_LARGE = ("Q004", "file-too-large")
    NOT_A_TEXT_FILE = ("Q005", "not-a-text-file")
    UNKNOWN_ENCODING = ("Q006", "unknown-encoding")

    FORBIDDEN_CHARACTER = ("Q010", "forbidden-character")
    BROKEN_SYNTAX = ("Q011", "broken-syntax")
    FULL_WIDTH_COLON = ("Q012", "full-width-colon")
    TAB_INDENT = ("Q013", "tab-indent")
    WIDE_INDENT = ("Q014", "wide-indent")
    MISSING_SPACE_AFTER_COLON = ("Q015", "missing-space-after-colon")
    MISSING_SPACE_AFTER_DASH = ("Q016", "missing-space-after-dash")
    UNCLOSED_QUOTE = ("Q017", "unclosed-quote")
    UNCLOSED_BRACKET = ("Q018", "unclosed-bracket")
    UNQUOTED_TEXT = ("Q019", "unquoted-text")
    UNEVEN_INDENT = ("Q020", "uneven-indent")
    FULL_WIDTH_MARK = ("Q021", "full-width-mark")
    DUPLICATE_KEY = ("Q022", "duplicate-key")
    YAML_EXTRA = ("Q023", "yaml-extra")
    SEVERAL_DOCUMENTS = ("Q024", "several-documents")
    TOO_DEEP = ("Q025", "too-deep")
    ODD_KEY = ("Q026", "odd-key")
    MISSING_COLON = ("Q027", "missing-colon")
    STRAY_MARK = ("Q028", "stray-mark")
    INVISIBLE_CHARACTER = ("Q029", "invisible-character")

    EDIT_REFUSED = ("Q040", "edit-refused")

    UNKNOWN_KEY = ("Q101", "unknown-key")
    WRONG_SHAPE = ("Q102", "wrong-shape")
    MISSING_ANSWER = ("Q103", "missing-answer")
    BAD_YEAR = ("Q104", "bad-year")
    BAD_DATE = ("Q105", "bad-date")
    BAD_CHOICE = ("Q106", "bad-choice")
    BAD_ID = ("Q107", "bad-id")
    BAD_QUANTITY = ("Q108", "bad-quantity")
    SWALLOWED_LINE = ("Q109", "swallowed-line")
    REPEATED_ID = ("Q110", "repeated-id")
    EMPTY_ENTRY = ("Q111", "empty-entry")
    BAD_PATTERN = ("Q112", "bad-pattern")
    WRAPPED_TEXT = ("Q113", "wrapped-text")
    HIDDEN_TEXT = ("Q114", "hidden-text")
    UNKNOWN_PROFILE = ("Q115", "unknown-profile")
    UNKNOWN_TOPIC_IN_TREE = ("Q116", "unknown-topic-in-tree")

    @property
    def code(self) -> str:
        """Q101."""
        return self.value[0]

    @property
    def title(self) -> str:
        """The English name, `unknown-key`."""
        return self.value[1]


def error(fault: Fault, spot: Spot, message: str, remedy: str, text: str = "") -> Finding:
    """Something that the clerk wrote could not be used."""
    return Finding(fault.code, fault.title, Severity.ERROR, spot, message, remedy, text)


def warning(fault: Fault, spot: Spot, message: str, remedy: str, text: str = "") -> Finding:
    """Something was used but looks odd."""
    return Finding(fault.code, fault.title, Severity.WARNING, spot, message, remedy, text)
