"""What only this writer can find out: characters that no font has, pictures it can't read,
formulas it can't set."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.assessment import Flashcards, Question, Worksheet
from quizgen.diagnostics import Report
from quizgen.source import NOWHERE, Span
from quizgen.text import Math, Text
from quizgen.writers.pdf.formulas import set_formula
from quizgen.writers.pdf.glyphs import is_printable
from quizgen.writers.pdf.pictures import Pictures

_ANY_SIZE = 11.0
"""Whether a formula can be set does not depend on its size."""


class _Found(NamedTuple):
    """A text that is printed; `owner` is what a message calls the thing it belongs to."""

    text: Text
    owner: str
    span: Span


def report_findings(worksheet: Worksheet, pictures: Pictures, report: Report) -> None:
    """Tell `report` of every text that will not print as its author wrote it."""
    _report(_texts(worksheet), pictures, report)


def report_card_findings(cards: Flashcards, pictures: Pictures, report: Report) -> None:
    """The same for flashcards."""
    title = _Found(cards.title, f"flashcards {cards.name}", cards.title.span)
    _report((title, *_item_texts(cards.questions)), pictures, report)


def _report(texts: Iterable[_Found], pictures: Pictures, report: Report) -> None:
    for found in texts:
        _report_glyphs(found, report)
        _report_formulas(found, report)
        for image in found.text.images:
            if pictures.find(image.name) is None:
                report.error(
                    "unreadable-image",
                    found.span,
                    f"the picture {image.name!r} in {found.owner} can't be read",
                    "it must be a PNG or JPEG file of the bank's media folder",
                )


def _report_glyphs(found: _Found, report: Report) -> None:
    plain = found.text.plain
    if plain.isascii():
        return
    missing = [one for one in dict.fromkeys(plain) if not is_printable(one)]
    if not missing:
        return
    first = missing[0]
    name = unicodedata.name(first, "a character without a name")
    others = f" or {len(missing) - 1} more of the characters" if len(missing) > 1 else ""
    report.warning(
        "missing-glyph",
        found.span,
        f"no font has {first!r} (U+{ord(first):04X} {name}){others} in {found.owner}",
        f"the PDF shows ‹U+{ord(first):04X}› in its place",
    )


def _report_formulas(found: _Found, report: Report) -> None:
    for run in found.text.runs:
        if isinstance(run, Math) and set_formula(run.tex, run.display, _ANY_SIZE) is None:
            report.warning(
                "unset-formula",
                found.span,
                f"the formula {run.tex[:60]!r} in {found.owner} can't be set on paper",
                "the PDF shows it as it is typed; look for a command that is misspelt or rare",
            )


def _texts(worksheet: Worksheet) -> Iterator[_Found]:
    """Every author text that the sheet or its key prints."""
    for text in (worksheet.title, worksheet.instructions):
        if text:
            yield _Found(text, f"worksheet {worksheet.name}", text.span)
    for section in worksheet.sections:
        for text in (section.title, section.instructions):
            if text:
                yield _Found(text, f"worksheet {worksheet.name}", text.span)
        yield from _item_texts(section.questions)


def _item_texts(questions: Iterable[Question]) -> Iterator[_Found]:
    for question in questions:
        item = question.item
        for text in (*item.texts, *item.evidence):
            span = item.id.span if text.span is NOWHERE else text.span
            yield _Found(text, f"item {item.id.value}", span)
