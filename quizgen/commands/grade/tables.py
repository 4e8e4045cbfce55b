"""Results as tables: of pupils, of their answers, and of questions."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from quizgen.commands.grade.analysis import ItemAnalysis, WorksheetAnalysis
from quizgen.commands.grade.marking import AnswerState, MarkedAnswer, Result
from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.answer_sheets.scoring import teacher_points, written_number
from quizgen.model.roster import Pupil

Cell: TypeAlias = str | int | float | None
Pupils = Mapping[str, Pupil]
"""The pupils of a roster by their numbers."""
SUM_HEAD: tuple[Cell, ...] = (
    *("pupil", "name", "class", "worksheet", "form"),
    *("points", "out of", "percent", "open", "notes"),
)
"""The headings of what stands before the answers."""
SHEET = "sheet"
"""What is handed in on paper; others are codes and forms."""
_STATES = {AnswerState.OPEN: "open", AnswerState.MISSING: "missing", AnswerState.BLANK: ""}


def rounded(points: Fraction | float) -> int | float:
    """Return `points` with two decimals, or as a whole number."""
    value = round(float(points), 2)
    return int(value) if value == int(value) else value


def letter(index: int) -> str:
    """Return the letter of an option in the bank's own order, A for 0."""
    return chr(65 + index) if index < 26 else str(index + 1)


def answer_text(question: GradedQuestion, answer: MarkedAnswer) -> str:
    """Return an answer as it is written in a table: the same for the same answer on every form."""
    if question.kind is AnswerKind.TYPED:
        return typed_text(answer)
    if answer.state in _STATES and answer.state is not AnswerState.BLANK:
        return _STATES[answer.state]
    values = answer.values
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return "".join(sorted(letter(int(value)) for value in values.get(0, ())))
        case AnswerKind.MATCH:
            parts = [values.get(i, ()) for i in range(len(question.parts))]
            given = [letter(int(part[0])) if part else "-" for part in parts]
            return " ".join(given) if any(parts) else ""
        case AnswerKind.ORDER:
            parts = [values.get(i, ()) for i in range(len(question.parts))]
            return " ".join(part[0] if part else "-" for part in parts) if any(parts) else ""
        case AnswerKind.NUMBER:
            number = written_number(values)
            written = "".join(values[part][0] for part in sorted(values) if values[part])
            return written if number is None else str(number)
        case AnswerKind.TEACHER:
            return str(rounded(teacher_points(values))) if any(values.values()) else ""
        case AnswerKind.TYPED:
            return typed_text(answer)


def typed_text(answer: MarkedAnswer) -> str:
    """Return what was typed, open or not: a person has to see it to judge it."""
    texts = [part[0] for part in answer.values.values() if part]
    return "; ".join(texts) if any(texts) else ""


def key_text(question: GradedQuestion) -> str:
    """Return the right answer as `answer_text` has it."""
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            return "".join(sorted(map(letter, question.key)))
        case AnswerKind.MATCH:
            return " ".join(map(letter, question.key))
        case AnswerKind.ORDER:
            return " ".join(str(i + 1) for i in question.key or range(len(question.parts)))
        case AnswerKind.NUMBER:
            return str(question.number)
        case AnswerKind.TYPED:
            return question.answer
        case AnswerKind.TEACHER:
            return ""


def most_points(result: Result, questions: Mapping[str, GradedQuestion]) -> int:
    """Return the most points of a result, without those of a bonus."""
    counted = (questions[name] for name in result.answers)
    return sum(question.points for question in counted if not question.is_bonus)


def notes(result: Result, count: int, noun: str = SHEET) -> str:
    """Return what a teacher has to know about a result besides its points.

    `count` is how many results have the pupil's number, or the name on what is not of paper: `noun`
    says what it is.
    """
    parts = []
    known_by = "number" if noun == SHEET else "name"
    if count > 1:
        parts.append(f"{count} {noun}s have this {known_by}")
    if not result.attempt.pupil:
        parts.append(f"no {known_by}")
    elif result.attempt.is_number_open:
        parts.append(f"number in doubt, perhaps {result.attempt.pupil}")
    parts += [f"page {number} is missing" for number in result.attempt.missing_pages]
    files = dict.fromkeys(f"{p.source} {p.number}" for p in result.attempt.pages.values())
    return "; ".join([*parts, *files])


