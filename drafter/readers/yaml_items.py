"""New items of a YAML list, as they are written on lines of their own or between brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from drafter.readers.yaml_tree import Items, Scalar, parse_tree
from drafter.readers.yaml_values import forms
from drafter.text.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: Characters; what is longer is a sentence.
_NAME = 10

#: A text, or keys with a text or a list each.
Item: TypeAlias = "str | Mapping[str, str | Sequence[Item]]"


def block(item: Item, indent: str) -> list[str]:
    """The lines of an item that has its own dash."""
    if isinstance(item, str):
        return [f"{indent}- {form(item)}"]
    first, *rest = _entries(item, f"{indent}  ")
    return [f"{indent}- {first.lstrip()}", *rest]


def entry(key: str, value: str | Sequence[Item], indent: str) -> list[str]:
    """The lines of a key with a text or a list."""
    if isinstance(value, str):
        return [f"{indent}{key}: {form(value)}"]
    if len(value) == 1 and isinstance(value[0], str):
        return [f"{indent}{key}: {form(value[0])}"]
    if _names(value):
        return [f"{indent}{flow_entry(key, value)}"]
    return [f"{indent}{key}:", *(line for one in value for line in block(one, f"{indent}  "))]


def _names(value: Sequence[Item]) -> bool:
    """Whether it is a list of names, which fits on the key's line."""
    texts = [one for one in value if isinstance(one, str) and len(one) <= _NAME]
    return len(texts) == len(value) and all(yaml_text(one) == one for one in texts)


def flow(item: Item) -> str:
    """An item between brackets."""
    if isinstance(item, str):
        return yaml_text(item)
    return f"{{{', '.join(flow_entry(key, value) for key, value in item.items())}}}"


def flow_entry(key: str, value: str | Sequence[Item]) -> str:
    """A key with a text or a list, between braces."""
    if isinstance(value, str):
        return f"{key}: {yaml_text(value)}"
    return f"{key}: [{', '.join(map(flow, value))}]"


def form(text: str) -> str:
    """A text as it stands behind a dash or a colon: without quotes where YAML takes it so."""
    for one in forms(text):
        tree, findings = parse_tree(f"- {one}", "")
        single = isinstance(tree, Items) and len(tree.items) == 1 and not findings
        if single and isinstance(tree, Items) and _says(tree.items[0], text):
            return one
    return forms(text)[-1]


def _says(tree: object, text: str) -> bool:
    return isinstance(tree, Scalar) and tree.text == text


def _entries(item: Mapping[str, str | Sequence[Item]], indent: str) -> Iterator[str]:
    for key, value in item.items():
        yield from entry(key, value, indent)
