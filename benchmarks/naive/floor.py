"""The least that a Python program can do: Jinja on text made ready before, and a zip.

    python floor.py TEMPLATE.docx READY.xml DATA.yaml OUT.docx
    python floor.py TEMPLATE.docx READY.xml FOLDER OUTFOLDER      every DATA.yaml of a folder

READY.xml is the template's document.xml as docxtpl hands it to Jinja. No program for people could
be this: it takes one template on trust, knows no line breaks, checks nothing. It shows how far
there is to go.
"""

import sys
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from jinja2 import Environment, Template

DOCUMENT = "word/document.xml"


@cache
def ready(path: Path) -> Template:
    """The template, compiled once."""
    return Environment(autoescape=True).from_string(path.read_text("utf-8"))


@cache
def others(path: Path) -> dict[str, bytes]:
    """The parts of the package that stay as they are."""
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if name != DOCUMENT}


def fill(template: Path, prepared: Path, data: Path, out: Path) -> None:
    """Print one report."""
    with data.open(encoding="utf-8") as file:
        context = yaml.load(file, yaml.CSafeLoader)
    text = ready(prepared).render(context)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in others(template).items():
            package.writestr(name, content)
        package.writestr(DOCUMENT, text)


def main() -> None:
    """Print the report, or all of a folder."""
    template, prepared, data, out = map(Path, sys.argv[1:])
    if data.is_dir():
        for one in sorted(data.glob("*.yaml")):
            fill(template, prepared, one, out / f"{one.stem}.docx")
    else:
        fill(template, prepared, data, out)


if __name__ == "__main__":
    main()
