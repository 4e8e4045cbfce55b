"""Brightspace's table of questions for its Question Library: a part of a question on each line.

The lines are those of the sample that Brightspace offers for download ("Import Questions, Upload
a File"): a word such as ``NewQuestion`` or ``Option``, and its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign import (
    ForeignFile,
    ForeignLoss,
    ForeignOrder,
    ForeignPart,
    ForeignQuestion,
)
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED, decode, without_tags
from quizgen.readers.tables.csv_grid import read_csv
from quizgen.readers.tables.grid import TableSheet
from quizgen.readers.uploads.brightspace_tasks import (
    UploadLine,
    parts_said_of,
    refuse_split_texts,
    task_of,
)

MAX_LOOKED_AT = 100_000
"""Bytes in which the first question is looked for, behind remarks."""
_BEGINS = re.compile(r'^"?NewQuestion"?[ \t]*([,;\t])', re.MULTILINE | re.IGNORECASE)
_ENDINGS = (".csv", ".txt", ".tsv", "")
_OF_THE_TASK = ("option", "answer", "choice", "match", "item", "true", "false", "answerkey")
_SHARED_SCORING = ("", "rightanswers", "equallyweighted", "allornothing", "correctanswers")
"""Ways of scoring under which right answers count alike."""
_EASIEST = ("", "1")
"""What Brightspace presets for the difficulty, which says nothing."""


class BrightspaceReader:
    """Reads Brightspace's table: by the word that begins a question."""

    name = "Brightspace's upload"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is such a table."""
        if content.startswith(b"PK") or program_of(content) is not None:
            return False
        is_text = path.suffix.lower() in _ENDINGS
        return is_text and bool(_BEGINS.search(decode(content[:MAX_LOOKED_AT], path).text))

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile:
        """Return the questions of the file, as `ForeignReader` says."""
        begins = _BEGINS.search(decode(content[:MAX_LOOKED_AT], path).text)
        sheet = read_csv(content, path, begins[1] if begins else ",")
        losses: Losses = [(ForeignLoss.CUT, what) for what in sheet.cut]
        questions = []
        for lines in _blocks(sheet, losses):
            question = _question(sheet, lines, report)
            if question is not None:
                questions.append(question)
        return ForeignFile(tuple(questions), tuple(losses))


def _blocks(sheet: TableSheet, losses: Losses) -> Iterator[list[UploadLine]]:
    """Yield the lines of each question, the one that begins it first; remarks are left out."""
    block: list[UploadLine] = []
    for row in sheet.rows:
        word, *cells = row.cells
        if word.startswith("//") or not any(row.cells):
            continue
        line = UploadLine(" ".join(word.lower().split()), tuple(cells), row.number)
        if line.word == "newquestion":
            if block:
                yield block
            block = [line]
        elif block:
            block.append(line)
        else:
            losses.append((ForeignLoss.DESCRIPTION, ", ".join(filter(None, row.cells))[:200]))
    if block:
        yield block


def _question(sheet: TableSheet, lines: list[UploadLine], report: Report) -> ForeignQuestion | None:
    texts = {line.word: line for line in reversed(lines)}
    type_ = lines[0].cell(0).upper()
    losses: Losses = []
    number = sheet.lines.get(lines[0].row, 0) + 1
    stem = _html(lines, "questiontext") or _html(lines, "title")
    try:
        refuse_split_texts(lines)
        task = task_of(type_, lines, losses)
    except BadAnswerError as error:
        report.warning(
            QUESTION_NOT_IMPORTED,
            sheet.place(lines[0].row),
            f"line {number}: “{without_tags(stem)[:50]}” was left out: {error}",
            "correct the table and import it again; the questions that came stay",
        )
        return None
    losses += _left_out(lines, texts)
    why = parts_said_of(lines)
    is_order = isinstance(task, ForeignOrder) and any(why)
    return ForeignQuestion(
        stem=stem,
        task=task,
        place=sheet.place(lines[0].row),
        where=f"line {number}",
        id=_cell(texts, "id") or _cell(texts, "title"),
        explain=tuple(filter(None, (*_of_truths(lines), _html(lines, "feedback")))),
        parts=tuple(ForeignPart(text) for text in why) if is_order else (),
        hint=_html(lines, "hint"),
        points=_cell(texts, "points"),
        losses=tuple(losses),
    )


def _html(lines: list[UploadLine], word: str) -> str:
    """Return the HTML of all `lines` that `word` begins, one below the other."""
    return "<br>".join(filter(None, (line.html(0) for line in lines if line.word == word)))


def _cell(texts: Mapping[str, UploadLine], word: str) -> str:
    return texts[word].cell(0) if word in texts else ""


def _of_truths(lines: list[UploadLine]) -> Iterator[str]:
    """Yield what is said to a learner who chooses true, or false."""
    yield from (line.html(1) for line in lines if line.word in ("true", "false"))


def _left_out(lines: list[UploadLine], texts: Mapping[str, UploadLine]) -> Losses:
    """Return what of a question a bank has no place for."""
    losses: Losses = []
    if image := _cell(texts, "image"):
        losses.append((ForeignLoss.PICTURE_LINK, image))
    if begun := _cell(texts, "initialtext"):
        losses.append((ForeignLoss.DESCRIPTION, begun))
    level = _cell(texts, "difficulty")
    if level not in _EASIEST:
        losses.append((ForeignLoss.UNUSED_COLUMN, f"Difficulty = {level}"))
    scoring = _cell(texts, "scoring")
    if scoring.lower() not in _SHARED_SCORING:
        losses.append((ForeignLoss.WEIGHT, f"Scoring = {scoring}"))
    title = _cell(texts, "title")
    if title and _cell(texts, "id") and _html(lines, "questiontext"):
        losses.append((ForeignLoss.UNUSED_COLUMN, f"Title = {title}"))
    for word in ("id", "title", "points", "difficulty", "image", "scoring", "initialtext"):
        again = [line.cell(0) for line in lines if line.word == word and line.cell(0)][1:]
        losses += [(ForeignLoss.UNUSED_COLUMN, f"{word} = {text}") for text in again]
    known = (
        *("newquestion", "id", "title", "questiontext", "points", "difficulty", "image"),
        *("scoring", "inputbox", "initialtext", "hint", "feedback", *_OF_THE_TASK),
    )
    for line in lines:
        if line.word not in known and any(line.cells):
            what = " = ".join(filter(None, (line.word, line.cell(0))))
            losses.append((ForeignLoss.UNUSED_COLUMN, what))
    return losses
