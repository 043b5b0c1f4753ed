"""W502: the text calls itself by names of different kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_SELF = lazily(
    r"(?<!自)我(?:省|市(?!场)|州|盟|旗|县|区(?![分别域间])|镇|乡(?!村)|街道?|局|厅|委(?!员|托)|办(?![理事案公结好实法]))"
    rf"|(?<!{HAN})本(?:县|区(?![域间])|镇|街道|局|委(?!员|托))(?!级)"
)


@record
class _Said:
    """The text's name for itself at one place; `name` is what it comes down to (区, 街道)."""

    passage: Passage
    span: tuple[int, int]
    name: str


@text_rule("W502", "self-reference-mixed", Severity.INFO)
def self_reference_mixed(reading: Reading) -> Iterator[Fault]:
    """查什么：报告对自己的称呼是不是前后一种，有没有一会儿“我区”、一会儿“我委”。

    为什么：称呼不一样，就看不清是谁在报告；从别处抄来的段落也常常露在称呼上。
    例：一个街道的报告里多数写“我街道”，有一处写成了“我局”。
    怎么改：全文用一种。问卷里填了“自称”的，以它为准。
    """
    said = [one for passage in reading.proof.passages for one in _said(passage)]
    wanted = _wanted(said, reading.proof.self_name)
    if not wanted:
        return
    severity = Severity.WARNING if reading.proof.self_name else None
    told: set[str] = set()
    for one in said:
        if one.name != wanted and one.name not in told:
            told.add(one.name)
            words = one.passage.text[slice(*one.span)]
            message = f"这里自称“{words}”，别处自称“我{wanted}”"
            yield fault(one.passage, one.span, message, f"统一为“我{wanted}”", severity)


def _said(passage: Passage) -> Iterator[_Said]:
    text = passage.text
    quoted = pairs(text).covered(text, "“《")
    for match in _SELF.finditer(text):
        if not quoted[match.start()]:
            name = match.group()[1:]
            yield _Said(passage, match.span(), "街道" if name == "街" else name)


def _wanted(said: list[_Said], self_name: str) -> str:
    """What the office is to call itself; else what it does most often, the first of equals."""
    match = _SELF.fullmatch(self_name)
    if match:
        return self_name[1:]
    names = [one.name for one in said]
    return max(dict.fromkeys(names), key=names.count, default="")
