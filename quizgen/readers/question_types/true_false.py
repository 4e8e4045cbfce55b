"""``true_false``: a statement to judge."""

from __future__ import annotations

from quizgen.model.item import Choice, Option, OptionMark
from quizgen.model.text import Text
from quizgen.readers.item_keys import QUESTION
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import Flag, Reading
from quizgen.readers.yaml import MappingNode

ANSWER = Key(
    "answer", Flag(), "true or false, also in the words of the bank's language", required=True
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    from quizgen.model.translations import catalogue_for, translations_for

    true, false = translations_for(catalogue_for(reading.language)).truth
    options = (
        Option(Text((true,)), is_key=values[ANSWER]),
        Option(Text((false,)), is_key=not values[ANSWER]),
    )
    return ItemBody(values[QUESTION], Choice(options, fixed=True, mark=OptionMark.BOX))


TRUE_FALSE = QuestionType(
    name="true_false",
    doc="A statement that is either true or false.",
    keys=(QUESTION, ANSWER),
    build=_build,
    example="""\
- id: five-permanent-members
  type: true_false
  question: The Security Council has five permanent members.
  answer: true
  explain: The other ten seats are filled by election for two years.
  reference: Charter of the United Nations, Article 23
  difficulty: easy
""",
)
