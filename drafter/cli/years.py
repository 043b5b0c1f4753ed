"""The option --year, as every command reads it."""

from __future__ import annotations

import click

from drafter.readers.days import read_year

#: The field's first yearly reports followed the 纲要 of 2004.
YEARS = range(2004, 2100)


def asked_year(text: str | None) -> int | None:
    """The year that --year names; None when it is not given.

    Raises:
        click.UsageError: it is no year.
    """
    if text is None:
        return None
    year = read_year(text)
    if year not in YEARS:
        raise click.UsageError(f"--year 要写四位数的年份，如 2023，这里是“{text}”")
    return year
