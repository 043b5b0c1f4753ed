"""The standard template in the tag languages of other programs: same paragraphs, same styles.

They have no comparisons, or not in their free part, so each kind of paragraph is a yes-or-no in the
data; and Latin names, which all of them take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn

from benchmarks.workshop import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    #: A paragraph: its style, its runs with their character styles.
    Paragraph = tuple[str, tuple[tuple[str, str], ...]]

#: By the name in the data: style of the paragraph; of a heading that runs in, None where none does.
KINDS: dict[str, tuple[str, str | None]] = {
    "h1": ("Heading 1", None),
    "h2": ("Heading 2", None),
    "h3": ("Heading 3", None),
    "h4": ("Heading 4", None),
    "runin1": ("Body Text", "一级标题字"),
    "runin2": ("Body Text", "二级标题字"),
    "runin": ("Body Text", ""),
    "text": ("Body Text", None),
}
_HEADINGS = {"一级标题": "h1", "二级标题": "h2", "三级标题": "h3", "四级标题": "h4"}
_BLANK: Paragraph = ("Normal", ())


def peer_template(name: str, path: Path) -> Path:
    """The template for a program, by the program's name."""
    document = Document(str(TEMPLATE))
    body = document.element.body
    for child in [child for child in body if child.tag != qn("w:sectPr")]:
        body.remove(child)
    for style, runs in WRITTEN[name]():
        paragraph = document.add_paragraph(style=style)
        for text, character_style in runs:
            paragraph.add_run(text, character_style or None)
    document.save(str(path))
    return path


def peer_data(asked: dict[str, Any]) -> dict[str, Any]:
    """The values for such a template, from those for ours."""
    addressees = {"addressees": asked["主送机关"]} if "主送机关" in asked else {}
    return {
        "titles": [{"text": text} for text in asked["标题行"]],
        **addressees,
        "body": [
            {_kind(one): True, "heading": _pieces(one.get("题", [])), "pieces": _pieces(one["片"])}
            for one in asked["正文"]
        ],
        "offices": [{"text": text} for text in asked["落款"]],
        "date": asked["成文日期"],
    }


def _kind(paragraph: dict[str, Any]) -> str:
    """What a paragraph of the data is, by `KINDS`."""
    style = paragraph["样式"]
    if style == "接排":
        return f"runin{paragraph['级']}" if paragraph["级"] in {1, 2} else "runin"
    return _HEADINGS.get(style, "text")


def _pieces(pieces: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{"text": piece["文"]} for piece in pieces]


def _docxtemplater() -> Iterator[Paragraph]:
    """Tags that stand alone in a paragraph take it away."""
    yield from _section("titles", ("Title", (("{text}", ""),)))
    yield _BLANK
    yield from _section("addressees", ("主送机关", (("{addressees}：", ""),)))
    yield _plain("{#body}")
    for kind, (style, heading) in KINDS.items():
        yield from _section(kind, (style, _runs(heading)))
    yield _plain("{/body}")
    yield _BLANK
    yield from _section("offices", ("落款", (("{text}", ""),)))
    yield "成文日期", (("{date}", ""),)


def _easy_template_x() -> Iterator[Paragraph]:
    """Both tags in the paragraph itself, which is what they repeat or leave out."""
    yield "Title", _around("titles", (("{text}", ""),))
    yield _BLANK
    yield "主送机关", _around("addressees", (("{addressees}：", ""),))
    yield _plain("{#body}")
    for kind, (style, heading) in KINDS.items():
        yield style, _around(kind, _runs(heading))
    yield _plain("{/body}")
    yield _BLANK
    yield "落款", _around("offices", (("{text}", ""),))
    yield "成文日期", (("{date}", ""),)


def _carbone() -> Iterator[Paragraph]:
    """What stands between `[i]` and `[i+1]` is repeated; conditions go around paragraphs."""
    yield "Title", (("{d.titles[i].text}", ""),)
    yield "Title", (("{d.titles[i+1].text}", ""),)
    yield _BLANK
    yield _plain("{d.addressees:ifNEM:showBegin}")
    yield "主送机关", (("{d.addressees}：", ""),)
    yield _plain("{d.addressees:showEnd}")
    for kind, (style, heading) in KINDS.items():
        yield _plain(f"{{d.body[i].{kind}:ifEQ(true):showBegin}}")
        yield style, _carbone_runs(heading)
        yield _plain(f"{{d.body[i].{kind}:showEnd}}")
    yield _plain("{d.body[i+1]}")
    yield _BLANK
    yield "落款", (("{d.offices[i].text}", ""),)
    yield "落款", (("{d.offices[i+1].text}", ""),)
    yield "成文日期", (("{d.date}", ""),)


WRITTEN: dict[str, Callable[[], Iterator[Paragraph]]] = {
    "docxtemplater": _docxtemplater,
    "easy-template-x": _easy_template_x,
    "carbone": _carbone,
}


def _plain(text: str) -> Paragraph:
    return "Normal", ((text, ""),)


def _section(name: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    yield _plain(f"{{#{name}}}")
    yield paragraph
    yield _plain(f"{{/{name}}}")


def _around(name: str, runs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return (f'{{#{name} [loopOver: "paragraph"]}}', ""), *runs, (f"{{/{name}}}", "")


def _runs(heading: str | None) -> tuple[tuple[str, str], ...]:
    """The pieces of a paragraph, those of its heading first."""
    pieces = (("{#pieces}{text}{/pieces}", ""),)
    if heading is None:
        return pieces
    return ("{#heading}{text}{/heading}", heading), *pieces


def _carbone_runs(heading: str | None) -> tuple[tuple[str, str], ...]:
    pieces = tuple((f"{{d.body[i].pieces[{n}].text}}", "") for n in ("i", "i+1"))
    if heading is None:
        return pieces
    return *((f"{{d.body[i].heading[{n}].text}}", heading) for n in ("i", "i+1")), *pieces
