"""W206: a year number that cannot be right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.kit import Part
from drafter.model.proof import PassageKind
from drafter.text.dating import about_next_year
from drafter.text.lazily import lazily
from drafter.text.occurrences import inside, quotes, sentence_at, titles

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

#: A year by itself, no end of a span of years.
_YEAR = lazily(
    "(?<![0-9—－–~～/-])(?<![0-9年][、至到])"
    "((?:19|20)[0-9]{2})(?=年)(?!年?(?:[—－–~～/-]+|[、至到])[0-9])"
)
#: A table's column or row of a year: 2023年, 2023年数（件）, 2022年度.
_CELL = lazily("(?:19|20)[0-9]{2}年?度?[^0-9，。；：]{0,8}")
_LEAD = lazily("((?:19|20)[0-9]{2})(?=年度?(?:以来)?，)")
_FORMULA = lazily(
    "((?:19|20)[0-9]{2})(?=年度?(?:推进|关于)?(?:法治|依法)[^，。；]{0,30}(?:如下|汇报|报告))"
)
_AT_YEARS_END = lazily("截[至止]((?:19|20)[0-9]{2})(?=年(?:12月|年?底|末))")
_BRACKETS = lazily("（[^（）]*）")
_PLANS = lazily("安排|思路|打算|计划|下一步|下步|工作重点|展望")
_LOOKING_BACK = lazily(
    "完成情况|落实情况|执行情况|回顾|总结|以来|考[核评]|中期|评估|不足|问题|成效|[获荣奖较]|基础|工作要点"
)
_TO_COME = lazily("(?:^|(?<=[。；]))((?:19|20)[0-9]{2})年，[^。；]{0,12}将")
#: What a chapter on last year speaks of; a chapter on 成效 speaks of this year.
_OF_LAST_YEAR = lazily(
    "整改|反馈|考[核评]|督[察查]|巡[视察]|审计|评估|不足|问题|以来|回顾|遗留|[较比]"
)
_AS_OF = lazily("截[至止]((?:19|20)[0-9]{2})(?=年)")
#: In a part on plans a sentence that opens with a year and goes on to what will be done.
_OPENS = lazily(
    "(?:^|(?<=[。；]))((?:19|20)[0-9]{2})年，(?![^。；]{0,40}(?:虽|已|仍然|依然|存在|以来|了))"
    "[^。；]{0,40}?(?:将|继续|进一步|计划|拟|力争|持续|着力|重点|要)"
)
#: A plan of work for a year, made, issued or followed: 制定2022年度…工作要点.
_PLAN_OF = lazily(
    "(?:制定|制订|印发|出台|下发|制发|编制|拟定|按照|根据|对照|依据|围绕|落实)(?:并印发|印发|了)?"
    "(?:《[^《》0-9]{0,16}|[^，。；：《》、0-9]{0,6})((?:19|20)[0-9]{2})(?=年度?"
    "(?!至|到|[—－–~～-])(?P<of>[^，。；：《》、]{0,20}?)(?:工作要点|重点工作|工作计划|工作安排|学法计划|学习计划|"
    "检查计划|普法计划|立法计划|实施方案|工作方案|要点))"
)
#: A plan that looks back on its year is made in the next one.
_LOOKS_BACK = lazily(
    "考[核评]|评[估议选查]|测评|总结|述[法职]|督[察查]|审计|整改|反馈|决算|验收|表彰|补助|奖"
)
_EARLIER = lazily("去年|上年|上一年|前一年|自|从|继")
#: Words in whose sentence another year is meant: comparisons, honours, documents, old matters.
_HINTS = lazily(
    "[获评荣奖优]|称号|先进|考核|考评|测评|通报|排名|名列|位列|位居|第[一二三]|[同较比]|上年|去年|前一年|"
    "以来|起|自|从|期间|之前|以前|至今|基础|印发|出台|制定|发布|公布|施行|实施|修[订正]|启动|成立|设立|立案|"
    "结转|遗留|积案|跨年|历年|连续|两年|三年|年度|审计|清理|存量|遗|续|入选|案例|试点|批准|招标|建成|投用"
)


@text_rule("W206", "stale-year", Severity.ERROR)
def stale_year(reading: Reading) -> Iterator[Fault]:
    """查什么：题目、导语、标题里的年份是不是报告年度，“下一年安排”的年份是不是下一年，正文里有没有漏改的上一年。

    为什么：报告多在上一年的稿子上改，年份最容易漏。
    例：2023年的报告，导语写“2022年，我区……”。
    怎么改：改成报告年度；说的确是上一年的事，写明“上年”或者与什么比较。
    """
    year = reading.proof.year
    if year is None:
        return
    in_lead = True
    beside = frozenset(_beside_this_year(reading.proof.passages, year))
    for passage in reading.proof.passages:
        if passage.kind is PassageKind.TITLE:
            yield from _title(passage, year)
        elif passage.kind is PassageKind.HEADING:
            in_lead = False
            yield from _heading(passage, year)
        elif in_lead:
            yield from _lead(passage, year)
            continue
        if passage.place in beside:
            continue
        if not passage.parts:
            yield from _running(passage, year)
        elif Part.PLANS in passage.parts:
            yield from _planned(passage, year)


def _beside_this_year(passages: Sequence[Passage], year: int) -> Iterator[int]:
    """Places of the cells that only name a year, in tables that name this year in another."""
    for in_table, group in groupby(passages, key=lambda passage: passage.table):
        cells = [passage for passage in group if in_table and _CELL.fullmatch(passage.text)]
        if any(str(year) in cell.text for cell in cells):
            yield from (cell.place for cell in cells)


def _title(passage: Passage, year: int) -> Iterator[Fault]:
    years = _years(passage.text, 0, len(passage.text))
    if years and all(int(match[1]) != year for match in years):
        yield _told(passage, years[0], f"这是{year}年的报告，题目里是{years[0][1]}年", year)


def _lead(passage: Passage, year: int) -> Iterator[Fault]:
    first = _LEAD.match(passage.text)
    for match in (first, *_FORMULA.finditer(passage.text)):
        if match and int(match[1]) != year:
            yield _told(passage, match, f"这是{year}年的报告，导语里是{match[1]}年", year)
    for match in _AS_OF.finditer(passage.text):
        if int(match[1]) < year:
            message = f"这是{year}年的报告，导语里截至{match[1]}年"
            yield _told(passage, match, message, year, Severity.WARNING)


def _heading(passage: Passage, year: int) -> Iterator[Fault]:
    words = passage.heading
    years = _years(passage.text, 0, passage.body)
    chapter = passage.level == 1 and not _PLANS.search(words)
    looks_back = _OF_LAST_YEAR if chapter else _LOOKING_BACK
    if not years or looks_back.search(words):
        return
    numbers = [int(match[1]) for match in years]
    if _PLANS.search(words):
        if passage.level == 1 and year + 1 not in numbers:
            message = f"{year}年的报告说下一年的安排，标题里是{numbers[0]}年"
            yield _told(passage, years[0], message, year + 1)
    elif max(numbers) < year:
        message = f"这是{year}年的报告，标题里是{numbers[0]}年"
        yield _told(passage, years[0], message, year)


def _planned(passage: Passage, year: int) -> Iterator[Fault]:
    """This year's number where the report tells the next year's plans."""
    form = _OPENS if about_next_year(passage) else _TO_COME
    for match in form.finditer(passage.text, passage.body):
        if int(match[1]) <= year:
            message = f"这里说的是下一年的安排，写的是{match[1]}年"
            yield _told(passage, match, message, year + 1, Severity.WARNING)


def _running(passage: Passage, year: int) -> Iterator[Fault]:
    """Last year's number where the report tells this year's doings."""
    text = passage.text
    if f"{year - 1}年" not in text[passage.body :]:
        return
    plans = [*_plans_of(passage, year)]
    yield from plans
    told = {plan.start for plan in plans}
    for match in _years(text, passage.body, len(text)):
        if int(match[1]) != year - 1 or match.start(1) in told:
            continue
        sentence = sentence_at(text, *match.span())
        ends = _AT_YEARS_END.search(text, max(match.start() - 2, 0), match.end() + 4)
        if f"{year}年" in sentence or (_HINTS.search(sentence) and not ends):
            continue
        message = f"这是{year}年的报告，这里说的是{year - 1}年"
        yield _told(passage, match, message, year, Severity.WARNING)


def _plans_of(passage: Passage, year: int) -> Iterator[Fault]:
    """Last year's plan of work told as this year's."""
    for match in _PLAN_OF.finditer(passage.text, passage.body):
        if int(match[1]) != year - 1 or _LOOKS_BACK.search(match["of"]):
            continue
        before = sentence_at(passage.text, match.start(1), match.end(1)).partition(match[0])[0]
        if f"{year - 1}年" not in before and not _EARLIER.search(before):
            message = f"这是{year}年的报告，这里写的是{match[1]}年的要点、计划"
            yield _told(passage, match, message, year, Severity.WARNING)


def _years(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Years between two places, those in titles, quotes and brackets left out."""
    apart = (titles(text), quotes(text), [match.span() for match in _BRACKETS.finditer(text)])
    return [
        match
        for match in _YEAR.finditer(text, start, end)
        if not any(inside(spans, *match.span()) for spans in apart)
    ]


def _told(
    passage: Passage,
    match: re.Match[str],
    message: str,
    right: int,
    severity: Severity | None = None,
) -> Fault:
    span = (match.start(1), match.end(1) + 1)
    remedy = f"改成{right}年；确是{match[1]}年的，核对这里该不该写"
    return fault(passage, span, message, remedy, severity)
