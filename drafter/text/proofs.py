"""Proofs: the printed text of a composed report, or of somebody's document, made ready to check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.kit import Part
from drafter.model.old_report import OldBlock, OldReport
from drafter.model.proof import Passage, PassageKind, Proof, Told
from drafter.model.record import record
from drafter.model.report import PieceKind
from drafter.text.alignment import raw_places
from drafter.text.evening import even
from drafter.text.figure_words import opens_sentence, surroundings
from drafter.text.indicator_match import best_match
from drafter.text.lazily import lazily
from drafter.text.old_outline import evened, printed
from drafter.text.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.answers import Answers
    from drafter.model.old_report import RawDocument, RawParagraph
    from drafter.model.report import Paragraph, Piece, Report, Section, Sentence
    from drafter.model.spot import Spot
    from drafter.text.spoken_of import Catalogue

_CLOSED = ("。", "！", "？", "：")
_PLANS = lazily(r"安排|思路|打算|下一步|下步|展望|计划|举措及|工作重点")
_SHORTCOMINGS = lazily(r"不足|问题|短板|差距|困难")
_GAP = lazily(r"【待补充：[^】]*】")


@record
class _Source:
    """A block and what it was made of.

    Attributes:
        block: as an old report has it.
        raw: as it stands in the file.
        spots: see `Passage`.
        exact: see `Passage`.
        table: see `Passage`.
        known: start and end in `raw`, the id and whether it was computed, of known figures.
    """

    block: OldBlock
    raw: str
    spots: tuple[tuple[int, Spot], ...]
    exact: bool = True
    table: bool = False
    known: tuple[tuple[int, int, str, bool], ...] = ()


def proof_of_document(
    document: RawDocument, report: OldReport, words: Catalogue | None = None
) -> Proof:
    """The proof of a document.

    Args:
        document: as it was read.
        report: what was understood of it.
        words: by which indicators are recognised; None = no figure gets an id.
    """
    by_spot: dict[Spot, dict[str, RawParagraph]] = {}
    for written in document.paragraphs:
        by_spot.setdefault(written.spot, {})[_key(evened(written.text))] = written
    sources = []
    for block in report.blocks:
        paragraph = _written(block, by_spot.get(block.spot, {}))
        raw = paragraph.text if paragraph else printed(block)
        table = bool(paragraph and paragraph.table)
        sources.append(_Source(block, raw, ((0, block.spot),), table=table))
    title = _Source(_title_block(report.title, report.spot), report.title, ((0, report.spot),))
    sources = [title, *sources] if report.title else sources
    return Proof(
        path=report.path,
        filed=False,
        title=report.title,
        issuer=report.issuer,
        self_name="",
        year=report.year,
        dated=report.dated,
        as_of=None,
        addressees=report.addressees,
        signatories=report.signatories,
        passages=tuple(_passages(sources, words, report.year)),
    )


def proof_of_report(report: Report, answers: Answers, words: Catalogue | None = None) -> Proof:
    """The proof of a year file's text.

    Args:
        report: composed of the year file.
        answers: the year file.
        words: by which figures in the office's own words are recognised; None = they get no id.
    """
    typed = tuple(
        (id_, figure.quantity)
        for id_, figure in answers.figures.items()
        if figure.quantity is not None and figure.quantity.exact
    )
    sources = [_supplied(one, answers) for one in _composed(report)]
    return Proof(
        path=answers.path,
        filed=True,
        title=report.title.text,
        issuer=answers.office.name,
        self_name=answers.office.self_name,
        year=report.year,
        dated=report.dated,
        as_of=answers.as_of,
        addressees=report.addressees,
        signatories=report.signatories,
        passages=tuple(_passages(sources, words, report.year)),
        typed=typed,
        public=not report.addressees,
    )


def _written(block: OldBlock, there: dict[str, RawParagraph]) -> RawParagraph | None:
    """The block's paragraph; line breaks part one of Word into several in the same place."""
    if len(there) == 1:
        return next(iter(there.values()))
    return there.get(_key(printed(block)))


def _key(text: str) -> str:
    """By which a paragraph is known; a heading on a line of its own loses its 。."""
    return text.rstrip("。")


def _title_block(title: str, spot: Spot) -> OldBlock:
    return OldBlock(-1, "", title, "", False, (), spot)  # noqa: FBT003


def _composed(report: Report) -> Iterator[_Source]:
    """Title, lead and sections of a composed report as blocks."""
    title = report.title
    yield _source(_title_block(title.text, title.spot), "", (title,))
    for paragraph in report.lead:
        yield _text_source(paragraph)
    for section in report.walk():
        yield from _section(section)


def _section(section: Section) -> Iterator[_Source]:
    heading, paragraphs = section.heading, section.paragraphs
    runs_in = section.run_in and bool(paragraphs)
    words = even(heading.text)
    block = OldBlock(
        level=section.level,
        number=even(section.number),
        heading=words.rstrip("。") if runs_in else words,
        text=even(paragraphs[0].text) if runs_in else "",
        run_in=runs_in,
        statistics=(),
        spot=heading.spot,
    )
    mark = "" if not runs_in or heading.text.endswith(_CLOSED) else "。"
    sentences = paragraphs[0].sentences if runs_in else ()
    yield _source(block, section.number, (heading,), mark, sentences)
    for paragraph in paragraphs[1:] if runs_in else paragraphs:
        yield _text_source(paragraph)


def _text_source(paragraph: Paragraph) -> _Source:
    first = paragraph.sentences[0]
    block = OldBlock(0, "", "", even(paragraph.text), False, (), first.spot)  # noqa: FBT003
    return _source(block, "", paragraph.sentences)


