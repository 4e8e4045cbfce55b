"""Practice pages as deck files ask for them, made into quizzes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.assemble.cases import numbered, report_broken_cases
from quizgen.assemble.forms import FIRST_FORM, display_orders, in_form
from quizgen.assemble.glossary import glossary_of
from quizgen.assemble.later_digest import with_digest
from quizgen.assemble.selection import take
from quizgen.model.assessment import Printing, Question, Section, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.text import Text
from quizgen.project.file_names import form_letters
from quizgen.writers.practice.deck_part.spec import PartSpec, QuizSpec
from quizgen.writers.practice.quiz import Quiz


def assemble_quiz(spec: QuizSpec, bank: Bank, report: Report) -> list[Quiz]:
    """Return every form of the quiz that `spec` asks for: the same items in each."""
    chosen = _chosen(spec, bank, report)
    seed = spec.seed or bank.id
    orders = {
        id(item): display_orders(item, seed, spec.forms) for items in chosen for item in items
    }
    passage, passages = _passages(spec, chosen, bank, report)
    what = f"the practice page {spec.name.value!r}"
    if spec.glossary and not bank.glossary:
        report.error(
            "no-glossary-to-print",
            spec.name.span,
            f"{what} shows the glossary, but the bank has none",
            "write one in bank.yaml, under `glossary:`, or remove `glossary:` here",
        )
    glossary = glossary_of(bank, what, spec.name.span, report) if spec.glossary else ()
    forms = []
    for place, letter in enumerate(form_letters(spec.forms)):
        of_form = {item: by_form[place] for item, by_form in orders.items()}
        sections = list(_sections(spec.parts, chosen, of_form, seed, letter))
        if sections and passages:
            sections[0] = replace(sections[0], passages=passages)
        forms.append(
            Worksheet(
                spec.name.value,
                spec.title or bank.title,
                Printing(),
                spec.instructions,
                tuple(sections),
                letter,
                passage=passage,
                glossary=glossary,
            )
        )
    return [
        Quiz(form, spec.has_key, spec.minutes, spec.packages)
        for form in with_digest(forms, bank.media)
    ]


def _chosen(spec: QuizSpec, bank: Bank, report: Report) -> list[list[Item]]:
    """Return the items of each part of `spec`, none of them in two."""
    used: set[str] = set()
    chosen = []
    for part in spec.parts:
        name = part.title.plain if part.title else spec.name.value
        what = f"the {'section' if part.title else 'practice page'} {name!r}"
        items = take(part.selection, bank, used, what, report)
        used.update(item.name for item in items)
        report_broken_cases(items, bank, part.selection.span, what, report)
        if spec.hides_points:
            items = [replace(item, shows_points=False) for item in items]
        chosen.append(items)
    return chosen


def _passages(
    spec: QuizSpec, chosen: Sequence[Sequence[Item]], bank: Bank, report: Report
) -> tuple[Passage | None, tuple[tuple[str, Passage], ...]]:
    """Return the only passage, and those of several banks with the banks' names."""
    names = {item.bank for items in chosen for item in items}
    joined = tuple(
        (one.name, one.passage) for one in bank.joined if one.passage and one.name in names
    )
    if spec.passage and not bank.passage and not joined and not bank.passage_is_faulty:
        report.error(
            "no-passage-to-print",
            spec.name.span,
            f"the practice page {spec.name.value!r} shows the passage, but the bank has none",
            "name one in bank.yaml, `passage: passage.md`, or remove `passage:` here",
        )
    return (None, ()) if spec.passage is False else (bank.passage, joined)


def _sections(
    parts: Sequence[PartSpec],
    chosen: Sequence[Sequence[Item]],
    orders: Mapping[int, tuple[int, ...]],
    seed: str,
    form: str,
) -> Iterator[Section]:
    """Yield the sections with the items `chosen` for them, numbered through."""
    first = 1
    for part, items in zip(parts, chosen, strict=True):
        placed = in_form(items, seed, FIRST_FORM if part.fixed else form)
        questions = tuple(
            Question(number, item, orders[id(item)], letter)
            for number, letter, item in numbered(placed, first)
        )
        yield Section(part.title or Text(()), part.instructions, questions)
        first = questions[-1].number + 1 if questions else first
