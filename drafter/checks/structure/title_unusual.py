"""S210: a title that is not a yearly report's, or does not say whose and which year's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.lazily import lazily
from drafter.text.old_frame import issuer_of_title, read_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_SUBJECT = lazily(r"法治政府建设|法治建设|依法行政")
_REPORT = lazily(r"报告(?:[（(][^（）()]{1,20}[）)])?$")
_PLANS = lazily(r"(?:20[0-9]{2}年|下一?年度?|下一?步)[^年]{0,10}(?:计划|安排|打算|思路|要点)")
_BODY = r"(?:党工委|管委会|管理委员会|人民政府|政府|办事处|局|厅)?"
_ZONE = (
    r"(?:国家级|省级)?(?:高新技术产业开发区|经济技术开发区|高新技术开发区|经济开发区|高新区|经开区"
    r"|开发区|新区|工业园区?|产业园区?|度假区|示范区|园区|街道|人民政府|管委会|管理委员会)"
)
_OFFICE = (
    r"(?:司法|公安|财政|教育|民政|审计|统计|卫生健康|卫健|市场监督管理|市场监管|自然资源|生态环境"
    r"|住房和城乡建设|住建|交通运输|农业农村|水利|水务|应急管理|城市管理|人力资源和社会保障|人社"
    r"|文化和旅游|文旅|医疗保障|商务|信访|林业|科技|退役军人事务|行政审批|乡村振兴|体育)[局厅]"
)
_PLACELESS = lazily(
    rf"[我本]?(?:[省市县区州](?!场|政工|[南北中]区))?(?:{_ZONE}{_BODY}|{_OFFICE}|[市县区镇乡]政府)"
    r"|[省市县区镇乡](?:人民)?政府"
)


@text_rule("S210", "title-unusual", Severity.INFO)
def title_unusual(reading: Reading) -> Iterator[Fault]:
    """查什么：题目里有没有单位（写明是哪个地方的）、年度、“法治政府建设”和“报告”。

    为什么：报告要公开，读者从题目就应当看出是谁、哪一年、什么文种。
    例：“高新区2023年法治政府建设年度报告”没有写是哪个市；“……工作总结”不是报告。
    怎么改：写成“地方和单位＋年度＋法治政府建设年度报告”。
    """
    if reading.other_kind:
        return
    for passage in reading.proof.passages:
        if passage.kind is PassageKind.TITLE and passage.text:
            reasons = "；".join(_reasons(passage.text))
            if reasons:
                remedy = "题目写成“地方和单位＋年度＋法治政府建设年度报告”"
                message = f"题目“{passage.text}”{reasons}"
                yield fault(passage, (0, len(passage.text)), message, remedy)


def _reasons(title: str) -> Iterator[str]:
    """What is unusual about a title."""
    issuer = issuer_of_title(title)
    if not issuer:
        yield "没有写单位"
    elif _PLACELESS.fullmatch(issuer):
        yield f"里的“{issuer}”没有写明是哪个地方的"
    if read_year(title) is None:
        yield "没有写年度"
    if not _SUBJECT.search(title):
        yield "没有“法治政府建设”"
    if not _REPORT.search(title):
        yield "不是以“报告”结束，法定的文种是年度报告"
    if _PLANS.search(title):
        yield "把下年的安排也写了进去，安排在正文里写就可以"
