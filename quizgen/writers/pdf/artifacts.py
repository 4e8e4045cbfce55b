"""The PDF files of an assessment.

Author texts become inline items (`layout.inline_content`) that are measured and broken into lines
(`layout.typesetter`), items become blocks of rows that know their height (`documents`), blocks are
placed on pages (`layout.pagination`), and the display lists of pages are written and tagged
(`file.render`). Only what calls `lean_reportlab` knows reportlab.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from quizgen.model.assessment import Assessment, EditionName, Flashcards, Worksheet
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.project.file_names import (
    ALL_FORMS,
    ANSWER_SHEET,
    ANSWER_SHEETS,
    KEY,
    NAMED,
    SHEET,
    TEACHER,
    pdf_name,
)
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.deck_part import GAMES, PUZZLES
from quizgen.writers.pdf.documents.answer_key import key_document
from quizgen.writers.pdf.documents.combined_key import combined_key_document
from quizgen.writers.pdf.documents.flashcards.edition import card_edition
from quizgen.writers.pdf.documents.forms_alike import FormsAlike
from quizgen.writers.pdf.documents.student_copy import StudentCopy, in_edition, on_paper
from quizgen.writers.pdf.documents.teacher import teacher_document
from quizgen.writers.pdf.documents.unfillable import report_unfillable
from quizgen.writers.pdf.documents.unprintable import (
    report_unprintable_in_game,
    report_unprintable_in_puzzle,
    report_unprintable_on_cards,
    report_unprintable_on_worksheet,
)
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.editions import STANDARD
from quizgen.writers.pdf.layout.typesetter import Typesetter
from quizgen.writers.pdf.pdf_jobs import PdfJobs
from quizgen.writers.pdf.removals import files_to_remove


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the files of all worksheets, flashcards, puzzles and games of `assessment`.

    Each form of a worksheet comes in every edition asked for, with a key and, if asked for, a
    teacher's edition, which are set in the first edition. Where there are several forms, one
    more key has them all, and so has one more sheet if that is asked for. One more file has a
    named sheet for each pupil of a roster. A file that an
    earlier build may have left, for a form or an edition that is no longer asked for, is
    yielded as one to remove.

    A character that no font has is reported to `context` as ``missing-glyph``, a picture that
    can't be read as ``unreadable-image``; both are still printed, as a code and as their
    description.
    """
    bank, student_copy, paths = assessment.bank, StudentCopy(), set[str]()
    jobs = PdfJobs(assessment, context)
    for forms in _by_worksheet(assessment.worksheets):
        report_unprintable_on_worksheet(forms[0], jobs.pictures, jobs.book, context.report)
        report_unfillable(forms[0], bank.language, context.report)
        for artifact in _worksheet_files(forms, bank, student_copy, jobs):
            paths.add(str(artifact.path).casefold())
            yield artifact
    if sheets := _answer_sheets(assessment, student_copy, jobs):
        yield sheets
    if any(worksheet.printing.fillable for worksheet in assessment.worksheets):
        from quizgen.writers.pdf.documents.answer_sheet.form_records import form_sheets_files

        yield from form_sheets_files(assessment)
    for cards in assessment.flashcards:
        path = pdf_name(cards.name)
        paths.add(path.casefold())
        if cards.questions:
            report_unprintable_on_cards(cards, jobs.pictures, jobs.book, context.report)
            lay_out = partial(_flashcards_document, report=context.report)
            typesetter = jobs.typesetter(card_edition(cards.sheet))
            for_pupils = replace(cards, questions=student_copy.questions(cards.questions))
            yield jobs.pdf(path, lay_out, typesetter, for_pupils, bank.language)
    for puzzle in PUZZLES.of(assessment) or ():
        from quizgen.writers.pdf.documents.puzzles import puzzle_document, puzzle_key_document

        report_unprintable_in_puzzle(puzzle, jobs.pictures, jobs.book, context.report)
        for kind, lay_out_puzzle in ((SHEET, puzzle_document), (KEY, puzzle_key_document)):
            path = pdf_name(puzzle.name, what=kind)
            paths.add(path.casefold())
            yield jobs.pdf(path, lay_out_puzzle, jobs.typesetter(STANDARD), puzzle, bank.language)
    for game in GAMES.of(assessment) or ():
        from quizgen.writers.pdf.documents import games

        report_unprintable_in_game(game, jobs.pictures, jobs.book, context.report)
        lay_out_game = partial(games.game_document, report=context.report)
        for kind, lay_out_part, edition in (
            (SHEET, lay_out_game, games.game_edition(game)),
            (KEY, games.game_key_document, STANDARD),
        ):
            path = pdf_name(game.name, what=kind)
            paths.add(path.casefold())
            yield jobs.pdf(path, lay_out_part, jobs.typesetter(edition), game, bank.language)
    if not assessment.is_overridden:
        yield from files_to_remove(assessment, paths)


