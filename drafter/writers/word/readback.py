"""Reading a finished document back, and holding it against what it must say."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.blocks import Style
from drafter.writers.word.scanned import scanned
from drafter.writers.word.zips import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.writers.blocks import Block
    from drafter.writers.word.elements import Element
    from drafter.writers.word.paragraphs import Paragraph


def read_back(data: bytes) -> tuple[tuple[str, str], ...]:
    """Style name and text of every paragraph in the body of a .docx, blank ones included.

    Style names are Word's own (`Title`, `heading 1`, `Body Text`), or the template's (`落款`).

    Raises:
        DrafterError: `data` is no .docx file.
    """
    from docx.enum.style import WD_STYLE_TYPE

    from drafter.writers.word.elements import P, paragraph_text
    from drafter.writers.word.stories import open_document

    document = open_document(data, Path())
    styles = document.styles.element
    names = {style.styleId: style.name_val or "" for style in styles.style_lst}
    default = styles.default_for(WD_STYLE_TYPE.PARAGRAPH)
    fallback = "" if default is None else default.name_val or ""
    return tuple(
        (names.get(_style_id(paragraph), fallback), paragraph_text(paragraph))
        for paragraph in document.element.body.iter(P)
    )


def verify(
    data: bytes, places: Iterable[tuple[str, str]], wanted: Sequence[Sequence[str]], path: Path
) -> None:
    """Hold every paragraph of the finished file against what it must say.

    Args:
        data: the finished .docx.
        places: names of its stories, each with the name of the file that holds it.
        wanted: from `drafter.writers.word.filling.expected`, in the same order.
        path: of the template, for the error.

    Raises:
        DrafterError: a paragraph is missing, added or different.
    """
    try:
        parts = parts_of(data)
        stories = [
            (name, _texts(parts[part].content, paragraphs), paragraphs)
            for (name, part), paragraphs in zip(places, wanted, strict=True)
        ]
    except (LookupError, ValueError) as error:
        raise _unsaved("读不回来，没有保存", path, "") from error
    for name, found, paragraphs in stories:
        for number, (have, want) in enumerate(zip_longest(found, paragraphs), start=1):
            if have != want:
                raise _changed(name, number, have, want, path)


def align(
    paragraphs: Iterable[Paragraph], layout: Sequence[Block], path: Path
) -> list[Paragraph | None]:
    """The paragraph that prints each block; None for blank lines.

    Raises:
        DrafterError: the template does not print one of them, or not in this order.
    """
    told = iter([(paragraph.text, paragraph) for paragraph in paragraphs])
    result: list[Paragraph | None] = []
    for block in layout:
        if block.style is Style.BLANK:
            result.append(None)
            continue
        wanted = block.text
        found = next((paragraph for text, paragraph in told if text == wanted), None)
        if found is None:
            raise _missing(block, path)
        result.append(found)
    return result


def _texts(content: bytes, wanted: Sequence[str]) -> Sequence[str]:
    """The paragraphs of a file; whether a scan finds other than is wanted, its tree tells.

    Raises:
        ValueError: it is no XML.
    """
    if scanned(content) == wanted:
        return wanted
    from drafter.writers.word.printed import texts

    return texts(content)


def _style_id(paragraph: Element) -> str:
    """Id of a paragraph's style; empty when it has the default one."""
    from drafter.writers.word.elements import PARAGRAPH_PROPERTIES, w

    style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def _changed(
    story: str, number: int, have: str | None, want: str | None, path: Path
) -> DrafterError:
    """The error for a paragraph that does not say what it must."""
    if have is None:
        message = f"{story}少了第{number}段：“{want}”"
    elif want is None:
        message = f"{story}多出第{number}段：“{have}”"
    else:
        message = f"{story}第{number}段写成了“{have}”，应为“{want}”"
    return _unsaved(f"与应有的文字不符，没有保存。{message}", path, want or have or "")


def _unsaved(message: str, path: Path, text: str) -> DrafterError:
    """The error for a finished file that is not as it must be."""
    return DrafterError(
        Finding(
            "T901",
            "text-changed",
            Severity.ERROR,
            Spot(str(path)),
            f"写好的 Word {message}",
            "换用标准模板再试；仍然如此，请把模板和问卷发给开发者",
            text=text,
        )
    )


def _missing(block: Block, path: Path) -> DrafterError:
    """The error for a block that the template does not print."""
    return DrafterError(
        Finding(
            "T902",
            "not-printed",
            Severity.ERROR,
            Spot(str(path)),
            f"模板没有印出这一段（{block.style.value}），或者次序不对：“{block.text}”",
            "在模板里补上这一类；标准模板可用 drafter word -o 另存一份，照着改",
            text=block.text,
        )
    )
