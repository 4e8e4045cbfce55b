"""``flashcard``: a front and a back."""

from __future__ import annotations

from quizgen.model.item import Reveal
from quizgen.readers.item_keys import BLOCK_TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.answer_space import LINES, SPACE, answer_space
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import Flag, Reading
from quizgen.readers.yaml import MappingNode

FRONT = Key("front", BLOCK_TEXT, "what the card asks", required=True)
BACK = Key("back", BLOCK_TEXT, "what is to be recalled", required=True)
REVERSED = Key("reversed", Flag(), "true to ask from back to front as well, as a second card")


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    space = answer_space(values, entry, reading)
    if space is None:
        return None
    return ItemBody(values[FRONT], Reveal(values[BACK], values.get(REVERSED, False)), space=space)


FLASHCARD = QuestionType(
    name="flashcard",
    doc="One thing to recall. Best for terms, names and single facts.",
    keys=(FRONT, BACK, REVERSED, LINES, SPACE),
    build=_build,
    example="""\
- id: veto
  type: flashcard
  front: Veto
  back: The power of one member to stop a decision
  reversed: true
  explain: From the Latin for *I forbid*.
  reference: Charter of the United Nations, Article 27
  difficulty: easy
""",
)
