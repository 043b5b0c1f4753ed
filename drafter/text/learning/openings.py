"""How samples open: the set phrases and clauses that their leads share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.text.learning.naming import with_slots
from drafter.text.learning.sayings import SET_PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.kit import Phrase
    from drafter.model.learned import Sample

_CLAUSE = lazily(r"[，。；：]")
_SLOT = lazily(r"\{\{[^}]*\}\}")
_CLOSING = lazily(r"如下[：:]?$")

#: Titles of laws are what they are, however long.
_TITLES = lazily(r"《[^》]*》")
#: Who acts, and how a clause leans on the one before; what follows a phrase and grows old.
_SUBJECT = lazily(r"^(?:以及|和|与|及|并|\{\{单位\}\}|[^{以]{0,6}[省市县区镇乡局厅委])+")
_AGEING = lazily(r"[、和及与][^，]*?(?:大|全会)精神")
_YEAR = lazily(r"^(?:\{\{年度\}\}年度?|今年以来|一年来)$")

#: Shorter clauses say nothing.
_SHORTEST = 4
#: So many characters besides the slots make a clause.
_LEAST = 3

Evidence = tuple[str, ...]


def opening(
    samples: Sequence[Sample], phrases: Mapping[str, Phrase]
) -> tuple[tuple[str, Evidence], ...]:
    """Clauses of the lead, in order, each with its evidence.

    A clause with a phrase that changes with time (提法) counts from one sample on, any other when
    two samples share it. All of them are set phrases: no more than a few characters besides slots.
    """
    told: dict[str, list[str]] = {}
    for sample in samples:
        for clause, spot in _clauses(sample, phrases):
            told.setdefault(clause, []).append(spot)
    least = {clause: 1 if "{{提法" in clause else 2 for clause in told}
    kept = {c: spots for c, spots in told.items() if len(set(spots)) >= least[c]}
    best = Counter({clause: len(spots) for clause, spots in kept.items()})
    used: set[str] = set()
    found: list[tuple[str, Evidence]] = []
    for clause in sorted(kept, key=lambda one: -best[one]):
        slots = set(_SLOT.findall(clause))
        if slots & used:
            continue
        used |= slots
        found.append((clause, tuple(dict.fromkeys(kept[clause]))))
    order = list(told)
    return tuple(sorted(found, key=lambda one: order.index(one[0])))


def closing(samples: Sequence[Sample]) -> Evidence:
    """Where leads end in 如下：; empty when most samples do not end so."""
    spots = [
        sample.lead[-1][1]
        for sample in samples
        if sample.lead and _CLOSING.search(sample.lead[-1][0])
    ]
    return tuple(spots) if 2 * len(spots) >= len(samples) else ()


def _clauses(sample: Sample, phrases: Mapping[str, Phrase]) -> Iterator[tuple[str, str]]:
    for text, spot in sample.lead:
        words = with_slots(text, sample.year, sample.issuer)
        for clause in _CLAUSE.split(words):
            masked = _SUBJECT.sub("", _with_phrases(clause, phrases))
            if _YEAR.match(masked) or not masked or _CLOSING.search(masked):
                continue
            literal = [part for part in _SLOT.split(_TITLES.sub("", masked)) if part]
            if (
                len("".join(literal)) >= _LEAST
                and all(len(part) <= SET_PHRASE for part in literal)
                and len(masked) >= _SHORTEST
            ):
                yield masked, spot


def _with_phrases(clause: str, phrases: Mapping[str, Phrase]) -> str:
    """A clause with the longest phrase in it as a slot."""
    forms = sorted(
        ((form.text, name) for name, phrase in phrases.items() for form in phrase.forms),
        key=lambda one: -len(one[0]),
    )
    for text, name in forms:
        if text and text in clause:
            before, _, after = clause.partition(text)
            # 精神和二十届三中全会精神: what else is named there grows old.
            return f"{before}{{{{提法.{name}}}}}{_AGEING.sub('', after)}"
    return clause
