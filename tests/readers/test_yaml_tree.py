from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.finding import Finding, Severity
from drafter.readers.yaml_page import leaves
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree, parse_tree


def tree_of(text: str) -> Tree:
    tree, findings = parse_tree(text, "问卷.yaml")
    assert tree is not None
    assert findings == ()
    return tree


def scalar_at(text: str, *path: str | int) -> Scalar:
    tree: Tree | None = tree_of(text)
    for step in path:
        if isinstance(step, int):
            assert isinstance(tree, Items)
            tree = tree.items[step]
        else:
            assert isinstance(tree, Entries)
            tree = tree.get(step)
    assert isinstance(tree, Scalar)
    return tree


def faults_of(text: str) -> list[tuple[str, int, int, str]]:
    """Name, line, column and remedy of every finding."""
    _, findings = parse_tree(text, "问卷.yaml")
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [(f.name, f.spot.line, f.spot.column, f.remedy) for f in findings]


def only_finding(text: str) -> Finding:
    tree, findings = parse_tree(text, "问卷.yaml")
    assert tree is None
    assert len(findings) == 1
    return findings[0]


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize("word", ["012", "1_000", "NO", "12:30", "null", "~", "2023-12-06", "1e3"])
def test_a_scalar_stays_what_was_typed(word: str) -> None:
    assert scalar_at(f"数: {word}\n", "数").text == word


def test_columns_count_characters_from_one() -> None:
    scalar = scalar_at("𠮷野: {甲乙: 丙}\n", "𠮷野", "甲乙")
    assert (scalar.spot.line, scalar.spot.column) == (1, 10)
    assert str(scalar.spot) == "问卷.yaml:1:10"


def test_an_empty_value_stands_right_after_the_colon() -> None:
    scalar = scalar_at("数据:\n  受理:\n  办结: 3\n", "数据", "受理")
    assert scalar == Scalar(
        "", scalar.spot, quoted=False, lines=1, behind=(scalar.spot.line, scalar.spot.column)
    )
    assert (scalar.spot.line, scalar.spot.column) == (2, 6)


def test_values_and_brackets_know_where_they_end() -> None:
    text = "数据: {受理: '3件', 办结: 2件}\n落款: [甲,\n  乙]\n亮点:\n  - 丙\n"
    tree = tree_of(text)
    assert isinstance(tree, Entries)
    data, signed, told = (entry.value for entry in tree.items)
    assert isinstance(data, Entries)
    assert str(scalar_at(text, "数据", "受理").end) == "问卷.yaml:1:14"
    assert str(data.end) == "问卷.yaml:1:23"
    assert isinstance(signed, Items)
    assert str(signed.end) == "问卷.yaml:3:5"
    assert isinstance(told, Items)
    assert told.end is None


def test_a_scalar_knows_how_many_lines_it_takes() -> None:
    text = "a: 甲\n  乙\nb: |\n  丙\n  丁\nc: '戊'\nd: 己\n"
    found = [scalar_at(text, key) for key in "abcd"]
    assert [(scalar.lines, scalar.quoted) for scalar in found] == [
        (2, False),
        (3, True),
        (1, True),
        (1, False),
    ]


def test_lists_and_mappings_keep_their_order() -> None:
    tree = tree_of("乙: [1, 2]\n甲:\n  - 3\n")
    assert isinstance(tree, Entries)
    assert [entry.key.text for entry in tree.items] == ["乙", "甲"]
    assert scalar_at("乙: [1, 2]\n", "乙", 1).text == "2"


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "---\n", "\ufeff"])
def test_an_empty_file_has_no_tree_and_no_error(text: str) -> None:
    assert parse_tree(text, "问卷.yaml") == (None, ())


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_breaks_may_be_of_any_kind(end: str) -> None:
    assert scalar_at(f"甲: 1{end}乙: 2{end}", "乙").spot.line == 2


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert scalar_at("\ufeff甲: 1\n", "甲").spot.column == 4


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    tree, findings = parse_tree("甲: 1\n乙: 2\n甲: 3\n", "问卷.yaml")
    assert isinstance(tree, Entries)
    first = tree.get("甲")
    assert isinstance(first, Scalar)
    assert first.text == "1"
    (finding,) = findings
    assert (finding.name, finding.spot.line, finding.spot.column) == ("duplicate-key", 3, 1)
    assert "第1行和第3行" in finding.message


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("甲: &a 1\n", 1, 4),
        ("甲: 1\n乙: *a\n", 2, 4),
        ("甲: !!python/object/apply:os.system [ls]\n", 1, 4),
        ("甲:\n  <<: 1\n", 2, 3),
    ],
)
def test_anchors_aliases_tags_and_merges_are_refused(text: str, line: int, column: int) -> None:
    finding = only_finding(text)
    assert (finding.name, finding.spot.line, finding.spot.column) == ("yaml-extra", line, column)


