"""The command line: parse, call the app, print, exit. One file a command, loaded when it runs."""

from __future__ import annotations

import os
import sys

import click

from drafter import __version__
from drafter.cli.chinese import ChineseGroup, usage_message
from drafter.cli.printing import print_findings
from drafter.model.finding import DrafterError

#: Exit codes of the contract: 0 done, 1 done with errors found, 2 could not go on.
DONE, FOUND, STOPPED = 0, 1, 2


@click.command(cls=ChineseGroup, no_args_is_help=False, invoke_without_command=True)
@click.version_option(__version__, message="drafter %(version)s", help="显示版本")
@click.pass_context
def cli(context: click.Context) -> None:
    """法治政府建设年度报告：填一份问卷，出一份合规的 Word 初稿。"""
    if os.environ.get("NO_COLOR"):
        context.color = False
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command line; no traceback ever reaches a user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that is not UTF-8 shows what it can rather than stopping the work.
            stream.reconfigure(errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False, prog_name="drafter")
    except DrafterError as problem:
        print_findings(problem.findings)
        return STOPPED
    except click.UsageError as problem:
        click.echo(usage_message(problem), err=True)
        return STOPPED
    except (click.Abort, KeyboardInterrupt):
        click.echo("已停止，没有改动文件。", err=True)
        return STOPPED
    except BrokenPipeError:
        # The reader of a pipe has seen enough (`| head`).
        sys.stderr.close()
        return DONE
    except Exception as problem:  # noqa: BLE001 - the last net: a clerk must not see a traceback
        kind = type(problem).__name__
        click.echo(f"程序内部出错（{kind}：{problem}），没有写出文件。", err=True)
        click.echo("  怎么办：请把这句话和所用的问卷发给维护人员。", err=True)
        return STOPPED
    return code if isinstance(code, int) else DONE
