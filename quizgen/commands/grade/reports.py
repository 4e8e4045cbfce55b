"""What each pupil gets back: the points, and what was wrong and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.commands.grade.marking import AnswerState, MarkedAnswer, Result
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.tables import most_points, rounded, typed_text
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, with_unit
from quizgen.model.answer_sheets.reports import PupilReport, ReportedAnswer
from quizgen.model.answer_sheets.scoring import written_number
from quizgen.model.assessment import Paper
from quizgen.model.roster import Pupil


def pupil_reports(outcome: SheetOutcome, pupils: Mapping[str, Pupil]) -> bytes:
    """Return a PDF file with a sheet for each pupil of `outcome`."""
    from quizgen.writers.pdf.pupil_reports import pupil_reports_file

    layout, sheets = outcome.sheets.layouts[0], outcome.sheets
    title = sheets.titles.get(layout.worksheet, layout.worksheet)
    reports = [_report(result, outcome, pupils) for result in outcome.results]
    paper = Paper.LETTER if layout.width > 212 else Paper.A4
    return pupil_reports_file(title, reports, sheets.language, paper)


def _report(result: Result, outcome: SheetOutcome, pupils: Mapping[str, Pupil]) -> PupilReport:
    attempt = result.attempt
    pupil = pupils.get(attempt.known_pupil)
    return PupilReport(
        pupil.name if pupil else attempt.known_pupil,
        attempt.layout.form,
        str(rounded(result.points)),
        str(most_points(result, outcome.questions)),
        tuple(_answers(result, outcome)),
        sum(answer.points is None for answer in result.answers.values()),
    )


def _answers(result: Result, outcome: SheetOutcome) -> Iterator[ReportedAnswer]:
    """Yield the answers that are not right as a whole, in the order of the sheet."""
    labels = {
        row.question: row.label for page in result.attempt.layout.pages for row in page.fields
    }
    for name, answer in result.answers.items():
        question = outcome.questions[name]
        if answer.is_right and answer.state is not AnswerState.OPEN:
            continue
        is_known = answer.state in (AnswerState.MARKED, AnswerState.BLANK)
        is_known |= question.kind is AnswerKind.TYPED
        yield ReportedAnswer(
            labels.get(name, ""),
            question.stem,
            str(rounded(answer.points)) if answer.points is not None else "–",
            str(question.points),
            given(question, answer) if is_known else None,
            right(question),
            question.explain,
            question.evidence,
            question.rubric,
        )


def given(question: GradedQuestion, answer: MarkedAnswer) -> str | None:
    """Return in words what a pupil has answered; None where that stands on other paper."""
    values = answer.values
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return "; ".join(question.options[int(value)] for value in values.get(0, ()))
        case AnswerKind.MATCH:
            return "; ".join(
                f"{part}: {question.options[int(values[i][0])]}"
                for i, part in enumerate(question.parts)
                if values.get(i)
            )
        case AnswerKind.ORDER:
            places = [
                (int(values[i][0]), part) for i, part in enumerate(question.parts) if values.get(i)
            ]
            return "; ".join(f"{n}. {part}" for n, part in sorted(places))
        case AnswerKind.NUMBER:
            number = written_number(values)
            return "" if number is None else with_unit(str(number), question.unit)
        case AnswerKind.TYPED:
            return typed_text(answer)
        case AnswerKind.TEACHER:
            return None


def right(question: GradedQuestion) -> str:
    """Return in words what is right."""
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return "; ".join(question.options[index] for index in question.key)
        case AnswerKind.MATCH:
            pairs = zip(question.parts, question.key, strict=True)
            return "; ".join(f"{part}: {question.options[index]}" for part, index in pairs)
        case AnswerKind.ORDER:
            places = question.key or range(len(question.parts))
            ordered = sorted(zip(places, question.parts, strict=True))
            return "; ".join(f"{at + 1}. {part}" for at, part in ordered)
        case AnswerKind.NUMBER | AnswerKind.TEACHER | AnswerKind.TYPED:
            return question.answer
