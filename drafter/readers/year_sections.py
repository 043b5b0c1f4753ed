"""The parts of a year file: who reports on what, and the words that go with the figures."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from drafter.model.answers import Office, OwnListStyle, Point, Text, Use
from drafter.model.kit import LAYOUTS, Kind, Part
from drafter.model.record import record
from drafter.readers.bullets import tell_bullets
from drafter.readers.codes import Fault
from drafter.readers.days import read_year
from drafter.readers.typed import is_blank
from drafter.readers.yaml_tree import Entries, Items, Scalar, Tree
from drafter.readers.year_figures import read_date
from drafter.text.days import printed_day
from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from drafter.model.spot import Spot
    from drafter.readers.sheet import Sheet

REPORT_KEYS = (
    "年度", "结构", "用途", "标题", "数据截至", "成文日期", "接排", "案件单位", "照录",
)  # fmt: skip
POINT_KEYS = ("题", "文", "因")
_POINT_KEY = lazily(f"(?:{'|'.join(POINT_KEYS)})[ \u3000]*[:：]")
LIST_KEYS = ("式", "领")
OFFICE_KEYS = ("名称", "类型", "自称", "上级", "落款", "主送")
_USUAL_YEARS = range(2004, 2100)  # 全面推进依法行政实施纲要 is of 2004

# What offices call themselves, and the kind that it comes under.
_KINDS_BY_NAME = {
    "乡": Kind.TOWNSHIP,
    "镇": Kind.TOWNSHIP,
    "街道办": Kind.SUBDISTRICT,
    "街道办事处": Kind.SUBDISTRICT,
    "县级市": Kind.COUNTY,
    "地级市": Kind.CITY,
    "市辖区": Kind.DISTRICT,
    "局": Kind.DEPARTMENT,
    "委": Kind.DEPARTMENT,
    "厅": Kind.DEPARTMENT,
    "开发区": Kind.ZONE,
    "高新区": Kind.ZONE,
    "管委会": Kind.ZONE,
}


@record
class Frame:
    """What 报告 says.

    Attributes:
        year: None when it is missing or cannot be read; there is a finding then.
        profile: empty when it is missing.
        use: public when nothing is said.
        title: an own title; None = the profile's.
        as_of: None when not told.
        dated: None when not told.
        run_in: levels whose headings run in; None = as the profile says.
        case_unit: 件, 宗 or empty.
        verbatim: see `Answers`.
    """

    year: int | None
    profile: str
    use: Use
    title: Text | None
    as_of: date | None
    dated: date | None
    run_in: frozenset[int] | None
    case_unit: str
    verbatim: bool


def read_frame(sheet: Sheet, tree: Tree | None, top: Spot) -> Frame:
    """报告; `top` is the place to name when it is missing."""
    fields = sheet.known_entries(tree, "“报告”", REPORT_KEYS)
    place = tree.spot if isinstance(tree, Entries) else top
    year = _year(sheet, fields.get("年度"), place)
    return Frame(
        year=year,
        profile=sheet.word(fields.get("结构"), "“结构”"),
        use=_use(sheet, fields.get("用途")),
        title=sheet.heading(fields.get("标题"), "“标题”"),
        as_of=_day(sheet, fields.get("数据截至"), "“数据截至”", year),
        dated=_day(sheet, fields.get("成文日期"), "“成文日期”", year),
        run_in=_run_in(sheet, fields.get("接排")),
        case_unit=_case_unit(sheet, fields.get("案件单位")),
        verbatim=_verbatim(sheet, fields.get("照录")),
    )


def read_office(sheet: Sheet, tree: Tree | None, top: Spot) -> Office | None:
    """单位; None, and a finding, when its name or kind is missing or wrong."""
    fields = sheet.known_entries(tree, "“单位”", OFFICE_KEYS)
    place = tree.spot if isinstance(tree, Entries) else top
    name = sheet.word(fields.get("名称"), "“名称”")
    if not name:
        message = "没有写明单位的名称"
        sheet.error(Fault.MISSING_ANSWER, place, message, "在“单位”下写一行 `名称: 某某街道`")
    kind = _kind(sheet, fields.get("类型"), place)
    signatories = _signatories(sheet, fields.get("落款"))
    self_name = sheet.word(fields.get("自称"), "“自称”")
    superior = sheet.word(fields.get("上级"), "“上级”")
    addressees = sheet.word(fields.get("主送"), "“主送”")
    if not name or kind is None:
        return None
    return Office(name, kind, self_name or name, superior, signatories, addressees)


def read_highlights(sheet: Sheet, tree: Tree | None) -> dict[str, tuple[Text, ...]]:
    """亮点 by topic; topics with nothing below them are left out."""
    if isinstance(tree, (Items, Scalar)) and not is_blank(tree):
        if isinstance(tree, Scalar) and sheet.told_by_line(tree):
            return {}
        message = "“亮点”要先写主题的名称，再写这个主题的亮点"
        remedy = "写成 `政务服务:`，下一行缩进两格写 `- 亮点文字`"
        sheet.error(Fault.WRONG_SHAPE, tree.spot, message, remedy)
        return {}
    found: dict[str, tuple[Text, ...]] = {}
    for name, entry in sheet.entries(tree, "“亮点”"):
        found[name] = sheet.texts(entry.value, f"“{name}”的亮点")
        tell_bullets(sheet, entry.value)
    return {name: texts for name, texts in found.items() if texts}


def read_headings(sheet: Sheet, tree: Tree | None) -> dict[str, Text]:
    """题目 by node or topic."""
    found = {
        name: sheet.heading(entry.value, f"“{name}”的题目")
        for name, entry in sheet.entries(tree, "“题目”")
    }
    return {name: text for name, text in found.items() if text is not None}


def read_points(sheet: Sheet, tree: Tree | None, what: str) -> tuple[Point, ...]:
    """不足 or 安排, in the order written."""
    if isinstance(tree, Entries):
        message = f"{what}应当是一条一条的列表，每条前面加“- ”"
        remedy = f"写成 `- {sheet.line(tree.spot.line).strip()}`"
        sheet.error(Fault.WRONG_SHAPE, tree.spot, message, remedy)
        return ()
    items = tree.items if isinstance(tree, Items) else () if tree is None else (tree,)
    return tuple(point for item in items for point in _points(sheet, item, what))


def _is_point_key(text: str) -> bool:
    return text.startswith(POINT_KEYS) and _POINT_KEY.match(text) is not None


def _points(sheet: Sheet, item: Tree, what: str) -> Iterator[Point]:
    """One entry: a mapping with 题, 文 and 因, or a text (each of its lines an entry)."""
    keys = [entry.key.text.strip() for entry in item.items] if isinstance(item, Entries) else []
    if isinstance(item, Scalar) and _is_point_key(item.text) and sheet.told_by_line(item):
        return
    if not any(key in POINT_KEYS for key in keys):
        yield from (Point(None, (text,)) for text in sheet.texts(item, what))
        tell_bullets(sheet, item)
        return
    fields = sheet.known_entries(item, what, POINT_KEYS)
    heading = sheet.heading(fields.get("题"), f"{what}的“题”")
    cause = sheet.heading(fields.get("因"), f"{what}的“因”")
    text = fields.get("文")
    if isinstance(text, Items):
        texts = sheet.texts(text, f"{what}的“文”")
        tell_bullets(sheet, text)
    else:
        one = sheet.heading(text, f"{what}的“文”")
        texts = (one,) if one else ()
    if heading or texts:
        yield Point(heading, texts, cause)
    elif cause:
        message = f"只写了原因“{cause.text}”，没有写不足本身"
        sheet.error(Fault.EMPTY_ENTRY, cause.spot, message, "加一行 `文: …`", cause.text)


def read_list_styles(sheet: Sheet, tree: Tree | None) -> dict[Part, OwnListStyle]:
    """写法, by part: a layout alone (安排: 一是), or a mapping with 式 and 领, as in a profile."""
    found: dict[Part, OwnListStyle] = {}
    for name, value in sheet.known_entries(tree, "“写法”", tuple(Part)).items():
        what = f"“{name}”的写法"
        if isinstance(value, Entries):
            fields = sheet.known_entries(value, what, LIST_KEYS)
            opening = sheet.heading(fields.get("领"), f"{what}里的“领”")
            found[Part(name)] = OwnListStyle(_layout(sheet, fields.get("式"), what), opening)
        else:
            found[Part(name)] = OwnListStyle(_layout(sheet, value, what), None)
    return found


def _layout(sheet: Sheet, tree: Tree | None, what: str) -> str:
    text = sheet.heading(tree, what)
    if text is None or text.text in LAYOUTS:
        return text.text if text else ""
    message = f"{what}没有“{text.text}”这一种，照结构的写法写"
    remedy = f"可以是{'、'.join(LAYOUTS)}"
    sheet.error(Fault.BAD_CHOICE, text.spot, message, remedy, text.text)
    return ""


def read_ignored(sheet: Sheet, tree: Tree | None) -> dict[str, Text]:
    """忽略: reasons by code."""
    found: dict[str, Text] = {}
    for name, entry in sheet.entries(tree, "“忽略”"):
        reason = sheet.text(entry.value, f"“{name}”的理由")
        if reason is not None:
            found[unicodedata.normalize("NFKC", name)] = reason
        elif is_blank(entry.value):
            message = f"忽略“{name}”没有写理由，这一条检查照常进行"
            remedy = f"写明理由，如 `{name}: 今年口径改为按户统计`"
            sheet.error(Fault.EMPTY_ENTRY, entry.key.spot, message, remedy, name)
    return found


def _year(sheet: Sheet, tree: Tree | None, place: Spot) -> int | None:
    text = sheet.heading(tree, "“年度”")
    if text is None:
        if tree is None:
            message = "没有写明报告的年度"
            sheet.error(Fault.MISSING_ANSWER, place, message, "在“报告”下写一行 `年度: 2023`")
        return None
    year = read_year(text.text)
    if year is None:
        message = f"年度“{text.text}”读不懂"
        sheet.error(Fault.BAD_YEAR, text.spot, message, "写四位数字，如 `年度: 2023`", text.text)
    elif year not in _USUAL_YEARS:
        message = f"年度{year}不像是法治政府建设年度报告的年份"
        sheet.warn(Fault.BAD_YEAR, text.spot, message, "核对年度", text.text)
    return year


def _day(sheet: Sheet, tree: Tree | None, what: str, year: int | None) -> date | None:
    """A day of the report; one that is far from its year is warned of."""
    day = read_date(sheet, tree, what)
    # A report is written in the year it tells of or in the next, and its figures count till then.
    if day is not None and tree is not None and year and day.year not in {year, year + 1}:
        message = f"{what}是{printed_day(day)}，离报告的年度（{year}年）太远"
        remedy = f"核对这个日期和年度：{year}年度的报告，日期在{year}年或{year + 1}年"
        sheet.warn(Fault.BAD_DATE, tree.spot, message, remedy, day.isoformat())
    return day


def _use(sheet: Sheet, tree: Tree | None) -> Use:
    text = sheet.heading(tree, "“用途”")
    if text is None:
        return Use.PUBLIC
    if text.text in set(Use):
        return Use(text.text)
    message = f"用途没有“{text.text}”这一种，按“{Use.PUBLIC}”处理"
    remedy = f"写成 `用途: {Use.PUBLIC}` 或 `用途: {Use.UPWARD}`"
    sheet.error(Fault.BAD_CHOICE, text.spot, message, remedy, text.text)
    return Use.PUBLIC


def _run_in(sheet: Sheet, tree: Tree | None) -> frozenset[int] | None:
    """Levels of headings: 2, [2, 3], 无."""
    texts = sheet.texts(tree, "“接排”")
    if not texts:
        return None
    if [text.text for text in texts] == ["无"]:
        return frozenset()
    levels = set()
    for text in texts:
        if text.text in {"1", "2", "3", "4"}:
            levels.add(int(text.text))
            continue
        message = f"接排“{text.text}”读不懂，它说的是哪几级标题与正文接着排"
        remedy = "写成 `接排: 2`、`接排: [2, 3]`，都不接排就写 `接排: 无`"
        sheet.error(Fault.BAD_CHOICE, text.spot, message, remedy, text.text)
    return frozenset(levels)


def _case_unit(sheet: Sheet, tree: Tree | None) -> str:
    text = sheet.heading(tree, "“案件单位”")
    if text is None or text.text in {"件", "宗"}:
        return text.text if text else ""
    message = f"案件单位没有“{text.text}”这一种"
    sheet.error(
        Fault.BAD_CHOICE, text.spot, message, "写成 `案件单位: 件` 或 `案件单位: 宗`", text.text
    )
    return ""


def _verbatim(sheet: Sheet, tree: Tree | None) -> bool:
    text = sheet.heading(tree, "“照录”")
    if text is None or text.text in {"是", "否"}:
        return text is not None and text.text == "是"
    sheet.error(Fault.BAD_CHOICE, text.spot, "“照录”只写“是”或“否”", "写成 `照录: 是`", text.text)
    return False


def _kind(sheet: Sheet, tree: Tree | None, place: Spot) -> Kind | None:
    text = sheet.heading(tree, "“类型”")
    words = "、".join(Kind)
    if text is None:
        if tree is None:
            remedy = f"在“单位”下写一行 `类型: 街道`，可以是{words}"
            sheet.error(Fault.MISSING_ANSWER, place, "没有写明单位的类型", remedy)
        return None
    if text.text in set(Kind):
        return Kind(text.text)
    near = _KINDS_BY_NAME.get(text.text) or next(iter(nearest(text.text, list(Kind))), "")
    remedy = f"写成 `类型: {near}`；" if near else ""
    remedy += f"可以是{words}"
    message = f"单位的类型没有“{text.text}”这一种"
    sheet.error(Fault.BAD_CHOICE, text.spot, message, remedy, text.text)
    return None


def _signatories(sheet: Sheet, tree: Tree | None) -> tuple[str, ...]:
    texts = sheet.texts(tree, "“落款”")
    for text in texts:
        if "，" in text.text:
            message = f"落款“{text.text}”里有逗号，像是把几个单位写成了一个"
            remedy = f"写成 `落款: [{', '.join(re.split('， *', text.text))}]`"
            sheet.warn(Fault.FULL_WIDTH_MARK, text.spot, message, remedy, text.text)
    return tuple(text.text for text in texts)
