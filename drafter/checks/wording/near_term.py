"""W107: a term of the field with one wrong character."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.near_terms import near_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("W107", "near-term", Severity.WARNING, requires=("W101", "W102"))
def near_term(reading: Reading) -> Iterator[Fault]:
    """查什么：常用术语里有没有一个字写得不一样（templates/wording.yaml 的“术语”）。

    为什么：音近形近的字容易打错，错别字表列不全；术语是固定的，差一个字多半是错字。
    例：“行政复义申请”应是“行政复议申请”，“主要负责入”应是“主要负责人”。
    怎么改：是错字的改正；确有这样的词，写进 wording.yaml 的“术语例外”。
    """
    passages = reading.proof.passages
    whole = "\n".join(passage.text for passage in passages)
    begins = [0, *accumulate(len(passage.text) + 1 for passage in passages)]
    known = reading.wording
    for near in near_terms(whole, known.terms, known.term_exceptions):
        place = bisect_right(begins, near.start) - 1
        span = (near.start - begins[place], near.end - begins[place])
        message = f"“{whole[near.start : near.end]}”像是“{near.term}”写错了一个字"
        remedy = f"改为：{near.term}；确是别的词，写进 wording.yaml 的“术语例外”"
        yield fault(passages[place], span, message, remedy)
