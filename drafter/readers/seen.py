"""What a section of a learned profile was learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.seen import Seen
from drafter.readers.yaml_tree import Entries, Scalar
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.readers.fields import Fields

_COUNT = lazily(r"([0-9]{1,6})/([0-9]{1,6})")
_LENGTH = lazily(r"([0-9]{1,9})-([0-9]{1,9})")


def read_seen(fields: Fields) -> Seen:
    """占, 见于, 字数, 近于, 又作 and 数据 of a section; what cannot be read is told."""
    count = _COUNT.fullmatch(fields.text("占"))
    if count is None:
        fields.wrong(fields.place("占"), f"“占: {fields.text('占')}”看不懂，应写成 3/5")
    return Seen(
        headings=tuple(pattern.source for pattern in fields.patterns("又作")),
        count=int(count[1]) if count else 1,
        of=int(count[2]) if count else 1,
        where=fields.texts("见于"),
        length=_length(fields),
        about=tuple(_about(fields)),
        figures=fields.texts("数据"),
        sure=fields.number("把握", 0) or None,
    )


def _length(fields: Fields) -> tuple[int, int] | None:
    text = fields.text("字数")
    match = _LENGTH.fullmatch(text)
    if text and match is None:
        fields.wrong(fields.place("字数"), f"“字数: {text}”看不懂，应写成 120-300")
    return (int(match[1]), int(match[2])) if match else None


def _about(fields: Fields) -> list[tuple[str, int]]:
    """Topics with their shares; a list of topics alone counts by its order."""
    tree = fields.tree_of("近于")
    if not isinstance(tree, Entries):
        texts = fields.texts("近于")
        return [(text, 100 // place) for place, text in enumerate(texts, 1)]
    found = []
    for entry in tree.items:
        share = entry.value.text if isinstance(entry.value, Scalar) else ""
        if share.isascii() and share.isdecimal():
            found.append((entry.key.text, int(share)))
        else:
            fields.wrong(entry.value.spot, f"“{entry.key.text}”后面应是百分数，如 60")
    return found
