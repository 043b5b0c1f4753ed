"""A part read off its bytes says what its tree says, or leaves it to the tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.writers.word.elements import P, R, T
from drafter.writers.word.markup import NAMESPACE
from drafter.writers.word.printed import printed
from drafter.writers.word.scanned import scanned

TEXTS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=12)


def part(body: str) -> bytes:
    return f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'.encode()


def by_tree(content: bytes) -> tuple[str, ...]:
    (body,) = etree.fromstring(content)
    return tuple(paragraph.text for paragraph in printed(body))


@settings(max_examples=60)
@given(st.lists(st.lists(TEXTS, max_size=4), max_size=5))
def test_what_lxml_wrote_is_read_as_its_tree_reads(paragraphs: list[list[str]]) -> None:
    root = etree.fromstring(part(""))
    (body,) = root
    for texts in paragraphs:
        paragraph = etree.SubElement(body, P)
        for text in texts:
            etree.SubElement(etree.SubElement(paragraph, R), T).text = text
    content = etree.tostring(root, encoding="UTF-8", standalone=True)
    assert scanned(content) == by_tree(content) == tuple(map("".join, paragraphs))


def test_words_that_nobody_sees_are_not_read() -> None:
    content = part(
        "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:sdt><w:sdtPr><w:tag w:val='热线.受理'/></w:sdtPr><w:sdtContent><w:r>"
        "<w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>8件</w:t></w:r></w:sdtContent></w:sdt>"
        "</w:p><w:p/>"
    )
    assert scanned(content) == by_tree(content) == ("8件", "")


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
        "<w:p><w:r><w:tab/><w:t>甲</w:t></w:r></w:p>",
        "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>",
        "<w:p><w:r><w:t><![CDATA[甲]]></w:t></w:r></w:p>",
        f"<w:p xmlns:v='{NAMESPACE}'><v:r><v:t>甲</v:t></v:r></w:p>",
    ],
    ids=["break", "tab", "text box", "CDATA", "prefix"],
)
def test_what_is_not_plain_is_left_to_the_tree(body: str) -> None:
    assert scanned(part(body)) is None


def test_a_text_outside_every_run_is_not_taken_for_printed() -> None:
    content = part("<w:p><w:t>甲</w:t><w:r><w:t>乙</w:t></w:r></w:p>")
    assert scanned(content) == by_tree(content) == ("乙",)