def test_an_alias_bomb_ends_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert only_finding(bomb).spot.line == 1


def test_a_second_document_is_refused() -> None:
    finding = only_finding("甲: 1\n---\n乙: 2\n")
    assert (finding.name, finding.spot.line) == ("several-documents", 2)


def test_the_mark_of_a_first_document_is_allowed() -> None:
    assert scalar_at("---\n甲: 1\n...\n", "甲").text == "1"


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000])
def test_bottomless_nesting_is_refused(text: str) -> None:
    finding = only_finding(text)
    assert (finding.name, finding.spot.line) == ("too-deep", 1)
    assert "50层" in finding.message


@pytest.mark.parametrize("point", [0, 7, 0x85, 0x2028, 0xD800, 0xFFFF], ids=hex)
def test_a_character_that_word_cannot_hold_is_left_out_and_told_of(point: int) -> None:
    character = chr(point)
    tree, findings = parse_tree(f"甲: 1\n乙: 丙{character}丁\n", "问卷.yaml")
    assert isinstance(tree, Entries)
    value = tree.get("乙")
    assert isinstance(value, Scalar)
    assert value.text == "丙丁"
    (finding,) = findings
    assert (finding.name, finding.spot.line, finding.spot.column) == ("forbidden-character", 2, 5)
    assert f"U+{point:04X}" in finding.message
    assert "删去" in finding.remedy


def test_a_forbidden_character_written_as_an_escape_is_found_too() -> None:
    assert faults_of('甲: "乙\\x07"\n')[0][:3] == ("forbidden-character", 1, 4)


def test_of_many_forbidden_characters_twenty_are_told_of() -> None:
    assert len(faults_of("甲: 乙" + "\x01" * 500 + "\n")) == 20


@pytest.mark.parametrize(
    ("point", "called"),
    [
        (0x200B, "零宽空格 U+200B"),
        (0x200D, "零宽连字 U+200D"),
        (0x2060, "单词连接符 U+2060"),
        (0x202E, "文字方向的控制符 U+202E"),
        (0x2069, "文字方向的控制符 U+2069"),
        (0xAD, "软连字符 U+00AD"),
    ],
)
@pytest.mark.parametrize(
    "line", ["  受{}理: 36件", "  受理: 36{}件", "  受理:{} 36件", "{}  受理: 36件"]
)
def test_a_character_that_cannot_be_seen_is_left_out_with_a_warning_that_names_it(
    point: int, called: str, line: str
) -> None:
    tree, findings = parse_tree(f"数据:\n{line.format(chr(point))}\n  办结: 2件\n", "问卷.yaml")
    assert dict(leaves(tree)) == {("数据", "受理"): "36件", ("数据", "办结"): "2件"}
    (finding,) = findings
    assert (finding.name, finding.severity) == ("invisible-character", Severity.WARNING)
    assert (finding.spot.line, finding.spot.column) == (2, line.index("{") + 1)
    assert called in finding.message
    assert "写成 `  受理: 36件`" in finding.remedy


def test_a_line_with_several_characters_that_cannot_be_seen_is_told_of_once() -> None:
    (finding,) = parse_tree("甲: \u200b乙\u200b丙\n", "问卷.yaml")[1]
    assert "2个" in finding.message


def test_joiners_stay_where_they_are_needed() -> None:
    assert scalar_at("甲: 👨\u200d👩和ئە\u200cر\n", "甲").text == "👨\u200d👩和ئە\u200cر"


def test_places_behind_a_character_that_was_left_out_are_those_of_the_file() -> None:
    tree, findings = parse_tree("\u200b甲\x07: [\u200b乙\u200b, 丙]\n乙: 1\n乙: 2\n", "问卷.yaml")
    assert isinstance(tree, Entries)
    items = tree.get("甲")
    assert isinstance(items, Items)
    assert (tree.items[0].key.spot.column, items.spot.column) == (2, 6)
    assert [item.spot.column for item in items.items] == [8, 12]
    assert items.end is not None
    assert items.end.column == 14
    assert [(f.name, f.spot.line, f.spot.column) for f in findings] == [
        ("invisible-character", 1, 1),
        ("forbidden-character", 1, 3),
        ("duplicate-key", 3, 1),
    ]


