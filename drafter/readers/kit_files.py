"""The templates folder's files, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Severity
from drafter.model.kit import Indicator, Kit, Profile
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.duties import read_contents, read_deliveries
from drafter.readers.files import read_text
from drafter.readers.indicators import read_indicators
from drafter.readers.kit import indicator_paths, profile_file, topic_paths, unknown_topics
from drafter.readers.phrases import read_phrases
from drafter.readers.profiles import read_profile
from drafter.readers.topics import read_topic
from drafter.readers.yaml_tree import Tree, parse_tree

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding


def read_profile_file(path: Path) -> Profile:
    """A profile by itself, without what its names stand for.

    Raises:
        DrafterError: the file is missing or has a fault.
    """
    findings: list[Finding] = []
    made = _profile(path, findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors or made is None:
        raise DrafterError(*(errors or [_empty(path)]))
    return made


def read_kit_files(folder: Path, profile: Path) -> Kit:
    """All that one report needs.

    Args:
        folder: the templates folder.
        profile: the profile's file.

    Raises:
        DrafterError: a file is missing or has a fault; all faults at once.
    """
    findings: list[Finding] = []
    indicators: dict[str, Indicator] = {}
    for path in indicator_paths(folder):
        for indicator in read_indicators(_tree(path, findings), findings):
            earlier = indicators.setdefault(indicator.id, indicator)
            if earlier is not indicator:
                findings.append(_twice(indicator.id, earlier.spot, indicator.spot))
    made = _profile(profile, findings)
    topics = {
        topic.id: topic
        for path in topic_paths(folder)
        if (topic := read_topic(_tree(path, findings), path.stem, findings)) is not None
    }
    if made is not None:
        indicators |= made.indicators
        topics |= made.topics
    phrases = read_phrases(_tree(folder / "phrases.yaml", findings), findings)
    if made is not None:
        findings += unknown_topics(made.nodes, topics)
    contents = read_contents(_tree(folder / "contents.yaml", findings), findings)
    deliveries = read_deliveries(_tree(folder / "recipients.yaml", findings), findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors or made is None:
        raise DrafterError(*(errors or [_empty(profile)]))
    if made.other_kind:
        contents, deliveries = (), {}
    return Kit(indicators, topics, made, phrases, contents, deliveries)


def _profile(path: Path, findings: list[Finding]) -> Profile | None:
    """The profile, or the variant of it that the path names."""
    file, variant = profile_file(path)
    return read_profile(_tree(file, findings), file.stem, findings, variant)


def _tree(path: Path, findings: list[Finding]) -> Tree | None:
    tree, found = parse_tree(read_text(path), str(path))
    findings.extend(found)
    return tree


def _twice(id_: str, first: Spot, second: Spot) -> Finding:
    message = f"指标“{id_}”定义了两次，另一处在 {first}"
    return error(Fault.REPEATED_ID, second, message, "保留一处", id_)


def _empty(profile: Path) -> Finding:
    spot = Spot(str(profile))
    return error(Fault.WRONG_SHAPE, spot, "结构文件是空的或读不通", "参照 纲要八章.yaml 的写法")
