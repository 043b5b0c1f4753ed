"""Marks of words, and what a draft carries of the state at its making, as one line of text."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from drafter.model.origin import BLANK, Origin
from drafter.text.headings import number, read_number
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NUMERALS = "一二三四五六七八九十百0123456789０１２３４５６７８９"
_OPEN, _BEHIND = "（(", "、，,.．"
#: Lengths of the usual numbers: 一、 （一） 十一、 （十一） （二十一）
_SIZES = range(2, 6)
_MOST = 30  # headings of a level
_TOKEN = lazily(r"[ta0-4sd][0-9a-f]{8}|-")
_LINE = lazily(r"(?:[ta0-4sd][0-9a-f]{8}|-)*")


@lru_cache(256)  # a paragraph without a number is marked twice
def mark(text: str) -> str:
    """Eight digits that tell a text from others."""
    return str(_sha256()(text.encode()).hexdigest()[:8])


def bare(text: str) -> str:
    """A paragraph without the number that it begins with."""
    begun = text.lstrip(_NUMERALS)
    if len(begun) == len(text):
        may_be = text[:1] in _OPEN or text[:1].isspace()
    else:
        may_be = begun[:1] in _BEHIND or begun[:1].isspace()
    if not may_be:
        return text
    for size in _SIZES:
        behind = text[size : size + 1]
        if text[:size] in _usual() and behind.isalpha() and behind not in _NUMERALS:
            return text[size:]
    found = read_number(text)
    return found[2] if found else text


@cache
def _usual() -> frozenset[str]:
    """The numbers that nearly all headings have, known without a look at their form."""
    return frozenset(number(level, n) for level in range(1, 5) for n in range(1, _MOST + 1))


def origin(sort: str, text: str) -> Origin:
    """A block as a draft remembers it; headings are counted anew, so their number is no part."""
    if sort == BLANK:
        return Origin(sort, "")
    return Origin(sort, mark(bare(text)))


def differing(origins: Iterable[Origin], texts: Iterable[str]) -> int:
    """In how many blocks a draft that says these texts is another than the one remembered."""
    was = Counter(one.mark for one in origins if one.sort != BLANK)
    now = Counter(mark(bare(text)) for text in texts)
    return ((was - now) + (now - was)).total()


def written(origins: Iterable[Origin]) -> str:
    """All blocks of a draft in one line, which may be cut anywhere and put together again."""
    return "".join(one.sort + one.mark for one in origins)


def read_origins(line: str) -> tuple[Origin, ...]:
    """What `written` wrote, in order; empty when it is something else."""
    if not _LINE.fullmatch(line):
        return ()
    return tuple(Origin(token[0], token[1:]) for token in _TOKEN.findall(line))


@cache
def _sha256() -> Callable[[bytes], Any]:
    """SHA-256 as Python itself has it.

    `hashlib` loads OpenSSL first, which is an eighth of a draft's memory, for eight digits.
    """
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return cast("Callable[[bytes], Any]", import_module(name).sha256)
    return cast("Callable[[bytes], Any]", import_module("hashlib").sha256)
