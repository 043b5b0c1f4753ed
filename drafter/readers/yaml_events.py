"""The parser's events, and how far it gets in a text that is not YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event


def events(text: str) -> Iterator[Event]:
    """What the parser meets, from libyaml (some ten times faster) where it was built in.

    Raises:
        yaml.YAMLError: while iterating, where the text stops being YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    return iter(loader.get_event, None)  # as yaml.parse does, in fewer steps


@record
class Failure:
    """Where the parser gave up.

    Attributes:
        understood: the line on which the last thing began that it understood, from 1.
        line: the line on which it saw that it could not go on; often below the mistake.
    """

    understood: int
    line: int

    def is_behind(self, other: Failure | None) -> bool:
        """Whether `other` is further on; None, which is no failure at all, always is."""
        return other is None or self.line < other.line or self.understood < other.understood


def failure(text: str) -> Failure | None:
    """Where the parser gives up; None when all of the text is YAML."""
    from yaml import YAMLError

    understood = 1
    try:
        for event in events(text):
            if event.start_mark is not None:
                understood = event.start_mark.line + 1
    except YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        last = text.rstrip("\n").count("\n") + 1
        return Failure(min(understood, last), min(mark.line + 1, last) if mark else understood)
    return None