def test_a_group_in_brackets_is_no_key() -> None:
    assert faults_of("甲: {{年度}}\n")[0][:3] == ("odd-key", 1, 5)


def test_a_full_width_blank_at_the_beginning_of_a_line_is_told_of() -> None:
    name, line, column, remedy = faults_of("数据:\n　　受理: 3\n")[0]
    assert (name, line, column) == ("wide-indent", 2, 1)
    assert "写成 `  受理: 3`" in remedy


def test_the_remedy_for_full_width_blanks_goes_as_deep_as_the_lines_above() -> None:
    (fault,) = faults_of("数据:\n  热线:\n    受理: 3\n　　办结: 2\n")
    assert fault[:3] == ("wide-indent", 4, 1)
    assert "写成 `    办结: 2`" in fault[3]


@pytest.mark.parametrize(
    ("text", "name", "line", "column", "corrected"),
    [
        ("数据:\n  受理：786宗\n  办结: 7\n", "full-width-colon", 2, 5, "受理: 786宗"),
        ("数据:\n  办结: 7\n  受理：786宗\n", "full-width-colon", 3, 5, "受理: 786宗"),
        ("报告：\n  年度: 2023\n", "full-width-colon", 1, 3, "报告:"),
        ("章节:\n  - 题：甲\n    名: 乙\n", "full-width-colon", 2, 6, "- 题: 甲"),
        ("数据:\n\t受理: 1\n", "tab-indent", 2, 1, "  受理: 1"),
        ("亮点:\n  政务:\n　　- 甲\n", "wide-indent", 3, 1, "    - 甲"),
        ("数据:\n  受理:786宗\n  办结: 2\n", "missing-space-after-colon", 2, 5, "受理: 786宗"),
        ("数据:\n  受理:　7宗\n  办结: 2\n", "missing-space-after-colon", 2, 6, "受理: 7宗"),
        ("数据:\n  办结: 2\n  受理:\xa07宗\n", "missing-space-after-colon", 3, 6, "受理: 7宗"),
        ("数:\n  甲: 2\n  乙:　7\n  丙: 2\n", "missing-space-after-colon", 3, 5, "乙: 7"),
        ("数据:　\n  受理: 7宗\n", "missing-space-after-colon", 1, 4, "数据:"),
        ("数:\n  甲: 2\n　　乙: 7\n  丙: 2\n", "wide-indent", 3, 1, "  乙: 7"),
        ("数:\n  甲: 2\n　乙: 7\n  丙: 2\n", "wide-indent", 3, 1, "  乙: 7"),
        ("数:\n  甲: 2\n\xa0\xa0乙: 7\n  丙: 2\n", "wide-indent", 3, 1, "  乙: 7"),
        ("亮:\n  政:\n    - 甲\n　　　　- 乙\n", "wide-indent", 4, 1, "    - 乙"),
        ("亮点:\n  - 甲\n  -乙\n", "missing-space-after-dash", 3, 3, "- 乙"),
        ("数据:\n  受理 786宗\n  办结: 3\n", "missing-colon", 2, 5, "受理: 786宗"),
        ("报告:\n  年度: 1\n单位\n  名称: 甲\n", "missing-colon", 3, 3, "单位:"),
        ('题: "甲乙\n年: 1\n丙: "丁"\n', "unclosed-quote", 1, 4, '题: "甲乙"'),
        ('题: "甲乙”\n年: 1\n', "unclosed-quote", 1, 4, '题: "甲乙"'),
        ("落款: [甲, 乙\n题: 丙\n", "unclosed-bracket", 1, 5, "落款: [甲, 乙]"),
        ("收: {值: 7, 来: 乙\n题: 丙\n", "unclosed-bracket", 1, 4, "收: {值: 7, 来: 乙}"),
        ("落款: [甲，乙］\n题: 丙\n", "full-width-mark", 1, 7, "落款: [甲, 乙]"),
        ("收: {值: 7宗，来: 乙}\n", "full-width-mark", 1, 10, "收: {值: 7宗, 来: 乙}"),
        ('题: "甲"乙\n', "unquoted-text", 1, 4, "题: '\"甲\"乙'"),
        ("题: '甲'乙\n", "unquoted-text", 1, 4, "题: \"'甲'乙\""),
        ("题: [甲]乙\n", "unquoted-text", 1, 4, "题: '[甲]乙'"),
        ("题: {{年度}}年\n", "unquoted-text", 1, 4, "题: '{{年度}}年'"),
        ("题: &甲\n", "unquoted-text", 1, 4, "题: '&甲'"),
        ("题: *甲\n", "unquoted-text", 1, 4, "题: '*甲'"),
        ("题: >95%\n", "unquoted-text", 1, 4, "题: '>95%'"),
        ("题: |95%\n", "unquoted-text", 1, 4, "题: '|95%'"),
        ("题: %5\n", "unquoted-text", 1, 4, "题: '%5'"),
        ("题: @甲\n", "unquoted-text", 1, 4, "题: '@甲'"),
        ("题: `甲`\n", "unquoted-text", 1, 4, "题: '`甲`'"),
        ("数:\n  甲: -\n", "stray-mark", 2, 6, "甲:"),
        ("数:\n  甲: - # 待报\n  乙: 2\n", "stray-mark", 2, 6, "甲:  # 待报"),
        ("数:\n  甲: {乙: - , 丙: 2}\n", "stray-mark", 2, 10, "甲: {乙: , 丙: 2}"),
        ("题: - 甲\n", "unquoted-text", 1, 4, "题: '- 甲'"),
        ("题: 其中: 甲\n", "unquoted-text", 1, 4, "题: '其中: 甲'"),
        ("题: 获 #1 称号\n  甲\n年: 1\n", "unquoted-text", 1, 6, "题: '获 #1 称号甲'"),
        ('题: "C:\\报告"\n', "unquoted-text", 1, 7, "题: 'C:\\报告'"),
        ("数据:\n  受理: 1\n   办结: 2\n", "uneven-indent", 3, 4, "  办结: 2"),
        ("数据:\n  受理: 1\n 办结: 2\n", "uneven-indent", 3, 2, "  办结: 2"),
        ("安:\n  - 题 甲\n    文: 乙\n", "missing-colon", 2, 6, "- 题: 甲"),
        ("亮:\n  '政务:\n    - 甲\n", "stray-mark", 2, 3, "政务:"),
        ("a:\n    b: 1\n  c: 1\n  d: 1\n", "uneven-indent", 2, 5, "  b: 1"),
        ("a:\n b:\n    c: 1\n    d: 1\n  e: 1\n  f: 1\n", "uneven-indent", 2, 2, "  b:"),
        ("题: 甲，\n继续推进。\n", "uneven-indent", 2, 1, "题: 甲，继续推进。"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_corrected_line(
    text: str, name: str, line: int, column: int, corrected: str
) -> None:
    finding = only_finding(text)
    assert (finding.name, finding.spot.line, finding.spot.column) == (name, line, column)
    assert f"`{corrected}`" in finding.remedy


def test_all_mistakes_are_told_at_once() -> None:
    text = """\
报告：
  年度: 2023
数据:
\t受理: 1
  办结:786宗
  备注: "含并案
单位:
  名称: 龙城街道
"""
    assert [fault[:3] for fault in faults_of(text)] == [
        ("full-width-colon", 1, 3),
        ("tab-indent", 4, 1),
        ("missing-space-after-colon", 5, 5),
        ("unclosed-quote", 6, 7),
    ]


def test_what_is_no_mistake_is_not_told_of() -> None:
    text = """\
亮点:
  - 一是：开展普法，“丙：丁”
  - "戊：己 #1: 庚"
  - '辛'
  - |
    壬：癸
数据:
   受理: [1, 2]
  办结: 3
"""
    assert [fault[:3] for fault in faults_of(text)] == [("uneven-indent", 9, 3)]


def test_a_line_that_nothing_explains_is_shown() -> None:
    finding = only_finding("甲: 1\n乙: ]\n丙: 2\n")
    assert finding.name == "broken-syntax"
    assert "乙: ]" in finding.message


def test_no_message_holds_words_of_the_parser() -> None:
    for text in ("甲: ]", "@", "甲: 'x", "? :\n-", "%x\n甲", "甲: }"):
        for finding in parse_tree(text, "问卷.yaml")[1]:
            assert "expected" not in finding.message + finding.remedy


def test_a_file_of_nothing_but_mistakes_is_told_of_in_one_screen() -> None:
    assert len(faults_of("数据:\n" + "\t受理: 1\n" * 500)) == 20


@given(st.text(alphabet=st.sampled_from("甲：:- \t\n\"'[]{}#&*!|>%@`,?，“”1　\r\x00\ud800")))
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    tree, findings = parse_tree(text, "问卷.yaml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= finding.spot.line <= len(lines) for finding in findings)
    assert all(finding.message and finding.remedy for finding in findings)
    assert tree is None or isinstance(tree, (Scalar, Entries, Items))
