"""The part of a deck file that asks for pages to practise on: ``practice:``."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word
from quizgen.project.file_names import form_letters
from quizgen.readers.keys import Key, TableShape
from quizgen.readers.shapes import ListOf
from quizgen.writers.base import DeckPart
from quizgen.writers.practice.deck_part.assembling import assemble_quiz
from quizgen.writers.practice.deck_part.keys import PAGE_SECTION_KEYS, PRACTICE_KEYS, quiz_from
from quizgen.writers.practice.deck_part.spec import QuizSpec
from quizgen.writers.practice.quiz import Quiz, quiz_stem

Quizzes = tuple[QuizSpec, ...]


def _assemble(specs: Quizzes, bank: Bank, report: Report) -> tuple[Quiz, ...]:
    return tuple(form for spec in specs for form in assemble_quiz(spec, bank, report))


def _files(specs: Quizzes) -> Iterator[tuple[Word, tuple[str, ...]]]:
    for spec in specs:
        stems = [quiz_stem(spec.name.value, letter) for letter in form_letters(spec.forms)]
        endings = (".html", *(one.ending for one in spec.packages))
        yield spec.name, tuple(f"{stem}{ending}" for stem in stems for ending in endings)


PRACTICE = DeckPart(
    key=Key(
        "practice",
        ListOf(TableShape(PRACTICE_KEYS, quiz_from), or_one=True),
        "quizzes that open in any browser; leave out to make none",
    ),
    noun="practice page",
    assemble=_assemble,
    file_names=_files,
)

__all__ = ["PAGE_SECTION_KEYS", "PRACTICE", "PRACTICE_KEYS", "QuizSpec"]
