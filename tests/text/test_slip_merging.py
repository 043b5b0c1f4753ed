"""Slips in any order come to the same, and nothing that they say is lost."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import locate
from drafter.model.answers import Figure, State
from drafter.model.slip import Cell, CellKind, Place, Returned, ReturnedRow, ReturnedText
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, read_kit
from drafter.text.quantity import read_quantity
from drafter.text.slip_merging import merge
from drafter.text.slip_reading import Asked

IDS = ["普法.活动", "调解.受理", "调解.成功", "普法.活勤", ""]
VALUES = ["36", "36场", "38", "420件", "4365件", "无", "不涉及", "没有的", "-3", "=1+1", "98%"]
REMARKS = ["", "", "含线上", "核过"]


@cache
def asked() -> Asked:
    from pathlib import Path

    folder = locate.templates()
    kit = read_kit(folder, find_profile("纲要八章", folder, Path(), Spot("")))
    given_ = Figure("调解.受理", State.GIVEN, read_quantity("420件"), Spot("2023.yaml", 9))
    return Asked(
        "2023.yaml", 2023, "某街道", date(2023, 12, 31), kit.indicators,
        {id_: (one.units or ("",))[0] for id_, one in kit.indicators.items()},
        {"调解.受理": given_},
        {id_: topic.ask for id_, topic in kit.topics.items()},
        {"普法宣传": ("建成公园",)},
    )  # fmt: skip


@st.composite
def slips(draw: st.DrawFn) -> list[Returned]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        file = f"{number}.xlsx"
        rows = tuple(
            ReturnedRow(
                Place(file, "表", f"E{row}"),
                draw(st.sampled_from(IDS)),
                draw(st.sampled_from(["", "", "开展普法活动多少场？"])),
                draw(st.sampled_from(["", "场", "件"])),
                Cell(f"E{row}", draw(st.sampled_from(VALUES))),
                draw(st.sampled_from([None, Cell("G1", "2023-11-30", CellKind.DATE)])),
                draw(st.sampled_from(REMARKS)),
            )
            for row in range(draw(st.integers(0, 4)))
        )
        texts = tuple(
            ReturnedText(
                Place(file, "亮点", f"C{n}"), draw(st.sampled_from(["普法宣传", "别的"])), t
            )
            for n, t in enumerate(
                draw(st.lists(st.sampled_from(["建成公园", "建成大屏"]), max_size=2))
            )
        )
        year = draw(st.sampled_from([2023, 2023, 2023, None, 2022]))
        supplier = draw(st.sampled_from(["", "司法局", "财政局"]))
        made.append(Returned(file, year, "某街道", supplier, supplier, rows, texts))
    return made


@settings(max_examples=200, deadline=None)
@given(slips(), st.randoms(use_true_random=False), st.sampled_from(["", "填报表", "问卷"]))
def test_the_order_of_the_slips_does_not_matter(made, order, prefer) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    shuffled = list(made)
    order.shuffle(shuffled)
    assert merge(asked(), made, prefer) == merge(asked(), shuffled, prefer)


@settings(max_examples=200, deadline=None)
@given(slips(), st.sampled_from(["", "填报表", "问卷"]))
def test_every_answer_is_found_again_by_id_or_by_place(made: list[Returned], prefer: str) -> None:
    merged = merge(asked(), made, prefer)
    ids = {one.id for one in merged.applied}
    places = {one.place for one in merged.applied} | {one.place for one in merged.unmatched}
    places |= {side.place for one in merged.conflicts for side in one.sides}
    clashing = {one.id for one in merged.conflicts}
    files = {place.file for place in places if not place.cell}
    for slip in made:
        for row in slip.rows:
            known = row.id in ids | clashing or "普法.活动" in ids | clashing
            assert slip.file in files or row.place in places or known


@settings(max_examples=200, deadline=None)
@given(slips())
def test_a_figure_is_never_both_put_in_and_in_conflict(made: list[Returned]) -> None:
    merged = merge(asked(), made)
    new = [one.id for one in merged.applied if not one.already and not one.highlight]
    assert len(new) == len(set(new))
    kinds = {"slips-differ", "rows-differ", "already-filled", "part-exceeds-whole"}
    assert not set(new) & {one.id for one in merged.conflicts if one.clash in kinds}
