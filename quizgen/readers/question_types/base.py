"""What a question type is."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from quizgen.model.item import Interaction
from quizgen.model.text import Text
from quizgen.readers.item_keys import COMMON_KEYS
from quizgen.readers.keys import Key, KeyTable, Mend, Values
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import Mapping


class ItemBody(NamedTuple):
    """What a question type makes of its own keys: the stem, and what to do with it.

    `points` is what the question is worth when its author does not say. `fixed_stem`: the stem is
    a sentence of quizgen's, not the author's, and no rule of item writing looks at it. `evidence`
    are the quotes that parts of it have of their own.
    """

    stem: Text
    interaction: Interaction
    points: int = 1
    fixed_stem: bool = False
    evidence: tuple[Text, ...] = ()


BodyBuilder: TypeAlias = Callable[[Values, Mapping, Reading], ItemBody | None]
"""From a type's values to what is asked, or None once the fault is reported."""


@dataclass(frozen=True)
class QuestionType:
    """One word that authors can write after ``type:``.

    `keys` are its own; those every item has are added. `example` is a complete entry: the
    documentation shows it, ``quizgen new`` writes it, and the tests compile it. `mends` say, for
    keys that other programs have, how to write the whole entry.
    """

    name: str
    doc: str
    keys: tuple[Key[Any], ...]
    build: BodyBuilder
    example: str
    mends: AbstractMapping[str, Mend] = field(default_factory=dict)

    @cached_property
    def table(self) -> KeyTable:
        """The keys of an entry of this type, with those that every item has."""
        what = f"a question of type {self.name}"
        return KeyTable(what, (*self.keys, *COMMON_KEYS), mends=self.mends)
