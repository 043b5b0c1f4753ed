"""W505: a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs
from drafter.text.surnames import SURNAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_POST = (
    "所长|局长|主任|书记|队长|科长|院长|校长|镇长|乡长|区长|县长|市长|庭长|处长|站长|民警|律师|调解员|法官|"
    "检察官|干警|辅警|工作者|干部|职工|居民|村民"
)
_DOES = (
    "荣获|获|被|同志|带队|带领|率队|主持|出席|参加|作为|任|担任|兼任|入选|当选|等|先后|[，。、）；]"
)
_AFTER_POST = lazily(f"(?:{_POST})(?P<name>(?:{SURNAME}){HAN}{{1,2}}?)(?={_DOES})")
_COMRADE = lazily(f"(?<!{HAN})(?P<name>(?:{SURNAME}){HAN}{{1,2}})(?=同志)")
_NO_NAME = lazily("组长|副|主任|书记|委员|职|首席|同志")
_LEADERS = ("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "李强", "李克强", "赵乐际", "王沪宁")


@text_rule("W505", "person-named", Severity.INFO, when=When.ASKED)
def person_named(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有写出工作人员或者群众的姓名。指名才查。

    为什么：公开的报告一般不写个人姓名；受表彰的写职务就够了。
    例：“某司法所所长张某获……称号”写成了全名。
    怎么改：去掉姓名，只写职务；确要写的，征得本人同意。
    """
    for passage in reading.proof.passages:
        quoted = pairs(passage.text).covered(passage.text, "《")
        for pattern in (_AFTER_POST, _COMRADE):
            for match in pattern.finditer(passage.text):
                name = match["name"]
                if name in _LEADERS or _NO_NAME.search(name) or quoted[match.start()]:
                    continue
                message = f"这里写出了姓名“{name}”"
                yield fault(passage, match.span("name"), message, "公开的报告里只写职务")
