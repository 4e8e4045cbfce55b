"""The words and the grid of a puzzle, chosen from a bank's answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.assemble.puzzles import (
    MAX_LETTERS,
    MIN_LETTERS,
    crossword,
    puzzle_word,
    word_search,
)
from quizgen.assemble.selection import take
from quizgen.model.assessment import Puzzle, PuzzleKind
from quizgen.model.assessment.puzzle import PlacedWord, PuzzleWord, Square
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item, Reveal, TextEntry
from quizgen.model.text import Text
from quizgen.writers.pdf.deck_part.puzzles import MAX_NAMED
from quizgen.writers.pdf.deck_part.spec import PuzzleSpec


class _AnswerWithClue(NamedTuple):
    """An answer that may become a word of a puzzle, and the clue that asks for it."""

    answer: Text
    clue: Text


def assemble_puzzle(spec: PuzzleSpec, bank: Bank, report: Report) -> Puzzle:
    """Return the puzzle that `spec` asks for; what it cannot hold is reported."""
    what = f"the puzzle {spec.name.value!r}"
    selecting = Report() if spec.glossary and bank.glossary else report
    items = take(spec.selection, bank, frozenset(), what, selecting)
    candidates = [*_from_items(items), *_from_glossary(spec, bank)]
    words: dict[str, PuzzleWord] = {}
    unusable, repeated = [], []
    for candidate in candidates:
        word = puzzle_word(candidate.answer, candidate.clue)
        if word is None:
            unusable.append(candidate.answer.plain)
        elif word.letters in words:
            repeated.append(candidate.answer.plain)
        else:
            words[word.letters] = word
    placed, letters = _grid(spec, tuple(words.values()), spec.seed or bank.id)
    used = {each.word.letters for each in placed}
    unplaced = [word.answer.plain for key, word in words.items() if key not in used]
    if candidates:
        _report_left_out(spec, len(placed), (unusable, repeated, unplaced), report)
    title = spec.title or bank.title
    return Puzzle(spec.name.value, title, spec.kind, spec.instructions, spec.paper, placed, letters)


def _from_items(items: Iterable[Item]) -> Iterator[_AnswerWithClue]:
    """Yield the answers of `items` that are typed or recalled, and their questions."""
    for item in items:
        match item.interaction:
            case TextEntry(answer=answer) | Reveal(back=answer):
                yield _AnswerWithClue(answer, item.stem)
            case _:
                pass


def _from_glossary(spec: PuzzleSpec, bank: Bank) -> Iterator[_AnswerWithClue]:
    for entry in bank.glossary if spec.glossary else ():
        yield _AnswerWithClue(entry.term, entry.meaning)


def _grid(
    spec: PuzzleSpec, words: tuple[PuzzleWord, ...], seed: str
) -> tuple[tuple[PlacedWord, ...], dict[Square, str]]:
    """Return the words that the grid holds, and its letters."""
    if spec.kind is PuzzleKind.WORD_SEARCH:
        return word_search(words, seed)
    placed = crossword(words, seed)
    return placed, {square: letter for word in placed for square, letter in word.squares}


def _report_left_out(
    spec: PuzzleSpec, count: int, left_out: tuple[list[str], list[str], list[str]], report: Report
) -> None:
    """Report a puzzle with too few words, and the answers that are not in it.

    `left_out` are those that no puzzle can hold, that are there already, and that found no place.
    """
    if count < 2:
        report.error(
            "puzzle-too-small",
            spec.name.span,
            f"the puzzle {spec.name.value!r} has {count} word{'' if count == 1 else 's'}",
            "select more questions with one-word answers, such as short_answer and flashcard, "
            "or write glossary: true",
        )
    reasons = (
        (f"not {MIN_LETTERS} to {MAX_LETTERS} letters", "select others by `ids:`, or leave it so"),
        ("another question has this answer", "select one of them by `ids:`, or leave it so"),
        ("no room for it", "another `seed:` may have room for it; write one, or leave it so"),
    )
    for answers, (why, help) in zip(left_out, reasons, strict=True):
        if answers and count >= 2:
            named = ", ".join(f"“{answer[:40]}”" for answer in answers[:MAX_NAMED])
            more = f" and {len(answers) - MAX_NAMED} more" if len(answers) > MAX_NAMED else ""
            report.warning(
                "word-left-out",
                spec.name.span,
                f"the puzzle {spec.name.value!r} leaves out {named}{more}: {why}",
                help,
            )
