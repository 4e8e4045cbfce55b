"""What the answers of a class say about the questions themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizgen.commands.grade.marking import MarkedAnswer, Result
from quizgen.commands.grade.statistics import MIN_PUPILS, ItemFigures, alpha, item_figures
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.dataclass import dataclass

MIN_FOR_UNUSED = 10
"""Pupils who must have answered before an option counts as one that nobody chooses: by eye."""


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """A question, its figures, and how many pupils chose each option, in the author's order."""

    question: GradedQuestion
    figures: ItemFigures
    chosen: tuple[int, ...]

    @property
    def unused(self) -> tuple[int, ...]:
        """The indices of the distractors that nobody chose; none where few have answered."""
        if self.figures.count < MIN_FOR_UNUSED:
            return ()
        key = set(self.question.key)
        return tuple(i for i, count in enumerate(self.chosen) if not count and i not in key)


@dataclass(frozen=True, slots=True)
class WorksheetAnalysis:
    """The questions of one worksheet, and how reliably they measure together.

    `reliability` is Cronbach's alpha; `is_kr20` says that it is KR-20 as well. `count` is how many
    pupils it is of: those with no question open or missing.
    """

    worksheet: str
    items: tuple[ItemAnalysis, ...]
    reliability: float | None
    is_kr20: bool
    count: int


def analysed(
    worksheet: str, results: Sequence[Result], questions: Mapping[str, GradedQuestion]
) -> WorksheetAnalysis:
    """Return what the `results` of a worksheet say about its questions."""
    names = list(dict.fromkeys(name for result in results for name in result.answers))
    totals = [float(result.points) for result in results]
    items = tuple(_item(questions[name], results, totals) for name in names)
    complete = [
        [float(result.answers[name].points or 0) for name in names]
        for result in results
        if all(_points(result, name) is not None for name in names)
    ]
    is_kr20 = (
        all(
            points in (0.0, float(questions[name].points))
            for row in complete
            for name, points in zip(names, row, strict=True)
        )
        and len({questions[name].points for name in names}) == 1
    )
    reliability = alpha(complete) if len(complete) >= MIN_PUPILS else None
    return WorksheetAnalysis(worksheet, items, reliability, is_kr20, len(complete))


def _item(
    question: GradedQuestion, results: Sequence[Result], totals: Sequence[float]
) -> ItemAnalysis:
    pairs = [
        (one, total)
        for result, total in zip(results, totals, strict=True)
        if (one := _points(result, question.name)) is not None
    ]
    points, of_them = [one for one, _ in pairs], [total for _, total in pairs]
    figures = item_figures(points, of_them, float(question.points))
    answers = [r.answers[question.name] for r in results if question.name in r.answers]
    return ItemAnalysis(question, figures, _chosen(question, answers))


def _points(result: Result, name: str) -> float | None:
    answer = result.answers.get(name)
    return None if answer is None or answer.points is None else float(answer.points)


def _chosen(question: GradedQuestion, answers: Sequence[MarkedAnswer]) -> tuple[int, ...]:
    """Return how often each option was chosen; empty for what is no choice."""
    if question.kind not in (AnswerKind.ONE, AnswerKind.SEVERAL):
        return ()
    counts = Counter(value for answer in answers for value in answer.values.get(0, ()))
    return tuple(counts[str(index)] for index in range(len(question.options)))
