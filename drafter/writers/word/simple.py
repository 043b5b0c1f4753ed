"""Whether what a template prints comes out in the form in which lxml writes it, without a tree.

It does where nothing but paragraphs of texts is printed, in markup that lxml wrote: the values are
escaped, and the only elements that a value, or the want of one, can leave empty are texts and
paragraphs. Tables and drawings docxtpl counts and numbers anew; they take a tree, as does all that
is rare.
"""

from __future__ import annotations

from drafter.text.lazily import lazily

#: In a tag of Jinja no mark of XML counts.
_TAG = lazily(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_IN_MARK = lazily(r'="[^"<>]*\{[{%#]')
_FORMATTING = lazily(r"<w:(pPr|rPr|sectPr)(?: [^<>]*)?>(?:(?!</?w:\1[ />]).)*</w:\1>")
_NAME = lazily(r"<([\w:]+)")
_NAMES = frozenset(
    f"w:{name}"
    for name in (
        "body", "hdr", "ftr", "p", "pPr", "r", "rPr", "t", "tab", "br", "cr", "noBreakHyphen",
        "fldChar", "instrText", "bookmarkStart", "bookmarkEnd", "proofErr",
        "lastRenderedPageBreak", "sectPr",
    )
)  # fmt: skip
_BLANK = lazily(r">\s+<")
_DECLARED = lazily(r' xmlns:\w+="[^"]*"')
_WRITTEN_OTHERWISE = ("<!", "<?", "&#", "<w:instrText></", "<w:p></")


def is_simple(source: str, *, is_body: bool) -> bool:
    """Whether a story prints markup as lxml writes it.

    Args:
        source: the story for Jinja; of a body, without names that the document declares.
        is_body: whether blanks between elements stay.
    """
    head, _, rest = source.partition(">")
    bare = _TAG.sub("", rest)
    if any(sign in source for sign in _WRITTEN_OTHERWISE) or _IN_MARK.search(source):
        return False
    if "xmlns" in rest or (is_body and "xmlns" in head) or (not is_body and _BLANK.search(bare)):
        return False
    return _NAMES.issuperset(_NAME.findall(_FORMATTING.sub("", bare)))


def undeclared(source: str, before: str) -> str:
    """The body without the names that the document declares before it."""
    head, end, rest = source.partition(">")
    for declared in _DECLARED.findall(head):
        if declared in before:
            head = head.replace(declared, "")
    return head + end + rest
