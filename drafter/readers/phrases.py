"""phrases.yaml: set phrases and the time in which each wording is right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.model.kit import Phrase, PhraseForm
from drafter.readers.fields import Fields, named
from drafter.readers.yaml_tree import Entries, Tree

if TYPE_CHECKING:
    from drafter.model.finding import Finding

KEYS = ("按", "用法")
FORM_KEYS = ("用", "自", "至")


def read_phrases(tree: Tree | None, findings: list[Finding]) -> dict[str, Phrase]:
    """Phrases by name."""
    phrases = {}
    for key, entries in named(tree, "提法", findings):
        fields = Fields(entries, f"提法“{key.text}”", KEYS, findings)
        forms = tuple(
            form
            for item in fields.items("用法")
            if isinstance(item, Entries) and (form := _form(item, findings)) is not None
        )
        phrases[key.text] = Phrase(key.text, fields.text("按") == "年度", forms)
    return phrases


def _form(tree: Entries, findings: list[Finding]) -> PhraseForm | None:
    fields = Fields(tree, "用法", FORM_KEYS, findings)
    first, last = _date(fields, "自"), _date(fields, "至")
    if first is None:
        fields.missing("自")
        return None
    return PhraseForm(fields.text("用"), first, last)


def _date(fields: Fields, name: str) -> date | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        fields.wrong(fields.place(name), f"“{text}”不是日期，应写成 2025-10-24")
        return None
