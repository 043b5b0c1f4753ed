"""A learned structure as a profile that a clerk can read and change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.patterns import as_pattern
from drafter.text.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.kit import Kit
    from drafter.model.learned import (
        Learned,
        LearnedFigure,
        LearnedList,
        LearnedSection,
        LearnedTopic,
        LearnedVariant,
    )
    from drafter.model.seen import Seen

#: Clauses of a sentence, and characters of a sentence that is shown as an example.
_CLAUSES, _EXAMPLE = 4, 60
_CAUSE = "{{文}}，主要原因是{{因}}"
_HEAD = """\
# 由 drafter learn 从{count}份样本学来的结构，可以照着 docs/改结构和句式.md 改。
# 占：几份样本里有；把握：这几份有多像，满分100；见于：文件和行；字数：最少到最多；
# 近于：像目录里的哪些主题，各占百分之几；又作：别的样本的标题；数据：多数样本在这里写的数。{use}"""
_USE = """
# 另有{count}种写法在“变体”下面，问卷里这样选用：
#   结构: 本文件名.yaml#{name}"""


def learned_yaml(learned: Learned, kit: Kit) -> str:
    """The profile's text.

    Args:
        learned: what was learned.
        kit: the catalogue.
    """
    main, *others = learned.variants
    use = _USE.format(count=len(others), name=others[0].name) if others else ""
    lines = [
        _HEAD.format(count=len(learned.samples), use=use),
        f"说明: {yaml_text(_about(learned))}",
        *(
            ["别的报告: 是    # 不是法治政府建设年度报告，应当写明的几项内容不用查"]
            if learned.other_kind
            else []
        ),
        f"标题: {yaml_text(learned.title)}",
        *_samples(learned),
        *_lead(learned),
        *_variant(main, learned, ""),
    ]
    if others:
        lines.append("\n变体:")
    for other in others:
        lines += [f"  {other.name}:", *_variant(other, learned, "    ")]
    lines += [*_topics(learned.topics, len(learned.samples)), *_indicators(learned, kit)]
    lines += _unknown(learned)
    return "\n".join(lines) + "\n"


def _about(learned: Learned) -> str:
    names = "、".join(f"{one.name}{len(one.samples)}份" for one in learned.variants)
    return f"从{len(learned.samples)}份样本学来（{names}）"


def _samples(learned: Learned) -> Iterator[str]:
    yield "学自:"
    for at, sample in enumerate(learned.samples):
        name = next(one.name for one in learned.variants if at in one.samples)
        title = yaml_text(as_pattern(sample.title)) if sample.title else "无"
        yield f"  - {{文件: {_inner(sample.path)}, 标题: {_quoted(title)}, 写法: {name}}}"
    if learned.signed:
        yield f"落款见于: {_row(learned.signed)}"


def _lead(learned: Learned) -> Iterator[str]:
    if not learned.lead and not learned.closing:
        return
    yield "\n导语:"
    clauses = [clause for clause, _ in learned.lead]
    if clauses:
        first, *rest = clauses
        yield f"  - - {_quoted(yaml_text('{{年度}}年，{{单位}}' + first))}"
        yield from (f"    - {yaml_text(clause)}" for clause in rest)
    if learned.closing:
        yield '  - "现将{{年度}}年度有关情况报告如下："'
    spots = [spot for _, where in learned.lead for spot in where]
    yield f"导语见于: {_row(dict.fromkeys([*spots, *learned.closing]))}"


def _variant(variant: LearnedVariant, learned: Learned, indent: str) -> Iterator[str]:
    yield ""
    yield f"{indent}占: {len(variant.samples)}/{len(learned.samples)}"
    names = [
        learned.samples[at].path.replace("\\", "/").rpartition("/")[2] for at in variant.samples
    ]
    yield f"{indent}见于: {_row(names)}"
    yield f"{indent}接排: [{', '.join(str(level) for level in variant.run_in)}]"
    for part, style in variant.lists:
        yield from _list(part, style, indent)
    yield f"{indent}章节:"
    for section in variant.sections:
        yield from _section(section, indent + "  ")


def _list(part: str, style: LearnedList, indent: str) -> Iterator[str]:
    yield f"{indent}{part}:"
    yield f"{indent}  式: {style.layout}"
    if style.layout == "分节":
        yield f"{indent}  接排: {'是' if style.run_in else '否'}"
    if style.causes:
        yield f"{indent}  因: {_quoted(_CAUSE)}"


