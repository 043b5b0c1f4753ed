"""A new year file (问卷): every question of a profile as a comment beside the place to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import Part
from drafter.model.questionnaire import Form
from drafter.text.lazily import lazily
from drafter.text.patterns import filled
from drafter.text.widths import columns, wrapped
from drafter.text.yaml_text import yaml_text
from drafter.writers.asked import asked, rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.model.kit import Indicator, Kind, Kit, ListStyle
    from drafter.model.pattern import Pattern
    from drafter.model.questionnaire import OfficeWords, Words
    from drafter.writers.asked import Asked

_WIDTH = 96  # columns of a line of names
_FARTHEST = 40  # columns before a comment
_COMMENTED = lazily(r"(\s*\S.*?) {2}# (.*)")


def questionnaire(
    kit: Kit,
    words: Words,
    *,
    place: str,
    kind: Kind,
    year: int,
    structure: str = "",
    schema: str = "",
) -> str:
    """The text of a year file with nothing answered.

    Args:
        kit: with the profile whose questions are asked.
        words: the fixed words.
        place: the office's name, without two blanks in a row.
        kind: the kind of body.
        year: the year reported on.
        structure: what 报告.结构 says; empty = the profile's name.
        schema: address of the schema that editors check the file with; empty = none.
    """
    names = _names(kit, words.offices[kind], place, year)
    sections = asked(kit, kind, year, names)
    values = {
        **names,
        "表单": f"# yaml-language-server: $schema={schema}" if schema else "",
        "单位名": yaml_text(place),
        "结构": yaml_text(structure or kit.profile.name),
        "类型": kind.value,
        "自称": yaml_text(names["自称"]),
        "落款": yaml_text(words.offices[kind].organ(place)),
        **_sections(kit, words, sections, names),
    }
    values["数据"] = "\n".join((values["数据"], *_rest(kit, kind, sections, words)))
    return "\n".join((*_aligned(_page(words.page, values)), ""))


def _names(kit: Kit, office: OfficeWords, place: str, year: int) -> dict[str, str]:
    """What slots of headings stand for while nothing is known but who reports on which year."""
    phrases = {f"提法.{name}": phrase.wording(year, None) for name, phrase in kit.phrases.items()}
    return {
        "年度": str(year),
        "上年度": str(year - 1),
        "下年度": str(year + 1),
        "单位": place,
        "自称": office.self_name(place),
        "上级": office.superior,
        **phrases,
    }


def _sections(
    kit: Kit, words: Words, sections: tuple[Asked, ...], names: Mapping[str, str]
) -> dict[str, str]:
    """The parts of the page that depend on the profile, by the slots that they fill."""
    values = {
        "口号": filled(words.forms[Form.SLOGAN], {}) if _has_slogan(kit) else "",
        "章节": "" if kit.profile.nodes else _own_tree(kit, words),
        "数据": "\n".join(_figures(sections, words)),
        "亮点": "\n".join(_highlights(sections)),
        "题目": "\n".join(_headings(sections, names, words)),
    }
    for part in Part:
        style = kit.profile.lists[part]
        values |= {part.value: "\n".join(_points(style)), f"{part.value}问": style.ask}
    return values


def _page(page: tuple[Pattern, ...], values: Mapping[str, str]) -> Iterator[str]:
    """The page's lines; a line that is all slot becomes as many as its value has."""
    before = "."
    for pattern in page:
        only = pattern.slots[0].name if pattern.source.strip().endswith("}}") else ""
        if pattern.source.strip() == f"{{{{{only}}}}}" and only in values:
            indent = pattern.source[: pattern.source.index("{")]
            lines = [f"{indent}{line}" if line else "" for line in values[only].split("\n")]
            lines = lines if values[only] else []
        else:
            lines = [filled(pattern, values)]
        for line in lines:
            if line or before:
                yield line
            before = line


def _aligned(lines: Iterable[str]) -> Iterator[str]:
    """The comments behind the lines of each part of the file under one another."""
    block: list[str] = []
    for line in lines:
        # A part begins with a line at the margin that follows others.
        if block and line[:1].strip() and not block[-1][:1].strip():
            yield from _block(block)
            block = []
        block.append(line)
    yield from _block(block)


def _block(lines: list[str]) -> Iterator[str]:
    split = [(line, _COMMENTED.fullmatch(line)) for line in lines]
    widths = [columns(match[1].rstrip()) for _, match in split if match]
    column = max((width for width in widths if width <= _FARTHEST), default=0)
    for line, match in split:
        if match:
            left = match[1].rstrip()
            yield f"{left}{' ' * max(0, column - columns(left))}  # {match[2]}"
        else:
            yield line


