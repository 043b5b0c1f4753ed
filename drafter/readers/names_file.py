"""names.yaml, read: the places line by line, what lies in a place further in than the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.fields import Fields
from drafter.readers.files import read_text
from drafter.readers.names import Names
from drafter.readers.yaml_tree import Entries, Scalar, Tree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.finding import Finding

KEYS = ("允许", "固定说法", "地名")
#: Not the name of a city: what lies under it is governed by the province itself.
_DIRECT = "直辖"


def read_names_file(path: Path) -> Names:
    """Places and set phrases; raises as `names.read_names` does."""
    tree, found = parse_tree(read_text(path), str(path))
    findings: list[Finding] = list(found)
    names = Names((), frozenset(), ())
    if isinstance(tree, Entries):
        fields = Fields(tree, "地名文件", KEYS, findings)
        allowed = frozenset(name for text in fields.texts("允许") for name in text.split())
        tree_of_places = fields.tree_of("地名")
        if isinstance(tree_of_places, Scalar):
            found_places = _lines(tree_of_places, findings)
        else:
            found_places = _places(tree_of_places, (), findings)
        places = tuple(dict.fromkeys(found_places))
        names = Names(places, allowed, fields.texts("固定说法"))
    elif tree is not None:
        message = f"地名文件里应当有“{'”“'.join(KEYS)}”"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "参照文件里的说明"))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise DrafterError(*errors)
    return names


def _lines(block: Scalar, findings: list[Finding]) -> Iterator[tuple[str, ...]]:
    """The same in a block of lines, deeper ones further in: much faster to read than a tree."""
    above: list[tuple[int, str]] = []
    first = block.spot.line + (1 if block.quoted else 0)
    for number, line in enumerate(block.text.split("\n"), first):
        if not line.strip():
            continue
        name, colon, inside = line.partition(":")
        depth = len(name) - len(name.lstrip(" "))
        while above and above[-1][0] >= depth:
            above.pop()
        if not colon:
            message = f"地名“{line.strip()}”后面缺冒号"
            spot = Spot(block.spot.file, number, 1)
            findings.append(error(Fault.WRONG_SHAPE, spot, message, "写成“市: 县 县 …”"))
            continue
        above.append((depth, name.strip()))
        chain = tuple(one for _, one in above if one != _DIRECT)
        if name.strip() != _DIRECT:
            yield chain
        yield from ((*chain, lying_in) for lying_in in inside.split())


def _places(
    tree: Tree | None, above: tuple[str, ...], findings: list[Finding]
) -> Iterator[tuple[str, ...]]:
    """Names of a province or city, and of what lies in it."""
    if isinstance(tree, Scalar):
        yield from ((*above, name) for name in tree.text.split())
    elif isinstance(tree, Entries):
        for entry in tree.items:
            name = entry.key.text
            inside = above if name == _DIRECT else (*above, name)
            if inside != above:
                yield inside
            yield from _places(entry.value, inside, findings)
    elif tree is not None:
        message = "地名下面应是“省: …”或者“市: 县 县 …”的形式"
        findings.append(error(Fault.WRONG_SHAPE, tree.spot, message, "县名写在一行里，用空格隔开"))
