"""A story of a template as a program that prints it.

Jinja makes the program, once. To run what nearly all templates consist of (names and their parts,
for, if, set, comparisons) it needs next to nothing of Jinja; loading Jinja for it would take longer
than all the rest of a draft. Whatever else there is, and whatever goes wrong, is left to Jinja.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.writers.word.plain_run import run_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,
    RecursionError,
    TypeError,
    ValueError,
)


class ProgramError(Exception):
    """A template that fails with the values.

    Attributes:
        line: of the source, from 1; 0 when it is not known.
        by_jinja: whether Jinja says so; else Python does.
    """

    def __init__(self, message: str, line: int, *, by_jinja: bool) -> None:
        super().__init__(message)
        self.line, self.by_jinja = line, by_jinja


class Program(NamedTuple):
    """What prints a story.

    Attributes:
        source: in Jinja.
        xml: whether it prints a Word part; else plain text.
        code: what Jinja made of it; None when it takes Jinja to run it.
    """

    source: str
    xml: bool
    code: CodeType | None = None

    def run(self, values: Mapping[str, object]) -> str:
        """What it prints.

        Raises:
            ProgramError: the template fails with these values.
        """
        if self.code is not None:
            try:
                return run_plain(self.code, values, xml=self.xml)
            except _FAILURES:
                pass  # Jinja comes to the same place, and says what is wrong there
        return _run_in_jinja(self.source, values, xml=self.xml)


def _run_in_jinja(source: str, values: Mapping[str, object], *, xml: bool) -> str:
    from jinja2 import TemplateError

    from drafter.writers.word.sandbox import EVALUATION

    try:
        return str(_jinja(source, xml=xml).render(values))
    except EVALUATION as error:
        by_jinja = isinstance(error, TemplateError)
        raise ProgramError(str(error), _line(error), by_jinja=by_jinja) from error


@lru_cache(maxsize=32)
def _jinja(source: str, *, xml: bool) -> Any:  # noqa: ANN401 - Jinja is not loaded here
    from drafter.writers.word.sandbox import Closed

    return Closed(xml=xml).from_string(source)


def _line(error: Exception) -> int:
    """Line of the template in which evaluation stopped; 0 when it is not known."""
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
