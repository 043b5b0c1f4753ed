"""What a learned profile says, and that it says where from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from drafter.app.checking import check
from drafter.app.draft import draft
from drafter.app.learn import catalogue_kit, learn
from drafter.app.new import new
from drafter.app.outline import outline
from drafter.model.finding import DrafterError, Severity
from drafter.model.kit import Kind
from drafter.text.learning.sayings import SET_PHRASE
from tests.learn.measuring import samples
from tests.running import drafter

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENNESS = sorted((Path(__file__).parent / "公开").glob("*.txt"))
_SLOT = re.compile(r"\{\{[^}]*\}\}")


def _learned(paths: list[Path], folder: Path) -> dict[str, Any]:
    out = folder / "结构.yaml"
    learn(paths, out, force=True)
    read: dict[str, Any] = yaml.safe_load(out.read_text("utf-8"))
    return read


def _nodes(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in tree:
        yield node
        yield from _nodes(node.get("节", []))


@pytest.mark.skipif(not samples(), reason="the samples are not at hand")
def test_five_samples_give_the_three_broad_structures_as_variants(tmp_path: Path) -> None:
    profile = _learned(samples(), tmp_path)
    assert profile["占"] == "3/5"
    assert {name: one["占"] for name, one in profile["变体"].items()} == {
        "单列第一责任人": "1/5",
        "主题分章": "1/5",
    }
    assert len(profile["变体"]["单列第一责任人"]["章节"]) == 4
    assert len(profile["变体"]["主题分章"]["章节"]) == 8
    assert [node["名"] for node in profile["章节"]] == ["成效", "不足", "安排"]


@pytest.mark.skipif(not samples(), reason="the samples are not at hand")
def test_each_sample_is_held_against_the_variant_that_it_was_learned_into(tmp_path: Path) -> None:
    out = tmp_path / "五份.yaml"
    learned = learn(samples(), out).learned
    for at, path in enumerate(samples()):
        name = next(variant.name for variant in learned.variants if at in variant.samples)
        found = check(path, profile=str(out), select=["S3"]).reading.beside
        assert found is not None
        main = name == learned.variants[0].name
        assert found.profile.name == ("五份" if main else f"五份#{name}")


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name[:3])
def test_the_lead_names_congresses_by_phrases_that_go_with_the_time(
    path: Path, tmp_path: Path
) -> None:
    lead = str(_learned([path], tmp_path)["导语"])
    assert "提法.指导思想" in lead
    assert not re.search("十[八九]大|二十大|届", lead)


@pytest.mark.skipif(not samples(), reason="the samples are not at hand")
def test_every_variant_of_five_samples_works_through_new_outline_and_draft(
    tmp_path: Path,
) -> None:
    learned = learn(samples(), tmp_path / "五份.yaml").learned
    for variant in learned.variants:
        main = variant is learned.variants[0]
        profile = str(tmp_path / ("五份.yaml" if main else f"五份.yaml#{variant.name}"))
        year_file, out = tmp_path / f"{variant.name}.yaml", tmp_path / f"{variant.name}.docx"
        new(year_file, place="某街道", kind=Kind.SUBDISTRICT, year=2024, profile=profile)
        report, findings = outline(year_file)
        chapters = [one for one in variant.sections if not one.optional]
        assert len(report.sections) == len(chapters)
        assert not [one for one in findings if one.severity is Severity.ERROR]
        draft(year_file, out)
        assert out.is_file()


def test_headings_with_marks_that_mean_something_to_a_file_are_learned_as_they_are(
    tmp_path: Path,
) -> None:
    headings = [
        "“双公示”: 及时公开",
        "{{不是}}指标 #也不是",
        "- 横线、[方括号]和'引号'",
        '"直引号"',
    ]
    lines = [f"{n}、{words}\n办理5件。" for n, words in zip("一二三四", headings, strict=True)]
    report = tmp_path / "某局 2023.txt"
    report.write_text("某局2023年依法行政工作报告\n\n" + "\n".join(lines) + "\n", "utf-8")
    out, year_file = tmp_path / "结构.yaml", tmp_path / "2024.yaml"
    sections = learn([report], out).learned.samples[0].sections
    new(year_file, place="某局", kind=Kind.DEPARTMENT, year=2024, profile=str(out))
    printed = [section.heading.text for section in outline(year_file)[0].sections]
    assert len(printed) == 4
    assert printed == [section.heading for section in sections]


def test_every_section_names_a_line_that_holds_its_heading(tmp_path: Path) -> None:
    profile = _learned(OPENNESS, tmp_path)
    texts = {path.name: path.read_text("utf-8").splitlines() for path in OPENNESS}
    found = 0
    for node in _nodes(profile["章节"]):
        wordings = [node["题"], *node.get("又作", [])]
        assert node["占"] == f"{len(node['见于'])}/3"
        for place in node["见于"]:
            name, line = place.rsplit(":", 1)
            assert any(words in texts[name][int(line) - 1] for words in wordings)
            found += 1
    assert found == 25


def test_what_only_some_samples_have_may_be_left_out_and_the_rest_may_not(tmp_path: Path) -> None:
    profile = _learned(OPENNESS, tmp_path)
    optional = [node["题"] for node in _nodes(profile["章节"]) if node.get("可省")]
    assert optional == ["基层政务公开标准化"]


def test_a_section_that_one_sample_moves_is_still_the_same_section(tmp_path: Path) -> None:
    profile = _learned(OPENNESS, tmp_path)
    moved = next(node for node in profile["章节"] if "政府信息管理" in node["题"])
    assert moved["占"] == "3/3"


@pytest.mark.parametrize("paths", [OPENNESS, OPENNESS[:1], samples()], ids=["3", "1", "5"])
def test_no_sentence_pattern_holds_more_of_a_sample_than_a_set_phrase(
    paths: list[Path], tmp_path: Path
) -> None:
    if not paths:
        pytest.skip("the samples are not at hand")
    profile = _learned(paths, tmp_path)
    patterns = [
        clause
        for topic in profile["主题"].values()
        for sentence in topic.get("句", [])
        for clause in sentence
    ]
    assert patterns
    names = {one.name for one in catalogue_kit().indicators.values()}
    for pattern in patterns:
        before, after = _SLOT.split(pattern)
        assert len(before) <= SET_PHRASE or before in names
        assert len(after) <= SET_PHRASE


def test_figures_that_the_catalogue_does_not_know_are_told_with_count_and_sentence(
    tmp_path: Path,
) -> None:
    profile = _learned(OPENNESS, tmp_path)
    unknown = {one["名"]: one for one in profile["目录外"]}
    told = unknown["发布政策解读材料"]
    assert (told["占"], told["单位"]) == ("3/3", "篇")
    assert "发布政策解读材料152篇" in told["例"]
    assert "其他.发布政策解读材料" in profile["指标"]


def test_the_same_reports_in_another_order_give_the_same_counts(tmp_path: Path) -> None:
    def counts(paths: list[Path]) -> list[tuple[str, ...]]:
        profile = _learned(paths, tmp_path)
        return sorted(tuple(sorted(node["见于"])) for node in _nodes(profile["章节"]))

    assert counts(OPENNESS) == counts(OPENNESS[::-1])


def test_a_document_without_headings_is_refused_with_a_remedy(tmp_path: Path) -> None:
    plain = tmp_path / "通知.txt"
    plain.write_text("某区2023年工作总结\n\n全年办案5件。\n", "utf-8")
    with pytest.raises(DrafterError) as caught:
        learn([plain], tmp_path / "结构.yaml")
    assert [finding.code for finding in caught.value.findings] == ["A303"]
    assert not (tmp_path / "结构.yaml").exists()


def test_a_variant_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "结构.yaml").write_text(
        "标题: 报告\n章节: [{题: 一}]\n变体: {主题分章: {章节: [{题: 二}]}}\n", "utf-8"
    )
    made = ("new", "2024.yaml", "--place", "某镇", "--kind", "乡镇", "--profile")
    ran = drafter(*made, "结构.yaml#主题", folder=tmp_path)
    assert ran.returncode == 2
    assert "主题分章" in ran.stderr
    ran = drafter(*made, "结构.yaml#主题分章", folder=tmp_path)
    assert ran.returncode == 0
    made_file = yaml.safe_load((tmp_path / "2024.yaml").read_text("utf-8"))
    assert made_file["报告"]["结构"] == "结构.yaml#主题分章"
