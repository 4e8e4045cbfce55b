"""A row of a table as a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.model.diagnostics import Report
from quizgen.readers.foreign import (
    ForeignCard,
    ForeignChoice,
    ForeignEssay,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOrder,
    ForeignPart,
    ForeignQuestion,
    ForeignShort,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import BadAnswerError, decimal_of
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED
from quizgen.readers.tables.grid import TableRow, TableSheet
from quizgen.readers.tables.headings import Columns, cells_of, is_instruction, options_of
from quizgen.readers.tables.keys import KeyKind, keys_of, kind_of
from quizgen.readers.tables.own_tasks import (
    OWN_TYPES,
    TaskCells,
    are_own_types,
    choice_of,
    dates_of,
    is_rubric,
    own_task,
    shortened,
    without_marks,
)
from quizgen.readers.tables.row_parts import NONE, parts_of
from quizgen.readers.tables.type_words import FILL, OPEN, UNASKED, says_truth
from quizgen.readers.tables.typed_answers import typed_task
from quizgen.readers.tables.words import (
    ColumnRole,
    are_truths,
    asks_truth,
    difficulty_of,
    plain_word,
    truth_of,
)

_POINTS = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*[^\d\s]{0,12}")
"""Points, perhaps with their word: ``2 pts``."""


def read_rows(sheet: TableSheet, columns: Columns, report: Report) -> Iterator[ForeignQuestion]:
    """Yield the questions of the rows below the headings of `sheet`."""
    rows = [row for row in sheet.rows if row.number > columns.row]
    has_questions = columns.first(ColumnRole.QUESTION) is not None
    if has_questions and rows and is_instruction(rows[0], columns):
        rows = rows[1:]
    answer = columns.first(ColumnRole.ANSWER)
    kind = kind_of(
        [(row.cell(answer), options_of(row, columns)) for row in rows],
        by_number=columns.by_number,
    )
    is_truth = are_truths(row.cell(answer) for row in rows)
    types = columns.first(ColumnRole.TYPE)
    is_own = ColumnRole.ID in columns.parts and are_own_types(row.cell(types) for row in rows)
    for row in rows:
        one = _Row(sheet, columns, row, kind, is_truth, is_own, report)
        if (question := one.question()) is not None:
            yield question


class _Row:
    """A row on its way to a question, with what it loses."""

    def __init__(
        self,
        sheet: TableSheet,
        columns: Columns,
        row: TableRow,
        kind: KeyKind,
        is_truth: bool,
        is_own: bool,
        report: Report,
    ) -> None:
        self.sheet = sheet
        self.columns = columns
        self.row = row
        self.kind = kind
        self.is_truth = is_truth
        self.is_own = is_own
        self.report = report
        self.losses: list[tuple[ForeignLoss, str]] = []

    def get(self, part: ColumnRole) -> str:
        return self.row.cell(self.columns.first(part))

    def question(self) -> ForeignQuestion | None:
        """Return the question, or None: for an empty row silently, else with a warning."""
        stem = self.get(ColumnRole.QUESTION) or self.get(ColumnRole.FRONT)
        if not stem:
            answers = (ColumnRole.ANSWER, ColumnRole.BACK, ColumnRole.OPTION, ColumnRole.WRONG)
            if any(cells_of(self.row, self.columns, part) for part in answers):
                self._refuse("this row has no question", ColumnRole.QUESTION)
            return None
        task = self._task()
        if task is None:
            return None
        if isinstance(task, ForeignNumber):
            task = self._measured(task)
        if isinstance(task, ForeignShort):
            task = task._replace(exact_case=self._is_case_exact())
        tags = " ".join(cells_of(self.row, self.columns, ColumnRole.TAGS)).strip(" ,;")
        explain = [self.get(ColumnRole.EXPLAIN), *self._explanations(task)]
        self._tell_losses(task)
        return ForeignQuestion(
            stem="" if isinstance(task, ForeignGaps) else html_of(stem),
            task=task,
            place=self.sheet.place(self.row.number, self.columns.first(ColumnRole.QUESTION)),
            where=self.sheet.where(self.row.number),
            id=self.get(ColumnRole.ID),
            topic=self.get(ColumnRole.TOPIC) or self.sheet.name,
            explain=tuple(map(html_of, filter(None, explain))),
            quotes=tuple(html_of(without_marks(line)) for line in self._lines(ColumnRole.QUOTE)),
            parts=self._parts(task),
            references=tuple(map(html_of, self._lines(ColumnRole.REFERENCE))),
            hint=html_of(self.get(ColumnRole.HINT)),
            difficulty=difficulty_of(self.get(ColumnRole.DIFFICULTY)),
            tags=tuple(re.split(r"[\s,;]+", tags)) if tags else (),
            points=_POINTS.sub(r"\1", self.get(ColumnRole.POINTS)),
            losses=tuple(self.losses),
        )

    def _refuse(self, why: str, part: ColumnRole) -> None:
        column = self.columns.first(part)
        where = self.sheet.where(self.row.number, column)
        self.report.warning(
            QUESTION_NOT_IMPORTED,
            self.sheet.place(self.row.number, column),
            f"{where}: {why}",
            "correct the table and import it again; the questions that came stay",
        )

    def _task(self) -> ForeignTask | None:
        answer = self.get(ColumnRole.ANSWER) or self.get(ColumnRole.BACK)
        options = cells_of(self.row, self.columns, ColumnRole.OPTION)
        wrong = cells_of(self.row, self.columns, ColumnRole.WRONG)
        kind = plain_word(self.get(ColumnRole.TYPE))
        if any(word in kind for word in UNASKED):
            self._refuse(
                f"a question of the type “{self.get(ColumnRole.TYPE)}” has no answer",
                ColumnRole.TYPE,
            )
            return None
        if any(word in kind for word in OPEN):
            if options or wrong:
                self.losses.append((ForeignLoss.OPTIONS, " / ".join([*options, *wrong])))
            return own_task(self._task_cells(answer, wrong)._replace(type="essay"))
        if any(word in kind for word in FILL) and (answer or options):
            answers = [line for line in re.split(r"\s*\n\s*", answer) if line]
            return ForeignShort(tuple(dict.fromkeys([*answers, *options])))
        is_card = ColumnRole.BACK in self.columns.parts and not options and not wrong
        if not answer:
            self._refuse("no answer is given", ColumnRole.BACK if is_card else ColumnRole.ANSWER)
            return None
        try:
            if (task := own_task(self._task_cells(answer, wrong))) is not None:
                return task
        except BadAnswerError as error:
            if not options:  # quizgen's own tables have none
                is_gap = self.get(ColumnRole.TYPE) == "cloze"
                self._refuse(str(error), ColumnRole.QUESTION if is_gap else ColumnRole.ANSWER)
                return None
        return ForeignCard(html_of(answer)) if is_card else self._likely_task(answer, wrong)

    def _likely_task(self, answer: str, wrong: Sequence[str]) -> ForeignTask | None:
        """Return the task that the cells look like."""
        type_ = self.get(ColumnRole.TYPE)
        kind = plain_word(type_)
        if kind and self.is_own and type_ not in OWN_TYPES and not says_truth(kind):
            why = f"“{shortened(type_)}” is no type; the types are {', '.join(OWN_TYPES)}"
            self._refuse(why, ColumnRole.TYPE)
            return None
        if wrong:
            right = [part for part in re.split(r"\s*[;|\n]\s*", answer) if part]
            return choice_of(right, wrong, self._rationales(len(right)))
        if cells_of(self.row, self.columns, ColumnRole.OPTION):
            return self._of_options(answer)
        return typed_task(answer, is_truth=self._asks_truth(answer))

    def _task_cells(self, answer: str, wrong: Sequence[str]) -> TaskCells:
        question, rubric = self.get(ColumnRole.QUESTION), self.get(ColumnRole.RUBRIC)
        why = self._rationales(len(re.findall(r"[^\n]*\S[^\n]*", answer))) if wrong else ()
        return TaskCells(self.get(ColumnRole.TYPE), question, answer, wrong, rubric, why)

    def _lines(self, part: ColumnRole) -> list[str]:
        return [line for line in re.split(r"\s*\n\s*", self.get(part)) if line]

    def _rationales(self, count: int) -> tuple[str, ...]:
        """Return what says why `count` right answers are right, then why the wrong ones are not."""
        right = ["" if line == NONE else line for line in self._lines(ColumnRole.WHY_RIGHT)]
        if count == 1:
            right = [self.get(ColumnRole.WHY_RIGHT)]
        if len(right) != count:
            right = [""] * count
        parts = self.columns.parts
        columns = zip(
            parts.get(ColumnRole.WRONG, ()), parts.get(ColumnRole.WHY_WRONG, ()), strict=False
        )
        return (*right, *(self.row.cell(why) for wrong, why in columns if self.row.cell(wrong)))

    def _explanations(self, task: ForeignTask) -> Iterator[str]:
        """Yield the rationales that `task` has no place for, and what is said of single parts."""
        options = task.options if isinstance(task, ForeignChoice) else ()
        placed = {option.rationale for option in options}
        for part in (ColumnRole.WHY_RIGHT, ColumnRole.WHY_WRONG):
            for cell in (self.row.cell(column) for column in self.columns.parts.get(part, ())):
                texts = [cell] if html_of(cell) in placed else cell.split("\n")
                yield from (text for text in texts if html_of(text) not in placed | {NONE})
        if not isinstance(task, ForeignMatch | ForeignOrder):
            yield from (self.get(part) for part in (ColumnRole.PART_WHY, ColumnRole.PART_HINT))

    def _parts(self, task: ForeignTask) -> tuple[ForeignPart, ...]:
        """Return what the row says of each part of `task`."""
        dates = dates_of(self._task_cells(self.get(ColumnRole.ANSWER), ()))
        why, hints = self._lines(ColumnRole.PART_WHY), self._lines(ColumnRole.PART_HINT)
        return parts_of(task, dates, why, hints, self.losses)

    def _is_case_exact(self) -> bool:
        """Return whether the row says that capitals count."""
        cell = self.get(ColumnRole.CASE)
        return plain_word(cell) in ("exact", "x") or bool(truth_of(cell))

    def _measured(self, number: ForeignNumber) -> ForeignNumber:
        """Return `number` with the tolerance and the unit of the row."""
        tolerance, unit = self.get(ColumnRole.TOLERANCE), self.get(ColumnRole.UNIT)
        try:
            margin = f"{decimal_of(tolerance.lstrip('±+ ') or '0'):f}"
        except BadAnswerError:
            self.losses.append((ForeignLoss.UNUSED_COLUMN, f"tolerance = {tolerance}"))
            margin = "0"
        return number._replace(tolerance=margin, unit=html_of(unit))

    def _asks_truth(self, answer: str) -> bool:
        """Return whether type or stem says that `answer` is a truth, or all answers are truths."""
        kind = plain_word(self.get(ColumnRole.TYPE))
        stem = self.get(ColumnRole.QUESTION) or self.get(ColumnRole.FRONT)
        return self.is_truth or asks_truth(stem, answer) or says_truth(kind)

    def _of_options(self, answer: str) -> ForeignTask | None:
        cells = options_of(self.row, self.columns)
        keys = keys_of(answer, cells, self.kind)
        right = [option for i, option in enumerate(cells) if i in keys]
        options = [option for option in cells if option]
        if not keys and len(options) < 2:
            return typed_task(answer, is_truth=self._asks_truth(answer))
        if not all(right) or not keys:
            why = "is none of the options" if all(right) else "names an empty cell"
            self._refuse(f"the answer “{shortened(answer)}” {why}", ColumnRole.ANSWER)
            return None
        if len(options) == 2 and len(right) == 1:
            truths = [truth_of(option) for option in options]
            has_words = min(map(len, options)) > 1
            is_truth = has_words or self._asks_truth(right[0])
            if None not in truths and len(set(truths)) == 2 and is_truth:
                return ForeignChoice((), truth_of(right[0]))
        if len(right) == len(options):
            self.losses.append((ForeignLoss.OPTIONS, "every option is right"))
            return ForeignShort(tuple(right))
        wrong = [option for i, option in enumerate(cells) if option and i not in keys]
        return choice_of(right, wrong)

    def _tell_losses(self, task: ForeignTask) -> None:
        if time := self.get(ColumnRole.TIME):
            self.losses.append((ForeignLoss.TIME_LIMIT, time))
        if picture := self.get(ColumnRole.PICTURE):
            self.losses.append((ForeignLoss.PICTURE_LINK, picture))
        for column, heading in self.columns.unknown.items():
            if cell := self.row.cell(column):
                name = " ".join(heading.split())
                self.losses.append((ForeignLoss.UNUSED_COLUMN, f"{name} = {cell}"))
        unused = [] if isinstance(task, ForeignNumber) else [ColumnRole.TOLERANCE, ColumnRole.UNIT]
        if not isinstance(task, ForeignShort):
            unused.append(ColumnRole.CASE)
        if not isinstance(task, ForeignEssay) or not is_rubric(self.get(ColumnRole.RUBRIC)):
            unused.append(ColumnRole.RUBRIC)
        for part in unused:
            if cell := self.get(part):
                self.losses.append((ForeignLoss.UNUSED_COLUMN, f"{part.value} = {cell}"))
        level = self.get(ColumnRole.DIFFICULTY)
        if level and not difficulty_of(level):
            self.losses.append((ForeignLoss.UNUSED_COLUMN, f"difficulty = {level}"))
