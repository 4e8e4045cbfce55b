"""A deck file's recipe to an `Assessment`: the items chosen, numbered and shuffled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.assemble.digest import digest
from quizgen.assemble.forms import FIRST_FORM, display_orders, in_form
from quizgen.assemble.selection import section_items, take
from quizgen.assemble.shuffle import display_order
from quizgen.assemble.word_bank import word_bank
from quizgen.model.assessment import (
    AnkiDeck,
    AnkiSpec,
    Assessment,
    DeckFile,
    Flashcards,
    FlashcardsSpec,
    Overrides,
    Question,
    Section,
    Worksheet,
    WorksheetSpec,
)
from quizgen.model.bank import Bank, GlossaryEntry, Passage
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Item, Word
from quizgen.project.file_names import form_letters, pdf_name, pdf_names

ANKI_FORM = "anki"
"""Seeds, with the bank's id, the shuffles of cards: options stand differently on paper."""
CARDS_FORM = "flashcards"
"""The same for flashcards to cut out."""


def assemble(
    deck: DeckFile,
    bank: Bank,
    report: Report,
    *,
    complete: bool = True,
    overrides: Overrides | None = None,
) -> Assessment:
    """Choose and place the items that `deck` asks for.

    Selections that name what is not there, come up short or come up empty are reported.
    `complete` says that every entry of the bank could be read; without that, counts mean
    nothing, and selections are not reported on.
    """
    counting = report if complete else Report()
    specs = [(overrides or Overrides()).over(spec) for spec in deck.worksheets]
    _report_shared_names(specs, deck.flashcards, report)
    if not (deck.anki or specs or deck.flashcards or deck.is_faulty):
        report.error(
            "nothing-to-make",
            deck.span,
            "this deck file asks for no Anki deck, no worksheet and no flashcards",
            "add `anki:`, `worksheets:` or `flashcards:`",
        )
    return Assessment(
        name=deck.name,
        bank=bank,
        anki=_anki(deck.anki, bank, counting) if deck.anki else None,
        worksheets=tuple(sheet for spec in specs for sheet in _worksheets(spec, bank, counting)),
        flashcards=tuple(_flashcards(spec, bank, counting) for spec in deck.flashcards),
        fonts=deck.fonts,
        is_overridden=overrides is not None,
    )


def _anki(spec: AnkiSpec, bank: Bank, report: Report) -> AnkiDeck:
    items = take(spec.selection, bank, frozenset(), "the Anki deck", report)
    questions = (
        Question(number, item, display_order(item, bank.id, ANKI_FORM))
        for number, item in enumerate(items, 1)
    )
    return AnkiDeck(spec.deck, spec.subdecks, spec.description, tuple(questions), spec.options)


def _flashcards(spec: FlashcardsSpec, bank: Bank, report: Report) -> Flashcards:
    name = spec.name.value
    items = take(spec.selection, bank, frozenset(), f"the flashcards {name!r}", report)
    questions = (
        Question(number, item, display_order(item, bank.id, CARDS_FORM))
        for number, item in enumerate(items, 1)
    )
    return Flashcards(name, spec.title or bank.title, spec.sheet, tuple(questions))


def _worksheets(spec: WorksheetSpec, bank: Bank, report: Report) -> list[Worksheet]:
    """Every form of a worksheet: the same items in each."""
    used: set[str] = set()
    chosen = []
    for part in spec.sections:
        items = section_items(part, bank, used, report)
        used.update(item.id.value for item in items)
        chosen.append(items)
        if part.word_bank and items and not word_bank(items):
            report.error(
                "empty-word-bank",
                part.selection.span,
                f"the section {part.title.plain!r} has no gap to fill, so its word bank is empty",
                "remove word_bank, or select questions of the type cloze",
            )
    passage, glossary = _passage(spec, bank, report), _glossary(spec, bank, report)
    seed = spec.seed or bank.id
    letters = form_letters(spec.forms)
    orders = {  # not by the items' own ids, which a faulty bank may have twice
        id(item): display_orders(item, seed, spec.forms) for items in chosen for item in items
    }
    forms = []
    for place, letter in enumerate(letters):
        shown = {item: by_form[place] for item, by_form in orders.items()}
        sections = tuple(_sections(spec, chosen, shown, seed, letter))
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
            )
        )
    name = digest(forms, bank.media)
    return [replace(form, digest=name) for form in forms]


def _passage(spec: WorksheetSpec, bank: Bank, report: Report) -> Passage | None:
    """What the worksheet prints to read."""
    if spec.passage and bank.passage is None and not bank.passage_is_faulty:
        report.error(
            "no-passage-to-print",
            spec.name.span,
            f"the worksheet {spec.name.value!r} prints the passage, but the bank has none",
            "name one in bank.yaml, `passage: passage.md`, or remove `passage:` here",
        )
    return bank.passage if spec.passage else None


def _glossary(spec: WorksheetSpec, bank: Bank, report: Report) -> tuple[GlossaryEntry, ...]:
    """The words that the worksheet explains."""
    if spec.glossary and not bank.glossary:
        report.error(
            "no-glossary-to-print",
            spec.name.span,
            f"the worksheet {spec.name.value!r} prints the glossary, but the bank has none",
            "write one in bank.yaml, under `glossary:`, or remove `glossary:` here",
        )
    return bank.glossary if spec.glossary else ()


def _sections(
    spec: WorksheetSpec,
    chosen: Iterable[list[Item]],
    orders: dict[int, tuple[int, ...]],
    seed: str,
    form: str,
) -> Iterator[Section]:
    """The sections with the items `chosen` for them, numbered through."""
    first = 1
    for part, items in zip(spec.sections, chosen, strict=True):
        placed = in_form(items, seed, form)
        questions = tuple(
            Question(number, item, orders[id(item)]) for number, item in enumerate(placed, first)
        )
        mixed = seed, form or FIRST_FORM, "word bank"
        words = word_bank(placed, *mixed) if part.word_bank else ()
        yield Section(part.title, part.instructions, questions, words)
        first += len(questions)


def _file_names(spec: WorksheetSpec) -> Iterator[str]:
    printing = spec.printing
    editions = [edition.value for edition in printing.editions]
    return pdf_names(spec.name.value, spec.forms, editions, teacher=printing.teacher)


def _report_shared_names(
    worksheets: Iterable[WorksheetSpec], flashcards: Iterable[FlashcardsSpec], report: Report
) -> None:
    written = [(spec.name, [*_file_names(spec)]) for spec in worksheets]
    written += [(spec.name, [pdf_name(spec.name.value)]) for spec in flashcards]
    first: dict[str, Word] = {}
    for name, files in written:
        for file in files:
            earlier = first.setdefault(file.casefold(), name)
            if earlier is not name:
                report.error(
                    "duplicate-worksheet",
                    name.span,
                    f"another part of this deck file writes {file} too",
                    "give worksheets and flashcards each a name of their own; it names the PDFs",
                    related=(Related("first here", earlier.span),),
                )
                break
