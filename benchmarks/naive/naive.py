"""A report printed with docxtpl as its README shows it: what drafter is measured against.

    python naive.py TEMPLATE.docx DATA.yaml OUT.docx
    python naive.py TEMPLATE.docx FOLDER OUTFOLDER        every DATA.yaml of a folder

The same as in drafter: the template, docxtpl, the words and the pieces that they are cut into, the
paragraphs and their styles. Not the same: the data is the finished text, as if a person had typed
it, so nothing is composed, numbered, reckoned or checked here; nothing is read back; figures get
no content controls, gaps no comments, the sign-off no indents, the properties no title. So all that
drafter does besides counts against drafter.

`NAIVE_LOADER=C` takes PyYAML's loader in C, which few scripts do.
"""

import os
import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate

LOADER = yaml.CSafeLoader if os.environ.get("NAIVE_LOADER") == "C" else yaml.SafeLoader


def fill(template: Path, data: Path, out: Path) -> None:
    """Print one report."""
    with data.open(encoding="utf-8") as file:
        context = yaml.load(file, LOADER)  # noqa: S506 - both are safe loaders
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(out)


def main() -> None:
    """Print the report, or all of a folder."""
    template, data, out = map(Path, sys.argv[1:])
    if data.is_dir():
        for one in sorted(data.glob("*.yaml")):
            fill(template, one, out / f"{one.stem}.docx")
    else:
        fill(template, data, out)


if __name__ == "__main__":
    main()
