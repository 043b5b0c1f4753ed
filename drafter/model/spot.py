"""Where something was written."""

from __future__ import annotations

from drafter.model.record import record


@record
class Spot:
    """A place in a file that a person can go to.

    Attributes:
        file: the path as the user gave it, so that it can be opened as printed.
        line: counted from 1; 0 means the file as a whole.
        column: counted from 1 in characters, a 汉字 being one; 0 means the whole line.
    """

    file: str
    line: int = 0
    column: int = 0

    def __lt__(self, other: Spot) -> bool:
        """Files by name, then the places in one in their order."""
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)

    def __str__(self) -> str:
        """`2025.yaml:14:22`, without the parts that are 0."""
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)
