"""Why a file of many could not be worked on, where no reader or writer says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path


def killed(path: Path) -> Finding:
    """The process that worked on it has ended: mostly for want of memory."""
    message = "处理这个文件的进程被系统中止了（多半是内存不够），别的文件照常做完"
    remedy = "关掉别的程序再运行一次，或者加 --jobs 1；还是不行，把这个文件发给维护人员"
    return Finding("O305", "process-died", Severity.ERROR, Spot(str(path)), message, remedy)


def crashed(path: Path, problem: Exception) -> Finding:
    """The program itself is at fault."""
    message = f"程序内部出错（{type(problem).__name__}：{problem}），这个文件没有做"
    remedy = "请把这句话和这个文件发给维护人员"
    return Finding("O306", "internal-error", Severity.ERROR, Spot(str(path)), message, remedy)
