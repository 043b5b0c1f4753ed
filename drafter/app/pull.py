"""What was changed in Word comes home to the year file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import Bench
from drafter.app.pulling.bodies import take_bodies
from drafter.app.pulling.figures import take_figures
from drafter.app.pulling.frame import take_frame
from drafter.app.pulling.furniture import furniture
from drafter.app.pulling.proof import differences
from drafter.app.pulling.quarrels import quarrels
from drafter.app.pulling.tree import take_tree
from drafter.app.pulling.unseen import kept_back
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.pulled import Pulled, Unmatched
from drafter.model.spot import Spot
from drafter.readers.edited import read_edited
from drafter.readers.files import read_script
from drafter.readers.year_removals import removed
from drafter.text.both_sides import both_sides
from drafter.text.char_pairs import likeness
from drafter.text.edited_outline import edited_outline
from drafter.text.homecoming import coupled
from drafter.text.origins import differing
from drafter.writers.place import open_elsewhere, rewrite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafter.model.edited import EditedDocument
    from drafter.model.home import Home
    from drafter.text.edited_outline import EditedOutline
    from drafter.text.homecoming import Couple

#: A document of which less is recognised is another report's.
_LEAST = 0.3
_RECOGNISED = 0.5


def pull(
    year_file: Path,
    document: Path,
    *,
    original: bool = False,
    word: Path | None = None,
    write: bool = True,
) -> Pulled:
    """Bring the changes made in a Word draft into its year file.

    Every change is tried on the file's text and composed; it is kept when just what was wanted
    comes out, and nothing else changes.

    Args:
        year_file: the year file that the draft was made of.
        document: the edited draft.
        original: whether tracked changes count as rejected; else as accepted.
        word: the Word template that the draft was made with, a file or the name of one of ours;
            None = any of ours. What it prints besides the report is no change.
        write: whether the year file is written.

    Raises:
        DrafterError: a file cannot be read or written, is open in Word, or was changed meanwhile;
            or the document is another report's.
    """
    _refuse_open(document)
    script = read_script(year_file)
    bench = Bench(year_file, script.text)
    edited = read_edited(document, original=original)
    couples = _coupled(bench, edited)
    strange = furniture(bench, [c.paragraph.text for c in couples if c.home is None], word)
    couples = tuple(c for c in couples if c.home or c.paragraph.text not in strange)
    both = both_sides(bench.homes(), couples, edited.origins, removed(bench.text))
    told = quarrels(bench, both)
    figures = take_figures(bench, both.couples)
    outline = edited_outline(figures.couples)
    applied = [*figures.applied, *take_frame(bench, outline), *take_bodies(bench, outline)]
    applied += take_tree(bench, outline)
    # What stood in the way may be gone: a paragraph's former section, a number of sections.
    applied += take_bodies(bench, outline)
    conflicts = (*figures.conflicts, *told.conflicts, *kept_back(bench, outline))
    unmatched = (*told.unmatched, *_left(bench, figures.couples, outline))
    if write and bench.text != script.text:
        rewrite(year_file, script.encoded(bench.text), was=script.data)
    return Pulled(script.text, bench.text, tuple(applied), conflicts, unmatched)


def _left(bench: Bench, couples: Sequence[Couple], outline: EditedOutline) -> tuple[Unmatched, ...]:
    """What the document still says otherwise than the draft that would be made now."""
    strays = [one.text for one in outline.strays]
    texts = [couple.paragraph.text for couple in couples if couple.paragraph not in outline.strays]
    addressees = bench.made.answers.office.addressees
    if addressees and not bench.report.addressees:
        # A template may print it although the report does not.
        texts = [text for text in texts if text != f"{addressees}："]
    return tuple(differences(bench, texts, strays))


def _coupled(bench: Bench, edited: EditedDocument) -> tuple[Couple, ...]:
    """Paragraphs with their homes.

    Raises:
        DrafterError: hardly anything of the report is in the document.
    """
    shown, with_gaps = bench.homes(), bench.made
    bench.drop_gaps()
    if not _nearer(bench.homes(), shown, edited):
        bench.gaps, bench.made = True, with_gaps
    homes = bench.homes()
    couples = coupled(homes, edited.paragraphs)
    known = sum(
        likeness(couple.home.text, couple.paragraph.text) >= _RECOGNISED
        for couple in couples
        if couple.home
    )
    if known < _LEAST * len(homes):
        raise _another(edited.path, bench, known, len(homes))
    return couples


def _nearer(homes: Sequence[Home], others: Sequence[Home], edited: EditedDocument) -> bool:
    """Whether a draft was made of some homes rather than of others.

    What it said when it was made tells; where it does not tell, how many paragraphs are there
    to the letter.
    """
    texts, other = ([home.text for home in one] for one in (homes, others))
    one, another = (differing(edited.origins, said) for said in (texts, other))
    if edited.origins and one != another:
        return one < another
    there = {paragraph.text for paragraph in edited.paragraphs}
    return len(there & set(texts)) > len(there & set(other))


def _refuse_open(document: Path) -> None:
    """Refuse a document that a program has open: what is on the disk may not be all.

    Raises:
        DrafterError: it is open.
    """
    if not open_elsewhere(document):
        return
    message = f"“{document}”正在 Word 或 WPS 里打开着"
    remedy = "保存并关闭它，再运行；其实没有打开的，删去同一文件夹里 ~$ 开头的那个文件"
    raise DrafterError(
        Finding("P101", "document-is-open", Severity.ERROR, Spot(str(document)), message, remedy)
    )


def _another(document: str, bench: Bench, known: int, count: int) -> DrafterError:
    message = f"“{document}”不像是“{bench.file}”的稿子：{count}段里只认出{known}段"
    remedy = "核对两个文件名；别的报告要变成问卷，用 drafter adopt"
    return DrafterError(
        Finding("P102", "another-report", Severity.ERROR, Spot(document), message, remedy)
    )
