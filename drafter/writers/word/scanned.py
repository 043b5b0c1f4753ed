"""What a Word part says, read off its bytes, where these are as plain as we write them.

A tree of a part takes longer to make than the part took to write. What is not plain is left to
whoever makes the tree: line breaks and tabs, text boxes (paragraphs within a paragraph), comments,
another prefix for Word's own names, a text that does not come first in its run.
"""

from __future__ import annotations

from drafter.text.lazily import lazily
from drafter.writers.word.markup import NAMESPACE, meant

#: What prints a character of its own, nests paragraphs, or hides text from a pattern.
_UNUSUAL = lazily("<(?:w:(?:tab[ /]|br|cr|noBreakHyphen|txbxContent)|!)")
_PARAGRAPH = lazily(r"<w:p(?=[ />])")
# Looking back only where a text may begin is quicker than looking for what stands before it.
_TEXT = lazily("<w:t(?:(?<=</w:rPr><w:t)|(?<=<w:r><w:t))(?: [^<>]*)?>([^<]*)</w:t>")


def scanned(content: bytes) -> tuple[str, ...] | None:
    """What each paragraph prints, in the order of the file; None where that takes a tree.

    Args:
        content: well-formed XML in UTF-8.
    """
    xml = content.decode()
    if xml.count(NAMESPACE) != 1 or f'xmlns:w="{NAMESPACE}"' not in xml:
        return None
    if _UNUSUAL.search(xml):
        return None
    _, *paragraphs = _PARAGRAPH.split(xml)
    return tuple([meant("".join(_TEXT.findall(paragraph))) for paragraph in paragraphs])
