"""The committed template is what the script builds."""

from __future__ import annotations

import zipfile
from io import BytesIO

from drafter.writers.docx import check_template
from tests.tools import TEMPLATE, audit_errors, sdk_errors
from tools.build_word import build


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_committed_template_is_a_fresh_build_part_by_part() -> None:
    committed, fresh = parts(TEMPLATE.read_bytes()), parts(build())
    assert list(committed) == list(fresh)
    for name, content in fresh.items():
        assert committed[name] == content, f"{name}: run python -m tools.build_word"


def test_two_builds_are_the_same_bytes() -> None:
    assert build() == build()


def test_template_itself_is_valid() -> None:
    assert audit_errors(TEMPLATE) == []
    assert sdk_errors(TEMPLATE) == []


def test_template_has_nothing_to_complain_of() -> None:
    assert check_template(TEMPLATE) == ()