def _section(section: LearnedSection, indent: str) -> Iterator[str]:
    inner = indent + "  "
    yield f"{indent}- 名: {section.name}"
    yield f"{inner}题: {yaml_text(section.heading)}"
    if section.number is not None:
        yield f"{inner}号: {yaml_text(section.number) if section.number else '无'}"
    if section.run_in is not None:
        yield f"{inner}接排: {'是' if section.run_in else '否'}"
    if section.parts:
        yield f"{inner}部件: [{', '.join(section.parts)}]"
    elif section.told:
        yield f"{inner}主题: {section.name}"
    if section.optional:
        yield f"{inner}可省: 是"
    yield from _seen(section.seen, inner)
    if section.children:
        yield f"{inner}节:"
        for child in section.children:
            yield from _section(child, inner + "  ")


def _seen(seen: Seen, inner: str) -> Iterator[str]:
    """What a section was learned from."""
    yield f"{inner}占: {seen.count}/{seen.of}"
    if seen.sure is not None:
        yield f"{inner}把握: {seen.sure}"
    yield f"{inner}见于: {_row(seen.where)}"
    if seen.length:
        yield f"{inner}字数: {seen.length[0]}-{seen.length[1]}"
    if seen.about:
        about = ", ".join(f"{id_}: {share}" for id_, share in seen.about)
        yield f"{inner}近于: {{{about}}}"
    if seen.figures:
        yield f"{inner}数据: {_row(seen.figures)}"
    if seen.headings:
        yield f"{inner}又作:"
        yield from (f"{inner}  - {yaml_text(heading)}" for heading in seen.headings)


def _topics(topics: Iterable[LearnedTopic], of: int) -> Iterator[str]:
    yield "\n# 各节怎么写：句式里的文字是几份样本都有的几个字；样本自己的句子不收"
    yield "主题:"
    for topic in topics:
        yield f"  {topic.name}:"
        yield f"    题: {yaml_text(topic.headings[0])}"
        ask = f"{topic.headings[0]}：做了什么，有哪些数、哪些事"
        yield f"    问: {_quoted(yaml_text(ask))}"
        if topic.figures:
            yield "    句:"
        for start in range(0, len(topic.figures), _CLAUSES):
            for place, figure in enumerate(topic.figures[start : start + _CLAUSES]):
                words = yaml_text(saying(figure))
                yield f"      {'-' if place == 0 else ' '} - {_quoted(words)}{_from(figure, of)}"


def saying(figure: LearnedFigure) -> str:
    """The pattern that tells a figure: the shared words around it, else its name."""
    if figure.shared:
        return f"{as_pattern(figure.before)}{{{{{figure.id}}}}}{as_pattern(figure.after)}"
    return f"{as_pattern(figure.name)}{{{{{figure.id}}}}}"


def _from(figure: LearnedFigure, of: int) -> str:
    if figure.shared:
        return f"  # 学自{figure.shared}份样本：{'、'.join(figure.where)}"
    return f"  # 按名称写成；{figure.count}/{of}份样本有这个数：{'、'.join(figure.where)}"


def _indicators(learned: Learned, kit: Kit) -> Iterator[str]:
    own = {
        figure.id: figure
        for topic in learned.topics
        for figure in topic.figures
        if figure.id not in kit.indicators
    }
    if own:
        yield "\n# 目录里没有的数据；名称、单位可以改，找谁要写在“来源”"
        yield "指标:"
    for id_, figure in own.items():
        every = figure.count == len(learned.samples) > 1
        rest = f", 单位: {_inner(figure.unit)}" if figure.unit else ""
        need = ", 需: 必" if every else ""
        where = f"  # {figure.count}/{len(learned.samples)}：{'、'.join(figure.where)}"
        yield f"  {id_}: {{名: {_inner(figure.name)}{rest}{need}}}{where}"


def _unknown(learned: Learned) -> Iterator[str]:
    if learned.unknown:
        yield "\n# 样本里有、指标目录里没有的数：有用的，可以照 docs/改结构和句式.md 加进目录"
        yield "目录外:"
    for figure in learned.unknown:
        unit = f", 单位: {_inner(figure.unit)}" if figure.unit else ""
        example = as_pattern(_short(figure.sentences[0]))
        yield f"  - {{名: {_inner(figure.name)}, 占: {figure.count}/{len(learned.samples)}{unit},"
        yield f"     见于: {_row(figure.where)},"
        yield f"     例: {_inner(example)}}}"


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _EXAMPLE else sentence[: _EXAMPLE - 1] + "…"


def _row(texts: Iterable[str]) -> str:
    return f"[{', '.join(_inner(text) for text in texts)}]"


def _inner(text: str) -> str:
    """Words inside brackets."""
    return _quoted(yaml_text(text))


def _quoted(text: str) -> str:
    """YAML text that holds braces, in quotes."""
    return text if text.startswith('"') or not set("{}：") & set(text) else f'"{text}"'
