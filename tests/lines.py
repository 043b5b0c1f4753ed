"""Texts compared line by line."""

from __future__ import annotations


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that only one of the texts has, what both have at either end taken off."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old.pop(0)
        new.pop(0)
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    return old, new
