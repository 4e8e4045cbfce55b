"""Games on paper: cards to cut out, made of pairs that belong together."""

from __future__ import annotations

import enum

from quizgen.model.assessment.print_options import CardSheet
from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text


class GameKind(enum.Enum):
    """The kind of a game."""

    BINGO = "bingo"
    DOMINOES = "dominoes"
    MEMORY = "memory"


class Pair(NamedTuple):
    """Two texts that belong together: a question and its answer, a term and its meaning."""

    first: Text
    second: Text


@dataclass(frozen=True, slots=True)
class Game:
    """A game as printed; `name` is the stem of its file names.

    Each of `cards` has a text for each of its cells, which stand in `columns` and `rows`, row by
    row. `pairs` are those that the key lists, in the order in which they are called or laid.
    """

    name: str
    title: Text
    kind: GameKind
    sheet: CardSheet
    columns: int
    rows: int
    cards: tuple[tuple[Text, ...], ...]
    pairs: tuple[Pair, ...]