def _source(
    block: OldBlock,
    before: str,
    sentences: Sequence[Sentence],
    between: str = "",
    more: Sequence[Sentence] = (),
) -> _Source:
    """A block of sentences: `before`, sentences, `between`, more sentences."""
    raw = before
    spots: list[tuple[int, Spot]] = []
    known: list[tuple[int, int, str, bool]] = []
    for place, sentence in enumerate((*sentences, *more)):
        if place == len(sentences):
            raw += between
        spots.append((len(raw) if place else 0, sentence.spot))
        for piece in sentence.pieces:
            known += _known(piece, len(raw))
            raw += piece.text
    if not more:
        raw += between
    return _Source(block, raw, tuple(spots), exact=False, known=tuple(known))


def _supplied(source: _Source, answers: Answers) -> _Source:
    """The source with the places of those figures that were typed in the year file."""
    begun = {at for at, _ in source.spots}
    spots: list[tuple[int, Spot]] = list(source.spots)
    for start, end, id_, computed in source.known:
        if computed or id_ not in answers.figures:
            continue
        sentence = next(spot for at, spot in reversed(source.spots) if at <= start)
        spots.append((start, answers.figures[id_].spot))
        if end not in begun:
            spots.append((end, sentence))
    # A sentence comes before the figure that it begins with: the order at one place stays.
    return replace(source, spots=tuple(sorted(spots, key=lambda one: one[0])))


def _known(piece: Piece, at: int) -> Iterator[tuple[int, int, str, bool]]:
    if piece.kind in {PieceKind.FIGURE, PieceKind.COMPUTED} and piece.figures:
        computed = piece.kind is PieceKind.COMPUTED
        yield at, at + len(piece.text), piece.figures[0], computed


def _passages(
    sources: list[_Source], words: Catalogue | None, year: int | None
) -> Iterator[Passage]:
    blocks = [_counted(source.block) for source in sources]
    ids = _ids(blocks, words, year)
    headings: dict[int, str] = {}
    section = ""
    for place, (source, block) in enumerate(zip(sources, blocks, strict=True)):
        if block.level > 0:
            headings = {level: words for level, words in headings.items() if level < block.level}
            headings[block.level] = block.heading
            section = block.number + block.heading
        yield _passage(place, source, block, ids[place], section, _parts(headings.values()))


def _counted(block: OldBlock) -> OldBlock:
    """The block with its statistics, where nobody has looked for them yet; gaps hold none."""
    if block.statistics or not block.text:
        return block
    text = _GAP.sub(lambda match: "　" * len(match.group()), block.text)
    return replace(block, statistics=statistics(text))


def _ids(
    blocks: list[OldBlock], words: Catalogue | None, year: int | None
) -> list[list[tuple[str, float]]]:
    """For each block the id of each of its statistics, and how sure it is."""
    if words is None or not blocks:
        return [[("", 0.0)] * len(block.statistics) for block in blocks]
    report = OldReport("", "", "", year, "", tuple(blocks), (), None, (), blocks[0].spot)
    found: list[list[tuple[str, float]]] = [[] for _ in blocks]
    place_of = {id(block): place for place, block in enumerate(blocks)}
    previous = ""
    for block, statistic, around in surroundings(report):
        if opens_sentence(block, statistic):
            previous = ""
        match = best_match(replace(around, previous=previous), words)
        previous = match.id if match else ""
        answer = (match.id, match.confidence) if match else ("", 0.0)
        found[place_of[id(block)]].append(answer)
    return found


def _passage(
    place: int,
    source: _Source,
    block: OldBlock,
    ids: list[tuple[str, float]],
    section: str,
    parts: frozenset[Part],
) -> Passage:
    text = printed(block)
    body = len(text) - len(block.text)
    told = [
        Told(s.quantity, body + s.start, body + s.end, id_, sure)
        for s, (id_, sure) in zip(block.statistics, ids, strict=True)
    ]
    kind = PassageKind.TEXT
    if block.level:
        kind = PassageKind.HEADING if block.level > 0 else PassageKind.TITLE
    return Passage(
        place=place,
        kind=kind,
        level=max(block.level, 0),
        number=block.number,
        heading=block.heading,
        run_in=block.run_in,
        text=text,
        body=body,
        raw=source.raw,
        told=tuple(_sure(told, source, text)),
        section=section,
        parts=parts,
        table=source.table,
        spots=source.spots,
        exact=source.exact,
    )


def _sure(told: list[Told], source: _Source, text: str) -> Iterator[Told]:
    """The statistics, those that the year file put there under its ids."""
    if not source.known:
        yield from told
        return
    places = raw_places(source.raw, text)
    for one in told:
        start, end = places[one.start], places[one.end]
        fits = (k for k in source.known if k[0] < end and start < k[1])
        known = next(fits, None)
        yield replace(one, id=known[2], sure=1.0, computed=known[3]) if known else one


def _parts(headings: Iterable[str]) -> frozenset[Part]:
    """What the chapter's heading says; where it says both, the headings below narrow it down.

    A heading further down that speaks of problems or plans (治安突出问题, “一规划两纲要”) says
    nothing of its chapter.
    """
    chapter, *below = (*headings, "")
    parts = _said(chapter)
    for heading in below:
        parts = (parts & _said(heading)) or parts
    return parts


def _said(heading: str) -> frozenset[Part]:
    words = ((Part.PLANS, _PLANS), (Part.SHORTCOMINGS, _SHORTCOMINGS))
    return frozenset(part for part, form in words if form.search(heading))