def _flashcards_document(
    cards: Flashcards, language: str, typesetter: Typesetter, *, report: Report
) -> Document:
    from quizgen.writers.pdf.documents.flashcards.pages import flashcards_document

    return flashcards_document(cards, language, typesetter, report)


def _worksheet_files(
    forms: Sequence[Worksheet], bank: Bank, student_copy: StudentCopy, jobs: PdfJobs
) -> Iterator[Artifact]:
    """Yield all files of one worksheet, whose `forms` there are.

    Keys and teacher's editions depend on all of `bank` but its topics and media: the items
    that they need are in the worksheet.
    """
    first = forms[0].printing.editions[0]
    bank = replace(bank, topics=(), media={})
    pupils = forms[0].pupils
    forms = [replace(form, pupils=()) for form in forms]

    def path(worksheet: Worksheet, edition: EditionName, kind: str) -> str:
        return pdf_name(worksheet.name, worksheet.form, edition.value, kind)

    copies = [student_copy.worksheet(form) for form in forms]
    by_edition = {
        edition: [in_edition(copy, edition) for copy in copies]
        for edition in forms[0].printing.editions
    }
    for_paper = [on_paper(copy) for copy in by_edition[first]]
    forms = [on_paper(form) for form in forms]
    alike = FormsAlike()
    for number, worksheet in enumerate(forms):
        typesetter = jobs.first_typesetter(worksheet)
        for edition in worksheet.printing.editions:
            only = by_edition[edition][number]
            sheet = jobs.pdf(
                path(worksheet, edition, SHEET),
                alike.document,
                jobs.first_typesetter(only),
                only,
                by_edition[edition],
                bank.language,
            )
            yield replace(sheet, batch=f"{worksheet.name} {edition.value}")
            if worksheet.printing.answer_sheet:
                from quizgen.writers.pdf.documents.answer_sheet.files import answer_sheet_document

                yield jobs.pdf(
                    path(worksheet, edition, ANSWER_SHEET),
                    answer_sheet_document,
                    jobs.sheet_typesetter(only),
                    on_paper(only),
                    bank.language,
                    None,
                )
        key_typesetter = jobs.key_typesetter(worksheet)
        yield jobs.pdf(path(worksheet, first, KEY), key_document, key_typesetter, worksheet, bank)
        if worksheet.printing.teacher:
            teacher_path = path(worksheet, first, TEACHER)
            yield jobs.pdf(teacher_path, teacher_document, typesetter, worksheet, bank)
    if len(forms) > 1:
        key_path = pdf_name(forms[0].name, "", first.value, KEY)
        key_typesetter = jobs.key_typesetter(forms[0])
        yield jobs.pdf(key_path, combined_key_document, key_typesetter, forms, bank)
        if forms[0].printing.all_forms:
            all_path = pdf_name(forms[0].name, "", first.value, ALL_FORMS)
            typesetter = jobs.first_typesetter(forms[0])
            yield jobs.pdf(all_path, alike.all_forms, typesetter, for_paper, bank.language)
    if pupils:
        named_path = pdf_name(forms[0].name, "", first.value, NAMED)
        typesetter = jobs.first_typesetter(forms[0])
        yield jobs.pdf(named_path, alike.named, typesetter, for_paper, pupils, bank.language)


def _answer_sheets(
    assessment: Assessment, student_copy: StudentCopy, jobs: PdfJobs
) -> Artifact | None:
    """Return the file by which `quizgen grade` reads the answer sheets; None if there are none."""
    sheets = [one for one in assessment.worksheets if one.printing.answer_sheet]
    if not sheets:
        return None
    from quizgen.writers.pdf.documents.answer_sheet import files
    from quizgen.writers.shared.sheet_questions import origin_of, sheet_questions

    questions = sheet_questions(sheets)
    titles = [(one.name, one.title.plain, one.printing.partial_credit) for one in sheets]
    language = assessment.bank.language
    origin = origin_of(assessment)

    def render(worksheets: Sequence[Worksheet], *rest: object) -> bytes:
        layouts = [
            files.layout_of(only, edition, jobs.sheet_typesetter(only))
            for worksheet in worksheets
            for edition in worksheet.printing.editions
            for only in [in_edition(worksheet, edition)]
        ]
        return files.answer_sheets_file(layouts, questions, titles, language, origin)

    for_pupils = [student_copy.worksheet(worksheet) for worksheet in sheets]
    return Artifact.rendered(
        ANSWER_SHEETS,
        render,
        for_pupils,
        questions,
        titles,
        language,
        origin,
        also_depends_on=jobs.font_contents,
    )


def _by_worksheet(sheets: Iterable[Worksheet]) -> Iterator[tuple[Worksheet, ...]]:
    """Yield for each worksheet of `sheets` all its forms, which stand in a row."""
    for _, forms in itertools.groupby(sheets, key=lambda worksheet: worksheet.name):
        yield tuple(forms)
