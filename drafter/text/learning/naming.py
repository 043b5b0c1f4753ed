"""Names and wordings of learned sections."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.text.han import NOT_HAN
from drafter.text.lazily import lazily
from drafter.text.learning.likeness import wording
from drafter.text.numerals import chinese
from drafter.text.patterns import as_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.model.learned import Sample, Sighting
    from drafter.text.learning.alignment import Item
    from drafter.text.learning.meanings import Meanings

#: How long a name made of a heading is, and how much of a section's weight its topic must have to
#: lend it its name, in per cent.
_NAME, _CLEAR = 12, 70
#: How many topics are told of a section.
_MOST = 6
_NOT_HAN = lazily(NOT_HAN)
_OPENING = lazily(
    r"^(?:20[0-9]{2}年|(?:不断|持续|深入|积极|全面|切实|着力|扎实|大力|严格|进一步|继续|认真|加快|充分"
    r"|加强|强化|推进|深化|做好|健全|完善|提升|提高|落实|开展|优化|规范|坚持|聚焦|注重|营造))+"
)
_PARTS = lazily(r"[，、；：。]")
_CLOSE = 0.02


def topics_of(members: Iterable[Sighting]) -> tuple[tuple[str, int], ...]:
    """The topics of an item, each with its share in per cent; the likeliest first."""
    told: dict[str, float] = {}
    for member in members:
        for id_, weight in member.topics:
            told[id_] = told.get(id_, 0.0) + weight
    whole = sum(told.values()) or 1.0
    most = sorted(told, key=lambda id_: -told[id_])[:_MOST]
    return tuple((id_, round(100 * told[id_] / whole)) for id_ in most)


def names(items: Sequence[Item], taken: Iterable[str]) -> dict[int, str]:
    """A name for each item, by the item's identity.

    A section that speaks clearly for one topic of the catalogue bears its name, so that year files
    keep their keys; any other is named after its heading.

    Args:
        items: in the order in which they are named.
        taken: the catalogue's topics.
    """
    free, used = set(taken), set[str]()
    found: dict[int, str] = {}
    for item in items:
        members = list(item.members.values())
        topics = topics_of(members)
        clear = bool(topics) and topics[0][1] >= _CLEAR and not members[0].role
        if clear and topics[0][0] in free and not members[0].parts:
            name = topics[0][0]
            free.discard(name)
        else:
            name = _unused(_short(members[0]), {*used, *taken})
        used.add(name)
        found[id(item)] = name
    return found


def usual(headings: Sequence[str], known: Meanings) -> tuple[str, ...]:
    """The wordings, each once: the one nearest to all others first, the shorter of equals."""
    count = Counter(headings)

    def rank(heading: str) -> tuple[float, int]:
        near = sum(wording([heading], [other], known) * n for other, n in count.items())
        return -round(near / len(headings) / _CLOSE), len(heading)

    return tuple(sorted(count, key=rank))


def as_heading(heading: str, sample: Sample) -> str:
    """A heading as a pattern: its year and the issuer's name as slots."""
    return with_slots(heading, sample.year, sample.issuer)


def with_slots(text: str, year: int | None, issuer: str) -> str:
    """Words as a pattern, the years around the reported one and the issuer's name as slots."""
    pattern = as_pattern(text)
    if year is not None:
        for number, name in ((year, "年度"), (year + 1, "下年度"), (year - 1, "上年度")):
            pattern = pattern.replace(f"{number}年", f"{{{{{name}}}}}年")
    return pattern.replace(issuer, "{{单位}}") if issuer else pattern


def _short(section: Sighting) -> str:
    if section.role:
        return section.role.replace("、", "和")
    for part in _PARTS.split(section.heading):
        words = _NOT_HAN.sub("", _OPENING.sub("", part))
        if len(words) > 1:
            return words[:_NAME]
    return _NOT_HAN.sub("", section.heading)[:_NAME] or "本节"


def _unused(name: str, used: set[str]) -> str:
    free, count = name, 1
    while free in used:
        count += 1
        free = f"{name}{chinese(count)}"
    return free
