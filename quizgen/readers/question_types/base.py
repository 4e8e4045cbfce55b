"""The values that describe a question type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any, TypeAlias

from quizgen.model.answer_space import USUAL_SPACE, AnswerSpace
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Interaction
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text
from quizgen.readers.item_keys import COMMON_KEYS
from quizgen.readers.keys import Key, KeyHelp, KeyTable, Values
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import MappingNode
from quizgen.readers.yaml.emit import Value


class ItemBody(NamedTuple):
    """The part of an item that a question type makes of its own keys: stem and interaction.

    `stem` is None where the type has a stem for all its items. `points` is what the question is
    worth when its author does not say. `evidence` are the quotes that its parts have of their own.
    `space` is where its answer is written on paper.
    """

    stem: Text | None
    interaction: Interaction
    points: int = 1
    evidence: tuple[Text, ...] = ()
    space: AnswerSpace = USUAL_SPACE


BodyBuilder: TypeAlias = Callable[[Values, MappingNode, Reading], ItemBody | None]
"""Takes the values of an entry, its node and the reading; returns the item's body, or None once
the fault is reported."""
ChoiceImport: TypeAlias = Callable[[Sequence[Value], Sequence[Value]], dict[str, Value] | None]
"""Takes the right options of an imported card and the wrong ones, each a text or a text with its
rationale. Returns the keys of the entry but for ``type``, or None where the type has none for
these options."""


@dataclass(frozen=True)
class QuestionType:
    """A question type: `name` is the word that authors write after ``type:``.

    `keys` are those of the type; the keys that every item has are added. `example` is a complete
    entry: the documentation shows it, ``quizgen new`` writes it, and the tests compile it.
    `key_helps` has, for names of keys that other programs use, the function that says how to
    write the entry with quizgen's keys.

    Where authors write no question, `stem` is the question of all items of this type, in English.
    It is a message of the catalogues, and rules of item writing pass over it. A type of that kind
    that reads to `Choice` is known by its stem in an imported package: `from_choice` writes the
    entry.
    """

    name: str
    doc: str
    keys: tuple[Key[Any], ...]
    build: BodyBuilder
    example: str
    key_helps: Mapping[str, KeyHelp] = field(default_factory=dict)
    stem: str = ""
    from_choice: ChoiceImport | None = None

    @cached_property
    def table(self) -> KeyTable:
        """The keys of an entry of this type: its own, and the keys that every item has."""
        what = f"a question of type {self.name}"
        return KeyTable(what, (*self.keys, *COMMON_KEYS), key_helps=self.key_helps)
