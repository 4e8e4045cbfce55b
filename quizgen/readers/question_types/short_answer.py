"""``short_answer``: a word or a few, typed or written on a line."""

from __future__ import annotations

from quizgen.model.item import TextEntry
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import ListOf, Reading
from quizgen.readers.yaml import Mapping

ANSWER = Key("answer", TEXT, "the right answer", required=True)
ACCEPT = Key("accept", ListOf(TEXT, or_one=True, most=1000), "other answers that are also right")


def _build(values: Values, entry: Mapping, reading: Reading) -> ItemBody:
    return ItemBody(values[QUESTION], TextEntry(values[ANSWER], values.get(ACCEPT, ())))


SHORT_ANSWER = QuestionType(
    name="short_answer",
    doc="A name or a term to type. Anki compares what was typed letter by letter.",
    keys=(QUESTION, ANSWER, ACCEPT),
    build=_build,
    example="""\
- id: members-of-the-council
  type: short_answer
  question: What is the highest official of the United Nations called?
  answer: Secretary-General
  accept: [Secretary General, the Secretary-General]
  explain: The Secretary-General heads the Secretariat.
  reference: Charter of the United Nations, Article 97
  difficulty: medium
""",
)
