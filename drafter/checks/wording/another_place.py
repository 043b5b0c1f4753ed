"""W503: another place's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs
from drafter.text.places import by_name, home, named_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.text.places import Chain

#: Words by which another place is named on purpose, in the same sentence.
_ON_PURPOSE = lazily(
    "赴|前往|考察|学习|借鉴|取经|调研|交流|观摩|对口|协作|合作|协同|帮扶|支援|援建|援藏|援疆|结对|共建|"
    "联合|联动|经验|来自|来访|户籍|籍|外地|异地|跨省|跨市|跨区|跨域|跨县|通办|互认|签订|签约|毗邻|交界|"
    "接壤|周边|相邻|流入|流出|外出|务工|移交|移送|转办|协查|移民|投资|引进|招商|总部|迁入|迁至|举行|举办|"
    "召开|参加|参赛|会议|评审|颁奖|湾区|都市圈|经济圈|一体化|流域|上游|下游|兄弟|友好|输出|对接"
)
#: What follows when the name belongs to that of an enterprise, a court or a school.
_ORGANISATION = lazily(
    "[^，。；：、]{0,20}?(?:公司|集团|法院|检察院|仲裁|律师|事务所|大学|学院|研究院|医院|银行|协会|商会|企业)"
)
_SENTENCE = lazily("[。；！？]")


@text_rule("W503", "another-place", Severity.WARNING)
def another_place(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有出现别处的省、市、县、区的名字：不是本地，不是上级，也不是下属的。

    为什么：照着别处的报告改，最容易漏掉的就是地名。
    例：花都区的报告里写着“全面提升龙岗区依法行政水平”。
    怎么改：换成本地的名字。确实要提的（考察、协作等，多数会认出来），写进 names.yaml 的“允许”。
    """
    proof = reading.proof
    named = by_name(reading.wording.places)
    here = home((proof.title, proof.issuer, *proof.signatories), named)
    if here is None:
        return
    for passage in proof.passages:
        found = [
            span
            for span in named_places(passage.text, named)
            if (name := passage.text[slice(*span)]) not in reading.wording.allowed
            and not any(here.holds(chain) for chain in named[name])
        ]
        yield from _told(passage, named, found)


def _told(
    passage: Passage, named: Mapping[str, list[Chain]], found: list[tuple[int, int]]
) -> Iterator[Fault]:
    """Names of other places in a passage, each once."""
    text = passage.text
    if not found:
        return
    quoted = pairs(text).covered(text, "“《")
    told: set[str] = set()
    for start, end in found:
        name = text[start:end]
        if quoted[start] or name in told or _meant(text, start, end):
            continue
        told.add(name)
        lies = named[name][0][:-1]
        where = f"（{''.join(lies)}）" if lies else ""
        message = f"“{name}”{where}不是本地的地名，也不是上级或者下属的"
        remedy = "是照抄来的，换成本地的；确实要提，写进 names.yaml 的“允许”"
        yield fault(passage, (start, end), message, remedy)


def _meant(text: str, start: int, end: int) -> bool:
    """Whether the place is named on purpose."""
    if _ORGANISATION.match(text, end):
        return True
    before = text[max(start - 120, 0) : start]
    after = text[end : end + 120]
    sentence = _SENTENCE.split(before)[-1] + _SENTENCE.split(after)[0]
    return bool(_ON_PURPOSE.search(sentence))
