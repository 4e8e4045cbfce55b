"""A row of a table as a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from quizgen.model.diagnostics import Report
from quizgen.readers.foreign import (
    ForeignCard,
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignOption,
    ForeignQuestion,
    ForeignShort,
    ForeignTask,
    html_of,
)
from quizgen.readers.tables.grid import TableRow, TableSheet
from quizgen.readers.tables.headings import Columns
from quizgen.readers.tables.keys import KeyKind, keys_of, kind_of
from quizgen.readers.tables.typed_answers import typed_task
from quizgen.readers.tables.words import ColumnRole, plain_word, truth_of

_INSTRUCTIONS = re.compile(r"^(?:text of the question|question type|\(required\)|e\.g\.)", re.I)
_LEVELS = {
    "easy": "easy leicht einfach facile facil makkelijk 1 쉬움",
    "medium": "medium mittel moyen moyenne media medio gemiddeld 2 보통",
    "hard": "hard difficult schwer schwierig difficile dificil moeilijk 3 어려움",
}
_DIFFICULTY = {word: level for level, words in _LEVELS.items() for word in words.split()}
_OPEN = ("open", "essay", "freitext", "offen", "ouverte", "abierta", "aperta")
_FILL = ("fill", "blank", "lucke", "short", "type answer", "kurz", "courte", "corta")
_GAP = re.compile(r"\{\{c(?P<number>\d{1,3})::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)
_BETWEEN_PAIR = " → "
"""What quizgen's own tables have between the two sides of a pair."""
_UNASKED = ("poll", "slide", "draw", "word cloud", "survey")


def read_rows(sheet: TableSheet, columns: Columns, report: Report) -> Iterator[ForeignQuestion]:
    """Yield the questions of the rows below the headings of `sheet`."""
    rows = [row for row in sheet.rows if row.number > columns.row]
    if (
        columns.first(ColumnRole.QUESTION) is not None
        and rows
        and _is_instruction(rows[0], columns)
    ):
        rows = rows[1:]
    answer = columns.first(ColumnRole.ANSWER)
    kind = kind_of(
        [(row.cell(answer), _cells(row, columns, ColumnRole.OPTION)) for row in rows],
        by_number=columns.by_number,
    )
    for row in rows:
        if (question := _Row(sheet, columns, row, kind, report).question()) is not None:
            yield question


def _is_instruction(row: TableRow, columns: Columns) -> bool:
    return bool(_INSTRUCTIONS.match(row.cell(columns.first(ColumnRole.QUESTION))))


def _cells(row: TableRow, columns: Columns, part: ColumnRole) -> list[str]:
    """Return the cells of `part` with content; a single column may list several, one a line."""
    places = columns.parts.get(part, [])
    cells = [cell for column in places if (cell := row.cell(column))]
    if len(places) == 1 and cells:
        parts = re.split(r"\s*[;|\n]\s*", cells[0])
        return [re.sub(r"^\(?[A-Ja-j1-9][).]\s+", "", part) for part in parts if part]
    return cells


