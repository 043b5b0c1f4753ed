"""`drafter fill`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.fill import AnswerError, Filling
from drafter.app.open_questions import Asks
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.keyboard import Keyboard
from drafter.cli.printing import note, print_findings
from drafter.cli.streams import say
from drafter.model.finding import Severity
from drafter.readers.year_edits import EditRefusedError
from drafter.writers.tallies import owed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.open_questions import Question
    from drafter.model.report import Gap

_BACK = {"-", "－", "—", "上一项"}
_STOP = {"q", "Q", "ｑ", "退出"}
_HELP = {"?", "？"}
_NAMED = 8  # gaps that are named at the end


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.option("--all", "every", is_flag=True, help="选填的也问")
@click.option(
    "--only",
    default="",
    metavar="词",
    help="只问指标名或提供单位里有这个词的，如 复议、司法局",
    shell_complete=completing.suppliers,
)
def fill(year_file: str, every: bool, only: str) -> int:
    """在终端里逐项填问卷：一项一项地问，答一项存一项，随时可以停。"""
    path = Path(year_file)
    filling = Filling(path, every=every, only=only)
    print_findings(f for f in filling.findings if f.severity is Severity.ERROR)
    talk = _Talk(filling, Keyboard())
    if filling.questions():
        talk.open()
    else:
        named = f"名称或提供单位里有“{only}”的，" if only else ""
        note(f"{named}没有空着的了。" + ("" if every else "想连选填的一起过一遍，加上 --all。"))
    talk.close(path)
    return 1 if any(f.severity is Severity.ERROR for f in filling.findings) else 0


class _Talk:
    """Questions and answers, and the way back."""

    def __init__(self, filling: Filling, keyboard: Keyboard) -> None:
        self._filling, self._keyboard = filling, keyboard
        self._asked: list[Question] = []
        self._place = 0  # of the question at hand among those asked; behind the last: a new one
        self._section = ""
        self._answered: set[str] = set()

    def open(self) -> None:
        """Ask until nothing is left or the person stops."""
        count = len(self._filling.questions())
        note(f"还有{count}项没有填。写好按回车，就存进问卷；没有数的直接按回车，跳过。")
        note("? 看怎么填，- 回到上一项，q 退出，下次接着填。")
        try:
            while (question := self._next()) is not None and self._ask(question):
                pass
        except KeyboardInterrupt:
            note("")

    def close(self, path: Path) -> None:
        """What was done, what is left, and who owes it."""
        gaps = self._filling.case.report.gaps
        for line in _debts(owed(self._filling.case.report), len(gaps), path):
            note(line)
        left = f"还有{len(gaps)}处待补充" if gaps else "没有待补充的内容了"
        click.echo(f"这次填了{len(self._answered)}项，{left}：{path}")

    def _next(self) -> Question | None:
        if self._place < len(self._asked):
            return self._asked[self._place]
        done = {question.id for question in self._asked}
        fresh = (one for one in self._filling.questions() if one.id not in done)
        question = next(fresh, None)
        if question is not None:
            self._asked.append(question)
        return question

    def _ask(self, question: Question) -> bool:
        """Ask one question until it is answered or passed over; False to stop altogether."""
        self._show(question)
        while True:
            line = self._keyboard.line("  答：")
            words = (line or "").strip()
            if line is None or words in _STOP:
                return False
            if words in _HELP:
                _help(question)
            elif words in _BACK:
                if self._back():
                    return True
            elif not words:
                self._place += 1
                return True
            elif self._take(question, words):
                # Of texts there may be several: the next empty line ends them.
                if question.asks is not Asks.TEXTS:
                    self._place += 1
                    return True
                say("  存好了。还有就再写一条，没有了直接按回车。")
            elif not self._keyboard.attended:
                # The next line was meant for the next question.
                say("  这一项先跳过。")
                self._place += 1
                return True

    def _show(self, question: Question) -> None:
        if question.section != self._section:
            self._section = question.section
            say("")
            say(click.style(question.section or "全篇", bold=True))
        done = {one.id for one in self._asked}
        total = len(self._asked) + sum(one.id not in done for one in self._filling.questions())
        optional = "" if question.required else "（选填）"
        say(f"（{self._place + 1}/{total}）{question.text}{optional}")
        facts = (
            f"单位：{'、'.join(question.units)}" if question.units else "",
            f"由{question.supplier}提供" if question.supplier else "",
            f"上年：{question.prior}" if question.prior else "",
        )
        if any(facts):
            say("  " + "　".join(filter(None, facts)))
        if question.note:
            say(f"  口径：{question.note}")
        standing = self._filling.standing(question)
        if question.asks is Asks.TEXTS:
            say(f"  {f'已有{standing}，再写就加在后面' if standing else '写文字，可以写几条'}")
        elif standing:
            say(f"  现在填的是：{standing}（不改就直接按回车）")

    def _back(self) -> bool:
        if self._place == 0:
            say("  这已经是第一项了。")
            return False
        self._place -= 1
        return True

    def _take(self, question: Question, words: str) -> bool:
        """Put an answer into the file and say what is odd about it; False to ask again."""
        try:
            found = self._filling.answer(question, words)
        except AnswerError as problem:
            say(click.style(f"  没有存：{problem}。", fg="red"))
            return False
        except EditRefusedError as problem:
            print_findings(problem.findings)
            return True
        self._answered.add(question.id)
        for finding in found:
            say(click.style(f"  已存，请核对：{finding.message}", fg="yellow"))
            say(f"    {finding.remedy}")
        return True


def _debts(by_supplier: dict[str, tuple[Gap, ...]], count: int, path: Path) -> Iterator[str]:
    """Who owes what; when that is too much for a screen, who owes how many."""
    if count > _NAMED:
        told = (f"{who or '自己填写'}{len(gaps)}项" for who, gaps in by_supplier.items())
        yield f"还欠的：{'，'.join(told)}。"
        yield f"各欠什么，运行 drafter outline {path} 看。"
        return
    for who, gaps in by_supplier.items():
        labels = "、".join(_short(gap) for gap in gaps)
        yield f"{who or '自己填写'}还欠{len(gaps)}项：{labels}"


def _short(gap: Gap) -> str:
    """A gap's name; the question of a highlight is as long as a sentence."""
    kind, _, topic = gap.id.partition(".")
    return f"“{topic}”的{kind}" if kind in {"亮点", "正文"} and not gap.units else gap.label


def _help(question: Question) -> None:
    """What can be typed here."""
    unit = question.units[0] if question.units else ""
    match question.asks:
        case Asks.FIGURE:
            say(f"  填数：怎么说就怎么填，如 36{unit}、近1.5万{unit}、300余{unit}；0{unit}也是数")
            say("  没有发生填“无”；与本单位无关填“不涉及”，以后不再问")
        case Asks.DATE:
            say("  写年月日，如 2024-01-20 或 2024年1月20日")
        case Asks.TEXTS:
            say("  写成一两句话，一条一件事；末尾的句号不用写")
            say("  要用到数据里的数，写它的名称：走访企业{{走访.企业}}，逐家建立台账")
    say(f"  直接按回车：跳过；-：回到上一项；q：退出。在问卷里的名称：{'.'.join(question.path)}")
