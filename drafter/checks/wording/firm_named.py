"""W506: a firm named where it is supervised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_FIRM = lazily(f"(?:{HAN}|[（）]){{2,24}}?(?:有限责任公司|股份有限公司|有限公司|集团公司)")
#: What stands before the name in the same clause.
_BEFORE = lazily(
    "^.*(?:对|向|为|与|和|由|将|把|查处|处罚|约谈|检查|督促|责令|依法|起诉|关于|及|是)"
)
_SUPERVISED = lazily(
    "监督|检查|处罚|查处|整治|违法|约谈|整改|曝光|责令|停产|取缔|罚款|投诉|纠纷|败诉|失信|欠薪|污染|超标|涉水|关停"
)
_SENTENCE = lazily("[^。；！？]+")


@text_rule("W506", "firm-named", Severity.INFO, when=When.ASKED)
def firm_named(reading: Reading) -> Iterator[Fault]:
    """查什么：说到检查、处罚、纠纷的句子里，有没有写出企业的名称。指名才查。

    为什么：公开的报告点了名，可能影响企业的名誉；不点名也说得清楚。
    例：“对某某食品有限公司等5家企业开展执法检查”写出了企业的全名。
    怎么改：改成“5家食品企业”；依法公开的典型案例可以保留。
    """
    for passage in reading.proof.passages:
        for sentence in _SENTENCE.finditer(passage.text):
            if not _SUPERVISED.search(sentence.group()):
                continue
            for match in _FIRM.finditer(passage.text, sentence.start(), sentence.end()):
                before = _BEFORE.match(match.group())
                start = match.start() + (before.end() if before else 0)
                name = passage.text[start : match.end()]
                message = f"监管的句子里写出了企业名称“{name}”"
                yield fault(passage, (start, match.end()), message, "只写行业和家数")
