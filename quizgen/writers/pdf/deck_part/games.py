"""``games:`` of a deck file: bingo, dominoes and memory cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.assemble.games import bingo_cards, dominoes, memory_cards
from quizgen.assemble.selection import take
from quizgen.assemble.shuffle import shuffled
from quizgen.model.assessment import CardSheet, Paper, Selection
from quizgen.model.assessment.game import Game, GameKind, Pair
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item, Match, Reveal, TextEntry, Word
from quizgen.model.text import Text, same_key
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.shapes import Flag, OneOf, Reading, WholeNumber, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.flashcards import GRID
from quizgen.writers.pdf.deck_part.puzzles import MAX_NAMED
from quizgen.writers.pdf.deck_part.worksheet import PAPER, SEED

MIN_PAIRS = 3
"""With fewer there is nothing to mix up."""

GAME_NAME = Key("name", NAME, "the name of its PDF files", required=True)
GAME_TITLE = Key("title", TEXT, "the title above the cards; the bank's if not given")
KIND = Key("kind", OneOf("a kind of game", GameKind), "bingo, dominoes or memory", required=True)
SQUARES = Key(
    "squares",
    WordShape("the squares of a card", re.compile(r"[2-5]x[2-5]"), "write 2x2 to 5x5, such as 3x3"),
    "columns x rows of squares on a bingo card; 3x3 if not given",
)
CARDS = Key("cards", WholeNumber(1, 200), "how many bingo cards; 30 if not given")
WITH_GLOSSARY = Key("glossary", Flag(), "true: the bank's glossary gives pairs too")
GAME_KEYS = KeyTable(
    "a game",
    (
        GAME_NAME,
        GAME_TITLE,
        KIND,
        SQUARES,
        CARDS,
        PAPER,
        GRID,
        SEED,
        WITH_GLOSSARY,
        *SELECTION_KEYS,
    ),
)

_USUAL_GRIDS = {GameKind.BINGO: "1x2", GameKind.DOMINOES: "2x6", GameKind.MEMORY: "3x4"}
WITH_PAIRS = (Match, Reveal, TextEntry)
"""The interactions that give pairs; those of a game whose author names no types."""


@dataclass(frozen=True, slots=True)
class GameSpec:
    """A game as a deck file asks for it; `title` is None where the bank's is meant.

    `squares` are columns and rows of a card, `count` is the number of bingo cards, and `seed` None
    where the bank's id is meant.
    """

    name: Word
    title: Text | None
    kind: GameKind
    sheet: CardSheet
    squares: tuple[int, int]
    count: int
    selection: Selection
    glossary: bool = False
    seed: str | None = None


def game_from(values: Values, node: MappingNode, reading: Reading) -> GameSpec:
    """Return what the `values` of the mapping `node` ask for."""
    kind: GameKind = values[KIND]
    selection = selection_from(values, node)
    if not selection.types and not selection.ids:
        selection = replace(selection, interactions=WITH_PAIRS)
    if kind is not GameKind.BINGO:
        for key in (SQUARES, CARDS):
            if key.name in node.entries:
                reading.report.warning(
                    "other-game",
                    node.key(key.name),
                    f"{key.name!r} is for bingo, and this is {kind.value}",
                    "remove it, or write kind: bingo",
                )
    grid = values.get(GRID)
    columns, rows = map(int, (grid.value if grid else _USUAL_GRIDS[kind]).split("x"))
    squares = values.get(SQUARES)
    across, down = map(int, (squares.value if squares else "3x3").split("x"))
    return GameSpec(
        name=values[GAME_NAME],
        title=values.get(GAME_TITLE),
        kind=kind,
        sheet=CardSheet(values.get(PAPER, Paper.A4), columns, rows),
        squares=(across, down),
        count=values.get(CARDS, 30),
        selection=selection,
        glossary=values.get(WITH_GLOSSARY, False),
        seed=seed.value if (seed := values.get(SEED)) else None,
    )


def assemble_game(spec: GameSpec, bank: Bank, report: Report) -> Game:
    """Return the game that `spec` asks for; pairs that it cannot have are reported."""
    what, seed = f"the game {spec.name.value!r}", spec.seed or bank.id
    selecting = Report() if spec.glossary and bank.glossary else report
    items = take(spec.selection, bank, frozenset(), what, selecting)
    pairs = _distinct([*_from_items(items), *_from_glossary(spec, bank)], spec, report)
    pairs = shuffled(pairs, seed, "pairs")
    squares = spec.squares[0] * spec.squares[1]
    least = squares + 1 if spec.kind is GameKind.BINGO else MIN_PAIRS
    if len(pairs) < least:
        report.error(
            "game-too-small",
            spec.name.span,
            f"{what} has {len(pairs)} pair{'' if len(pairs) == 1 else 's'}, and needs {least}",
            "select more questions with pairs or answers, such as matching, flashcard and "
            "short_answer, or write "
            "glossary: true" + (", or fewer squares:" if spec.kind is GameKind.BINGO else ""),
        )
        pairs = ()
    columns, rows, cards = 1, 1, tuple[tuple[Text, ...], ...]()
    match spec.kind:
        case GameKind.BINGO:
            columns, rows = spec.squares
            cards = tuple(bingo_cards(pairs, squares, spec.count, seed)) if pairs else ()
        case GameKind.DOMINOES:
            columns, cards = 2, dominoes(pairs, seed)
        case GameKind.MEMORY:
            cards = memory_cards(pairs, seed)
    title = spec.title or bank.title
    return Game(spec.name.value, title, spec.kind, spec.sheet, columns, rows, cards, pairs)


def _from_items(items: Iterable[Item]) -> Iterator[Pair]:
    """Yield the pairs of matching `items`, and questions with the answers that belong to them."""
    for item in items:
        match item.interaction:
            case Match(premises=premises, responses=responses, key=key):
                for premise, place in zip(premises, key, strict=True):
                    yield Pair(premise, responses[place])
            case TextEntry(answer=answer) | Reveal(back=answer):
                yield Pair(item.stem, answer)
            case _:
                pass


def _from_glossary(spec: GameSpec, bank: Bank) -> Iterator[Pair]:
    for entry in bank.glossary if spec.glossary else ():
        yield Pair(entry.meaning, entry.term)


def _distinct(pairs: Iterable[Pair], spec: GameSpec, report: Report) -> tuple[Pair, ...]:
    """Return those of `pairs` that share no text with one before: else two cards would fit."""
    kept: list[Pair] = []
    left_out: list[Pair] = []
    known: set[str] = set()
    for pair in pairs:
        keys = {same_key(text) for text in pair}
        if known & keys or len(keys) == 1:
            left_out.append(pair)
        else:
            kept.append(pair)
            known |= keys
    if left_out:
        named = ", ".join(f"“{pair.second.plain[:40]}”" for pair in left_out[:MAX_NAMED])
        more = f" and {len(left_out) - MAX_NAMED} more" if len(left_out) > MAX_NAMED else ""
        report.warning(
            "pair-left-out",
            spec.name.span,
            f"the game {spec.name.value!r} leaves out {named}{more}: another pair has this text",
            "select others by `ids:`, or leave it so",
        )
    return tuple(kept)