class _Row:
    """A row on its way to a question, with what it loses."""

    def __init__(
        self, sheet: TableSheet, columns: Columns, row: TableRow, kind: KeyKind, report: Report
    ) -> None:
        self.sheet = sheet
        self.columns = columns
        self.row = row
        self.kind = kind
        self.report = report
        self.losses: list[tuple[ForeignLoss, str]] = []

    def get(self, part: ColumnRole) -> str:
        return self.row.cell(self.columns.first(part))

    def question(self) -> ForeignQuestion | None:
        """Return the question, or None: for an empty row silently, else with a warning."""
        stem = self.get(ColumnRole.QUESTION) or self.get(ColumnRole.FRONT)
        if not stem:
            filled = [c for c in self._used() if self.row.cell(c)]
            if filled:
                self._refuse("this row has no question", ColumnRole.QUESTION)
            return None
        task = self._task()
        if task is None:
            return None
        self._tell_losses()
        return ForeignQuestion(
            stem="" if isinstance(task, ForeignGaps) else html_of(stem),
            task=task,
            place=self.sheet.place(self.row.number, self.columns.first(ColumnRole.QUESTION)),
            where=self.sheet.where(self.row.number),
            id=self.get(ColumnRole.ID),
            topic=self.get(ColumnRole.TOPIC) or self.sheet.name,
            explain=tuple(filter(None, (html_of(self.get(ColumnRole.EXPLAIN)),))),
            reference=html_of(self.get(ColumnRole.REFERENCE)),
            hint=html_of(self.get(ColumnRole.HINT)),
            difficulty=_DIFFICULTY.get(plain_word(self.get(ColumnRole.DIFFICULTY)), ""),
            tags=tuple(re.split(r"[\s,;]+", tags)) if (tags := self._tags()) else (),
            losses=tuple(self.losses),
        )

    def _used(self) -> list[int]:
        parts = (ColumnRole.ANSWER, ColumnRole.BACK, ColumnRole.OPTION, ColumnRole.WRONG)
        return [column for part in parts for column in self.columns.parts.get(part, [])]

    def _tags(self) -> str:
        return " ".join(_cells(self.row, self.columns, ColumnRole.TAGS)).strip(" ,;")

    def _refuse(self, why: str, part: ColumnRole) -> None:
        column = self.columns.first(part)
        where = self.sheet.where(self.row.number, column)
        self.report.warning(
            "question-not-imported",
            self.sheet.place(self.row.number, column),
            f"{where}: {why}",
            "correct the table and import it again; the questions that came stay",
        )

    def _task(self) -> ForeignTask | None:
        answer = self.get(ColumnRole.ANSWER) or self.get(ColumnRole.BACK)
        options = _cells(self.row, self.columns, ColumnRole.OPTION)
        wrong = _cells(self.row, self.columns, ColumnRole.WRONG)
        kind = plain_word(self.get(ColumnRole.TYPE))
        if any(word in kind for word in _UNASKED):
            self._refuse(
                f"a question of the type “{self.get(ColumnRole.TYPE)}” has no answer",
                ColumnRole.TYPE,
            )
            return None
        if any(word in kind for word in _OPEN):
            if options or wrong:
                self.losses.append((ForeignLoss.OPTIONS, " / ".join([*options, *wrong])))
            return ForeignEssay(html_of(answer))
        if any(word in kind for word in _FILL) and (answer or options):
            answers = [line for line in re.split(r"\s*\n\s*", answer) if line]
            return ForeignShort(tuple(dict.fromkeys([*answers, *options])))
        if answer and (task := self._own_task(answer, wrong)) is not None:
            return task
        if ColumnRole.BACK in self.columns.parts and not options and not wrong:
            return self._card(answer)
        if not answer:
            self._refuse("no answer is given", ColumnRole.ANSWER)
            return None
        if wrong:
            right = [part for part in re.split(r"\s*[;|\n]\s*", answer) if part]
            return _choice(right, wrong)
        if options:
            return self._of_options(answer, options)
        return typed_task(answer)

    def _own_task(self, answer: str, wrong: Sequence[str]) -> ForeignTask | None:
        """Return the task of a row of quizgen's own tables, whose types are a bank's words."""
        lines = [line for line in re.split(r"\s*\n\s*", answer) if line]
        match self.get(ColumnRole.TYPE):
            case "flashcard":
                return ForeignCard(html_of(answer))
            case "cloze":
                return ForeignGaps(tuple(_gap_parts(self.get(ColumnRole.QUESTION))))
            case "multiple_choice" if wrong:
                return _choice(lines, wrong)
            case "matching":
                pairs = [tuple(map(html_of, line.split(_BETWEEN_PAIR))) for line in lines]
                if all(len(pair) == 2 for pair in pairs):
                    return ForeignMatch(
                        tuple((p[0], p[1]) for p in pairs), tuple(map(html_of, wrong))
                    )
        return None

    def _of_options(self, answer: str, options: Sequence[str]) -> ForeignTask | None:
        keys = keys_of(answer, options, self.kind)
        if not keys and len(options) < 2:
            return typed_task(answer)
        if not keys:
            self._refuse(f"the answer “{_short(answer)}” is none of the options", ColumnRole.ANSWER)
            return None
        right = [option for i, option in enumerate(options) if i in keys]
        if len(options) == 2 and len(right) == 1:
            truths = [truth_of(option) for option in options]
            if None not in truths and len(set(truths)) == 2:
                return ForeignChoice((), truth_of(right[0]))
        if len(right) == len(options):
            self.losses.append((ForeignLoss.OPTIONS, "every option is right"))
            return ForeignShort(tuple(right))
        return _choice(right, [option for i, option in enumerate(options) if i not in keys])

    def _card(self, back: str) -> ForeignTask | None:
        if not back:
            self._refuse("no answer is given", ColumnRole.BACK)
            return None
        return ForeignCard(html_of(back))

    def _tell_losses(self) -> None:
        if time := self.get(ColumnRole.TIME):
            self.losses.append((ForeignLoss.TIME_LIMIT, time))
        if picture := self.get(ColumnRole.PICTURE):
            self.losses.append((ForeignLoss.PICTURE_LINK, picture))
        for column, heading in self.columns.unknown.items():
            if cell := self.row.cell(column):
                name = " ".join(heading.split())
                self.losses.append((ForeignLoss.UNUSED_COLUMN, f"{name} = {cell}"))
        level = self.get(ColumnRole.DIFFICULTY)
        if level and plain_word(level) not in _DIFFICULTY:
            self.losses.append((ForeignLoss.UNUSED_COLUMN, f"difficulty = {level}"))


def _gap_parts(text: str) -> Iterator[str | ForeignGap]:
    """Yield the parts of `text`, whose gaps are in the notation of a bank."""
    end = 0
    for gap in _GAP.finditer(text):
        yield _html_of_part(text[end : gap.start()])
        yield ForeignGap(html_of(gap["answer"]), int(gap["number"]), html_of(gap["hint"] or ""))
        end = gap.end()
    yield _html_of_part(text[end:])


def _html_of_part(text: str) -> str:
    """Return the HTML of `text`, with the blanks at its ends."""
    return escape(text).replace("\n", "<br>")


def _choice(right: Sequence[str], wrong: Sequence[str]) -> ForeignChoice:
    options = [ForeignOption(html_of(text), True) for text in right]
    return ForeignChoice((*options, *(ForeignOption(html_of(text), False) for text in wrong)))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"
