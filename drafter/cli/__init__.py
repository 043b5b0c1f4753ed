"""The command line: parse, call the app, print, exit. One file a command, loaded when it runs."""

from __future__ import annotations

import errno
import os
import sys

import click

from drafter import __version__
from drafter.cli import streams
from drafter.cli.chinese import COMMANDS, ChineseGroup, eager_flag, usage_message
from drafter.cli.printing import print_findings
from drafter.cli.streams import say
from drafter.model.finding import DrafterError

#: Exit codes of the contract: 0 done, 1 done with errors found, 2 could not go on.
DONE, FOUND, STOPPED = 0, 1, 2
_COMPLETE = "_DRAFTER_COMPLETE"
_WHOLE = "文件要么没动，要么已经写好，没有写了一半的。"


@click.command(cls=ChineseGroup, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def cli(context: click.Context) -> None:
    """法治政府建设年度报告：填一份问卷，出一份合规的 Word 初稿。

    只打 drafter，看这个文件夹里有什么、下一步做什么。
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        context.color = False
    if context.invoked_subcommand is None:
        from drafter.cli.here import tell_here

        tell_here(list(COMMANDS))


def _tell_version(context: click.Context) -> None:
    click.echo(f"drafter {__version__}", color=context.color)


cli.params.insert(0, eager_flag("--version", "显示版本", _tell_version))


def main() -> None:
    """Run the command line; no traceback ever reaches a user."""
    streams.prepare()
    if not streams.names_are_utf8():
        kind = sys.getfilesystemencoding()
        say(f"系统的语言设置是 {kind}，不是 UTF-8，找不到中文名字的文件，没有往下做。")
        say("  怎么办：先运行 export LC_ALL=C.UTF-8（终端的编码也选 UTF-8），再试一次。")
        sys.exit(STOPPED)
    if _COMPLETE in os.environ:
        from drafter.cli import shells

        shells.prepare()
    sys.exit(_run())


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False, prog_name="drafter")
    except DrafterError as problem:
        print_findings(problem.findings)
        return STOPPED
    except click.UsageError as problem:
        say(usage_message(problem))
        return STOPPED
    except (click.Abort, KeyboardInterrupt):
        say(f"已停止。{_WHOLE}")
        return STOPPED
    except BrokenPipeError:
        # The reader of a pipe has seen enough (`| head`).
        streams.silence(sys.stdout)
        return DONE
    except OSError as problem:
        streams.silence(sys.stdout)
        _tell_refused(problem)
        return STOPPED
    except Exception as problem:  # noqa: BLE001 - the last net: a clerk must not see a traceback
        kind = type(problem).__name__
        say(f"程序内部出错（{kind}：{problem}）。{_WHOLE}")
        say("  怎么办：请把这句话和所用的问卷发给维护人员。")
        return STOPPED
    return code if isinstance(code, int) else DONE


def _tell_refused(problem: OSError) -> None:
    """What the system refused and no part of the program has told."""
    full = problem.errno == errno.ENOSPC
    reason = "磁盘已满" if full else problem.strerror or type(problem).__name__
    if problem.filename is None:  # no file: the output
        say(f"结果没有输出完：{reason}。{_WHOLE}")
        say("  怎么办：腾出空间，或把结果输出到别处，再运行一次。")
    else:
        say(f"系统不让用“{problem.filename}”：{reason}。{_WHOLE}")
        say("  怎么办：核对文件名、文件夹和权限，腾出空间，再运行一次。")
