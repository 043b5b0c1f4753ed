"""A Word template made ready: checked, and its stories turned into programs."""

from __future__ import annotations

import marshal
from types import CodeType
from typing import Any, NamedTuple

from drafter.writers.word.program import Program
from drafter.writers.word.zips import Packed


class Tale(NamedTuple):
    """A story of a template: the body, a header, a footer, the footnotes.

    Attributes:
        name: 正文, 页眉, 页脚 or 脚注.
        part: name of the file in the package that holds it.
        plain: prints what the story must say; see `source.printed`.
        xml: prints the story.
        before: what the file says before that.
        after: the same behind it.
        is_body: whether it is the body.
        raw: whether the file is written as it is printed.
        simple: see `simple.is_simple`.
    """

    name: str
    part: str
    plain: Program
    xml: Program
    before: str = ""
    after: str = ""
    is_body: bool = False
    raw: bool = False
    simple: bool = False


class Prepared(NamedTuple):
    """A template without a fault.

    Attributes:
        tales: everything in which tags are filled in, the body first.
        parts: all other files of the package.
        commented: what stands in their places where there are comments to be added.
        clean: what stands in their places when nothing but the text is written.
        comments: name of the file for comments.
        comments_before: what is in it before any is added.
        core: name of the file that tells title and author.
        app: name of the file that tells the program.
        custom: name of the file with further properties; it is among `parts`.
        styles: ids and names, in order.
        names: every name in the template; more than what it asks for, never less.
        own: what it asks for that depends on the report, as (数, id), (上年数, id), (节, name);
            None when that cannot be told.
    """

    tales: tuple[Tale, ...]
    parts: tuple[Packed, ...]
    commented: tuple[Packed, ...]
    clean: tuple[Packed, ...]
    comments: str
    comments_before: bytes
    core: str
    app: str
    custom: str
    styles: tuple[tuple[str, str], ...]
    names: frozenset[str]
    own: frozenset[tuple[str, str]] | None


def encode(prepared: Prepared) -> bytes:
    """As bytes, for a cache; only the Python that wrote them can read them."""
    return marshal.dumps(_plain(prepared))


def decode(data: bytes) -> Prepared | None:
    """What `encode` was given; None when it was something else.

    Args:
        data: bytes that the user's own drafter has written and nobody changed: they hold code.
    """
    try:
        value: Any = marshal.loads(data)  # noqa: S302 - see above
        tales, parts, commented, clean, *rest = value
        made = Prepared(_tales(tales), _parts(parts), _parts(commented), _parts(clean), *rest)
    except (EOFError, TypeError, ValueError):
        return None
    return made


def _tales(values: Any) -> tuple[Tale, ...]:  # noqa: ANN401 - whatever was in the file
    return tuple(
        Tale(name, part, _program(plain), _program(xml), *rest)
        for name, part, plain, xml, *rest in values
    )


def _program(value: Any) -> Program:  # noqa: ANN401
    source, xml, code = value
    if code is not None and not isinstance(code, CodeType):
        raise TypeError(code)
    return Program(source, xml, code)


def _parts(values: Any) -> tuple[Packed, ...]:  # noqa: ANN401
    return tuple(Packed(*value) for value in values)


def _plain(value: Any) -> Any:  # noqa: ANN401
    """The same of plain tuples."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
