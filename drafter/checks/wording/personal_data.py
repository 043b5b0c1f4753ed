"""W504: a person's number in a text that is made public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.personal_numbers import (
    is_bank_card,
    is_resident_number,
    looks_like_resident_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_MOBILE = lazily(
    r"(?<![0-9A-Za-z.,，\-])(?:\+?86[- ]?)?1[3-9][0-9](?:[0-9]{8}|[- ][0-9]{4}[- ][0-9]{4})"
    r"(?![0-9]|[.,，][0-9]|[余多]?[万亿元件名个宗人条份项次户吨米平])"
)
_LONG = lazily(r"(?<![0-9A-Za-z])[0-9]{14,18}[0-9Xx](?![0-9A-Za-z])")
_REMEDY = "公开的报告里不能有个人信息：删去；要留联系方式的，用单位的固定电话"


@text_rule("W504", "personal-data", Severity.ERROR)
def personal_data(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有个人的手机号码、身份证号码、银行卡号。

    为什么：报告要公开，个人信息放上去就收不回来了。热线电话、单位的固定电话不算。
    例：“联系人手机13……”“身份证号44……”。
    怎么改：删去；要留联系方式的，用单位的固定电话或者12345。不公开的报告只提醒一下。
    """
    severity = None if reading.proof.public else Severity.INFO
    for passage in reading.proof.passages:
        for match in _MOBILE.finditer(passage.text):
            message = f"“{_hidden(match.group())}”像是个人的手机号码"
            yield fault(passage, match.span(), message, _REMEDY, severity)
        for match in _LONG.finditer(passage.text):
            told = _long(match.group())
            if told:
                what, weight = told
                message = f"“{_hidden(match.group())}”{what}"
                yield fault(passage, match.span(), message, _REMEDY, severity or weight)


def _long(digits: str) -> tuple[str, Severity] | None:
    """What a long number is, and how much it weighs."""
    if is_resident_number(digits):
        return "是身份证号码", Severity.ERROR
    if looks_like_resident_number(digits):
        return "像是身份证号码（位数或者校验码不对）", Severity.WARNING
    if is_bank_card(digits):
        return "像是银行卡号", Severity.ERROR
    return None


def _hidden(number: str) -> str:
    """A number as one may print it: its middle is not said again."""
    return f"{number[:3]}…{number[-2:]}"
