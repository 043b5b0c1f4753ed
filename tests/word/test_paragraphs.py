"""A finished story is marked as text; what comes of it is what a tree would have come to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.writers.word import elements, formatting, markup
from drafter.writers.word.elements import PARAGRAPH_ORDER, w
from drafter.writers.word.markup import NAMESPACE, is_well_formed
from drafter.writers.word.paragraphs import FlatStory, Paragraph
from drafter.writers.word.printed import printed
from drafter.writers.word.simple import is_simple

TEXTS = st.text(st.sampled_from("甲乙“—&<>\"'·1a \n"), max_size=6)
FORMATTINGS = st.sampled_from(
    ["", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
     '<w:rPr><w:rStyle w:val="a"/><w:rFonts w:ascii="甲"/></w:rPr>']
)  # fmt: skip
SIGNS = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", '<w:fldChar w:x="a"/>'])
ATOMS = SIGNS | TEXTS.map(lambda text: f"<w:t>{markup.escaped(text)}</w:t>" if text else "<w:t/>")
RUNS = st.builds(
    lambda shape, atoms: f"<w:r>{shape}{''.join(atoms)}</w:r>",
    FORMATTINGS, st.lists(ATOMS, min_size=1, max_size=3),
)  # fmt: skip
BETWEEN = st.sampled_from(
    ['<w:bookmarkStart w:id="1" w:name="a"/>', "<w:proofErr/>", "<w:r/>",
     '<w:hyperlink w:anchor="a"><w:r><w:t>丙</w:t></w:r></w:hyperlink>']
)  # fmt: skip
SHAPES = st.sampled_from(["", "<w:pPr/>", '<w:pPr><w:pStyle w:val="1"/></w:pPr>'])
PARAGRAPHS = st.builds(
    lambda shape, parts: f"<w:p>{shape}{''.join(parts)}</w:p>" if shape or parts else "<w:p/>",
    SHAPES, st.lists(RUNS | BETWEEN, max_size=6),
)  # fmt: skip
BOXES = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(
    lambda inner: (
        f"<w:p><w:r><w:pict><w:txbxContent>{''.join(inner)}</w:txbxContent></w:pict>"
        "<w:t>外</w:t></w:r></w:p>"
    )
)
TABLES = PARAGRAPHS.map(lambda one: f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>")


def document(body: str) -> str:
    """A file as lxml writes it."""
    text = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return etree.tostring(etree.fromstring(text), encoding="unicode")


DOCUMENTS = st.lists(PARAGRAPHS | BOXES | TABLES, max_size=5).map("".join).map(document)


@settings(max_examples=150)
@given(DOCUMENTS)
def test_a_story_says_what_its_tree_says_and_is_written_as_it_was_read(text: str) -> None:
    story = FlatStory(text)
    assert str(story) == text
    by_tree = [paragraph.text for paragraph in printed(etree.fromstring(text))]
    assert [paragraph.text for paragraph in story.paragraphs()] == by_tree


@settings(max_examples=150)
@given(DOCUMENTS)
def test_runs_that_print_nothing_go_and_hints_are_given_as_in_a_tree(text: str) -> None:
    root = etree.fromstring(text)
    printed(root, tidy=True)
    story = FlatStory(text)
    story.tidy()
    assert str(story) == etree.tostring(root, encoding="unicode")


@settings(max_examples=200)
@given(PARAGRAPHS, st.data())
def test_any_stretch_of_a_paragraph_can_be_set_apart_and_marked(
    one: str, data: st.DataObject
) -> None:
    (paragraph,) = FlatStory(document(one)).paragraphs()
    words = paragraph.text
    for _ in range(3):
        start = data.draw(st.integers(0, len(words)))
        end = data.draw(st.integers(start, len(words)))
        runs = paragraph.isolate(start, end)
        assert "".join(run.text for run in runs) == words[start:end]
        if runs:
            runs[0].set_style("甲&")
            paragraph.gather(runs)
            paragraph.enclose(runs, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
    paragraph.frame("<w:a/>", "<w:b/>")
    written = document(str(paragraph))
    assert is_well_formed(written)
    assert [found.text for found in printed(etree.fromstring(written))] == [words]


def test_runs_that_do_not_stand_in_a_row_are_gathered() -> None:
    link = '<w:hyperlink w:anchor="a"><w:r><w:t>乙</w:t></w:r></w:hyperlink>'
    paragraph = Paragraph(f"<w:p><w:r><w:t>甲</w:t></w:r>{link}</w:p>")
    runs = paragraph.isolate(0, 2)
    paragraph.gather(runs)
    paragraph.enclose(runs, "<w:sdt>", "</w:sdt>")
    assert str(paragraph) == (
        "<w:p><w:sdt><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:sdt>"
        '<w:hyperlink w:anchor="a"/></w:p>'
    )


@pytest.mark.parametrize(
    ("called", "said"), [("w:keepNext", {}), ("w:ind", {"w:left": "3"}), ("w:jc", {"w:val": "左&"})]
)
@pytest.mark.parametrize(
    "shape",
    ["", "<w:pPr/>", '<w:pPr><w:pStyle w:val="1"/><w:jc w:val="left"/></w:pPr>',
     "<w:pPr><w:rPr><w:ind/></w:rPr></w:pPr>", '<w:pPr><w:ind w:left="1" w:right="2"/></w:pPr>'],
)  # fmt: skip
def test_the_formatting_of_a_paragraph_grows_in_the_order_of_the_schema(
    shape: str, called: str, said: dict[str, str]
) -> None:
    paragraph = etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{shape}</w:p>')
    properties = elements.paragraph_properties(paragraph)
    local = called.removeprefix("w:")
    found = elements.in_order(properties, w(local), PARAGRAPH_ORDER)
    for name, text in said.items():
        found.set(w(name.removeprefix("w:")), text)
    made = formatting.with_element(shape, called, said)
    assert document(f"<w:p>{made}</w:p>") == document(_inner(paragraph))


def test_a_paragraph_that_a_template_lets_go_is_kept_with_the_next_all_the_same() -> None:
    off = '<w:pPr><w:keepNext w:val="0"/><w:jc w:val="left"/></w:pPr>'
    on = '<w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr>'
    assert formatting.kept_with_next(off) == formatting.kept_with_next(on) == on


@given(FORMATTINGS)
def test_a_run_is_hinted_as_in_a_tree_and_once_is_enough(shape: str) -> None:
    run = etree.fromstring(f'<w:r xmlns:w="{NAMESPACE}">{shape}</w:r>')
    elements.give_hint(run)
    made = formatting.with_hint(shape)
    assert f"<w:r>{made}</w:r>" == _inner(run)
    assert formatting.with_hint(made) == made
    assert formatting.has(made, "w:rFonts")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r&<>\"'")))
def test_texts_are_escaped_as_lxml_escapes_them(text: str) -> None:
    try:
        element = etree.Element("a", b=text)
        element.text = text or None
    except ValueError:  # no XML can hold it
        return
    written = etree.tostring(element, encoding="unicode")
    told = f">{markup.escaped(text)}</a>" if text else "/>"
    assert written == f'<a b="{markup.value(text)}"{told}'
    assert markup.meant(markup.value(text)) == text


@pytest.mark.parametrize(
    ("source", "simple"),
    [
        ("<w:p><w:r><w:t>{{ 标题 }}</w:t></w:r></w:p>", True),
        ("{% for 段 in 正文 %}<w:p><w:r><w:t>{{ 段.文 }}</w:t></w:r></w:p>{% endfor %}", True),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:p>", True),
        ("<w:p><w:r><w:t>{% if 年度|int > 1 %}甲{% endif %}</w:t></w:r></w:p>", True),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", False),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", False),
        ('<w:p><w:hyperlink w:anchor="{{ 年度 }}"/></w:p>', False),
        ('<w:p><w:pPr><w:pStyle w:val="{{ 段.样式 }}"/></w:pPr></w:p>', False),
        ('<w:p xmlns:v="a"><w:r><w:t>甲</w:t></w:r></w:p>', False),
        ("<w:p><w:r><w:t>甲&#160;</w:t></w:r></w:p>", False),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>", False),
    ],
)
def test_only_a_template_of_plain_paragraphs_does_without_a_tree(source: str, simple: bool) -> None:  # noqa: FBT001
    assert is_simple(f"<w:body>{source}</w:body>", is_body=True) is simple


def _inner(root: elements.Element) -> str:
    """An element without the declaration of its prefix."""
    return etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{NAMESPACE}"', "")
