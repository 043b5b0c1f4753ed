"""One draft of many: written, or left alone and why."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.batch.failures import crashed
from drafter.app.batch.orders import MOST_TOLD, Outcome, Ready, State
from drafter.app.batch.record import Made
from drafter.app.draft import make_draft
from drafter.app.opening import sources
from drafter.app.years import history
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.readers.digests import digest, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.app.batch.orders import Job, Order
    from drafter.app.draft import Drafted


def draft_one(order: Order, job: Job) -> Ready:
    """Make one draft, unless it is up to date or somebody's own; raises nothing, writes nothing."""
    try:
        return Ready(_refused(job)) if job.rival else _drafted(order, job)
    except DrafterError as problem:
        return Ready(failed(job, problem.findings))
    except Exception as problem:  # noqa: BLE001 - one year file must not stop the others
        return Ready(failed(job, (crashed(job.source, problem),)))


def _drafted(order: Order, job: Job) -> Ready:
    made, before = job.made, digest(job.target)
    current = made is not None and made.settings == order.settings and _unchanged(job, made)
    if made is not None and before == made.output:
        if current:
            return Ready(Outcome(job, State.SAME, made.errors, (), made.gaps))
        return _made(order, job, before, force=True)
    if not os.path.lexists(job.target) or order.force:
        return _made(order, job, before, force=order.force)
    if made is None:
        return _compared(order, job, before)
    if current:
        return Ready(Outcome(job, State.EDITED, made.errors, (), made.gaps))
    return Ready(failed(job, (_edited(job),)))


def _made(order: Order, job: Job, before: str, *, force: bool) -> Ready:
    """The draft made."""
    read = digest(job.source)
    done, data = _make(order, job)
    if done.path is None:
        return Ready(_outcome(job, State.REFUSED, done, None))
    outcome = _outcome(job, State.WRITTEN, done, (read, order, digest_of(data)))
    return Ready(outcome, data, force, before)


def _compared(order: Order, job: Job, before: str) -> Ready:
    """A draft that nobody remembers: if it is what would be written, it counts as up to date."""
    read = digest(job.source)
    done, data = _make(order, job)
    if done.path is None:
        return Ready(_outcome(job, State.REFUSED, done, None))
    if digest_of(data) == before:
        return Ready(_outcome(job, State.SAME, done, (read, order, before)))
    return Ready(failed(job, (_not_ours(job),)))


def _make(order: Order, job: Job) -> tuple[Drafted, bytes]:
    return make_draft(
        job.source, job.target, to=order.to, word=order.word, gaps=order.gaps, final=order.final
    )


def _outcome(job: Job, state: State, done: Drafted, kept: tuple[str, Order, str] | None) -> Outcome:
    """What became of a draft that could be composed.

    Args:
        job: what was to be done.
        state: what became of it.
        done: the draft.
        kept: digest of the year file as it was read, the order, and the draft's digest; None when
            there is nothing to remember.
    """
    errors = [f for f in done.findings if f.severity is Severity.ERROR]
    gaps, made = len(done.report.gaps), None
    if kept is not None:
        read, order, output = kept
        files = dict.fromkeys((*done.sources, *(_earlier(job.source) if order.final else ())))
        digests = {_seen_from(job.source, path): digest(path) for path in files}
        digests[job.source.name] = read
        made = Made(digests, order.settings, output, len(errors), gaps)
    told = tuple(errors[:MOST_TOLD])
    return Outcome(job, state, len(errors), told, gaps, made, done.notes)


def _earlier(source: Path) -> Iterator[Path]:
    """What a final draft is compared with besides: the years before, and what they are made of."""
    for answers in history(source)[0]:
        yield from sources(answers)


def _unchanged(job: Job, made: Made) -> bool:
    return all(digest(job.source.parent / name) == one for name, one in made.sources.items())


def _seen_from(source: Path, path: Path) -> str:
    """A path as seen from the year file's folder; it stays right when everything is moved."""
    try:
        return Path(os.path.relpath(path, source.parent)).as_posix()
    except ValueError:  # another drive
        return str(path)


def failed(job: Job, findings: Iterable[Finding]) -> Outcome:
    """The outcome where there is no draft, and why."""
    told = tuple(findings)
    return Outcome(job, State.FAILED, len(told), told[:MOST_TOLD])


def _refused(job: Job) -> Outcome:
    message = f"与“{job.rival}”要写成同一个文件“{job.target}”，这一份没有写"
    remedy = "给其中一份问卷改个名字"
    return failed(job, (_finding("O302", "same-output-twice", job.source, message, remedy),))


def _edited(job: Job) -> Finding:
    message = f"初稿“{job.target}”有人改过，问卷或模板后来又变了：没有覆盖"
    remedy = (
        f"要留住改动，先用 drafter pull {job.source} {job.target} 收回问卷；"
        "不要了，就加 --force 重写，或者删掉这份初稿"
    )
    return _finding("O303", "draft-was-edited", job.target, message, remedy)


def _not_ours(job: Job) -> Finding:
    message = "这里已经有一份文件，不是 drafter draft --all 写的，或者没有留下记录：没有覆盖"
    remedy = "看看是什么；不要了，就加 --force 覆盖，或者换一个文件夹"
    return _finding("O304", "not-our-draft", job.target, message, remedy)


def _finding(code: str, name: str, path: Path, message: str, remedy: str) -> Finding:
    return Finding(code, name, Severity.ERROR, Spot(str(path)), message, remedy, str(path))
