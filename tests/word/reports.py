"""Reports to write with: neutral text, every kind of block, marks that Word gets wrong."""

from __future__ import annotations

from datetime import date

from drafter.model.report import (
    Gap,
    Paragraph,
    Piece,
    PieceKind,
    Report,
    Section,
    Sentence,
)
from drafter.model.spot import Spot

OFFICES = ("青山区云溪镇人民政府", "青山区云溪镇综合事务服务中心")

CASES = Gap(
    id="复议.收到",
    label="收到复议申请件数",
    question="今年收到多少件复议申请？",
    units=("件", "宗"),
    supplier="区司法局",
    prior="786宗",
)
DATE = Gap(id="成文日期", label="成文日期", question="哪一天成文？")

_HEADINGS = (
    "完善工作机制，夯实依法履职基础",
    "规范办事流程，提升服务群众水平",
    "加强队伍建设，增强干部法治观念",
    "突出重点环节，保障各项任务落实",
)
_FILLER = (
    "坚持把学习放在前面，逐条梳理年度任务，明确牵头科室、配合科室和完成时限，做到事事有人管、件件有回音。",
    "围绕群众反映集中的问题，组织科室负责人轮流到窗口值守，当场能办的当场办，当场不能办的说明理由和期限。",
    "修订内部办事指引，把申请条件、所需材料、办理环节写成“一张清单”，张贴在大厅入口处——群众一看就明白。",
    "开展交叉检查，对发现的疏漏列出台账，逐项销号，避免同类问题反复出现，检查结果与年度考核挂钩。",
    "组织讲座和观摩，采取案例讨论、现场提问、分组练习等方式，让参加的人员听得懂、记得住、用得上。",
    "建立定期会商制度，各科室每月交流一次进展，遇到跨部门的事项由分管领导召集会议，形成纪要后抓紧办理。",
)


def text(words: str) -> Piece:
    return Piece(PieceKind.TEXT, words)


def figure(words: str, name: str = "服务.受理") -> Piece:
    return Piece(PieceKind.FIGURE, words, (name,))


def missing(gap: Gap = CASES) -> Piece:
    return Piece(PieceKind.GAP, f"【待补充：{gap.label}】", (gap.id,), gap)


def sentence(*pieces: Piece | str, line: int = 1) -> Sentence:
    made = tuple(text(piece) if isinstance(piece, str) else piece for piece in pieces)
    return Sentence(made, "正文", Spot("2023.yaml", line))


def paragraph(*sentences: Sentence | str) -> Paragraph:
    return Paragraph(tuple(sentence(s) if isinstance(s, str) else s for s in sentences))


def section(
    level: int,
    number: str,
    heading: str,
    *paragraphs: Paragraph,
    run_in: bool = False,
    children: tuple[Section, ...] = (),
) -> Section:
    return Section(
        f"s{level}", level, number, sentence(heading), run_in, tuple(paragraphs), children
    )


def report(
    *sections: Section,
    title: str = "云溪镇2023年法治政府建设年度报告",
    lead: tuple[Paragraph, ...] = (),
    addressees: str = "",
    signatories: tuple[str, ...] = (),
    dated: date | None = None,
    gaps: tuple[Gap, ...] = (),
) -> Report:
    return Report(
        title=sentence(title),
        year=2023,
        profile="标准",
        addressees=addressees,
        lead=lead,
        sections=sections,
        signatories=signatories,
        dated=dated,
        gaps=gaps,
        unused=(),
    )


def one(words: str) -> Report:
    """A report of a title and one paragraph."""
    return report(lead=(paragraph(words),))


def small(odd: str) -> Report:
    """A report with every kind of heading; `odd` stands in one of them."""
    return report(
        section(
            1,
            "一、",
            "主要工作",
            paragraph("开头。"),
            children=(
                section(2, "（一）", "抓好“最后一公里”", paragraph("写完。"), run_in=True),
                section(2, "（二）", odd, children=(section(3, "1.", "题"),)),
            ),
        ),
        title="云溪镇2023年度报告",
        addressees="区政府",
        signatories=("甲镇人民政府",),
        dated=date(2023, 12, 6),
    )


def full(
    *, signatories: tuple[str, ...] = OFFICES, dated: date | None = date(2023, 12, 6)
) -> Report:
    """A whole report of some 5,000 characters."""
    chapters = (
        section(
            1,
            "一、",
            "年度主要工作情况",
            paragraph(_FILLER[0]),
            children=tuple(_run_in(index) for index in range(1, 5)),
        ),
        section(
            1,
            "二、",
            "存在的不足和原因",
            paragraph(*_FILLER[1:5]),
            children=(_nested(),),
        ),
        section(1, "三、", "下一年度工作安排", children=tuple(_alone(i) for i in range(1, 4))),
        section(1, "四、", "其他需要说明的事项", paragraph(*_FILLER[3:]), run_in=True),
    )
    gaps = (CASES,) if dated else (CASES, DATE)
    return report(
        *chapters,
        title="青山区云溪镇人民政府关于2023年度法治政府建设情况的报告",
        lead=(
            paragraph("2023年，我镇按照上级部署，结合本地实际，稳步推进各项工作。", _FILLER[2]),
            paragraph("现将有关情况报告如下。"),
        ),
        addressees="区委、区政府",
        signatories=signatories,
        dated=dated,
        gaps=gaps,
    )


def _run_in(index: int) -> Section:
    """A level-2 section whose heading shares the paragraph with its text."""
    number = f"（{'一二三四'[index - 1]}）"
    numbers = sentence(
        "全年受理各类事项", figure("26280件"), "，其中网上申办", figure("9208件"), "，占",
        Piece(PieceKind.COMPUTED, "35.04%", ("服务.网办",)), "。",
    )  # fmt: skip
    gap = sentence("收到复议申请", missing(), "，均已按期办结。")
    extra = (paragraph(*_FILLER[: index + 2]), paragraph(*_FILLER[index:]))
    first = paragraph(_FILLER[index], numbers, *([gap] if index == 2 else []), *_FILLER[index:])
    return section(2, number, _HEADINGS[index - 1], first, *extra, run_in=True)


def _nested() -> Section:
    """A section with all four levels."""
    fourth = section(4, "（1）", "细化分工", paragraph(_FILLER[5]))
    third = section(3, "1.", "压实责任", paragraph(_FILLER[3]), children=(fourth,))
    run_in = section(3, "2.", "严格考核", paragraph(*_FILLER[4:]), run_in=True)
    return section(2, "（一）", "工作力度还不够均衡", children=(third, run_in))


def _alone(index: int) -> Section:
    """A level-2 section with its heading on a line of its own."""
    number = f"（{'一二三'[index - 1]}）"
    return section(2, number, _HEADINGS[index], paragraph(*_FILLER), paragraph(*_FILLER[index:]))
