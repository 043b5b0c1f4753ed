"""`drafter completion`."""

from __future__ import annotations

import click

from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note

_KEPT = "写进一个文件，在终端的设置里读它（两行都粘贴到终端里运行，只要一次）："
_POWERSHELL = "drafter completion powershell -q | Out-String | Invoke-Expression"
_HOW = {
    "bash": (
        _KEPT,
        "  drafter completion bash -q > ~/.drafter-completion.bash",
        "  echo '. ~/.drafter-completion.bash' >> ~/.bashrc",
    ),
    "zsh": (
        _KEPT,
        "  drafter completion zsh -q > ~/.drafter-completion.zsh",
        "  echo 'autoload -Uz compinit && compinit; . ~/.drafter-completion.zsh' >> ~/.zshrc",
    ),
    "fish": (
        "粘贴到终端里运行，只要一次：",
        "  mkdir -p ~/.config/fish/completions",
        "  drafter completion fish -q > ~/.config/fish/completions/drafter.fish",
    ),
    "powershell": (
        "粘贴到 PowerShell 里运行，只要一次：",
        "  if (-not (Test-Path $PROFILE)) { New-Item -Force $PROFILE }",
        f"  Add-Content $PROFILE '{_POWERSHELL}'",
    ),
}


@click.command(cls=ChineseCommand)
@click.argument("shell", metavar="bash|zsh|fish|powershell", type=Choice(*_HOW))
def completion(shell: str) -> int:
    """按 Tab 键补全命令、选项、文件名：输出终端要用的脚本，并说明放在哪里。

    Windows 的 PowerShell 用 powershell；苹果电脑的终端一般是 zsh，Linux 一般是 bash。
    """
    from drafter.cli import cli
    from drafter.cli.shells import SHELLS, VARIABLE

    script = SHELLS[shell](cli, {}, "drafter", VARIABLE).source()
    click.echo(script.encode(), nl=False)
    for line in _HOW[shell]:
        note(line)
    note("重新打开终端，打 drafter 和一个空格，按 Tab 键。")
    return 0
