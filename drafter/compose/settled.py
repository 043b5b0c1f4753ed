"""Text that was settled for a section (正文): it stands there exactly, in the place of all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.compose.sentences import own_sentence
from drafter.model.report import Paragraph
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from drafter.compose.facts import Facts


def settled(name: str, facts: Facts) -> tuple[Paragraph, ...]:
    """A section's paragraphs as they were settled; none when nothing was.

    Args:
        name: the section's 名, its first topic, or the 题 of an entry of 不足 or 安排.
        facts: what is known.
    """
    told = (
        own_sentence(own_pattern(text.text, text.spot), facts, "正文", closing=False)
        for text in facts.answers.bodies.get(name, ())
    )
    return tuple(Paragraph((one,)) for one in told if one is not None)
