"""The parts of a deck file that ask for sheets to print: worksheets, cards, puzzles, games."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.model.assessment import Flashcards, Logo, Overrides, Puzzle, Worksheet
from quizgen.model.assessment.game import Game
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word
from quizgen.project.file_names import KEY, pdf_name, pdf_names
from quizgen.readers.keys import Key, TableShape
from quizgen.readers.shapes import ListOf
from quizgen.writers.base import DeckPart
from quizgen.writers.pdf.deck_part.assembling import assemble_flashcards, assemble_worksheet
from quizgen.writers.pdf.deck_part.flashcards import CARDS_KEYS, flashcards_from
from quizgen.writers.pdf.deck_part.games import GAME_KEYS, GameSpec, assemble_game, game_from
from quizgen.writers.pdf.deck_part.puzzles import PUZZLE_KEYS, puzzle_from
from quizgen.writers.pdf.deck_part.section import ROW_KEYS, SECTION_KEYS
from quizgen.writers.pdf.deck_part.spec import (
    FlashcardsSpec,
    PuzzleSpec,
    SectionSpec,
    WorksheetSpec,
    overridden,
)
from quizgen.writers.pdf.deck_part.worksheet import WORKSHEET_KEYS, worksheet_from

Worksheets = tuple[WorksheetSpec, ...]
CardSets = tuple[FlashcardsSpec, ...]


def _assemble_worksheets(specs: Worksheets, bank: Bank, report: Report) -> tuple[Worksheet, ...]:
    return tuple(form for spec in specs for form in assemble_worksheet(spec, bank, report))


def _override(specs: Worksheets, overrides: Overrides) -> Worksheets:
    return tuple(overridden(spec, overrides) for spec in specs)


def _sheet_files(specs: Worksheets) -> Iterator[tuple[Word, tuple[str, ...]]]:
    for spec in specs:
        printing = spec.printing
        editions = [edition.value for edition in printing.editions]
        names = pdf_names(
            spec.name.value,
            spec.forms,
            editions,
            teacher=printing.teacher,
            all_forms=printing.all_forms,
            answer_sheet=printing.answer_sheet,
            named=spec.roster is not None,
        )
        yield spec.name, tuple(names)


def _logos(specs: Worksheets) -> Iterator[Logo]:
    return (spec.head.logo for spec in specs if spec.head.logo)


def _rosters(specs: Worksheets) -> Iterator[Path]:
    return (spec.roster.path for spec in specs if spec.roster)


def _assemble_flashcards(specs: CardSets, bank: Bank, report: Report) -> tuple[Flashcards, ...]:
    return tuple(assemble_flashcards(spec, bank, report) for spec in specs)


def _card_files(specs: CardSets) -> Iterator[tuple[Word, tuple[str, ...]]]:
    return ((spec.name, (pdf_name(spec.name.value),)) for spec in specs)


def _assemble_puzzles(
    specs: tuple[PuzzleSpec, ...], bank: Bank, report: Report
) -> tuple[Puzzle, ...]:
    from quizgen.writers.pdf.deck_part.puzzle_words import assemble_puzzle  # few decks have any

    return tuple(assemble_puzzle(spec, bank, report) for spec in specs)


def _puzzle_files(specs: tuple[PuzzleSpec, ...]) -> Iterator[tuple[Word, tuple[str, ...]]]:
    for spec in specs:
        name = spec.name.value
        yield spec.name, (pdf_name(name), pdf_name(name, what=KEY))


def _assemble_games(specs: tuple[GameSpec, ...], bank: Bank, report: Report) -> tuple[Game, ...]:
    return tuple(assemble_game(spec, bank, report) for spec in specs)


def _game_files(specs: tuple[GameSpec, ...]) -> Iterator[tuple[Word, tuple[str, ...]]]:
    for spec in specs:
        name = spec.name.value
        yield spec.name, (pdf_name(name), pdf_name(name, what=KEY))


WORKSHEETS = DeckPart(
    key=Key(
        "worksheets",
        ListOf(TableShape(WORKSHEET_KEYS, worksheet_from), min_count=0),
        "the worksheets; leave out to print none",
    ),
    noun="worksheet",
    assemble=_assemble_worksheets,
    override=_override,
    file_names=_sheet_files,
    pictures=_logos,
    files=_rosters,
)
FLASHCARDS = DeckPart(
    key=Key(
        "flashcards",
        ListOf(TableShape(CARDS_KEYS, flashcards_from), or_one=True),
        "cards to cut out; leave out to print none",
    ),
    noun="flashcards",
    assemble=_assemble_flashcards,
    file_names=_card_files,
)
PUZZLES = DeckPart(
    key=Key(
        "puzzles",
        ListOf(TableShape(PUZZLE_KEYS, puzzle_from)),
        "crosswords and word searches; leave out to print none",
    ),
    noun="puzzle",
    assemble=_assemble_puzzles,
    file_names=_puzzle_files,
)
GAMES = DeckPart(
    key=Key(
        "games",
        ListOf(TableShape(GAME_KEYS, game_from)),
        "bingo, dominoes and memory cards; leave out to print none",
    ),
    noun="game",
    assemble=_assemble_games,
    file_names=_game_files,
)

__all__ = [
    "CARDS_KEYS",
    "FLASHCARDS",
    "GAMES",
    "GAME_KEYS",
    "PUZZLES",
    "PUZZLE_KEYS",
    "ROW_KEYS",
    "SECTION_KEYS",
    "WORKSHEETS",
    "WORKSHEET_KEYS",
    "FlashcardsSpec",
    "SectionSpec",
    "WorksheetSpec",
]
