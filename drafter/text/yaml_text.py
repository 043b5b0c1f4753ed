"""A piece of text as it must be typed in a year file."""

from __future__ import annotations

import json

from drafter.text.lazily import lazily

#: No mark that means something to YAML at the beginning, no `: ` and ` #` inside.
_PLAIN = lazily(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`：](?:[^\s:#\[\]{},]|:(?!\s|$)| (?=\S)(?!#))*")


def yaml_text(text: str) -> str:
    """The text as it stands where YAML takes it so, else in double quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
