"""CommonMark to a worksheet, tagged and with "page x of y", by the PDF writer alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.model.assessment import Printing, Question, Section, Worksheet
from quizgen.model.item import Choice, Item, Option, Word
from quizgen.model.text import Text, parse_text
from quizgen.model.translations import Translations
from quizgen.readers.gc_pause import gc_paused
from quizgen.writers.pdf.documents.worksheet import worksheet_document
from quizgen.writers.pdf.file.content_stream import ContentStream
from quizgen.writers.pdf.file.render import render_pdf
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.editions import STANDARD
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.pagination import PlacedRow
from quizgen.writers.pdf.layout.typesetter import Typesetter
from tools.benchmarks.typesetters.questions import Written, questions

_MARKUP = {"strong": "**{}**", "emphasis": "*{}*", "code": "`{}`", "squared": "{}^2^"}
_TITLE = "The League of Ports"


def written(count: int) -> list[Written]:
    """Return `count` questions in the markup of a bank."""
    return list(questions(count, _MARKUP))


@gc_paused()
def typeset(source: Sequence[Written]) -> bytes:
    """Return the PDF of `source`, its texts parsed first."""
    return printed(parsed(source))


@gc_paused()
def parsed(source: Sequence[Written]) -> Worksheet:
    """Return the worksheet of `source` as the PDF writer gets it."""
    items = tuple(_question(number, one) for number, one in enumerate(source, 1))
    sections = (Section(Text(("Questions",)), None, items),)
    return Worksheet("sheet", Text((_TITLE,)), Printing(), None, sections)


def _question(number: int, source: Written) -> Question:
    key, *distractors = map(parse_text, source.options)
    options = Option(key, True), *(Option(text, False) for text in distractors)
    name, choice = Word(f"q{number}"), Choice(options)
    item = Item(name, "multiple_choice", "ports", parse_text(source.stem), choice, None, (), ())
    return Question(number, item, tuple(range(len(options))))


@gc_paused()
def printed(worksheet: Worksheet, *, foot: bool = True) -> bytes:
    """Return the PDF of `worksheet`, without the line at the foot unless `foot`."""
    typesetter = Typesetter(STANDARD, Pictures({}), FontBook("en"), Translations("en"))
    document = worksheet_document(worksheet, "en", typesetter)
    if not foot:
        document = replace(document, foot=lambda number, count: PlacedRow(0, 0, Row(0)))
    return render_pdf(document)


def untagged(worksheet: Worksheet) -> bytes:
    """Return the PDF of `worksheet` without marked content and without a structure tree."""
    kept = ContentStream._tag
    ContentStream._tag = lambda self, element: None  # type: ignore[method-assign]
    try:
        return printed(worksheet)
    finally:
        ContentStream._tag = kept  # type: ignore[method-assign]
