"""Title, addressee and sign-off as they were changed in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import shots, with_heading
from drafter.model.answers import Use
from drafter.model.finding import DrafterError
from drafter.model.pulled import Applied, Group
from drafter.readers.days import read_day
from drafter.readers.yaml_plain import plain_at
from drafter.readers.year_edits import put
from drafter.readers.year_texts import add_list, arrange, replace_text
from drafter.text.patterns import as_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.app.pulling.bench import Bench, Shot
    from drafter.text.edited_outline import EditedOutline


def take_frame(bench: Bench, outline: EditedOutline) -> Iterator[Applied]:
    """Put what was changed into the year file; what cannot be put is left to the proof."""
    title = "".join(line.text for line in outline.title)
    if title and title != bench.report.title.text:
        yield from _put(
            bench,
            "标题",
            bench.report.title.text,
            title,
            lambda: put(bench.text, ("报告", "标题"), as_pattern(title), bench.file),
            with_heading(shots(bench.report), -2, title),
        )
    if outline.addressee is not None:
        yield from _addressee(bench, outline.addressee.text.rstrip("：:"))
    names = tuple(line.text for line in outline.signatories)
    if names and names != bench.report.signatories:
        old = "、".join(bench.report.signatories)
        yield from _put(
            bench, "落款", old, "、".join(names), lambda: _signed(bench, names),
            _frame(bench, signatories=names),
        )  # fmt: skip
    if outline.dated is not None:
        yield from _dated(bench, outline.dated.text)


def _addressee(bench: Bench, name: str) -> Iterator[Applied]:
    old = bench.made.answers.office.addressees
    if name and name != old:
        # It is printed only in a report that goes upward.
        printed = bench.made.answers.use is Use.UPWARD
        yield from _put(
            bench, "主送机关", old, name,
            lambda: put(bench.text, ("单位", "主送"), name, bench.file),
            _frame(bench, addressees=name if printed else None),
        )  # fmt: skip


def _dated(bench: Bench, text: str) -> Iterator[Applied]:
    try:
        day = read_day(text)
    except ValueError:
        return
    was = bench.report.dated
    if day == was:
        return
    old = was.isoformat() if was else ""
    yield from _put(
        bench, "成文日期", old, day.isoformat(),
        lambda: put(bench.text, ("报告", "成文日期"), day.isoformat(), bench.file),
        None,
    )  # fmt: skip


def _signed(bench: Bench, names: tuple[str, ...]) -> str:
    path = ("单位", "落款")
    was = plain_at(bench.text, path, bench.file)
    old = was if isinstance(was, list) else [was] if was else []
    if not old:
        return add_list(bench.text, path, names, bench.file)
    if isinstance(was, list) and len(old) == len(names):
        text = bench.text
        for at, name in enumerate(names):
            text = replace_text(text, (*path, at), name, bench.file) if name != old[at] else text
        return text
    order = [old.index(name) if name in old else name for name in names]
    return arrange(bench.text, path, order, bench.file)


def _frame(
    bench: Bench, *, addressees: str | None = None, signatories: tuple[str, ...] | None = None
) -> tuple[Shot, ...]:
    first, *rest = shots(bench.report)
    level, title, (to, *names, dated) = first
    signed = names if signatories is None else signatories
    return (
        (level, title, (to if addressees is None else addressees, *signed, dated)),
        *rest,
    )


def _put(
    bench: Bench,
    name: str,
    old: str,
    new: str,
    make: Callable[[], str],
    wanted: tuple[Shot, ...] | None,
) -> Iterator[Applied]:
    """Make a change; None for `wanted` takes whatever follows from it (a date decides phrases)."""
    try:
        text = make()
        if wanted is None:
            bench.made = bench.compose(text)
        elif not bench.attempt([text], wanted):
            return
    except DrafterError:
        return
    yield Applied(Group.WORDS, name, name, old, new)
