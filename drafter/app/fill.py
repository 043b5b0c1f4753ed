"""A year file filled in one answer after another; each is saved before the next is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.open_questions import Asks, Question, open_questions
from drafter.app.opening import open_case
from drafter.readers.days import read_day
from drafter.readers.files import read_script
from drafter.readers.yaml_characters import remove_forbidden
from drafter.readers.year_edits import append, put, put_figure
from drafter.readers.year_figures import STATES
from drafter.text.quantity import QuantityError, read_quantity
from drafter.writers.place import place

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding


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
        self.case, self.findings = open_case(path)

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
            AnswerError: the answer cannot be read.
            EditRefusedError: it cannot be put in without changing something else.
            DrafterError: the file can no longer be read, or not be written.
        """
        value = accepted(question, words)
        # Read afresh: she may have the file open in an editor as well.
        script = read_script(self._path)
        file = str(self._path)
        match question.asks:
            case Asks.FIGURE:
                text = put_figure(script.text, question.id, value, file)
            case Asks.DATE:
                text = put(script.text, question.path, value, file)
            case Asks.TEXTS:
                text = append(script.text, question.path, value, file)
        place(self._path.resolve(), script.encoded(text), force=True)
        before = {(finding.code, finding.message) for finding in self.findings}
        self.case, self.findings = open_case(self._path)
        return tuple(f for f in self.findings if (f.code, f.message) not in before)

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
