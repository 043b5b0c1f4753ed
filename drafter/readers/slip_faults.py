"""What stops the reading of a returned slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path

_RESEND = "打开看看是不是选错了文件；确是填报表的，把表格复制到一个新的 Excel 文件里再试"


def no_table(path: Path, why: str) -> DrafterError:
    """It is too large for a slip."""
    return _refusal("E101", "slip-too-large", path, f"“{path}”{why}，不像填报表，没有读取", _RESEND)


def no_header(path: Path) -> DrafterError:
    """No row names the columns."""
    message = f"“{path}”里找不到填报表：没有一行写着“数据”“本年数”这样的栏名"
    remedy = "表头要有“编号”或“数据”一栏，还要有“本年数”一栏；补上这一行再试"
    return _refusal("E102", "slip-without-header", path, message, remedy)


def unknown_kind(path: Path) -> DrafterError:
    """It is no sheet of any kind."""
    message = f"“{path}”不是能读的表格"
    remedy = "可以用 xlsx、csv，装了 LibreOffice 的还可以用 xls、ods、et；Word 文件请把数抄进填报表"
    return _refusal("E103", "slip-kind-unknown", path, message, remedy)


def empty(path: Path) -> DrafterError:
    """There is nothing in it."""
    message = f"“{path}”是空的"
    return _refusal("E104", "slip-empty", path, message, "请对方重新发一份")


def _refusal(code: str, name: str, path: Path, message: str, remedy: str) -> DrafterError:
    return DrafterError(Finding(code, name, Severity.ERROR, Spot(str(path)), message, remedy))