def _figures(sections: tuple[Asked, ...], words: Words) -> Iterator[str]:
    """The figures under the headings of their sections."""
    above: list[Asked] = []
    for section in sections:
        above = [other for other in above if other.level < section.level] + [section]
        if section.figures:
            yield ""
            for heading in above:
                form = words.forms[Form.CHAPTER if heading.level == 1 else Form.SECTION]
                yield f"# {filled(form, {'序号': heading.number, '题': heading.heading})}"
            above = []
            yield from _questions(section, words)


def _questions(section: Asked, words: Words) -> Iterator[str]:
    for indicator in section.required:
        if indicator.note:
            yield f"# {filled(words.forms[Form.NOTE], {'口径': indicator.note})}"
        yield f"{indicator.id}:  # {_question(indicator, words)}"
    for indicator in section.optional:
        yield f"# {indicator.id}:  # {_option(indicator, words)}"
    if section.computed:
        told = "、".join(f"{indicator.name}（{indicator.id}）" for indicator in section.computed)
        yield f"# {filled(words.forms[Form.COMPUTED], {'名': told})}"


def _question(indicator: Indicator, words: Words) -> str:
    others, supplier = "、".join(indicator.units[1:]), indicator.supplier
    return filled(
        words.forms[Form.REQUIRED],
        {
            "问": indicator.question,
            "例": words.sample(indicator.units),
            "也可": filled(words.forms[Form.OTHER_UNITS], {"单位": others}) if others else "",
            "提供": filled(words.forms[Form.SUPPLIER], {"来源": supplier}) if supplier else "",
        },
    )


def _option(indicator: Indicator, words: Words) -> str:
    note = filled(words.forms[Form.NOTE], {"口径": indicator.note}) if indicator.note else ""
    return filled(
        words.forms[Form.OPTIONAL],
        {
            "名": indicator.name,
            "单位": indicator.units[0] if indicator.units else "",
            "口径": f"；{note}" if note else "",
        },
    )


def _rest(kit: Kit, kind: Kind, sections: tuple[Asked, ...], words: Words) -> Iterator[str]:
    """The catalogue's other figures, several to a line."""
    names = [f"{one.id}（{'、'.join(one.units[:1])}）" for one in rest(kit, kind, sections)]
    if names:
        yield from ("", f"# {words.forms[Form.REST].source}")
        yield from (f"#   {line}" for line in _packed(names))


def _packed(names: list[str]) -> Iterator[str]:
    """Names joined with 、 to lines, none torn."""
    line = ""
    for name in names:
        joined = f"{line}、{name}" if line else name
        if line and columns(joined) > _WIDTH:
            yield line
            joined = name
        line = joined
    yield line


def _highlights(sections: tuple[Asked, ...]) -> Iterator[str]:
    for section in sections:
        for topic in section.topics:
            yield f"{topic.id}:"
            yield from (f"  # {line}" for line in wrapped(topic.ask, _WIDTH))
            yield "  - "


def _headings(sections: tuple[Asked, ...], names: Mapping[str, str], words: Words) -> Iterator[str]:
    """The usual headings, commented, each with the others in use."""
    told: set[str] = set()
    topics = {topic.id: topic for section in sections for topic in section.topics}
    for section in sections:
        for name, heading in section.headings.items():
            if name in told:
                continue
            told.add(name)
            yield f"# {name}: {yaml_text(heading)}"
            variants = topics[name].variants if name in topics else ()
            shown = "；".join(filled(variant, names) for variant in variants)
            if shown:
                yield f"#   {filled(words.forms[Form.HEADINGS], {'题': shown})}"


def _points(style: ListStyle) -> Iterator[str]:
    """One empty entry, in the shape that the profile asks for."""
    keys = ["题"] if style.layout == "分节" else []
    keys += ["文"] if keys or style.cause else []
    keys += ["因"] if style.cause else []
    if not keys:
        yield "- "
    for number, key in enumerate(keys):
        yield f"{'  ' if number else '- '}{key}: "


def _has_slogan(kit: Kit) -> bool:
    """Whether the opening paragraph has a place for 口号."""
    return any(
        slot.name == "口号"
        for sentence in kit.profile.lead
        for clause in sentence.clauses
        for slot in clause.text.slots
    )


def _own_tree(kit: Kit, words: Words) -> str:
    """A model of the sections that the year file brings itself."""
    topics = "\n".join(f"#   {line}" for line in _packed(list(kit.topics)))
    return filled(words.forms[Form.OWN_TREE], {"主题": topics}).rstrip("\n")
