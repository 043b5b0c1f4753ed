"""Q202: highlights, a heading or own sections under a name that nothing answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.names import node_ids, nodes, unknown
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.answers import WHOLE
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q202", "unknown-topic", Severity.ERROR)
def unknown_topic(case: Case) -> Iterator[Filed]:
    """查什么：“亮点”“题目”“正文”“章节”里的名称，主题目录或所用的结构里有没有。

    为什么：名称写错一个字，下面的内容就不会出现在正文里，而且很难发现。
    例：亮点里写“普法宜传”，目录里只有“普法宣传”。
    怎么改：照提示改成最接近的名称；用 drafter profiles 加结构名可以看到所有的章节。
    """
    topics = tuple(case.kit.topics)
    for id_, texts in case.answers.highlights.items():
        if id_ not in case.kit.topics:
            yield unknown("主题", id_, texts[0].spot, topics)
    places = tuple(dict.fromkeys((*node_ids(nodes(case)), *topics)))
    for id_, text in case.answers.headings.items():
        if id_ not in places:
            yield unknown("章节或主题", id_, text.spot, places)
    points = (*case.answers.shortcomings, *case.answers.plans)
    settled = (*places, *((point.heading or point.texts[0]).text for point in points))
    for id_, texts in case.answers.bodies.items():
        if id_ not in settled:
            yield unknown("章节或主题", id_, texts[0].spot, settled)
    chapters = (WHOLE, *node_ids(case.kit.profile.nodes))
    for id_, branch in case.answers.branches.items():
        if id_ not in chapters and branch:
            yield unknown("章节", id_, branch[0].spot, chapters)
