"""W408: ， between the members of a list of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: 数字化，智能化，精细化
_ENDING = lazily(
    f"{HAN}{{2}}化，(?:{HAN}{{1,2}}化，)+{HAN}{{1,2}}化(?=[，。；、等的]|水平|程度|建设|发展|转型|$)"
)
#: The last member of a list.
_LAST = lazily(f"，({HAN}{{2,6}})等")
_WORD = lazily(f"{HAN}+")
_STOPS = lazily("[。；：]")
#: A subject and the word that takes the list: 窗口推行(延时).
_TAKES_WITHIN = lazily(f"{HAN}{{2}}(?:通过|协调|采取|采用|利用|运用|推行|推广|提供|收集|围绕|涉及)")
#: What no member that is a noun has in it.
_CLAUSE = lazily("[是有为被把将使了已]")
_NOUN, _LESS = 4, Severity.WARNING
_WINDOW, _FEWEST, _LONGEST, _SHOWN = 100, 3, 6, 4
#: What the members are, said behind 等.
_KINDS = lazily(
    f"等(?:{HAN}|[0-9]){{0,6}}?(?:领域|活动|机制|群体|人群|时期|类别|人员|诉求|载体|形式|方式|方面|内容|情况|平台|渠道|环节|制度|事项|媒体|部位|行业|服务|问题|部门|"
    "单位|手段|途径|因素|要素|材料|数据|指标)"
)
#: A word in front that takes the list as its object: then no member is a clause of its own.
_USES = lazily(
    "通过|协调|采取|采用|利用|运用|推行|推广|明确|落实|发挥|完善|充分|涉及|如|以|"
    "收集|征集|关于|开展|制定|提供|公开|设置|配备|建立"
)
_TAKES = lazily("按照|依照|根据|围绕|针对|包括|包含|涉及|涵盖|聚焦|涉|对|就|从|在|将|把")
#: A member that begins so may be a clause.
_VERB = lazily(
    "加强|加大|加快|强化|落实|完善|健全|建立|建设|推进|推动|推行|开展|规范|提升|提高|优化|深化|"
    "严格|严守|做好|做到|抓好|压实|夯实|坚持|确保|保障|保证|维护|促进|创新|实行|实施|制定|明确|统筹|"
    "弘扬|彰显|凝聚|倡导|营造|化解|排查|查处|发挥|解决|形成|引导|普及|传达|带动|"
    "积极|主动|依法|及时|全面|深入|持续|不断|切实|认真|扎实|公开|公正|全民"
)


@text_rule("W408", "comma-for-dun", Severity.ERROR)
def comma_for_dun(reading: Reading) -> Iterator[Fault]:
    """查什么：并列的词语之间应当用顿号的地方，是不是用了逗号。

    为什么：逗号把一个句子断成几段，并列的词语用顿号才看得出是并列。
    例：“推动管理规范化，制度化，法治化”“围绕职责权限，办事流程，办理时限等方面”。
    怎么改：把词语之间的逗号改成顿号。
    """
    for passage in reading.proof.passages:
        text = passage.text
        for start, end, severity in (*_endings(text), *_lists(text)):
            words = text[start:end]
            message = f"“{words}”是并列的词语，中间用了逗号"
            remedy = f"改成“{words.replace('，', '、')}”"
            yield fault(passage, (start, end), message, remedy, severity)


def _endings(text: str) -> Iterator[tuple[int, int, None]]:
    for match in _ENDING.finditer(text):
        yield *match.span(), None


def _lists(text: str) -> Iterator[tuple[int, int, Severity | None]]:
    """Lists of three members or more, taken by a word in front; surer where they are as long."""
    for match in _LAST.finditer(text):
        before = _STOPS.split(text[max(match.start() - _WINDOW, 0) : match.start()])[-1]
        parts, members = before.split("，"), [match[1]]
        while parts and _is_member(parts[-1]):
            members.append(parts.pop())
        few = len(members) < _FEWEST - 1 or not _is_member(match[1])
        if few or not parts or any(map(_VERB.match, members)):
            continue
        head, size = parts[-1], len(match[1])
        taking, own = head[:-size], head[-size:]
        start = match.end(1) - sum(len(member) + 1 for member in members)
        even = all(len(member) == size for member in members) and _WORD.fullmatch(own)
        if even and _TAKES.search(taking) and not _VERB.match(own):
            yield start - size, match.end(1), None
        elif _KINDS.match(text, match.end(1)) and (_TAKES.search(head) or _USES.search(head)):
            yield start - min(len(head), _SHOWN), match.end(1), _LESS
        elif _KINDS.match(text, match.end(1)) and _short_nouns(members):
            yield start + 1, match.end(1), _LESS


def _is_member(part: str) -> bool:
    """Whether it may be a member of a list, and not the words that take the list."""
    short = len(part) <= _LONGEST and _WORD.fullmatch(part)
    first = part.removeprefix("并")
    takes = _TAKES.match(first) or _USES.match(first) or _TAKES_WITHIN.match(first)
    return bool(short) and not takes


def _short_nouns(members: list[str]) -> bool:
    """Whether some words can be nothing but a list, whatever stands in front."""
    nouns = all(len(one) <= _NOUN and not _CLAUSE.search(one) for one in members)
    return len(members) >= _FEWEST and nouns and not any(map(_VERB.match, members))
