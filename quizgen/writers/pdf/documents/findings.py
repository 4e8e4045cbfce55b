"""What only this writer can find out: characters that no font has, pictures it can't read,
formulas it can't set."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.model.assessment import Flashcards, Question, Section, Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Math, Text
from quizgen.writers.pdf.fonts.font_selection import FontBook, can_shape
from quizgen.writers.pdf.layout.glyph_lookup import is_printable
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.math import set_formula

_ANY_SIZE = 11.0
"""Whether a formula can be set does not depend on its size."""


class _Owner(NamedTuple):
    """What is printed, as a message calls it, with its texts."""

    name: str
    texts: tuple[Text, ...]
    span: Span


def report_findings(
    worksheet: Worksheet, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """Tell `report` of everything that will not print as its author wrote it."""
    _report(_owners(worksheet), pictures, book, report)


def report_card_findings(
    cards: Flashcards, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """The same for flashcards."""
    title = _Owner(f"flashcards {cards.name}", (cards.title,), NOWHERE)
    _report((title, *_items(cards.questions)), pictures, book, report)


def _report(owners: Iterable[_Owner], pictures: Pictures, book: FontBook, report: Report) -> None:
    for owner in owners:
        _report_glyphs(owner, book, report)
        for text in owner.texts:
            _report_formulas(text, owner, report)
            for image in text.images:
                if pictures.find(image.name) is None:
                    report.error(
                        "unreadable-image",
                        _span(text, owner),
                        f"the picture {image.name!r} in {owner.name} can't be read",
                        "it must be a PNG or JPEG file of the bank's media folder",
                    )


def _report_glyphs(owner: _Owner, book: FontBook, report: Report) -> None:
    """One warning for all that lacks a font in an item: a whole script may."""
    missing: dict[str, Text] = {}
    for text in owner.texts:
        plain = text.plain
        if not plain.isascii():
            for one in dict.fromkeys(plain):
                if one not in missing and not is_printable(one, book):
                    missing[one] = text
    if not missing:
        return
    first, text = next(iter(missing.items()))
    name = unicodedata.name(first, "a character without a name")
    others = f" or {len(missing) - 1} more of the characters" if len(missing) > 1 else ""
    report.warning(
        "missing-glyph",
        _span(text, owner),
        f"no font has {first!r} (U+{ord(first):04X} {name}){others} in {owner.name}",
        f"the PDF shows ‹U+{ord(first):04X}› in its place; {_way_out(first, book)}",
    )


def _report_formulas(text: Text, owner: _Owner, report: Report) -> None:
    for run in text.runs:
        if isinstance(run, Math) and set_formula(run.tex, run.display, _ANY_SIZE) is None:
            report.warning(
                "unset-formula",
                _span(text, owner),
                f"the formula {run.tex[:60]!r} in {owner.name} can't be set on paper",
                "the PDF shows it as it is typed; look for a command that is misspelt or rare",
            )


def _span(text: Text, owner: _Owner) -> Span:
    return owner.span if text.span is NOWHERE else text.span


def _way_out(character: str, book: FontBook) -> str:
    """What to install for `character`."""
    script = book.script(character)
    what = f"{script.name} text" if script.name else "it"
    if not can_shape():
        return f"for {what}, run: pip install 'quizgen[scripts]'"
    return (
        f"for {what}, install a font such as {script.font} (Debian's package "
        f"{script.package}), or name a font file under `fonts:` in the deck file"
    )


def _owners(worksheet: Worksheet) -> Iterator[_Owner]:
    """Every author text that the sheet or its key prints."""
    name = f"worksheet {worksheet.name}"
    heads: tuple[Worksheet | Section, ...] = (worksheet, *worksheet.sections)
    for head in heads:
        yield _Owner(name, tuple(filter(None, (head.title, head.instructions))), NOWHERE)
    top = worksheet.head
    yield _Owner(name, tuple(filter(None, (top.school, *(top.fields or ())))), NOWHERE)
    if worksheet.passage:
        texts = (worksheet.passage.title, *worksheet.passage.paragraphs)
        yield _Owner("the passage", texts, NOWHERE)
    for entry in worksheet.glossary:
        name = f"the glossary, at {entry.term.plain[:40]!r}"
        yield _Owner(name, (entry.term, entry.meaning), NOWHERE)
    yield from _items(worksheet.questions)


def _items(questions: Iterable[Question]) -> Iterator[_Owner]:
    for question in questions:
        item = question.item
        texts = (*item.texts, *item.evidence)
        yield _Owner(f"item {item.id.value}", texts, item.id.span)
