"""Reports what can't be printed as it was written: characters, pictures and formulas.

Only this writer knows its fonts, decodes pictures and sets formulas.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from quizgen.model.assessment import EditionName, Flashcards, Puzzle, Question, Section, Worksheet
from quizgen.model.assessment.game import Game
from quizgen.model.diagnostics import Report
from quizgen.model.hints import without_hints
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Math, Text, inline_runs
from quizgen.writers.pdf.documents.page_chrome import text_area
from quizgen.writers.pdf.fonts.font_selection import FontBook, can_shape
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.formula_lines import least_scale
from quizgen.writers.pdf.layout.glyph_lookup import is_printable
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.math import set_formula
from quizgen.writers.pdf.layout.word_ends import has_dictionary, needs_dictionary

_ANY_SIZE = 11.0
"""Whether a formula can be set does not depend on its size."""


class _Owner(NamedTuple):
    """Something with author texts that are printed.

    `name` is what a message calls it; `span` is its place, for texts that have none.
    """

    name: str
    texts: tuple[Text, ...]
    span: Span


def report_unprintable_on_worksheet(
    worksheet: Worksheet, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """Report each text of `worksheet` or its key that will not print as its author wrote it."""
    owners = list(_owners_on_worksheet(worksheet))
    _report(owners, pictures, book, report)
    for edition in worksheet.printing.editions:
        _report_small_formulas(owners, worksheet, edition, report)


def report_unprintable_on_cards(
    cards: Flashcards, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """Report each text of `cards` that will not print as its author wrote it."""
    title = _Owner(f"flashcards {cards.name}", (cards.title,), NOWHERE)
    _report((title, *_owners_of_items(cards.questions)), pictures, book, report)


def report_unprintable_in_puzzle(
    puzzle: Puzzle, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """Report each text of `puzzle` that will not print as its author wrote it."""
    texts = [puzzle.title, *([puzzle.instructions] if puzzle.instructions else [])]
    words = [text for placed in puzzle.placed for text in (placed.word.clue, placed.word.answer)]
    owner = _Owner(f"the puzzle {puzzle.name}", (*texts, *words), NOWHERE)
    _report([owner], pictures, book, report)


def report_unprintable_in_game(
    game: Game, pictures: Pictures, book: FontBook, report: Report
) -> None:
    """Report each text of `game` that will not print as its author wrote it."""
    texts = (game.title, *(text for pair in game.pairs for text in pair))
    _report([_Owner(f"the game {game.name}", texts, NOWHERE)], pictures, book, report)


def _report(owners: Iterable[_Owner], pictures: Pictures, book: FontBook, report: Report) -> None:
    owners = list(owners)
    _report_word_ends(owners, report)
    for owner in owners:
        _report_glyphs(owner, book, report)
        for text in owner.texts:
            _report_formulas(text, owner, report)
            for image in text.images:
                if pictures.find(image.name) is None:
                    report.error(
                        "unreadable-image",
                        _span_of(text, owner),
                        f"the picture {image.name!r} in {owner.name} can't be read",
                        "it must be a PNG or JPEG file of the bank's media folder",
                    )


def _report_glyphs(owner: _Owner, book: FontBook, report: Report) -> None:
    """Report the characters in the texts of `owner` that no font has, in one warning.

    One is enough: often all characters of a script are missing.
    """
    missing: dict[str, Text] = {}
    for text in owner.texts:
        plain = text.plain
        if not plain.isascii():
            for character in dict.fromkeys(plain):
                if character not in missing and not is_printable(character, book):
                    missing[character] = text
    if not missing:
        return
    first, text = next(iter(missing.items()))
    name = unicodedata.name(first, "a character without a name")
    others = f" or {len(missing) - 1} more of the characters" if len(missing) > 1 else ""
    report.warning(
        "missing-glyph",
        _span_of(text, owner),
        f"no font has {first!r} (U+{ord(first):04X} {name}){others} in {owner.name}",
        f"the PDF shows ‹U+{ord(first):04X}› in its place; {_advice(first, book)}",
    )


def _report_word_ends(owners: Iterable[_Owner], report: Report) -> None:
    """Report the first text whose lines may end within a word, for want of a dictionary."""
    if has_dictionary():
        return
    for owner in owners:
        for text in owner.texts:
            if needs_dictionary(text.plain):
                report.warning(
                    "missing-dictionary",
                    _span_of(text, owner),
                    f"lines of {owner.name} may end within a word: its script has no spaces",
                    "for a dictionary of Thai, Lao, Khmer and Burmese, run: "
                    "pip install 'quizgen[words]'",
                )
                return


def _report_formulas(text: Text, owner: _Owner, report: Report) -> None:
    for run in inline_runs(text.runs):
        if isinstance(run, Math) and set_formula(run.tex, run.display, _ANY_SIZE) is None:
            report.warning(
                "unset-formula",
                _span_of(text, owner),
                f"the formula {run.tex[:60]!r} in {owner.name} can't be set on paper",
                "the PDF shows it as it is typed; look for a command that is misspelt or rare",
            )
        elif isinstance(run, Math) and _RULES.search(run.tex):
            report.warning(
                "unset-formula",
                _span_of(text, owner),
                f"the lines of the array in {owner.name} are not drawn on paper",
                "write a table in Markdown, with a formula in each cell, or do without the lines",
            )


_BESIDE_STEM = 60.0
"""Points beside a stem or an option that numbers, letters and points take: judged."""


def _report_small_formulas(
    owners: Iterable[_Owner], worksheet: Worksheet, name: EditionName, report: Report
) -> None:
    """Report the formulas that no line of the edition called `name` holds in a size to be read."""
    edition = edition_of(name, worksheet.printing)
    area = text_area(worksheet.printing.paper, edition, edition.columns)
    width, size = area.column_width - _BESIDE_STEM, edition.body.font.size
    for owner, text, formula in _formulas(owners):
        scale = least_scale(formula.tex, formula.display, size, width, edition.picture_height)
        if scale * size < edition.min_size - 0.05:
            report.warning(
                "small-formula",
                _span_of(text, owner),
                f"the formula {formula.tex[:60]!r} in {owner.name} is set in {scale * size:.0f} "
                f"points on the {name.value} worksheet, to fit its lines",
                "lines end behind operators outside of brackets: write it with such, or as "
                "several formulas",
            )


def _formulas(owners: Iterable[_Owner]) -> Iterator[tuple[_Owner, Text, Math]]:
    for owner in owners:
        for text in owner.texts:
            for run in inline_runs(text.runs):
                if isinstance(run, Math):
                    yield owner, text, run


_RULES = re.compile(r"\\[hc]line(?![A-Za-z])|\\begin\s*\{array\}\s*(?:\[\w\]\s*)?\{[^{}]*\|")
"""Lines between the rows or the columns of an array, which the library for formulas leaves out."""


def _span_of(text: Text, owner: _Owner) -> Span:
    return owner.span if text.span is NOWHERE else text.span


def _advice(character: str, book: FontBook) -> str:
    """Return what to install, so that `character` can be printed."""
    script = book.script(character)
    what = f"{script.name} text" if script.name else "it"
    if not can_shape():
        return f"for {what}, run: pip install 'quizgen[scripts]'"
    return (
        f"for {what}, install a font such as {script.font} (Debian's package "
        f"{script.package}), or name a font file under `fonts:` in the deck file"
    )


def _owners_on_worksheet(worksheet: Worksheet) -> Iterator[_Owner]:
    """Yield every author text that `worksheet` or its key prints."""
    name = f"worksheet {worksheet.name}"
    heads: tuple[Worksheet | Section, ...] = (worksheet, *worksheet.sections)
    for head in heads:
        yield _Owner(name, tuple(filter(None, (head.title, head.instructions))), NOWHERE)
    top = worksheet.head
    yield _Owner(name, tuple(filter(None, (top.school, *(top.fields or ())))), NOWHERE)
    for _, passage in worksheet.passages:
        yield _Owner("the passage", (passage.title, *passage.paragraphs), NOWHERE)
    for entry in worksheet.glossary:
        name = f"the glossary, at {entry.term.plain[:40]!r}"
        yield _Owner(name, (entry.term, entry.meaning), NOWHERE)
    for pupil in worksheet.pupils:
        yield _Owner("a pupil's name", (Text((f"{pupil.name} {pupil.class_name}",)),), pupil.span)
    yield from _owners_of_items(worksheet.questions, hints=worksheet.printing.hints is not None)


def _owners_of_items(questions: Iterable[Question], *, hints: bool = False) -> Iterator[_Owner]:
    for question in questions:
        item = question.item if hints else without_hints(question.item)
        texts = (*([item.case_stem] if item.case_stem else ()), *item.texts, *item.evidence)
        yield _Owner(f"item {item.name}", texts, item.id.span)
