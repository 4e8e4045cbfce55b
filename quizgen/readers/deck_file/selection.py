"""The selection of items in a part of a deck file."""

from __future__ import annotations

from quizgen.model.assessment import Selection
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Difficulty, Word
from quizgen.model.source import Span
from quizgen.readers.item_keys import NAME, NAME_IN_BANKS, TAG
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import ListOf, OneOf, Reading, WholeNumber
from quizgen.readers.yaml import Node


class TypeName:
    """The name of a question type."""

    noun = "a question type"

    def read(self, node: Node, reading: Reading) -> Word | None:
        """Return the type's name in `node`, or None once the reason has been reported."""
        word = NAME.read(node, reading)
        names = [question_type.name for question_type in QUESTION_TYPES]
        if word is None or word.value in names:
            return word
        reading.report.error(
            "unknown-type",
            node,
            f"there is no question type {word.value!r}",
            did_you_mean(word.value, names) or f"the types are: {', '.join(names)}",
        )
        return None


BANKS = Key("banks", ListOf(NAME, or_one=True), "only these banks, where the deck file has several")
TOPICS = Key("topics", ListOf(NAME_IN_BANKS, or_one=True), "only these topics")
TYPES = Key("types", ListOf(TypeName(), or_one=True), "only these question types")
DIFFICULTY = Key(
    "difficulty", ListOf(OneOf("a difficulty", Difficulty), or_one=True), "only these difficulties"
)
TAGS = Key("tags", ListOf(TAG, or_one=True), "only items with one of these tags")
IDS = Key("ids", ListOf(NAME_IN_BANKS, or_one=True), "only these items, in this order")
COUNT = Key("count", WholeNumber(1, 100_000), "how many items; all that match if not given")
SELECTION_KEYS = (BANKS, TOPICS, TYPES, DIFFICULTY, TAGS, IDS, COUNT)


def selection_from(values: Values, node: Node) -> Selection:
    """Return the selection that the `SELECTION_KEYS` among `values` describe.

    Its span is where `node`, which holds the keys, begins.
    """
    return Selection(
        banks=values.get(BANKS, ()),
        topics=values.get(TOPICS, ()),
        types=values.get(TYPES, ()),
        difficulty=values.get(DIFFICULTY, ()),
        tags=values.get(TAGS, ()),
        ids=values.get(IDS, ()),
        count=values.get(COUNT),
        span=Span(node.source, node.start, node.start),
    )
