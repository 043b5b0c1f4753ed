"""The committed templates are what the script builds."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from drafter.app.word_templates import word_template_names
from drafter.writers.docx import check_template
from tests.tools import audit_errors, sdk_errors
from tools.build_word import FOLDER, TEMPLATES, Template, build

each = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@each
def test_committed_template_is_a_fresh_build_part_by_part(template: Template) -> None:
    path = FOLDER / f"{template.name}.docx"
    committed, fresh = parts(path.read_bytes()), parts(build(template))
    assert list(committed) == list(fresh)
    for name, content in fresh.items():
        assert committed[name] == content, f"{path.name}, {name}: run python -m tools.build_word"


def test_no_template_lies_there_that_the_script_does_not_build() -> None:
    assert set(word_template_names()) == {template.name for template in TEMPLATES}


@each
def test_two_builds_are_the_same_bytes(template: Template) -> None:
    assert build(template) == build(template)


@each
def test_template_itself_is_valid(template: Template) -> None:
    path = FOLDER / f"{template.name}.docx"
    assert audit_errors(path) == []
    assert sdk_errors(path) == []


@each
def test_template_has_nothing_to_complain_of(template: Template) -> None:
    assert check_template(FOLDER / f"{template.name}.docx") == ()
