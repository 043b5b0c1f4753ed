"""Names of places in a text, and how a place lies to the one where an office is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: A place's name behind those of the places it lies in, the widest first.
Chain: TypeAlias = tuple[str, ...]

_SHORTEST, _LONGEST = 3, 15
#: 东方市场 and 清新区域 are no places.
_SUFFIX = lazily("[省市县区旗盟州](?![场域])")
#: 新增城区 is not 增城区.
_BEFORE = {"增城区": "新"}
_STEM = 2
#: What may follow the short name of a city in the name of a functional zone: 南通高新区.
_ZONES = ("高新", "经济", "经开", "开发", "度假", "产业", "工业", "新区", "临港", "综合", "自贸")


@record
class Home:
    """Where an office is.

    Attributes:
        names: the place and those it lies in; of several of one name, all.
        narrowest: the place itself.
    """

    names: frozenset[str]
    narrowest: frozenset[str]

    def holds(self, chain: Chain) -> bool:
        """Whether a place is this one, lies in it, or it lies in that place."""
        return chain[-1] in self.names or not self.narrowest.isdisjoint(chain)


def by_name(places: Iterable[Chain]) -> dict[str, list[Chain]]:
    """Every place of a name."""
    named: dict[str, list[Chain]] = defaultdict(list)
    for chain in places:
        named[chain[-1]].append(chain)
    return dict(named)


def named_places(text: str, named: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    """Where full names of places stand, the longest that fits at each place."""
    last = 0
    for suffix in _SUFFIX.finditer(text):
        at = suffix.start()
        for size in range(min(_LONGEST, at + 1 - last), _SHORTEST - 1, -1):
            start = at + 1 - size
            name = text[start : at + 1]
            if name in named and not (start and text[start - 1] == _BEFORE.get(name)):
                yield start, at + 1
                last = at + 1
                break


def home(offices: Sequence[str], named: Mapping[str, list[Chain]]) -> Home | None:
    """Where an office is, by its names.

    Args:
        offices: its names, its title and signature.
        named: places by name.

    Returns:
        None where no name says it.
    """
    found = {text[start:end] for text in offices for start, end in named_places(text, named)}
    found = found or set(_by_short_name(offices, named))
    chains = [chain for name in found for chain in named[name]]
    if not chains:
        return None
    most = max(len(found.intersection(chain)) for chain in chains)
    fitting = [chain for chain in chains if len(found.intersection(chain)) == most]
    names = frozenset(name for chain in fitting for name in chain)
    return Home(names, frozenset(chain[-1] for chain in fitting))


def _by_short_name(offices: Sequence[str], named: Mapping[str, list[Chain]]) -> Iterator[str]:
    """安康 in 安康高新区 stands for 安康市."""
    joined = "\n".join(offices)
    for name in named:
        stem = name[:-1]
        if len(stem) < _STEM or stem not in joined:
            continue
        for text in offices:
            if stem in text and text.split(stem, 1)[1].startswith(_ZONES):
                yield name
