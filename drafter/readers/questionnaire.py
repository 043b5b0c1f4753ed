"""questionnaire.yaml: the fixed words of a new year file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.kit import Kind
from drafter.model.pattern import Pattern
from drafter.model.questionnaire import Form, OfficeWords, Words
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields, pattern
from drafter.readers.files import read_text
from drafter.readers.yaml_tree import Entries, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.readers.yaml_tree import Scalar

KEYS = ("全文", "行", "示例", "示例数", "单位")
OFFICE_KEYS = ("自称", "上级", "落款")


def read_words(path: Path) -> Words:
    """Read the words of a questionnaire.

    Raises:
        DrafterError: the file is missing or has a fault; all faults at once.
    """
    tree, found = parse_tree(read_text(path), str(path))
    findings = list(found)
    if not isinstance(tree, Entries):
        message, remedy = "问卷的固定文字读不通", "恢复原来的 questionnaire.yaml"
        raise DrafterError(
            *(findings or [error(Fault.WRONG_SHAPE, Spot(str(path)), message, remedy)])
        )
    fields = Fields(tree, "问卷文字", KEYS, findings)
    words = Words(
        page=tuple(line for scalar in fields.scalars("全文") for line in _lines(scalar, findings)),
        forms=_forms(fields, findings),
        samples=_samples(fields, findings),
        number=fields.needed("示例数"),
        offices=_offices(fields, findings),
    )
    if findings:
        raise DrafterError(*findings)
    return words


def _lines(scalar: Scalar, findings: list[Finding]) -> Iterator[Pattern]:
    for number, line in enumerate(scalar.text.rstrip("\n").split("\n"), 1):
        spot = Spot(scalar.spot.file, scalar.spot.line + number)
        if not line:
            yield Pattern((), "", spot)
        elif (read := pattern(replace(scalar, text=line, spot=spot), findings)) is not None:
            yield read


def _below(fields: Fields, name: str, known: tuple[str, ...], findings: list[Finding]) -> Fields:
    """The entries below a key; none, and a finding, when they are missing."""
    tree = fields.tree_of(name)
    if not isinstance(tree, Entries):
        fields.missing(name)
        tree = Entries((), fields.spot)
    return Fields(tree, f"“{name}”", known, findings)


def _forms(fields: Fields, findings: list[Finding]) -> dict[Form, Pattern]:
    inner = _below(fields, "行", tuple(Form), findings)
    forms = {}
    for form in Form:
        read = inner.pattern(form)
        if read is not None:
            forms[form] = read
        else:
            inner.missing(form)
    return forms


def _samples(fields: Fields, findings: list[Finding]) -> dict[str, str]:
    tree = fields.tree_of("示例")
    units = tuple(e.key.text for e in tree.items) if isinstance(tree, Entries) else ()
    inner = _below(fields, "示例", units, findings)
    return {unit: inner.needed(unit) for unit in units}


def _offices(fields: Fields, findings: list[Finding]) -> dict[Kind, OfficeWords]:
    inner = _below(fields, "单位", tuple(Kind), findings)
    offices = {}
    for kind in Kind:
        one = _below(inner, kind, OFFICE_KEYS, findings)
        offices[kind] = OfficeWords(one.texts("自称"), one.text("上级"), one.texts("落款"))
    return offices
