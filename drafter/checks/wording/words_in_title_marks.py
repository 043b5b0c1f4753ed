"""W412: 《…等制度》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: 法律等 and 规划等 may end a title's own words (《…法律等文书管理办法》): 等 must be near the end.
_INSIDE = lazily(
    "《[^《》]{2,60}?(?P<rest>(?<![一二三四五六七八九十上下中高平同特优初])等"
    "(?:系列|一系列|相关|有关|多项|配套)?"
    "(?:制度|文件|办法|规定|通知|方案|意见|法律|法规|法律法规|规范性文件|规章)?)》"
)


@text_rule("W412", "words-in-title-marks", Severity.ERROR)
def words_in_title_marks(reading: Reading) -> Iterator[Fault]:
    """查什么：书名号里有没有把“等制度”“等文件”这些不是名称的字圈进去。

    为什么：书名号里只能是文件的名称，圈进了别的字，名称就错了。
    例：“印发《公文办理规定等制度》”。
    怎么改：把后书名号移到名称后面，写成“印发《公文办理规定》等制度”。
    """
    for passage in reading.proof.passages:
        for match in _INSIDE.finditer(passage.text):
            rest = match["rest"]
            message = f"“{match.group()}”的书名号圈进了“{rest}”"
            yield fault(passage, match.span(), message, f"后书名号移到“{rest}”前面")
