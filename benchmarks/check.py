"""How long `drafter check` works on a report of some 6,500 characters, and how that grows.

    python -m benchmarks.check

Everything is measured in one run: the work of a fresh process (imports, reading, understanding,
every rule, printing) less that of a process that only starts, then the rules alone and the whole
check on texts 1, 4, 16 and 64 times as long. Medians of five; compare the ratios, not the seconds.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from benchmarks.timing import median, process
from drafter.app.checking import check
from drafter.app.draft import Format, draft
from drafter.checks.registry import RULES
from drafter.checks.running import read_text

EXAMPLE = Path(__file__).parent.parent / "examples" / "ankang-2020" / "2020.yaml"
#: Characters of the report that is checked.
LENGTH = 6500


def report(folder: Path) -> list[str]:
    """The lines of a report of that length, title first, office and date last."""
    path = draft(EXAMPLE, folder / "report.txt", to=Format.TXT).path
    if path is None:
        raise SystemExit(1)
    title, *body = path.read_text("utf-8").split("\n")
    more = [line for line in body if len(line) > len(title)]
    while sum(map(len, body)) < LENGTH and more:
        body.insert(-3, more.pop(0).replace("安康", "龙城"))
    return [title, *body]


def longer(lines: list[str], times: int, folder: Path) -> Path:
    """A text file with the report's body `times` over."""
    title, *body = lines
    path = folder / f"{times}.txt"
    path.write_text("\n".join([title, *(body[:-3] * times), *body[-3:]]), "utf-8")
    return path


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = report(folder)
        once = longer(lines, 1, folder)
        bare = median(process("-c", "pass"))
        whole = median(process("-m", "drafter", "check", str(once))) - bare
        print(f"{len(once.read_text('utf-8'))} characters, beyond interpreter start: {whole:.3f} s")
        first: tuple[float, float] | None = None
        for times in (1, 4, 16, 64):
            path = longer(lines, times, folder)
            reading = check(path).reading
            rules = median(partial(read_text, RULES, reading))
            taken = median(partial(check, path))
            first = first or (rules, taken)
            print(
                f"{times:2} x the text: rules {rules:.3f} s, {rules / first[0]:.1f} x;"
                f" the whole check {taken:.3f} s, {taken / first[1]:.1f} x"
            )


if __name__ == "__main__":
    main()
