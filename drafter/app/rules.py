"""The rules, for those who look one up or name one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter.app.notices import notices
from drafter.checks.registry import RULES
from drafter.checks.rule import KitRule, TextRule, When
from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.checks.rule import Rule

#: What a family of rules is about, by the letter that its codes begin with.
FAMILIES = {
    "Q": "问卷",
    "F": "数据",
    "S": "结构",
    "W": "文字",
    "P": "指标目录",
}

_BREAKS = lazily(r"[\s,，、;；]+")
_MOST = 3


class UnknownCodeError(Exception):
    """No rule answers to a code.

    Attributes:
        code: as it was asked for.
        near: known codes that are most like it, the likest first.
    """

    def __init__(self, code: str) -> None:
        """Look for those that are near; the text of the exception is for developers only."""
        super().__init__(code)
        self.code = code
        self.near = nearest(code, (rule.code for rule in RULES), most=_MOST)


def rules(prefix: str = "") -> tuple[Rule, ...]:
    """The rules whose codes begin so, by families and codes."""
    families = list(FAMILIES)
    chosen = [rule for rule in RULES if rule.code.startswith(prefix)]
    return tuple(sorted(chosen, key=lambda rule: (families.index(rule.code[0]), rule.code)))


def evened_code(word: str) -> str:
    """A code as a person typed it, with capital letters of usual width."""
    return unicodedata.normalize("NFKC", word).strip().upper()


def read_codes(words: Iterable[str]) -> tuple[str, ...]:
    """Codes, or how codes begin, of lists that a person typed.

    Raises:
        UnknownCodeError: nothing that a check can tell begins so.
    """
    found = [evened_code(word) for text in words for word in _BREAKS.split(text) if word]
    known = (*(rule.code for rule in RULES), *notices())
    for code in found:
        if not any(one.startswith(code) for one in known):
            raise UnknownCodeError(code)
    return tuple(dict.fromkeys(found))


def scope(rule: Rule) -> str:
    """What a rule is run over, in Chinese."""
    if isinstance(rule, KitRule):
        return "指标目录"
    if rule.when is When.ASKED:
        return "指名才查"
    if isinstance(rule, TextRule) and rule.when is When.ALWAYS:
        return "问卷、报告"
    return "问卷"
