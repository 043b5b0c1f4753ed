"""Sentence patterns read from text: `受理{{热线.受理}}，{{热线.受理 | 同比}}`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.model.pattern import Filter, Pattern, Slot
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Every filter and how many arguments it takes: at least, at most.
FILTERS = {
    "占比": (1, 2),
    "同比": (0, 1),
    "增减": (0, 0),
    "万": (0, 0),
    "余": (0, 1),
    "汉字": (0, 0),
    "顿号": (0, 0),
}

#: Filters after which the figure itself is not told.
COMPARISONS = frozenset({"同比", "增减", "占比"})

#: What slots can say about the report itself, besides figures and phrases.
NAMES = ("年度", "上年度", "下年度", "单位", "自称", "上级", "口号", "落款", "数据截至")

#: What the number in a filter's brackets may be: decimals, or digits that are kept.
_NUMBERS = {"占比": range(5), "同比": range(5), "余": range(1, 10)}

_SLOT = lazily(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)
_BRACES = "{}｛"
_BRACE = lazily(f"[{_BRACES}]")
_FILTER = lazily(r"\s*([^\s()（）]+)\s*(?:[(（]([^()（）]*)[)）])?\s*")
#: Braces that are to be printed: {{'{'}}.
_QUOTED = lazily(r"'([{}｛]+)'")
_WIDE_BRACES = lazily(r"｛｛[^｛｝]*｝｝")


class PatternError(ValueError):
    """A pattern that cannot be read.

    Attributes:
        problems: message and place of each fault, in Chinese, at least one.
    """

    def __init__(self, problems: tuple[tuple[str, Spot], ...]) -> None:
        super().__init__("; ".join(message for message, _ in problems))
        self.problems = problems


#: Texts whose patterns are kept: several year files' own, each asked for by several floors.
_KEPT = 1024


def parse_pattern(text: str, spot: Spot) -> Pattern:
    """Read text with slots.

    Args:
        text: the pattern as it was written.
        spot: where its first character stands; slots get their own columns, which are right as
            long as the text was written in one line.

    Raises:
        PatternError: a slot is not closed, names no value, or uses an unknown filter; full-width
            braces stand where slots belong.
    """
    if not has_braces(text):
        return Pattern((text,) if text else (), text, spot)
    return _parsed(text, spot)


@lru_cache(_KEPT)
def _parsed(text: str, spot: Spot) -> Pattern:
    """A text with slots, or what looks like one; see `parse_pattern`."""
    problems: list[tuple[str, Spot]] = []
    parts: list[str | Slot] = []
    end = 0
    for match in _SLOT.finditer(text):
        _literal(text, end, match.start(), spot, parts, problems)
        inner = match[1]
        quoted = _QUOTED.fullmatch(inner) if inner.startswith("'") else None
        try:
            parts.append(quoted[1] if quoted else _slot(inner, _moved(spot, match.start())))
        except ValueError as error:
            problems.append((str(error), _moved(spot, match.start())))
        end = match.end()
    _literal(text, end, len(text), spot, parts, problems)
    if problems:
        raise PatternError(tuple(problems))
    names = tuple([part.name for part in parts if isinstance(part, Slot)])
    return Pattern(_joined(parts), text, spot, names)


def has_braces(text: str) -> bool:
    """Whether there may be slots in a text; one without braces is a pattern as it stands."""
    return "{" in text or "}" in text or "｛" in text


def as_pattern(text: str) -> str:
    """Words that are no pattern, written so that a pattern of them prints just them."""
    return _BRACE.sub(r"{{'\g<0>'}}", text)


def own_pattern(text: str, spot: Spot) -> Pattern:
    """A person's own words as a pattern; when a slot cannot be read, the words as they stand.

    The checks tell of such a slot; the words are printed all the same, so that none is lost.
    """
    try:
        return parse_pattern(text, spot)
    except PatternError:
        return Pattern((text,), text, spot)


def _moved(spot: Spot, by: int) -> Spot:
    return Spot(spot.file, spot.line, spot.column + by) if spot.column else spot


def _joined(parts: list[str | Slot]) -> tuple[str | Slot, ...]:
    """The parts with neighbouring texts made one."""
    made: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        else:
            made.append(part)
    return tuple(made)


def _literal(
    text: str,
    start: int,
    end: int,
    spot: Spot,
    parts: list[str | Slot],
    problems: list[tuple[str, Spot]],
) -> None:
    """Take over the text between two slots, and complain of braces in it."""
    literal = text[start:end]
    if has_braces(literal):
        problems += _braces(literal, _moved(spot, start))
    if literal:
        parts.append(literal)


def _braces(literal: str, spot: Spot) -> Iterator[tuple[str, Spot]]:
    """What is wrong with the braces in text between slots."""
    for mark, message in (
        ("{{", "“{{”没有配对的“}}”"),
        ("}}", "“}}”前面没有“{{”"),
    ):
        at = literal.find(mark)
        if at >= 0:
            yield message, _moved(spot, at)
    wide = _WIDE_BRACES.search(literal)
    if wide:
        message = f"“{wide.group()}”用了全角大括号，请改成半角 {{{{ }}}}"
        yield message, _moved(spot, wide.start())


def _slot(inside: str, spot: Spot) -> Slot:
    name, *filters = (part.strip() for part in inside.replace("｜", "|").split("|"))
    name = name.replace("．", ".")
    if not _is_id(name):
        raise ValueError(f"“{{{{{inside}}}}}”里应是一个指标名，如 {{{{热线.受理}}}}")
    return Slot(name, tuple(_filter(text) for text in filters), spot)


def _filter(text: str) -> Filter:
    if not text:
        raise ValueError(f"“|”后面是空的（可用：{'、'.join(FILTERS)}）")
    match = _FILTER.fullmatch(text)
    name = match.group(1) if match else text
    if match is None or name not in FILTERS:
        near = nearest(name, FILTERS)
        hint = f"，是不是“{near[0]}”" if near else ""
        raise ValueError(f"没有“{name}”这种写法{hint}（可用：{'、'.join(FILTERS)}）")
    inner = (match.group(2) or "").replace("，", ",").replace("．", ".")
    arguments = tuple(part.strip() for part in inner.split(",") if part.strip())
    least, most = FILTERS[name]
    if not least <= len(arguments) <= most:
        span = (
            f"的括号里应有{least}到{most}项，这里有{len(arguments)}项" if most else "后面不带括号"
        )
        raise ValueError(f"“{name}”{span}")
    return Filter(name, _checked(name, arguments))


def _checked(name: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The arguments, if an id stands where an id belongs and a number where a number does.

    Raises:
        ValueError: it does not.
    """
    ids, numbers = arguments[: FILTERS[name][0]], arguments[FILTERS[name][0] :]
    for id_ in ids:
        if not _is_id(id_):
            raise ValueError(f"“{name}”的括号里先写一个指标名，如 {name}(热线.受理)，这里是“{id_}”")
    for number in numbers:
        allowed = _NUMBERS[name]
        if not (number.isdecimal() and int(number[:9]) in allowed):
            span = f"{allowed[0]}到{allowed[-1]}"
            raise ValueError(f"“{name}”的括号里应是{span}的一个整数，这里是“{number}”")
    return arguments


def _is_id(name: str) -> bool:
    return all(part.isidentifier() for part in name.split("."))


def filled(pattern: Pattern, values: Mapping[str, str]) -> str:
    """The pattern's text with the slots that `values` knows; the others as they were written."""
    parts = (
        part if isinstance(part, str) else values.get(written(part), written(part, braces=True))
        for part in pattern.parts
    )
    return "".join(parts)


def written(slot: Slot, *, braces: bool = False) -> str:
    """A slot as a person writes it: `复议.收到 | 占比(复议.办结, 1)`."""
    filters = (
        f" | {f.name}({', '.join(f.arguments)})" if f.arguments else f" | {f.name}"
        for f in slot.filters
    )
    inside = slot.name + "".join(filters)
    return f"{{{{{inside}}}}}" if braces else inside
