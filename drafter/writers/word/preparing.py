"""Makes a Word template ready, with python-docx, docxtpl and Jinja.

docxtpl says what Jinja gets to see of a story, and python-docx what becomes of the package. Both
depend on the template alone, so they are asked once.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from lxml import etree

from drafter.text.lazily import lazily
from drafter.writers.word.compiling import compiled
from drafter.writers.word.filling import unfillable
from drafter.writers.word.gaps import CARRIED_STYLE, STYLE
from drafter.writers.word.heal import heal
from drafter.writers.word.named import FIGURES, SECTIONS
from drafter.writers.word.package import saved
from drafter.writers.word.prepared import Prepared, Tale
from drafter.writers.word.properties import ensure_properties, without_state
from drafter.writers.word.sandbox import EVALUATION
from drafter.writers.word.simple import is_simple, undeclared
from drafter.writers.word.source import as_jinja, lines
from drafter.writers.word.stories import FOOTNOTES, stories
from drafter.writers.word.syntax import dotted
from drafter.writers.word.zips import Packed, pack

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.styles import CT_Style

    from drafter.writers.word.program import Program

_PARAGRAPH = lazily(r"<w:p([ >])")
# A run with formatting only, or a text of no length: docxtpl leaves two where a run tag stood.
_EMPTY_RUN = lazily(
    r"<w:r(?: [^<>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</?w:rPr[ />])[^{])*</w:rPr>)?"
    r"(?:<w:t(?: [^<>]*)?(?:/>|></w:t>))?</w:r>"
)
_BODY = lazily(r"<w:body\b[^>]*/>")


def prepare(document: Document, path: Path) -> Prepared:
    """The template in `document`, which has passed `lint` and is of no use afterwards.

    Raises:
        DrafterError: docxtpl makes something else of it than `lint` saw.
    """
    try:
        return _prepared(document)
    except EVALUATION as error:
        raise unfillable(path, str(error) if isinstance(error, TemplateError) else "") from error


def _prepared(document: Document) -> Prepared:
    """The same, with whatever docxtpl, Jinja and python-docx raise."""
    told = {story.part: as_jinja(lines(story)) for story in stories(document)}
    plain = {part: compiled(text, xml=False) for part, text in told.items()}
    tales = tuple(_tales(document, {part: program for part, (program, _) in plain.items()}))
    core, app, custom = ensure_properties(document)
    left_out = {core, app, *told}
    parts = _packed(_saved(document, custom), left_out)
    _ = document.comments  # python-docx adds the file for them when it is asked for the first time
    comments = _name(document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
    with_comments = _saved(document, custom)
    commented = _packed(with_comments, {*left_out, comments})
    styles = tuple((one.styleId or "", one.name_val or "") for one in _styles(document))
    trees = [tree for _, tree in plain.values()]
    return Prepared(
        tales=tales,
        parts=parts,
        commented=_changed(commented, parts),
        clean=_changed(_clean(document), commented),
        comments=comments,
        comments_before=with_comments[comments],
        core=core,
        app=app,
        custom=custom,
        styles=styles,
        names=frozenset(name.name for tree in trees for name in tree.find_all(nodes.Name)),
        own=_own(trees),
    )


def _saved(document: Document, custom: str) -> dict[str, bytes]:
    """The files of the package; in `custom` nothing is left of another draft."""
    files = saved(document)
    return files | {custom: without_state(files[custom])}


def _tales(document: Document, plain: Mapping[str, Program]) -> Iterator[Tale]:
    """The stories as programs, each file once."""
    template = DocxTemplate(BytesIO())
    template.docx = document  # else docxtpl opens the file once more, as it stands
    parts = {_name(part): part for part in document.part.package.iter_parts()}
    done: set[str] = set()
    for story in stories(document):
        if story.part in done:
            continue
        raw, is_body = story.name == FOOTNOTES, not done
        done.add(story.part)
        heal(story)
        before = after = ""
        if is_body:
            xml = template.get_xml()
            before, after = _around(document)
        elif raw:
            xml = parts[story.part].blob.decode("utf-8")
        else:
            xml = template.get_part_xml(parts[story.part])
        # Where docxtpl begins a line, Jinja counts one; it takes them out again (see `filling`).
        source = _PARAGRAPH.sub(r"\n<w:p\1", template.patch_xml(xml))
        if not raw:
            source = _EMPTY_RUN.sub("", source)
        yield Tale(
            story.name,
            story.part,
            plain[story.part],
            compiled(source, xml=True)[0],
            before,
            after,
            is_body,
            raw,
            simple=not raw and is_simple(undeclared(source, before), is_body=is_body),
        )


def _around(document: Document) -> tuple[str, str]:
    """What the file says before its body and behind it; the body is emptied.

    Raises:
        LookupError: WordprocessingML is not called w in it, which docxtpl needs.
    """
    body = document.element.body
    for child in tuple(body):
        body.remove(child)
    text = etree.tostring(document.element, encoding="unicode")
    found = _BODY.search(text)
    if found is None:
        raise LookupError(text)
    return text[: found.start()], text[found.end() :]


def _clean(document: Document) -> tuple[Packed, ...]:
    """The file of the styles without those for gaps and last year's words."""
    for style in tuple(_styles(document)):
        if style.name_val in {STYLE, CARRIED_STYLE}:
            document.styles.element.remove(style)
    name = _name(document.part.part_related_by(RELATIONSHIP_TYPE.STYLES))
    return (pack(name, serialize_part_xml(document.styles.element)),)


def _styles(document: Document) -> Sequence[CT_Style]:
    found: Sequence[CT_Style] = document.styles.element.style_lst
    return found


def _packed(parts: Mapping[str, bytes], left_out: Container[str]) -> tuple[Packed, ...]:
    return tuple(pack(name, parts[name]) for name in parts if name not in left_out)


def _changed(parts: Iterable[Packed], others: Iterable[Packed]) -> tuple[Packed, ...]:
    """Those that are not the same as the others of their names."""
    same = frozenset(others)
    return tuple(part for part in parts if part not in same)


def _name(part: Part) -> str:
    """Of the file in the package."""
    return str(part.partname).lstrip("/")


def _own(trees: Iterable[nodes.Template]) -> frozenset[tuple[str, str]] | None:
    """See `Prepared.own`."""
    found: set[tuple[str, str]] = set()
    waiting: list[nodes.Node] = [*trees]
    while waiting:
        node = waiting.pop()
        first, _, id_ = dotted(node).partition(".")
        match node:
            case nodes.Getattr() if first in FIGURES:
                found.add((first, id_))
                continue
            case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(section))]) if (
                name == SECTIONS
            ):
                found.add((SECTIONS, section))
                continue
            case nodes.Call():
                return None
            case nodes.Name(name=name) if name in {*FIGURES, SECTIONS}:
                return None
        waiting.extend(node.iter_child_nodes())
    return frozenset(found)
