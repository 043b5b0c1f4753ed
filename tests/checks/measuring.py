"""How many planted slips the checks find, and what they find in texts without any.

`python -m tests.checks.measuring` measures and writes the figures into docs/检查的准确度.md.
"""

from __future__ import annotations

import sys
import tempfile
import zlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

from drafter import locate
from drafter.app.accounts import reported_account
from drafter.app.checking import check
from drafter.checks.registry import RULES
from drafter.checks.running import read_text
from drafter.model.finding import Severity
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit
from drafter.readers.sayings import read_sayings
from drafter.text import indicator_match, old_headings, proofs
from drafter.text.comparing import compare
from drafter.text.old_outline import understand
from drafter.text.proofs import proof_of_document
from drafter.text.spoken_of import catalogue
from drafter.text.statistics import statistics
from tests.checks import known_slips
from tests.checks.clean_texts import ROOT, CleanText, clean_texts
from tests.checks.planting import KINDS, Kind, Planted, Sheet
from tests.checks.planting.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.checks.rule import Rule
    from drafter.model.finding import Finding
    from drafter.text.indicator_match import Match, Surroundings
    from drafter.text.spoken_of import Catalogue

#: How many slips of a kind are planted into each text.
PLANTED = 2
SEED = 20261121
PAGE = ROOT / "docs" / "检查的准确度.md"
#: A full year's figure before the year's end is right to be asked for, whoever put it in.
_ASKED = frozenset({"F208"})
FAMILIES = {"F": "数据", "S": "结构", "W": "文字"}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Bench:
    """A clean text made ready: planting into it and checking it again costs little.

    Attributes:
        clean: the text.
        reading: what the rules saw of it.
        sheet: where its paragraphs stand.
        findings: what they found, each with its line from 0.
        folder: where texts are put to be read.
    """

    clean: CleanText
    reading: Reading
    sheet: Sheet
    findings: tuple[tuple[int, Finding], ...]
    folder: Path

    def known(self) -> Counter[tuple[str, str]]:
        """Codes and messages of what is found in the clean text."""
        return Counter(_key(finding) for _, finding in self.findings)

    def checked(
        self, lines: Sequence[str], last: str = "", rules: Sequence[Rule] = RULES
    ) -> list[tuple[int, Finding]]:
        """Everything that rules find in some lines, each with its line from 0."""
        reading = _read(self.folder, "\n".join(lines) + "\n", self.reading)
        if last:
            path = self.folder / "last.txt"
            path.write_text(last, "utf-8")
            before = reported_account(understand(read_document(path)))
            now = reported_account(understand(read_document(self.folder / "text.txt")))
            reading = replace(reading, compared=compare(before, now))
        return _findings(reading, rules)


@dataclass(slots=True)
class Score:
    """What came of planting one kind of slip.

    Attributes:
        kind: of slip.
        planted: how many there were.
        found: how many were found.
        missed: text and words of those that were not.
        by: how often each code told it.
        false: findings in the words put right: text, code and message.
        righted: how many texts with the words put right were looked at.
    """

    kind: Kind
    planted: int = 0
    found: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    by: Counter[str] = field(default_factory=Counter)
    false: list[tuple[str, str, str]] = field(default_factory=list)
    righted: int = 0


def benches(folder: Path) -> list[Bench]:
    """Every clean text made ready."""
    return [_bench(clean, folder) for clean in clean_texts()]


def measured(benches: Sequence[Bench], times: int = PLANTED, *, most: int = 0) -> list[Score]:
    """Every kind of slip planted into the texts.

    Args:
        benches: the texts.
        times: how often into each.
        most: of a kind in all, each kind beginning with another text; 0 = no limit.
    """
    scores = [Score(kind) for kind in KINDS]
    with _remembering():
        for place, score in enumerate(scores):
            first = place % len(benches)
            for bench in (*benches[first:], *benches[:first]):
                if not most or score.planted < most:
                    _measure(bench, score, times)
    return scores


