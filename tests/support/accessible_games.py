"""PDF files of puzzles and games, for software that looks for barriers in them."""

from __future__ import annotations

from quizgen.assemble.games import bingo_cards, dominoes, memory_cards
from quizgen.assemble.puzzles import crossword, puzzle_word, word_search
from quizgen.model.assessment import CardSheet, Paper, Puzzle, PuzzleKind
from quizgen.model.assessment.game import Game, GameKind, Pair
from support.pdf_samples import assessment, files, text, with_parts


def puzzles() -> dict[str, bytes]:
    texts = [
        "SEOUL",
        "JAPAN",
        "MISSILE",
        "SANCTIONS",
        "SATELLITE",
        "SUMMIT",
        "ADVISER",
        "AUSTRALIA",
    ]
    words = [found for one in texts if (found := puzzle_word(text(one), text(f"About *{one}*?")))]
    crossed, (hidden, letters) = crossword(words, "x"), word_search(words, "x")
    filled = {square: letter for word in crossed for square, letter in word.squares}
    title, lead = text("Words"), text("Find them.")
    both = (
        Puzzle("crossword", title, PuzzleKind.CROSSWORD, lead, Paper.A4, crossed, filled),
        Puzzle("search", title, PuzzleKind.WORD_SEARCH, None, Paper.LETTER, hidden, letters),
    )
    return files(with_parts(assessment(), worksheets=(), puzzles=both))


def games() -> dict[str, bytes]:
    pairs = [Pair(text(f"About *{n}*?"), text(f"answer {n}")) for n in range(12)]
    title, sheet = text("Words"), CardSheet(columns=2, rows=4)
    cards = tuple(bingo_cards(pairs, 9, 3, "x"))
    kinds = (
        Game("bingo", title, GameKind.BINGO, CardSheet(columns=1, rows=2), 3, 3, cards, (*pairs,)),
        Game("dominoes", title, GameKind.DOMINOES, sheet, 2, 1, dominoes(pairs, "x"), (*pairs,)),
        Game("memory", title, GameKind.MEMORY, sheet, 1, 1, memory_cards(pairs, "x"), (*pairs,)),
    )
    return files(with_parts(assessment(), worksheets=(), games=kinds))
