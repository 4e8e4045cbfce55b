"""Worksheets and flashcards as deck files ask for them, made into what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.assemble import selected_questions
from quizgen.assemble.cases import numbered, report_broken_cases
from quizgen.assemble.forms import FIRST_FORM, display_orders, in_form
from quizgen.assemble.glossary import glossary_of
from quizgen.assemble.later_digest import with_digest
from quizgen.assemble.selection import take, take_by_blueprint
from quizgen.assemble.word_bank import word_bank
from quizgen.model.assessment import Flashcards, Question, Section, Worksheet
from quizgen.model.bank import Bank, GlossaryEntry, Passage
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.project.file_names import form_letters
from quizgen.writers.pdf.deck_part.pupils import with_forms
from quizgen.writers.pdf.deck_part.spec import FlashcardsSpec, SectionSpec, WorksheetSpec

CARDS_FORM = "flashcards"
"""Seeds, with the bank's id, the shuffles of flashcards to cut out."""


def assemble_flashcards(spec: FlashcardsSpec, bank: Bank, report: Report) -> Flashcards:
    """Return the set of flashcards that `spec` asks for."""
    name = spec.name.value
    what = f"the flashcards {name!r}"
    questions = selected_questions(spec.selection, bank, CARDS_FORM, what, report)
    return Flashcards(name, spec.title or bank.title, spec.sheet, questions)


def assemble_worksheet(spec: WorksheetSpec, bank: Bank, report: Report) -> list[Worksheet]:
    """Return every form of the worksheet that `spec` asks for: the same items in each."""
    used: set[str] = set()
    chosen = []
    for part in spec.sections:
        items = _section_items(part, bank, used, report)
        used.update(item.name for item in items)
        what = f"the section {part.title.plain!r}"
        report_broken_cases(items, bank, part.selection.span, what, report)
        if spec.hides_points:
            items = [replace(item, shows_points=False) for item in items]
        chosen.append(items)
        if part.word_bank and items and not word_bank(items):
            report.error(
                "empty-word-bank",
                part.selection.span,
                f"the section {part.title.plain!r} has no gap to fill, so its word bank is empty",
                "remove word_bank, or select questions of the type cloze",
            )
    all_items = [item for items in chosen for item in items]
    has_points = any(item.printed_points and not item.is_bonus for item in all_items)
    if spec.has_scores and all_items and not has_points:
        report.error(
            "no-points-to-score",
            spec.name.span,
            f"the worksheet {spec.name.value!r} has lines for scores, and prints no points",
            "remove `score_by_section:`, or `points: hidden`",
        )
    passage, glossary = _passage(spec, bank, report), _glossary(spec, bank, report)
    passages = _passages_of_sections(chosen, bank) if spec.passage else [()] * len(chosen)
    seed = spec.seed or bank.id
    letters = form_letters(spec.forms)
    orders = {  # not by the items' own ids, which a faulty bank may have twice
        id(item): display_orders(item, seed, spec.forms) for items in chosen for item in items
    }
    pupils = with_forms(spec.roster.pupils, letters, report) if spec.roster else ()
    forms = []
    for place, letter in enumerate(letters):
        of_form = {item: by_form[place] for item, by_form in orders.items()}
        sections = tuple(_sections(spec, chosen, passages, of_form, seed, letter))
        forms.append(
            Worksheet(
                spec.name.value,
                spec.title,
                spec.printing,
                spec.instructions,
                sections,
                letter,
                passage=passage,
                glossary=glossary,
                head=spec.head,
                has_scores=spec.has_scores,
                pupils=pupils,
            )
        )
    return with_digest(forms, bank.media)


def _passage(spec: WorksheetSpec, bank: Bank, report: Report) -> Passage | None:
    """Return what the worksheet prints to read before all questions."""
    has_one = bank.passage or any(one.passage for one in bank.joined)
    if spec.passage and not has_one and not bank.passage_is_faulty:
        report.error(
            "no-passage-to-print",
            spec.name.span,
            f"the worksheet {spec.name.value!r} prints the passage, but the bank has none",
            "name one in bank.yaml, `passage: passage.md`, or remove `passage:` here",
        )
    return bank.passage if spec.passage else None


def _passages_of_sections(
    chosen: Iterable[list[Item]], bank: Bank
) -> list[tuple[tuple[str, Passage], ...]]:
    """Return for each section the passages of its items that no section before it has.

    There are none where the only bank has the only passage.
    """
    left = {one.name: one.passage for one in bank.joined if one.passage}
    of_sections = []
    for items in chosen:
        names = dict.fromkeys(item.bank for item in items)
        of_sections.append(tuple((name, left.pop(name)) for name in names if name in left))
    return of_sections


def _glossary(spec: WorksheetSpec, bank: Bank, report: Report) -> tuple[GlossaryEntry, ...]:
    """Return the words that the worksheet explains."""
    if not spec.glossary:
        return ()
    what = f"the worksheet {spec.name.value!r}"
    if not bank.glossary:
        report.error(
            "no-glossary-to-print",
            spec.name.span,
            f"{what} prints the glossary, but the bank has none",
            "write one in bank.yaml, under `glossary:`, or remove `glossary:` here",
        )
    return glossary_of(bank, what, spec.name.span, report)


def _sections(
    spec: WorksheetSpec,
    chosen: Iterable[list[Item]],
    passages: Iterable[tuple[tuple[str, Passage], ...]],
    orders: dict[int, tuple[int, ...]],
    seed: str,
    form: str,
) -> Iterator[Section]:
    """Yield the sections with the items `chosen` for them, numbered through."""
    first = 1
    for part, items, before in zip(spec.sections, chosen, passages, strict=True):
        placed = in_form(items, seed, FIRST_FORM if part.fixed else form)
        questions = tuple(
            Question(number, item, orders[id(item)], letter)
            for number, letter, item in numbered(placed, first)
        )
        mixed = seed, form or FIRST_FORM, "word bank"
        words = word_bank(placed, *mixed) if part.word_bank else ()
        yield Section(part.title, part.instructions, questions, words, part.starts_page, before)
        first = questions[-1].number + 1 if questions else first


def _section_items(part: SectionSpec, bank: Bank, used: set[str], report: Report) -> list[Item]:
    """Return the items of a section, none of them with an id in `used`."""
    what = f"the section {part.title.plain!r}"
    if part.blueprint:
        return take_by_blueprint(part.selection, part.blueprint, bank, used, what, report)
    return take(part.selection, bank, used, what, report)
