"""Text files and documents of Word with typed questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source, at_line
from quizgen.readers.apkg.errors import PackageError
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign import ForeignFile, ForeignLoss, ForeignQuestion
from quizgen.readers.foreign.choices import BadAnswerError
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED, decode, without_tags
from quizgen.readers.foreign.xml import XmlError
from quizgen.readers.tables.grid import MAX_COLUMNS, TableRow, TableSheet, beyond
from quizgen.readers.tables.headings import find_columns, taken_for_headings
from quizgen.readers.tables.rows import read_rows
from quizgen.readers.tables.words import are_truths
from quizgen.readers.typed_lists import marks
from quizgen.readers.typed_lists.blocks import TypedList, typed_list
from quizgen.readers.typed_lists.document import (
    DamagedDocumentError,
    DocumentContent,
    DocumentTable,
)
from quizgen.readers.typed_lists.docx import read_docx
from quizgen.readers.typed_lists.lines import beyond_limits, text_lines
from quizgen.readers.typed_lists.odt import read_odt
from quizgen.readers.typed_lists.questions import answers_of, place_of, question_of

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
"""What an .odt begins with (OpenDocument 1.3, part 2, 3.3)."""
_TEXT_ENDINGS = (".txt", ".text", ".md", ".aiken", ".asc", "")
_LOOKED_AT = 400
"""Lines at the beginning of a text in which options and answers are looked for."""


class TypedListReader:
    """Reads typed lists: a document of Word or LibreOffice, or a text with options or answers."""

    name = "questions as typed (.docx, .odt, or a text such as Aiken)"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is a document of Word, or such a text."""
        if content.startswith(b"PK"):
            ends = content[:8192] + content[-8192:]
            return b"word/document.xml" in ends or _OPEN_DOCUMENT in content[:200]
        if program_of(content) is not None or path.suffix.lower() not in _TEXT_ENDINGS:
            return False
        lines = [line.plain for line in text_lines(decode(content[:1_000_000], path))]
        options = sum(map(_is_option, lines[:_LOOKED_AT]))
        has_answer = any(marks.ANSWER.fullmatch(line) for line in lines[:_LOOKED_AT])
        return options > 1 or has_answer or _has_key(lines)

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile | None:
        """Return the questions of the file, as `ForeignReader` says."""
        files = GatheredFiles()
        source = Source(path, "")
        read: DocumentContent | None = DocumentContent([], [])
        if content.startswith(b"PK"):
            read = _read_word(content, source, files, report, columns)
        else:
            source = decode(content, path)
            read = DocumentContent(text_lines(source), [])
        if read is None:
            return None
        listed = typed_list(read.lines)
        questions = list(_questions(listed, source, report))
        losses = [(ForeignLoss.DESCRIPTION, without_tags(text)[:200]) for text in listed.rest]
        losses += [(ForeignLoss.CUT, what) for what in beyond_limits(read.lines)]
        for number, table in enumerate(read.tables, 1):
            sheet = _sheet(table, source, f"table {number}" if len(read.tables) > 1 else "")
            columns_here = find_columns(sheet, columns)
            questions += read_rows(sheet, columns_here, report)
            losses += taken_for_headings(sheet, columns_here, columns)
            losses += [(ForeignLoss.CUT, f"table {number}: {what}") for what in sheet.cut]
            if table.pictures:
                losses.append((ForeignLoss.FILE, f"{table.pictures} pictures of table {number}"))
        return ForeignFile(tuple(questions), tuple(losses), files.media)


def _is_option(line: str) -> bool:
    return bool(marks.OPTION.match(line) or marks.BOX.match(line) or marks.options_in(line))


def _has_key(lines: list[str]) -> bool:
    head = next((n for n, line in enumerate(lines) if marks.KEY_HEAD.fullmatch(line)), 0)
    return any(marks.QUESTION.match(line) for line in lines[:head])


def _sheet(table: DocumentTable, source: Source, name: str) -> TableSheet:
    rows = [TableRow(n, tuple(cells[:MAX_COLUMNS])) for n, cells in enumerate(table.rows, 1)]
    cut = tuple(what for n, cells in enumerate(table.rows, 1) for what in beyond(n, cells))
    return TableSheet(source, name, tuple(row for row in rows if any(row.cells)), {}, cut)


def _read_word(
    content: bytes,
    source: Source,
    files: GatheredFiles,
    report: Report,
    columns: Mapping[str, str],
) -> DocumentContent | None:
    try:
        read = read_odt if _OPEN_DOCUMENT in content[:200] else read_docx
        return read(
            content,
            files,
            lambda table: find_columns(_sheet(table, source, ""), columns).can_ask,
        )
    except (PackageError, DamagedDocumentError, XmlError) as error:
        why = f": {error}" if not isinstance(error, PackageError) else ", or much too large"
        report.error(
            UNREADABLE_FILE,
            source.whole(),
            f"this document is damaged{why}",
            "open it in Word or LibreOffice and save it again, as .docx or .odt",
        )
        return None


def _questions(listed: TypedList, source: Source, report: Report) -> tuple[ForeignQuestion, ...]:
    questions = []
    answers = answers_of(listed)
    listing = zip(listed.questions, answers, strict=True)
    are_all = are_truths(answer for typed, answer in listing if not typed.options)
    for typed, answer in zip(listed.questions, answers, strict=True):
        try:
            questions.append(question_of(typed, answer, source, are_all_truths=are_all))
        except BadAnswerError as error:
            stem = re.sub(r"\s+", " ", without_tags(" ".join(typed.stem)))[:50]
            report.warning(
                QUESTION_NOT_IMPORTED,
                at_line(source, typed.first) if source.text else source.whole(),
                f"{place_of(typed, source)}: “{stem}” was left out: {error}",
                "write `Answer: B` below it, or a * before the right option, and import it again",
            )
    return tuple(questions)