def false_findings(bench: Bench, severity: Severity) -> list[Finding]:
    """What is found in a clean text although nothing is known to be wrong there."""
    return [
        f
        for _, f in bench.findings
        if f.severity is severity and f.code not in bench.clean.remaining
    ]


def recall(scores: Iterable[Score], family: str) -> float:
    """The share of planted slips of a family that were found."""
    asked = [score for score in scores if score.kind.family == family]
    return sum(s.found for s in asked) / max(sum(s.planted for s in asked), 1)


def characters(benches: Iterable[Bench]) -> int:
    """How many characters of sentences and headings there are in all."""
    return sum(len(p.text) for bench in benches for p in bench.reading.proof.passages)


def table(benches: Sequence[Bench], scores: Sequence[Score]) -> Iterator[str]:
    """The figures as Markdown, line by line."""
    count = characters(benches)
    yield f"{len(benches)} 份没有已知毛病的报告，共 {count} 字；每份每种毛病最多放 {PLANTED} 处，"
    yield f"一次放一处，随机种子 {SEED}。重量一遍：`python -m tests.checks.measuring`。"
    yield ""
    yield "| 毛病的种类 | 放进 | 查出 | 查出的比例 | 由哪些规则查出 |"
    yield "|---|---:|---:|---:|---|"
    for family, name in FAMILIES.items():
        asked = [score for score in scores if score.kind.family == family]
        planted, found = sum(s.planted for s in asked), sum(s.found for s in asked)
        share = _share(found, planted)
        yield f"| **{name}（{family}）** | **{planted}** | **{found}** | **{share}** | |"
        for s in asked:
            by = "、".join(f"{code} {n}" for code, n in sorted(s.by.items()))
            share = _share(s.found, s.planted)
            yield f"| {s.kind.name} | {s.planted} | {s.found} | {share} | {by} |"
    yield ""
    yield "| 没有毛病的报告里报出的 | 条数 | 每千字 |"
    yield "|---|---:|---:|"
    for severity, name in (
        (Severity.ERROR, "错误"),
        (Severity.WARNING, "警告"),
        (Severity.INFO, "提示"),
    ):
        n = sum(len(false_findings(bench, severity)) for bench in benches)
        yield f"| {name} | {n} | {n * 1000 / count:.2f} |"
    righted, false = sum(s.righted for s in scores), sum(len(s.false) for s in scores)
    yield f"| 与毛病同样写法、没有写错的新句子（{righted} 句）上的错误和警告 | {false} | |"


def details(benches: Sequence[Bench], scores: Sequence[Score]) -> Iterator[str]:
    """What was missed and what was found wrongly, for those who write rules."""
    for score in scores:
        for text, words in score.missed[:4]:
            codes = "/".join(sorted(score.kind.codes))
            yield f"没查出 {score.kind.name}（{codes}） {text[:12]}：{words[:_SHOWN]}"
        for text, code, message in score.false[:3]:
            yield f"乱报 {code}（对照 {score.kind.name}） {text[:12]}：{message[:_SHOWN]}"
    for bench in benches:
        for severity in (Severity.ERROR, Severity.WARNING):
            for f in false_findings(bench, severity):
                name = bench.clean.name[:12]
                yield f"乱报 {f.code} {severity.value} {name}：{f.message} | {f.text[:20]}"


def main() -> None:
    """Measure, print, and write the figures into the page."""
    with tempfile.TemporaryDirectory() as folder:
        made = benches(Path(folder))
        scores = measured(made)
    lines = list(table(made, scores))
    sys.stdout.write("\n".join([*lines, "", *details(made, scores), ""]))
    write_between(PAGE, "量得的数", lines)
    write_between(PAGE, "已知的毛病", list(known_slips.table()))


