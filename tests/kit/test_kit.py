"""The templates folder holds together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from drafter import locate
from drafter.app.profiles import profile, profiles
from drafter.compose.facts import names
from drafter.model.answers import Answers, Office, Use
from drafter.model.finding import DrafterError
from drafter.model.kit import Kind
from drafter.readers.kit import profile_names, read_kit
from drafter.text.formulas import read_formula
from drafter.text.patterns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.kit import Kit, Topic
    from drafter.model.pattern import Pattern


@cache
def kit() -> Kit:
    return profile("纲要八章")


def patterns(kit: Kit) -> Iterator[Pattern]:
    """Every pattern of topics and profile."""
    for topic in kit.topics.values():
        yield topic.heading
        yield from topic_patterns(topic)
    yield kit.profile.title


def topic_patterns(topic: Topic) -> Iterator[Pattern]:
    """Every pattern of a topic's sentences."""
    for sentence in topic.sentences:
        for clause in sentence.clauses:
            yield clause.text
            yield from clause.otherwise
            yield from clause.members
            yield from (p for p in (clause.opening, clause.none, clause.zero) if p is not None)


def test_every_profile_can_be_read() -> None:
    assert [kit.profile.name for kit in profiles()] == list(profile_names(locate.templates()))


def test_no_pattern_names_an_unknown_indicator() -> None:
    known = {*kit().indicators, *NAMES, *(f"提法.{name}" for name in kit().phrases)}
    slots = [slot for pattern in patterns(kit()) for slot in pattern.slots]
    assert [(slot.name, str(slot.spot)) for slot in slots if slot.name not in known] == []


def test_every_indicator_is_told_by_one_topic_or_serves_a_rate_that_is() -> None:
    told: dict[str, set[str]] = {}
    for topic in kit().topics.values():
        for slot in (slot for pattern in topic_patterns(topic) for slot in pattern.slots):
            told.setdefault(slot.name, set()).add(topic.id)
    ids = kit().indicators
    serving = {
        name
        for id_, indicator in ids.items()
        if id_ in told
        for formula in indicator.formulas
        for name in read_formula(formula)[1]
    }
    assert [id_ for id_ in ids if id_ not in told and id_ not in serving] == []
    assert {id_: topics for id_, topics in told.items() if id_ in ids and len(topics) > 1} == {}


def test_every_indicator_of_the_fields_catalogue_is_there() -> None:
    """128 matters with their companions; 同比 is a way of telling, not an indicator."""
    assert len(kit().indicators) >= 287


def test_every_formula_can_be_read_and_names_known_indicators() -> None:
    for indicator in kit().indicators.values():
        for formula in indicator.formulas:
            assert set(read_formula(formula)[1]) <= set(kit().indicators), indicator.id


def test_every_relation_names_known_indicators() -> None:
    for indicator in kit().indicators.values():
        related = {*indicator.split, *indicator.among, indicator.part_of} - {""}
        assert related <= set(kit().indicators), indicator.id


def test_every_typed_indicator_has_a_question_a_unit_and_a_supplier() -> None:
    for indicator in kit().indicators.values():
        assert indicator.units, indicator.id
        assert indicator.question, indicator.id
        assert indicator.computed or indicator.supplier, indicator.id


def test_a_clause_tells_one_typed_figure_or_has_a_way_out() -> None:
    """Of two figures in a clause one could be missing and take the other with it."""
    for topic in kit().topics.values():
        for sentence in topic.sentences:
            for clause in sentence.clauses:
                ids = [s.name for s in clause.text.slots if s.name in kit().indicators]
                assert len(ids) <= 1 or clause.otherwise or len(set(ids)) == 1, clause.text.source


def test_the_names_that_slots_may_use_are_those_that_can_be_filled() -> None:
    office = Office("某街道", Kind.SUBDISTRICT, "我街道")
    answers = Answers("a.yaml", 2023, "纲要八章", Use.PUBLIC, None, None, None, office)
    assert tuple(names(answers)) == NAMES


def folder_with(tmp_path: Path, **files: str) -> Path:
    """A small templates folder: one indicator, one topic, one profile, as `files` change them."""
    contents = {
        "indicators/热线.yaml": "热线.受理: {名: 热线工单, 单位: 件, 来源: 信访局}\n",
        "topics/热线.yaml": "题: 办好热线\n句:\n  - 受理{{热线.受理}}\n",
        "profiles/小.yaml": "标题: 年报\n章节:\n  - 主题: 热线\n",
        "contents.yaml": "成效: {其余: 是}\n",
        "recipients.yaml": "街道: {报送: 区委, 抄送: 区委, 期限: 三月, 公开: 四月}\n",
        "phrases.yaml": "大会: {按: 日期, 用法: [{用: 党的二十大, 自: 2022-10-23}]}\n",
    }
    for name, text in {**contents, **files}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def faults(folder: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(DrafterError) as caught:
        read_kit(folder, folder / "profiles" / "小.yaml")
    return [(f.code, f.spot.line, f.message + f.remedy) for f in caught.value.findings]


def test_a_small_kit_is_read(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    read = read_kit(folder, folder / "profiles" / "小.yaml")
    assert list(read.indicators) == ["热线.受理"]
    assert read.topics["热线"].sentences[0].clauses[0].text.source == "受理{{热线.受理}}"


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, **{"topics/热线.yaml": "题: 办好热线\n问问: 什么\n"})
    assert faults(folder)[0][:2] == ("Q101", 2)
    assert "是不是“问”" in faults(folder)[0][2]


def test_a_topic_that_nobody_defines_names_the_nearest(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, **{"profiles/小.yaml": "标题: 年报\n章节:\n  - 主题: 热绒\n"})
    assert [code for code, _, _ in faults(folder)] == ["Q116"]
    assert "是不是“热线”" in faults(folder)[0][2]


def test_an_indicator_defined_twice_is_told(tmp_path: Path) -> None:
    again = "热线.受理: {名: 工单, 单位: 件}\n"
    folder = folder_with(tmp_path, **{"indicators/重复.yaml": again})
    assert [code for code, _, _ in faults(folder)] == ["Q110"]


def test_all_faults_of_a_kit_are_told_at_once(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        **{
            "topics/热线.yaml": "题: 办好热线\n句:\n  - 受理{{热线.受理\n",
            "indicators/热线.yaml": "热线.受理: {名: 热线工单, 小数: 二}\n",
        },
    )
    assert [code for code, _, _ in faults(folder)] == ["Q102", "Q112"]
