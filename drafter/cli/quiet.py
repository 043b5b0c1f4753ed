"""--quiet: the result and what is wrong, no notes and no hints."""

from __future__ import annotations

import click

_QUIET = "drafter.quiet"


def quiet_option() -> click.Option:
    """The option that every command has, before its name or behind it."""
    return click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_ask,
        help="只输出结果和错误，不说别的",
    )


def is_quiet() -> bool:
    """Whether the command that runs was asked to be quiet."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_QUIET))


def _ask(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    # A context shares its `meta` with those below it.
    if value:
        ctx.meta[_QUIET] = True
