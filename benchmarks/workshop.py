"""The folder that everything is measured in, and the commands that are measured."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

from docxtpl import DocxTemplate

from benchmarks.asked import asked, write_yaml
from benchmarks.measure import Subject, run, subject
from benchmarks.texts import paragraphs, same

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "templates" / "word" / "standard.docx"
HERE = Path(__file__).resolve().parent
NAIVE = HERE / "naive" / "naive.py"
_ALL = 20

Numbers = list[tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder of its own, with a cache of its own: nobody's cache is filled or emptied."""

    folder: Path

    @property
    def settings(self) -> dict[str, str]:
        """What drafter's environment says of its cache."""
        return {"XDG_CACHE_HOME": str(self.folder / "cache"), "DRAFTER_CACHE": "on"}

    def place(self, *names: str) -> Path:
        """A folder in it, made where there is none."""
        path = self.folder.joinpath(*names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def drafter(self, name: str, *arguments: str | Path, empty: bool = False) -> Subject:
        """The program as it was installed; `empty` empties its cache before every run."""
        script = Path(sys.executable).parent / "drafter"
        start = [script] if script.exists() else [sys.executable, "-m", "drafter"]
        if not empty:
            return subject(name, *start, *arguments, **self.settings)
        cache = self.folder / "no-cache"
        one = subject(name, *start, *arguments, **{**self.settings, "XDG_CACHE_HOME": str(cache)})
        return replace(one, before=lambda: shutil.rmtree(cache, ignore_errors=True))

    def naive(self, name: str, *arguments: str | Path, loader: str = "") -> Subject:
        """The naive script."""
        return subject(name, sys.executable, NAIVE, *arguments, NAIVE_LOADER=loader)

    def floor(self, name: str, data: Path, out: Path) -> Subject:
        """The least that a Python program can do; its template is made ready before."""
        prepared = self.folder / "ready.xml"
        if not prepared.exists():
            prepared.write_text(ready_xml(), "utf-8")
        return subject(
            name, sys.executable, HERE / "naive" / "floor.py", TEMPLATE, prepared, data, out
        )

    def batch(self, name: str, worker: str, *arguments: str | Path) -> Subject:
        """Many reports in one process."""
        command = (sys.executable, "-m", "benchmarks.batch", worker, *arguments)
        return subject(name, *command, **self.settings)

    def numbers(self, worker: str, *arguments: str | Path) -> Numbers:
        """What each of many reports took in one process."""
        path = self.folder / "numbers.json"
        run(self.batch(worker, worker, *arguments, "--numbers", path))
        return [tuple(one) for one in json.loads(path.read_text("utf-8"))]

    def asked(self, year_files: list[Path], folder: str) -> Path:
        """The naive script's data for year files, under their names."""
        place = self.place(folder)
        for one in year_files:
            write_yaml(asked(one), place / one.name)
        return place

    def compare(self, year_files: Path, data: Path, template: Path = TEMPLATE) -> None:
        """See that drafter and the naive script print the same from the two folders.

        Of many files, every ninth: all examples, all multiples.

        Raises:
            SystemExit: they do not.
        """
        ours, theirs = self.place("ours"), self.place("theirs")
        some = ("--part", "1/9" if len(list(data.iterdir())) > _ALL else "1/1")
        run(self.batch("drafter", "drafter", template, year_files, ours, *some))
        run(self.batch("naive", "naive", template, data, theirs, *some))
        for one in sorted(ours.glob("*.docx")):
            same(paragraphs(one), paragraphs(theirs / one.name), one.stem)
            one.unlink()


def ready_xml() -> str:
    """The standard template's document.xml as docxtpl hands it to Jinja."""
    template = DocxTemplate(TEMPLATE)
    template.init_docx()
    body = template.patch_xml(template.get_xml())
    with ZipFile(TEMPLATE) as package:
        head = package.read("word/document.xml").decode().partition("<w:body")[0]
    return f"{head}{body}</w:document>"
