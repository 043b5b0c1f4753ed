"""Q216: highlights of a section whose text was settled, so that they are not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.names import nodes
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Case
    from drafter.model.kit import Node

#: A highlight of which this much is in the settled text stands there, perhaps in other words.
_TOLD = 0.5


@year_file_rule("Q216", "highlight-behind-settled-text", Severity.WARNING)
def highlight_behind_settled_text(case: Case) -> Iterator[Filed]:
    """查什么：写了“正文”的一节，它的亮点里有没有“正文”没有说到的。

    为什么：“正文”代替这一节的句式和亮点，后来写进亮点的（收来的填报表也会写进去）就不会印出来。
    例：收回 Word 时写了“正文.矛盾纠纷”，后来又在亮点的“矛盾纠纷”下写“建成个人品牌调解室十个”。
    怎么改：要印的写进“正文”；或者删去“正文”里的这一节，按句式和亮点重写；不要的从亮点里删去。
    """
    if not case.answers.bodies:
        return
    from drafter.text.char_pairs import share

    for name, topics in _settled(nodes(case), case):
        words = "".join(text.text for text in case.answers.bodies[name])
        for id_ in topics:
            for text in case.answers.highlights.get(id_, ()):
                if share(text.text, words) < _TOLD:
                    message = f"这一节写了“正文.{name}”，这条亮点不会印出来"
                    remedy = f"写进“正文.{name}”，或者删去它，按句式和亮点重写；不要的从亮点里删去"
                    yield Filed(text.spot, message, remedy, text.text)


def _settled(tops: Iterable[Node], case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each section whose text was settled, by its name there, and its topics."""
    for node in tops:
        name = node.id or (node.topics[0] if node.topics else "")
        if name in case.answers.bodies:
            yield name, node.topics
        yield from _settled(node.children, case)
