"""Many values at one go come to the same as one after another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers.yaml_page import leaves
from drafter.readers.yaml_tree import parse_tree
from drafter.readers.year_batch import Entry, FigureEntry, put_figures, put_many
from drafter.readers.year_edits import put_figure

FILES = [
    "",
    "报告:\n  年度: 2023\n",
    "数据:\n",
    "数据: {}\n",
    "数据: {普法.活动: 3场}\n",
    "数据:\n  普法:\n    活动:     # 几场\n    资料: 20份  # 全年\n  # 法援.案件:  # 多少件？\n",
    "数据:\n  普法.活动: {值: 3场, 来源: 司法局}\n  普法.资料:\n亮点:\n  普法宣传:\n    - 甲\n",
    "数据:\r\n  普法.活动:\r\n亮点: {普法宣传: [甲]}\r\n",
]
IDS = ["普法.活动", "普法.资料", "法援.案件", "调解.受理", "调解.成功"]


def figures(text: str) -> dict[tuple[object, ...], str]:
    return dict(leaves(parse_tree(text, "")[0]))


@pytest.mark.parametrize("text", FILES)
def test_every_figure_goes_in_and_nothing_else_changes(text: str) -> None:
    wanted = [FigureEntry(id_, f"{n}件") for n, id_ in enumerate(IDS, 1)]
    after, refused = put_figures(text, wanted)
    assert refused == ()
    one_by_one = text
    for one in wanted:
        one_by_one = put_figure(one_by_one, one.id, one.value)
    assert figures(after) == figures(one_by_one)
    assert [
        line.partition("#")[2] for line in after.splitlines() if "件" not in line.partition("#")[2]
    ]
    assert after.count("\r\n") == after.count("\n") if "\r" in text else "\r" not in after


@pytest.mark.parametrize("text", FILES)
def test_putting_the_same_in_again_changes_nothing(text: str) -> None:
    details = (("来源", "区司法局"), ("备注", "a: b, {c} # “d”"))
    wanted = [FigureEntry(id_, "5件", details) for id_ in IDS]
    after, _ = put_figures(text, wanted)
    read = figures(after)
    for id_ in IDS:
        path = ("数据", *id_.split("."))
        told = (read[*path, "值"], read[*path, "来源"], read[*path, "备注"])
        assert told == ("5件", "区司法局", "a: b, {c} # “d”")
    assert put_figures(after, wanted)[0] == after


@pytest.mark.parametrize("text", FILES)
def test_texts_are_added_at_the_end_of_their_lists_in_order(text: str) -> None:
    texts = ["乙", "丙: 丁", "- 戊", "“己” # 庚"]
    entries = [Entry(("亮点", "普法宣传"), one, item=True) for one in texts]
    entries += [Entry(("亮点", "政务服务"), one, item=True) for one in texts]
    after, refused = put_many(text, entries)
    assert refused == ()
    found = [words for path, words in figures(after).items() if path[:2] == ("亮点", "普法宣传")]
    assert found[-4:] == texts
    assert len(found) in {4, 5}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FILES),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["3件", "无", "98.73%", "近1.5万份"])),
)
def test_whatever_is_put_in_is_read_and_all_else_stays(text: str, told: dict[str, str]) -> None:
    after, refused = put_figures(text, [FigureEntry(*one) for one in told.items()])
    assert refused == ()
    before, now = figures(text), figures(after)
    for path, words in before.items():
        id_ = ".".join(map(str, path[1:3]))
        if words and id_ not in told:
            assert now[path] == words
    for id_, words in told.items():
        path = ("数据", *id_.split("."))
        assert now.get(path, now.get((*path, "值"))) == words
