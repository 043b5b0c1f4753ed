"""Topic files: how a theme is headed and what is said under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import Topic
from drafter.model.pattern import Clause, Pattern, SentencePattern
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, pattern
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree

if TYPE_CHECKING:
    from drafter.model.finding import Finding

KEYS = ("题", "问", "句", "亮点在后")
SENTENCE_KEYS = ("分句", "连", "年度")
CLAUSE_KEYS = ("文", "起", "否则", "无", "零", "领", "并列")

_JOINT = "，"
_DIGITS = 4  # of a year


def read_topic(tree: Tree | None, name: str, findings: list[Finding]) -> Topic | None:
    """One topic; None, and findings, when it has no heading."""
    if not isinstance(tree, Entries):
        return None
    fields = Fields(tree, f"主题“{name}”", KEYS, findings)
    headings = fields.patterns("题")
    if not headings:
        fields.missing("题")
        return None
    return Topic(
        id=name,
        heading=headings[0],
        variants=headings[1:],
        sentences=read_sentences(fields.items("句"), findings),
        ask=fields.text("问"),
        highlights_first=not fields.flag("亮点在后"),
        spot=tree.spot,
    )


def read_sentences(items: tuple[Tree, ...], findings: list[Finding]) -> tuple[SentencePattern, ...]:
    """Sentence patterns: a text, a list of clauses, or 分句 with 连 and 年度."""
    read = (_sentence(item, findings) for item in items)
    return tuple(sentence for sentence in read if sentence is not None)


def _sentence(tree: Tree, findings: list[Finding]) -> SentencePattern | None:
    if isinstance(tree, Entries) and tree.get("分句") is not None:
        fields = Fields(tree, "句式", SENTENCE_KEYS, findings)
        clauses, joint, when = fields.items("分句"), fields.text("连", _JOINT), years(fields)
    else:
        clauses = tree.items if isinstance(tree, Items) else (tree,)
        joint, when = _JOINT, (None, None)
    read = tuple(one for item in clauses if (one := _clause(item, findings)) is not None)
    return SentencePattern(read, joint, when, tree.spot) if read else None


def years(fields: Fields) -> tuple[int | None, int | None]:
    """`2021-2025`, `2024-`, `-2020`: report years for which something is right."""
    text = fields.text("年度")
    if not text:
        return None, None
    first, dash, last = text.partition("-")
    if not all(part == "" or (part.isdecimal() and len(part) <= _DIGITS) for part in (first, last)):
        fields.wrong(fields.place("年度"), f"“年度: {text}”看不懂，应写成 2021-2025 或 2024-")
        return None, None
    return (int(first) if first else None), (
        int(last) if last else int(first) if not dash else None
    )


def _clause(tree: Tree, findings: list[Finding]) -> Clause | None:
    if isinstance(tree, Scalar):
        text = pattern(tree, findings)
        return Clause(text) if text else None
    if not isinstance(tree, Entries):
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, "分句里不能再套列表", "写成一段文字"))
        return None
    fields = Fields(tree, "分句", CLAUSE_KEYS, findings)
    members = fields.patterns("并列")
    text = fields.pattern("领") if members else fields.pattern("文")
    if text is None and members:
        text = Pattern((), "", tree.spot)
    if text is None:
        fields.missing("文")
        return None
    return Clause(
        text=text,
        opening=fields.pattern("起"),
        otherwise=fields.patterns("否则"),
        none=fields.pattern("无"),
        zero=fields.pattern("零"),
        members=members,
    )
