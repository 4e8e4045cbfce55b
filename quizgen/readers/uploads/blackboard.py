"""Blackboard's upload of questions: a line each, with tabs, and its type first.

The cells are those of "Upload Questions" in Blackboard's help; texts are HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.model.source import at_line
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign import ForeignFile, ForeignGaps, ForeignLoss, ForeignQuestion
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.texts import (
    QUESTION_NOT_IMPORTED,
    decode,
    without_long_blanks,
    without_tags,
)
from quizgen.readers.uploads.blackboard_tasks import TYPES, UNREAD, measured, task_of

MAX_QUESTIONS = 20_000
"""As in the tables and packages of other programs (judged); Blackboard itself takes 500 at once."""
MAX_CELLS = 1000
"""Cells of a line: some for each of the most blanks or options of a question (judged)."""
MAX_LINE_LENGTH = 500_000
"""Characters of a line (judged): far beyond a question, and read within a second."""
_BEGINS = re.compile(rf"(?:{'|'.join((*TYPES, *UNREAD))})\t", re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')


class BlackboardReader:
    """Reads Blackboard's text: by the type and the tab that its first line begins with."""

    name = "Blackboard's upload"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is such a text."""
        if content.startswith(b"PK") or program_of(content) is not None:
            return False
        return bool(_BEGINS.match(decode(content[:4000], path).text.lstrip()))

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile:
        """Return the questions of the file, as `ForeignReader` says."""
        source = decode(content, path)
        losses: Losses = []
        questions: list[ForeignQuestion] = []
        rows = list(_rows(source.text, losses))
        is_of_excel = _is_of_excel(rows)
        for number, cells in rows:
            bare = [_unquoted(cell) if is_of_excel else cell for cell in cells]
            try:
                question_losses: Losses = []
                type_, stem, rest = bare[0].upper(), bare[1] if len(bare) > 1 else "", bare[2:]
                task = task_of(type_, stem, rest, question_losses)
                stem, task = measured(stem, task)
            except BadAnswerError as error:
                report.warning(
                    QUESTION_NOT_IMPORTED,
                    at_line(source, number),
                    f"line {number}: “{without_tags(' '.join(bare[1:2]))[:50]}” was left out: "
                    f"{error}",
                    "correct the line and import the file again; the questions that came stay",
                )
                continue
            questions.append(
                ForeignQuestion(
                    stem="" if isinstance(task, ForeignGaps) else stem,
                    task=task,
                    place=at_line(source, number),
                    where=f"line {number}",
                    losses=tuple(question_losses),
                )
            )
        return ForeignFile(tuple(questions), tuple(losses))


def _rows(text: str, losses: Losses) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each line that has something in it, from 1, and its cells."""
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        count += 1
        if count > MAX_QUESTIONS:
            losses.append((ForeignLoss.CUT, f"lines behind the first {MAX_QUESTIONS:,} questions"))
            return
        cells = without_long_blanks(line[:MAX_LINE_LENGTH]).split("\t")
        if len(line) > MAX_LINE_LENGTH or len(cells) > MAX_CELLS:
            losses.append((ForeignLoss.CUT, f"the end of line {number}"))
        yield number, [cell.strip() for cell in cells[:MAX_CELLS]]


def _is_of_excel(rows: Sequence[tuple[int, list[str]]]) -> bool:
    """Return whether Excel has put cells with commas and quotation marks into quotation marks."""
    marked = [cell for _, cells in rows for cell in cells if '"' in cell or "," in cell]
    return bool(marked) and all(_QUOTED.fullmatch(cell) for cell in marked)


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell
