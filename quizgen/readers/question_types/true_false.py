"""``true_false``: a statement to judge."""

from __future__ import annotations

from quizgen.item import Choice, Option, OptionMark
from quizgen.readers.item_keys import QUESTION
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import Asked, QuestionType
from quizgen.readers.shapes import Flag, Reading
from quizgen.text import Text
from quizgen.yamltree import Mapping

ANSWER = Key("answer", Flag(), "true or false", required=True)

WORDS = {
    "de": ("Richtig", "Falsch"),
    "en": ("True", "False"),
    "es": ("Verdadero", "Falso"),
    "fr": ("Vrai", "Faux"),
    "ja": ("正しい", "誤り"),
    "ko": ("참", "거짓"),
}
"""The two options in the bank's language; English where the language is not listed."""


def _build(values: Values, entry: Mapping, reading: Reading) -> Asked:
    language = reading.language.partition("-")[0].lower()
    true, false = WORDS.get(language, WORDS["en"])
    options = (
        Option(Text((true,)), is_key=values[ANSWER]),
        Option(Text((false,)), is_key=not values[ANSWER]),
    )
    return Asked(values[QUESTION], Choice(options, fixed=True, mark=OptionMark.BOX))


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
