"""The values that describe a question type."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from quizgen.model.answer_space import USUAL_SPACE, AnswerSpace
from quizgen.model.item import Interaction
from quizgen.model.text import Text
from quizgen.readers.item_keys import COMMON_KEYS
from quizgen.readers.keys import Key, KeyTable, Mend, Values
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import Mapping


class ItemBody(NamedTuple):
    """The part of an item that a question type makes of its own keys: stem and interaction.

    `points` is what the question is worth when its author does not say. `fixed_stem` says that
    the stem is a sentence of quizgen's, not the author's: rules of item writing pass over it.
    `evidence` are the quotes that its parts have of their own. `space` is where its answer is
    written on paper.
    """

    stem: Text
    interaction: Interaction
    points: int = 1
    fixed_stem: bool = False
    evidence: tuple[Text, ...] = ()
    space: AnswerSpace = USUAL_SPACE


BodyBuilder: TypeAlias = Callable[[Values, Mapping, Reading], ItemBody | None]
"""Takes the values of an entry, its node and the reading; returns the item's body, or None once
the fault is reported."""


@dataclass(frozen=True)
class QuestionType:
    """A question type: `name` is the word that authors write after ``type:``.

    `keys` are those of the type; the keys that every item has are added. `example` is a complete
    entry: the documentation shows it, ``quizgen new`` writes it, and the tests compile it. `mends`
    has, for names of keys that other programs use, how to write the entry with quizgen's keys.
    """

    name: str
    doc: str
    keys: tuple[Key[Any], ...]
    build: BodyBuilder
    example: str
    mends: AbstractMapping[str, Mend] = field(default_factory=dict)

    @cached_property
    def table(self) -> KeyTable:
        """The keys of an entry of this type: its own, and the keys that every item has."""
        what = f"a question of type {self.name}"
        return KeyTable(what, (*self.keys, *COMMON_KEYS), mends=self.mends)
