"""``ordering``: steps or events to put in order."""

from __future__ import annotations

from quizgen.model.item import Event, Order
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import ListOf, Reading
from quizgen.readers.yaml import MappingNode

IN_ORDER = Key(
    "in_order",
    ListOf(TEXT, min_count=2, max_count=100),
    "the parts, in the right order",
    required=True,
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    events = tuple(Event(text) for text in values[IN_ORDER])
    return ItemBody(values[QUESTION], Order(events), points=len(events))


ORDERING = QuestionType(
    name="ordering",
    doc=(
        "Parts to put in order. Write them in the right order; quizgen shuffles them. "
        "Worth a point a part unless `points:` says otherwise."
    ),
    keys=(QUESTION, IN_ORDER),
    build=_build,
    example="""\
- id: path-of-a-resolution
  type: ordering
  question: Put the steps of a resolution in order.
  in_order:
  - A member circulates a draft
  - The Council votes
  - The text is published with a number
  explain: A text becomes a resolution by being voted through.
  reference: Rules of procedure of the Security Council
  difficulty: hard
""",
)
