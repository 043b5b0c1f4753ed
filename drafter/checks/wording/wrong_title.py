"""W102: the title of a document of the centre, not quite right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.right_titles import RightTitles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_TITLE = lazily("《([^《》〈〉]{5,80})》|〈([^〈〉]{5,80})〉")
_YEARS_BEHIND = lazily("（([12][0-9]{3}年?[^0-9（）]{1,2}[12][0-9]{3}年?)）")
#: A place's own document: 省《…》, 我市《…》, 印发本区《…》.
_PLACE = lazily("[省市区县州旗盟镇乡]$")


@text_rule("W102", "wrong-title", Severity.ERROR)
def wrong_title(reading: Reading) -> Iterator[Fault]:
    """查什么：中央文件和法规的名称写得对不对（templates/wording.yaml 的“文件名称”）。

    为什么：年份、字词错一个就不是那个文件了。
    例：《法治政府建设实施纲要（2022—2025年）》的年份应是2021—2025年。
    怎么改：按全名改正；本地自己的文件，名称前面写上地名。
    """
    rights = RightTitles(reading.wording.titles)
    for passage in reading.proof.passages:
        text = passage.text
        for match in _TITLE.finditer(text):
            if _PLACE.search(text[max(match.start() - 1, 0) : match.start()]):
                continue
            title = match[1] or match[2]
            wrong = rights.fault(title)
            if wrong:
                message = f"《{title}》{wrong.reason}"
                remedy = f"全名是《{wrong.right}》"
                yield fault(passage, match.span(), message, remedy, wrong.severity)
                continue
            behind = _YEARS_BEHIND.match(text, match.end())
            if behind and rights.known(title):
                message = f"《{title}》的年份写在了书名号外面"
                span = (match.start(), behind.end())
                remedy = f"写成《{title}{behind.group()}》"
                yield fault(passage, span, message, remedy, Severity.WARNING)
