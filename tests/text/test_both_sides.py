"""What the year file and the document each changed since the draft was made is told apart."""

from __future__ import annotations

from drafter.model.edited import EditedParagraph
from drafter.model.home import Home, HomeKind
from drafter.text.both_sides import BothSides, Quarrel, both_sides
from drafter.text.homecoming import coupled
from drafter.text.origins import mark, origin, read_origins, written

FIRST = "全年开展法治宣传活动，群众反映良好，取得了明显成效。"
SECOND = "组织执法人员参加业务培训，持证上岗率稳步提高。"
THIRD = "健全矛盾纠纷排查机制，做到早发现、早处置。"


def paragraph(then: list[str], old: str, new: str) -> EditedParagraph:
    place = then.index(old)
    return EditedParagraph(new, place + 1, bookmarks=(f"_d{place}_{mark(old)}",))


def brought(then: list[str], now: list[str], edited: dict[str, str], *, tells: bool) -> BothSides:
    """Three states: as drafted, as the year file says now, as the document says (old: new)."""
    homes = [Home(place, HomeKind.BODY, text, 0) for place, text in enumerate(now)]
    paragraphs = [paragraph(then, old, new) for old, new in edited.items()]
    origins = [origin("0", text) for text in then] if tells else []
    return both_sides(homes, coupled(homes, paragraphs), origins)


def texts(both: BothSides) -> list[str]:
    return [couple.paragraph.text for couple in both.couples]


def test_what_only_the_year_file_changed_reads_as_the_year_file() -> None:
    both = brought([FIRST], [FIRST + "新话。"], {FIRST: FIRST}, tells=True)
    assert (texts(both), both.clashes) == ([FIRST + "新话。"], ())


def test_what_came_to_the_year_file_since_stands_where_it_belongs() -> None:
    both = brought([FIRST, THIRD], [FIRST, SECOND, THIRD], {FIRST: FIRST, THIRD: THIRD}, tells=True)
    assert texts(both) == [FIRST, SECOND, THIRD]
    assert (both.clashes, both.unsure) == ((), ())


def test_what_was_deleted_in_word_is_not_taken_for_new() -> None:
    then = [FIRST, SECOND, THIRD]
    both = brought(then, then, {FIRST: FIRST, THIRD: THIRD}, tells=True)
    assert texts(both) == [FIRST, THIRD]


def test_what_is_missing_in_a_draft_that_does_not_tell_stays_and_is_told() -> None:
    then = [FIRST, SECOND, THIRD]
    both = brought(then, then, {FIRST: FIRST, THIRD: THIRD}, tells=False)
    assert texts(both) == then
    assert [home.text for home in both.unsure] == [SECOND]


def test_what_word_deleted_and_the_year_file_changed_stays_and_is_told() -> None:
    other = SECOND.replace("稳步提高", "达到全部")
    both = brought(
        [FIRST, SECOND, THIRD], [FIRST, other, THIRD], {FIRST: FIRST, THIRD: THIRD}, tells=True
    )
    assert texts(both) == [FIRST, other, THIRD]
    assert [clash.what for clash in both.clashes] == [Quarrel.GONE_THERE]


def test_what_the_year_file_deleted_and_word_changed_stays_away_and_is_told() -> None:
    both = brought(
        [FIRST, SECOND, THIRD],
        [FIRST, THIRD],
        {FIRST: FIRST, SECOND: "完全换了一种说法的一段话", THIRD: THIRD},
        tells=True,
    )
    assert texts(both) == [FIRST, THIRD]
    assert [(clash.what, clash.text) for clash in both.clashes] == [
        (Quarrel.GONE_HERE, "完全换了一种说法的一段话")
    ]


def test_what_word_put_into_a_section_that_the_year_file_dropped_goes_to_no_other() -> None:
    then = [FIRST, "（一）规范执法", SECOND]
    origins = [origin("0", FIRST), origin("2", then[1]), origin("0", SECOND)]
    edited = [*(paragraph(then, text, text) for text in then), EditedParagraph("新加的一段。", 9)]
    homes = [Home(0, HomeKind.BODY, FIRST, 0)]
    both = both_sides(homes, coupled(homes, edited), origins)
    assert texts(both) == [FIRST]
    assert [(clash.what, clash.text) for clash in both.clashes] == [
        (Quarrel.GONE_HERE, "新加的一段。")
    ]


def test_the_order_of_the_year_file_stays_where_word_moved_nothing() -> None:
    both = brought(
        [FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND],
        {FIRST: FIRST, SECOND: SECOND, THIRD: THIRD}, tells=True,
    )  # fmt: skip
    assert (texts(both), both.clashes) == ([THIRD, FIRST, SECOND], ())


def test_what_a_draft_tells_is_read_as_it_was_written_wherever_it_was_cut() -> None:
    origins = (
        origin("t", "标题"),
        origin("-", ""),
        origin("2", "（一）小标题"),
        origin("0", FIRST),
    )
    line = written(origins)
    assert read_origins(line[:7] + line[7:]) == origins
    assert origins[2] == origin("2", "（二）小标题")
    assert read_origins("别的程序写的") == ()