def write_between(page: Path, name: str, lines: Iterable[str]) -> None:
    """Put lines between the two marks of this name in a page that has them."""
    begin, end = f"<!-- {name}：开始 -->", f"<!-- {name}：结束 -->"
    head, rest = page.read_text("utf-8").split(begin, 1)
    tail = rest.split(end, 1)[1]
    page.write_text(f"{head}{begin}\n\n" + "\n".join(lines) + f"\n\n{end}{tail}", "utf-8")


def _measure(bench: Bench, score: Score, times: int) -> None:
    rng = Random(SEED + zlib.crc32(f"{bench.clean.name}{score.kind.name}".encode()))  # noqa: S311
    seen: set[tuple[str, ...]] = set()
    for _ in range(times):
        planted = score.kind.plant(rng, bench.sheet)
        if planted is not None and planted.lines not in seen:
            seen.add(planted.lines)
            _try(bench, planted, score)


@contextmanager
def _remembering() -> Iterator[None]:
    """The slow steps of reading done once for paragraphs that come again and again."""
    slow = indicator_match.best_match

    @lru_cache(maxsize=50_000)
    def matched(around: Surroundings) -> Match | None:
        return slow(around, _words())

    def best_match(around: Surroundings, _: Catalogue) -> Match | None:
        return matched(around)

    with (
        patch.object(proofs, "best_match", best_match),
        patch.object(old_headings, "evened", lru_cache(maxsize=50_000)(old_headings.evened)),
        patch.object(proofs, "statistics", lru_cache(maxsize=50_000)(statistics)),
    ):
        yield


def _try(bench: Bench, planted: Planted, score: Score) -> None:
    fresh = bench.known()
    score.planted += 1
    by = {
        f.code
        for line, f in bench.checked(planted.lines, planted.last, _rules(score.kind.codes))
        if f.code in score.kind.codes
        and (not planted.at or line in planted.at)
        and not fresh[_key(f)]
    }
    score.found += bool(by)
    score.by.update(by)
    if not by:
        score.missed.append((bench.clean.name, planted.words))
    if planted.right is not None:
        score.righted += 1
        score.false += [
            (bench.clean.name, f.code, f.message)
            for line, f in bench.checked(planted.right, planted.last)
            if line in planted.at
            and f.severity is not Severity.INFO
            and f.code not in _ASKED
            and not fresh[_key(f)]
        ]


def _bench(clean: CleanText, folder: Path) -> Bench:
    path = folder / "text.txt"
    path.write_text(clean.text, "utf-8")
    base = check(path).reading
    proof = replace(base.proof, filed=clean.filed)
    reading = replace(base, proof=proof)
    return Bench(clean, reading, sheet_of(clean.text, proof), tuple(_findings(reading)), folder)


def _read(folder: Path, text: str, base: Reading) -> Reading:
    """A text read against what a reading of another was held against."""
    path = folder / "text.txt"
    path.write_text(text, "utf-8")
    document = read_document(path)
    proof = proof_of_document(document, understand(document), _words())
    return replace(base, proof=replace(proof, filed=base.proof.filed))


@cache
def _words() -> Catalogue:
    folder = locate.templates()
    kit = read_kit(folder, folder / "profiles" / "本文件.yaml")
    sayings = read_sayings(folder / "sayings.yaml", kit.indicators)
    return catalogue(kit.indicators, kit.topics, sayings)


def _findings(reading: Reading, rules: Sequence[Rule] = RULES) -> list[tuple[int, Finding]]:
    return [(one.finding.spot.line - 1, one.finding) for one in read_text(rules, reading)]


@cache
def _rules(codes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of these codes and all that they require."""
    wanted = set(codes)
    while more := {c for r in RULES if r.code in wanted for c in r.requires} - wanted:
        wanted |= more
    return tuple(rule for rule in RULES if rule.code in wanted)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _share(found: int, planted: int) -> str:
    return f"{found / planted:.0%}" if planted else "—"


if __name__ == "__main__":
    main()
