"""The shells that can complete: click's own, with names quoted where the shell does not do it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import (
    BashComplete,
    FishComplete,
    PowerShellComplete,
    ZshComplete,
    add_completion_class,
)

from drafter.text.shell_words import shell_word

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem, ShellComplete

#: What tells the program to complete rather than to run; click makes it of the program's name.
VARIABLE = "_DRAFTER_COMPLETE"


class Bash(BashComplete):
    """bash puts what it gets on the line as it is."""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """`plain,value`; the script's `read` takes a backslash for itself."""
        if item.type == "plain" and item.value and not item.value.startswith("-"):
            item.value = shell_word(item.value).replace("\\", "\\\\")
        return super().format_completion(item)


class Fish(FishComplete):
    """fish quotes by itself, but click's script would cut a value at its comma."""

    source_template = FishComplete.source_template.replace(
        'string split ","', 'string split -m 1 ","'
    )


class PowerShell(PowerShellComplete):
    """PowerShell, with Chinese in both directions on a Windows of any language.

    click's script reads the answer in the console's own encoding, takes the backslashes of a path
    for quotes, and gives names with blanks unquoted.
    """

    source_template = Path(__file__).with_name("completion.ps1").read_text(encoding="utf-8")

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one that is being typed; a line of its own each."""
        words = os.environ["COMP_WORDS"].split("\n")
        return words[1:-1], words[-1]


class Zsh(ZshComplete):
    """zsh quotes by itself."""


SHELLS: dict[str, type[ShellComplete]] = {
    "bash": Bash,
    "zsh": Zsh,
    "fish": Fish,
    "powershell": PowerShell,
}


def prepare() -> None:
    """Let click answer with these."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)
