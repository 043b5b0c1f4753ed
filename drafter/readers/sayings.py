"""sayings.yaml: how published reports speak of an indicator, besides its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.readers.codes import Fault, error
from drafter.readers.kept import kept

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from drafter.model.finding import Finding


def read_sayings(path: Path, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Sayings by the indicator's id.

    Args:
        path: the file.
        ids: every indicator that there is.

    Raises:
        DrafterError: the file is missing or has a fault, or names an indicator nobody defines.
    """
    given = "\0".join(ids)
    return kept(dict, (), (path,), lambda: (path,), lambda: _read(path, ids), given=given)


def _read(path: Path, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    from drafter.readers.fields import Fields
    from drafter.readers.files import read_text
    from drafter.readers.yaml_tree import Entries, parse_tree

    tree, found = parse_tree(read_text(path), str(path))
    findings: list[Finding] = list(found)
    sayings: dict[str, tuple[str, ...]] = {}
    if isinstance(tree, Entries):
        fields = Fields(tree, "说法", tuple(ids), findings)
        sayings = {entry.key.text: fields.texts(entry.key.text) for entry in tree.items}
    elif tree is not None:
        message = "说法文件应是“指标: [说法, …]”的形式"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "参照文件开头的说明"))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise DrafterError(*errors)
    return sayings
