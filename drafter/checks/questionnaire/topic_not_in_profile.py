"""Q203: highlights of a topic that the structure has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.names import nodes, topics
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q203", "topic-not-in-profile", Severity.ERROR)
def topic_not_in_profile(case: Case) -> Iterator[Filed]:
    """查什么：“亮点”里的主题，所用的结构里有没有它的位置。

    为什么：结构里没有这个主题，写好的亮点就不会印出来。
    例：“本文件”结构里没有“立法工作”一节，亮点里却写了立法工作。
    怎么改：移到别的主题下面，或在结构里加上这个主题。
    """
    known = topics(nodes(case))
    for id_, texts in case.answers.highlights.items():
        if id_ in case.kit.topics and id_ not in known:
            profile = case.kit.profile.name
            message = f"结构“{profile}”里没有“{id_}”这一节，这里的亮点不会写进正文"
            remedy = "移到别的主题下面，或在结构里加上这个主题"
            yield Filed(texts[0].spot, message, remedy, id_)
