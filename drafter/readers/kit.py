"""The templates folder: indicators, topics, phrases and one profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.model.kit import Indicator, Kit, Node, Profile, Topic
from drafter.readers.codes import Fault, error
from drafter.readers.duties import read_contents, read_deliveries
from drafter.readers.files import read_text
from drafter.readers.indicators import read_indicators
from drafter.readers.phrases import read_phrases
from drafter.readers.profiles import read_profile
from drafter.readers.topics import read_topic
from drafter.readers.yaml_tree import Tree, parse_tree
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.model.spot import Spot


def profile_names(folder: Path) -> tuple[str, ...]:
    """Names of the profiles in a templates folder, sorted."""
    return tuple(sorted(path.stem for path in (folder / "profiles").glob("*.yaml")))


def profile_at(path: Path) -> Profile:
    """A profile by itself, without what its names stand for.

    Raises:
        DrafterError: the file is missing or has a fault.
    """
    findings: list[Finding] = []
    made = read_profile(_tree(path, findings), path.stem, findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors or made is None:
        raise DrafterError(*(errors or [_empty(path)]))
    return made


def read_kit(folder: Path, profile: Path) -> Kit:
    """Read all that one report needs.

    Args:
        folder: the templates folder.
        profile: the profile's file.

    Raises:
        DrafterError: a file is missing or has a fault; all faults at once.
    """
    findings: list[Finding] = []
    indicators: dict[str, Indicator] = {}
    for path in sorted((folder / "indicators").glob("*.yaml")):
        for indicator in read_indicators(_tree(path, findings), findings):
            earlier = indicators.setdefault(indicator.id, indicator)
            if earlier is not indicator:
                findings.append(_twice(indicator.id, earlier.spot, indicator.spot))
    made = read_profile(_tree(profile, findings), profile.stem, findings)
    topics = {
        topic.id: topic
        for path in sorted((folder / "topics").glob("*.yaml"))
        if (topic := read_topic(_tree(path, findings), path.stem, findings)) is not None
    }
    phrases = read_phrases(_tree(folder / "phrases.yaml", findings), findings)
    if made is not None:
        findings += unknown_topics(made.nodes, topics)
    contents = read_contents(_tree(folder / "contents.yaml", findings), findings)
    deliveries = read_deliveries(_tree(folder / "recipients.yaml", findings), findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors or made is None:
        raise DrafterError(*(errors or [_empty(profile)]))
    return Kit(indicators, topics, made, phrases, contents, deliveries)


def find_profile(name: str, folder: Path, beside: Path, spot: Spot) -> Path:
    """The file of a profile that a year file names.

    Args:
        name: a profile's name, or a path to a file ending in .yaml.
        folder: the templates folder.
        beside: the year file's folder; a path is taken from there.
        spot: where the name stands.

    Raises:
        DrafterError: there is no such profile; the nearest is named.
    """
    if name.endswith((".yaml", ".yml")):
        return beside / name
    path = folder / "profiles" / f"{name}.yaml"
    if path.is_file():
        return path
    names = profile_names(folder)
    near = nearest(name, names)
    remedy = f"是不是“{near[0]}”？" if near else ""
    remedy += f"可用的结构有：{'、'.join(names)}；自己的结构写文件路径，如 我的结构.yaml"
    raise DrafterError(error(Fault.UNKNOWN_PROFILE, spot, f"没有“{name}”这个结构", remedy, name))


def unknown_topics(nodes: tuple[Node, ...], topics: Mapping[str, Topic]) -> Iterator[Finding]:
    """Findings for topics that a tree names and nobody defines."""
    for node in nodes:
        for id_ in node.topics:
            if id_ not in topics:
                near = nearest(id_, topics)
                remedy = f"是不是“{near[0]}”？" if near else "在 templates/topics 里加一个同名文件"
                message = f"没有“{id_}”这个主题"
                yield error(Fault.UNKNOWN_TOPIC_IN_TREE, node.spot, message, remedy, id_)
        yield from unknown_topics(node.children, topics)


def _tree(path: Path, findings: list[Finding]) -> Tree | None:
    tree, found = parse_tree(read_text(path), str(path))
    findings.extend(found)
    return tree


def _twice(id_: str, first: Spot, second: Spot) -> Finding:
    message = f"指标“{id_}”定义了两次，另一处在 {first}"
    return error(Fault.REPEATED_ID, second, message, "保留一处", id_)


def _empty(profile: Path) -> Finding:
    from drafter.model.spot import Spot

    spot = Spot(str(profile))
    return error(Fault.WRONG_SHAPE, spot, "结构文件是空的或读不通", "参照 纲要八章.yaml 的写法")


__all__ = ["Profile", "find_profile", "profile_at", "profile_names", "read_kit", "unknown_topics"]
