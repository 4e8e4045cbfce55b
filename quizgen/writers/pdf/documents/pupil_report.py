"""The sheet that a pupil gets back: points, and what was wrong and why."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.answer_sheets.reports import PupilReport, ReportedAnswer
from quizgen.model.assessment import Printing, Worksheet
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.page_chrome import document, form_rows, text_area, title_rows
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, keep_together, prepend
from quizgen.writers.pdf.layout.display_list import Bookmark
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def pupil_report_document(
    title: str, report: PupilReport, printing: Printing, language: str, typesetter: Typesetter
) -> Document:
    """Return the sheet of the pupil of `report`, on the paper of `printing`."""
    root = Tag("Document")
    width = text_area(printing.paper, typesetter.edition).width
    sheet = Worksheet("", Text((title,)), printing, None, (), report.form)
    words, edition = typesetter.words, typesetter.edition
    form = words.form(report.form) if report.form else ""

    def blocks() -> Iterator[Block]:
        rows = [Row(0.0, (Bookmark(report.pupil or "–"),), keep_with_next=True)]
        rows += form_rows(" · ".join(filter(None, (report.pupil, form))), typesetter, root)
        rows += title_rows((title,), width, typesetter, root)
        sums = words.sheet.points_of(report.points, report.most)
        rows += [gap(edition.paragraph_gap)]
        rows += typesetter.rows((sums,), edition.heading, 0.0, width, Tag("P", root))
        if report.count_open:
            waiting = words.sheet.not_marked(report.count_open)
            rows += typesetter.rows((waiting,), edition.note, 0.0, width, Tag("P", root))
        yield Block(tuple(rows))
        listing = Tag("L", root, attributes=NUMBERED)
        for answer in report.answers:
            rows = list(_answer_rows(answer, width, typesetter, Tag("LI", listing)))
            yield Block((*keep_together(rows[:-1]), *rows[-1:]), edition.item_gap / 2)

    return document(title, report.pupil, sheet, language, blocks(), typesetter)


def _answer_rows(
    answer: ReportedAnswer, width: float, typesetter: Typesetter, item: Tag
) -> Iterator[Row]:
    """Yield the rows of one answer: question, what was given, what is right, and why."""
    edition, words = typesetter.edition, typesetter.words
    body = Tag("LBody", item)
    x = typesetter.label_width("00") + edition.label_gap
    points = words.sheet.points_of(answer.points, answer.most)

    def rows(text: str, text_style: TextStyle) -> list[Row]:
        return typesetter.rows((text,), text_style, x, width - x, Tag("P", body))

    first, *rest = rows(f"{answer.stem} ({points})", edition.body) or [Row(edition.body.leading)]
    label = Tag("Lbl", item)
    font = edition.label.font
    yield prepend(typesetter.line(answer.label, font, 0.0, first.baseline, label), first)
    yield from rest
    if answer.given is not None:
        given = answer.given or words.sheet.no_answer
        yield from rows(words.sheet.your_answer(given), edition.note)
    if answer.right:
        yield from rows(words.sheet.right_one(answer.right), edition.answer)
    for text, most in answer.rubric:
        yield from rows(f"{text} ({words.points(most)})", edition.note)
    if answer.explain:
        yield from rows(answer.explain, edition.note)
    for quote in answer.evidence:
        opening, closing = words.quoted(None)
        yield from rows(f"{opening}{quote}{closing}", edition.source)
