"""A tag by itself: whether a Word template can use it, and what can stand in its place."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.word.source import Tag

if TYPE_CHECKING:
    from drafter.writers.word.source import Line

STATEMENTS = frozenset({"for", "endfor", "if", "elif", "else", "endif", "set"})

#: Characters of a tag, and brackets in brackets: enough for any, too few to tire out a parser.
LONGEST_TAG, DEEPEST_BRACKETS = 300, 8

# A name for what is mended: anything may be asked of it.
ANYTHING = "任意"
# A statement with all that may be wrong around it: form, word, and the name that it makes.
_STATEMENT = lazily(r"[-+\s]*(?:(p|r|tr|tc)\s+)?(for|if|elif|else|endif|endfor|set)\b\s*(\w+)?")


def unsupported(line: Line, tag: Tag) -> tuple[str, str] | None:
    """Why a tag cannot be used in a Word template and what to write; None when it can."""
    shown = f"“{tag.text}”"
    reason: tuple[str, str] | None = None
    if tag.opening == "{#":
        return None
    if len(tag.text) > LONGEST_TAG:
        return f"“{tag.text[:20]}……”太长，超过了{LONGEST_TAG}字", "文字直接写在标记外面"
    if _depth(tag.body) > DEEPEST_BRACKETS:
        return f"{shown}里的括号套得太深", "减少括号"
    if tag.body[:1] in {"-", "+"} or tag.body[-1:] in {"-", "+"}:
        reason = f"{shown}里的减号或加号会把前后的段落粘在一起", "去掉它"
    elif tag.form and tag.opening == "{{":
        reason = f"{shown}里不能用“{tag.form}”", f"写成 {{{{ {tag.body} }}}}"
    elif tag.form in {"tr", "tc"} and not line.row:
        reason = f"{shown}不在表格里", f"写成 {{%p {tag.body} %}}"
    elif tag.opening == "{%":
        reason = _unsupported_statement(tag, shown)
    return reason


def _unsupported_statement(tag: Tag, shown: str) -> tuple[str, str] | None:
    """The same for `{% … %}`."""
    if tag.form and re.search(r"[}%]", tag.body):
        return f"{shown}里不能有 }} 或 % 号", "换一种写法"
    if tag.word in {"p", "r", "tr", "tc"}:
        body = tag.body.removeprefix(tag.word).strip()
        return f"{shown}的“{tag.word}”前面有空格", f"写成 {{%{tag.word} {body} %}}"
    if tag.word not in STATEMENTS:
        return f"{shown}不能用在模板里", "只能用 for、if、elif、else、set 和 endfor、endif"
    return None


def _depth(body: str) -> int:
    """How many brackets stand in one another."""
    signs = (1 if sign in "([{" else -1 for sign in body if sign in "()[]{}")
    return max(accumulate(signs), default=0)


def alone(tag: Tag) -> str:
    """A template with nothing but `tag`, completed."""
    before, after = {
        "for": ("", "{% endfor %}"),
        "if": ("", "{% endif %}"),
        "elif": ("{% if 1 %}", "{% endif %}"),
        "else": ("{% if 1 %}", "{% endif %}"),
        "endif": ("{% if 1 %}", ""),
        "endfor": ("{% for 一 in () %}", ""),
    }.get(tag.word, ("", ""))
    return before + tag.plain + after


def harmless(tag: Tag) -> list[Tag]:
    """What can stand for a faulty `tag` so that the others are still checked."""
    found = _STATEMENT.match(tag.body) if tag.opening == "{%" else None
    if not found:
        return []
    form, word, name = found[1] or tag.form, found[2], found[3] or ""
    if not name.isidentifier():
        name = ANYTHING
    body = {
        "if": f"if {ANYTHING}",
        "elif": f"elif {ANYTHING}",
        "for": f"for {name} in {ANYTHING}",
        "set": f"set {name} = {ANYTHING}",
    }.get(word, word)
    return [Tag("{%", form, body, tag.text)]
