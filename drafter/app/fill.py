"""A year file filled in one answer after another; each is saved before the next is asked."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from drafter.app.open_questions import Asks, Question, open_questions
from drafter.app.opening import open_case
from drafter.readers.days import read_day
from drafter.readers.files import read_script
from drafter.readers.yaml_characters import remove_forbidden
from drafter.readers.year_edits import append, put, put_figure
from drafter.readers.year_figures import STATES
from drafter.text.quantity import QuantityError, read_quantity
from drafter.writers.place import ChangedError, rewrite

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.readers.files import Script


class AnswerError(ValueError):
    """An answer that cannot be taken; the text says in Chinese what to type instead."""


class Filling:
    """A year file while it is filled in.

    Attributes:
        case: the file as it stands now, composed and checked.
        findings: what is wrong with it now.
    """

    def __init__(self, path: Path, *, every: bool = False, only: str = "") -> None:
        """Open the file.

        Args:
            path: the year file.
            every: ask also what need not be told.
            only: ask only what has these words in its id or its supplier's name.

        Raises:
            DrafterError: there is nothing to go on with.
        """
        self._path, self._every, self._only = path, every, only
        self._reopen(read_script(path).data)

    def questions(self) -> tuple[Question, ...]:
        """What is open now, in the order in which to ask it."""
        found = open_questions(self.case, every=self._every)
        return tuple(question for question in found if question.concerns(self._only))

    def standing(self, question: Question) -> str:
        """What the file answers to a question now; empty when nothing."""
        answers = self.case.answers
        match question.asks:
            case Asks.FIGURE:
                figure = answers.figures.get(question.id)
                words = {state: word for word, state in reversed(STATES.items())}
                if figure is None:
                    return ""
                return figure.quantity.text if figure.quantity else words.get(figure.state, "")
            case Asks.DATE:
                return answers.dated.isoformat() if answers.dated else ""
            case Asks.TEXTS:
                told = len(self._texts(question))
                return f"{told}条" if told else ""

    def answer(self, question: Question, words: str) -> tuple[Finding, ...]:
        """Put an answer into the file.

        Returns:
            What is found about the file that was not found before.

        Raises:
            AnswerError: the answer cannot be read, or the question was answered elsewhere
                meanwhile; when it is given once more it counts.
            EditRefusedError: it cannot be put in without changing something else.
            DrafterError: the file can no longer be read, or not be written.
        """
        value = accepted(question, words)
        before = {(finding.code, finding.message) for finding in self.findings}
        while True:
            # Read afresh: she may have the file open in an editor as well.
            script = read_script(self._path)
            self._refuse_if_answered(question, script)
            data = script.encoded(self._edited(question, script.text, value))
            with suppress(ChangedError):
                rewrite(self._path, data, was=script.data)
                break
        self._reopen(data)
        return tuple(f for f in self.findings if (f.code, f.message) not in before)

    def _edited(self, question: Question, text: str, value: str) -> str:
        """The file's text with an answer in it."""
        file = str(self._path)
        match question.asks:
            case Asks.FIGURE:
                return put_figure(text, question.id, value, file)
            case Asks.DATE:
                return put(text, question.path, value, file)
            case Asks.TEXTS:
                return append(text, question.path, value, file)

    def _refuse_if_answered(self, question: Question, script: Script) -> None:
        """Nobody's answer is replaced unseen.

        Raises:
            AnswerError: the file has another answer than when the question was shown.
        """
        if script.data == self._seen:
            return
        before = self.standing(question)
        self._reopen(script.data)
        standing = self.standing(question)
        if question.asks is not Asks.TEXTS and standing and standing != before:
            raise AnswerError(f"这一项刚刚在别处填成了“{standing}”，要改就再填一次")

    def _reopen(self, seen: bytes) -> None:
        """Compose and check the file as it stands now; `seen` was read before."""
        self._seen = seen
        self.case, self.findings = open_case(self._path)

    def _texts(self, question: Question) -> tuple[object, ...]:
        answers = self.case.answers
        if len(question.path) > 1:
            return answers.highlights.get(question.path[-1], ())
        return answers.shortcomings if question.id == "不足" else answers.plans


def accepted(question: Question, words: str) -> str:
    """An answer as it goes into the file: as it was typed, a date evened out.

    Raises:
        AnswerError: it cannot be read.
    """
    words = words.strip()
    if remove_forbidden(words, "")[1]:
        raise AnswerError("里面有看不见的字符（可能按了方向键），请重新输入")
    if "\ufffd" in words:
        raise AnswerError("里面有乱码，请重新输入")
    match question.asks:
        case Asks.FIGURE if words not in STATES:
            try:
                read_quantity(words)
            except QuantityError as problem:
                raise AnswerError(str(problem)) from problem
        case Asks.DATE:
            try:
                return read_day(words).isoformat()
            except ValueError as problem:
                raise AnswerError(f"{problem}，写成 2024-01-20 这样的形式") from problem
        case Asks.TEXTS if words in STATES or _is_figure(words):
            raise AnswerError("这里要写一句话，不是数；没有就直接按回车")
        case _:
            pass
    return words


def _is_figure(words: str) -> bool:
    """Answers fed through a pipe may have got out of step with the questions."""
    try:
        read_quantity(words)
    except QuantityError:
        return False
    return True
