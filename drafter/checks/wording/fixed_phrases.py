"""The phrases that a report may say again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.text.repeats import set_phrases

if TYPE_CHECKING:
    import re

    from drafter.checks.case import Reading


def fixed_phrases(reading: Reading) -> re.Pattern[str]:
    """What finds set phrases, the report's own name for itself and its issuers."""
    proof = reading.proof
    forms = [form.text for phrase in reading.phrases.values() for form in phrase.forms]
    names = (proof.issuer, proof.self_name, proof.addressees, *proof.signatories)
    return _compiled(frozenset((*reading.wording.set_phrases, *forms, *names)))


@lru_cache(maxsize=8)
def _compiled(phrases: frozenset[str]) -> re.Pattern[str]:
    return set_phrases(phrases)
