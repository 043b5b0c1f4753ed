"""Codes that no rule has: what is told while files are read, compared and written."""

from __future__ import annotations

from drafter.model.record import record
from drafter.readers.codes import Fault
from drafter.readers.documents.codes import DocumentFault

#: By what a code is told, by its first letter.
_TOLD_BY = {
    "Q": "读取问卷",
    "D": "读取报告",
    "A": "认读公开的报告（drafter adopt、drafter learn）",
    "B": "与去年比较（drafter compare）",
    "E": "收回填报表（drafter slips in）",
    "N": "写新的问卷（drafter new、drafter roll）",
    "O": "写出文件",
    "T": "写 Word 文件",
}
#: Told in one place each, beside those of the readers' own tables.
_ELSEWHERE = {
    "A301": "unknown-year",
    "A302": "unknown-place",
    "A303": "no-headings",
    "A304": "table-flattened",
    "B106": "figures-not-matched",
    "B107": "years-out-of-order",
    "B108": "figures-only",
    "B110": "circle-of-years",
    "B111": "unreadable-earlier-year",
    "B112": "chain-too-long",
    "D030": "second-report",
    "D031": "lines-cut",
    "E101": "slip-too-large",
    "E102": "slip-without-header",
    "E103": "slip-kind-unknown",
    "E104": "slip-empty",
    "N101": "no-profile-for-kind",
    "N102": "bad-place",
    "N301": "roll-refused",
    "N302": "roll-onto-itself",
    "O101": "file-exists",
    "O102": "path-is-folder",
    "O103": "folder-missing",
    "O104": "cannot-write",
    "O105": "disk-full",
    "O106": "name-too-long",
    "O107": "file-changed",
    "O108": "read-only",
    "O109": "write-failed",
    "O110": "not-a-file",
    "O111": "name-not-encodable",
    "O112": "file-is-open",
    "O113": "file-in-place-of-folder",
    "O114": "onto-its-source",
    "O201": "comments-need-docx",
    "O211": "pdf-without-libreoffice",
    "O212": "libreoffice-failed",
    "O213": "libreoffice-slow",
    "O214": "fonts-without-characters",
    "O215": "fonts-replaced",
    "O216": "pdf-incomplete",
    "O221": "chart-of-one-year",
    "O222": "chart-of-two-units",
    "O231": "left-out",
    "O301": "nothing-to-do",
    "O302": "same-output-twice",
    "O303": "draft-was-edited",
    "O304": "not-our-draft",
    "O305": "process-died",
    "O306": "internal-error",
    "O401": "preview-template-unusable",
    "Q207": "unreadable-last-year",
    "Q208": "unknown-ignored-code",
    "T001": "not-a-word-file",
    "T002": "template-unreadable",
    "T003": "template-swollen",
    "T004": "template-unsafe",
    "T005": "template-with-macros",
    "T006": "template-too-deep",
    "T101": "unknown-template-name",
    "T102": "template-syntax",
    "T103": "unbalanced-tag",
    "T104": "lone-statement",
    "T105": "crowded-paragraph",
    "T106": "full-width-brace",
    "T107": "unclosed-tag",
    "T108": "forbidden-filter",
    "T109": "unsupported-tag",
    "T110": "template-failed",
    "T111": "tag-out-of-place",
    "T112": "forbidden-expression",
    "T113": "too-much",
    "T114": "loop-in-loop",
    "T115": "unknown-section",
    "T116": "printed-whole",
    "T201": "unprintable-character",
    "T210": "poured-twice",
    "T211": "never-printed",
    "T213": "may-stay-blank",
    "T214": "mixed-formatting",
    "T215": "style-missing",
    "T216": "no-outline-level",
    "T217": "theme-font",
    "T218": "page-setup",
    "T219": "outside-content",
    "T220": "fetching-field",
    "T221": "embedded-object",
    "T222": "corrections-left",
    "T223": "comments-left",
    "T224": "mark-not-filled",
    "T225": "unit-printed-twice",
    "T901": "text-changed",
    "T902": "not-printed",
    "T903": "text-changed-by-comments",
    "T904": "template-gap-in-final",
}


@record
class Notice:
    """A code that is no rule's.

    Attributes:
        code: the code.
        name: the fault in English.
        told_by: what tells it, in Chinese.
    """

    code: str
    name: str
    told_by: str


def notices() -> dict[str, Notice]:
    """Every one by its code."""
    names = {one.code: one.title for one in Fault}
    names |= dict(one.value for one in DocumentFault)
    names |= _ELSEWHERE
    return {code: Notice(code, name, _TOLD_BY[code[0]]) for code, name in names.items()}