def result_rows(
    results: Sequence[Result],
    questions: Mapping[str, GradedQuestion],
    pupils: Pupils,
    noun: str = SHEET,
) -> list[list[Cell]]:
    """Return a row for each result: the pupil, the sum, and for each question answer and points.

    `noun` is what was handed in.
    """
    names = [name for name in questions if any(name in result.answers for result in results)]
    head: list[Cell] = [*SUM_HEAD]
    for name in names:
        head += [name, f"{name} points"]
    key: list[Cell] = ["", "key", "", "", "", "", "", "", "", ""]
    for name in names:
        key += [key_text(questions[name]), questions[name].points]
    rows: list[list[Cell]] = [head, key]
    for result, first in zip(results, sum_rows(results, questions, pupils, noun), strict=True):
        row = [*first]
        for name in names:
            answer = result.answers.get(name)
            points = None if answer is None or answer.points is None else rounded(answer.points)
            row += ["" if answer is None else answer_text(questions[name], answer), points]
        rows.append(row)
    return rows


def sum_rows(
    results: Sequence[Result],
    questions: Mapping[str, GradedQuestion],
    pupils: Pupils,
    noun: str = SHEET,
) -> list[list[Cell]]:
    """Return a row for each result without its answers, below the headings `SUM_HEAD`."""
    counts = Counter(result.attempt.known_pupil for result in results)
    return [
        _first_cells(result, questions, pupils, counts[number] if number else 1, noun)
        for result in results
        for number in [result.attempt.known_pupil]
    ]


def _first_cells(
    result: Result, questions: Mapping[str, GradedQuestion], pupils: Pupils, count: int, noun: str
) -> list[Cell]:
    attempt, most = result.attempt, most_points(result, questions)
    pupil = pupils.get(attempt.known_pupil)
    percent = rounded(100 * result.points / most) if most and result.is_complete else None
    return [
        pupil.id or attempt.pupil if pupil else attempt.known_pupil,
        pupil.name if pupil else "",
        pupil.class_name if pupil else "",
        attempt.layout.worksheet,
        attempt.layout.form,
        rounded(result.points),
        most,
        percent,
        result.count_open,
        notes(result, count, noun),
    ]


def item_rows(analyses: Iterable[WorksheetAnalysis]) -> list[list[Cell]]:
    """Return a row for each question with its figures, and one for each test."""
    rows: list[list[Cell]] = [
        [
            *("worksheet", "question", "answers", "difficulty", "discrimination"),
            *("correlation", "correlation with rest", "key", "chosen", "nobody chose", "place"),
        ]
    ]
    for analysis in analyses:
        rows += [_item_row(analysis.worksheet, item) for item in analysis.items]
        name = "KR-20" if analysis.is_kr20 else "Cronbach's alpha"
        value = None if analysis.reliability is None else round(analysis.reliability, 3)
        rows.append([analysis.worksheet, f"{name} of {analysis.count} pupils", None, value])
    return rows


def _item_row(worksheet: str, item: ItemAnalysis) -> list[Cell]:
    question, figures = item.question, item.figures
    values = [None if value is None else round(value, 3) for value in figures.values]
    chosen = " ".join(f"{letter(i)}:{count}" for i, count in enumerate(item.chosen))
    unused = "; ".join(question.options[index] for index in item.unused)
    key = key_text(question)
    return [worksheet, question.name, figures.count, *values, key, chosen, unused, question.place]


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return a workbook of Excel with `sheets` by their titles; their first row stays in view."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from quizgen.writers.exporting.files.xml_file import xml_characters

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is None or value == "":
                    continue
                cell = sheet.cell(number, column)
                if isinstance(value, str):
                    cell.value = xml_characters(value)[:32_767]
                    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
                else:
                    cell.value = value
                if number == 1:
                    cell.font = Font(bold=True)
        for column in range(1, (len(rows[0]) if rows else 0) + 1):
            longest = max((len(str(r[column - 1])) for r in rows if len(r) >= column), default=8)
            sheet.column_dimensions[get_column_letter(column)].width = min(40, max(8, longest + 1))
        sheet.freeze_panes = "C2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
