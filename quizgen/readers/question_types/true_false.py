"""``true_false``: a statement to judge."""

from __future__ import annotations

from quizgen.model.item import Choice, Option, OptionMark
from quizgen.model.text import Text
from quizgen.model.translations import catalogue_for, translations_for
from quizgen.readers.item_keys import QUESTION
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import Flag, Reading
from quizgen.readers.yaml import Mapping, Node, Scalar

_YES_AND_NO = {
    "de": ("ja", "nein"),
    "es": ("sí", "no"),
    "fr": ("oui", "non"),
    "it": ("sì", "no"),
    "pt": ("sim", "não"),
    "nl": ("ja", "nee"),
}
"""Yes and no in languages whose banks may say so for true and false, by their BCP 47 tags."""
_MORE_WORDS = {"de": ("wahr", "falsch"), "es": ("cierto", "falso"), "fr": ("vrai", "faux")}


class TruthValue(Flag):
    """True or false, also in the words of the bank's language."""

    def read(self, node: Node, reading: Reading) -> bool | None:
        """Return the truth that `node` says, or None once the reason has been reported."""
        language = reading.language.partition("-")[0]
        pairs = (
            translations_for(catalogue_for(reading.language)).truth,
            *(words[language] for words in (_YES_AND_NO, _MORE_WORDS) if language in words),
        )
        typed = node.value.strip().casefold() if isinstance(node, Scalar) else ""
        for pair in pairs:
            for word, truth in zip(pair, (True, False), strict=True):
                if typed == word.casefold():
                    return truth
        return super().read(node, reading)


ANSWER = Key(
    "answer", TruthValue(), "true or false, also in the words of the bank's language", required=True
)


def _build(values: Values, entry: Mapping, reading: Reading) -> ItemBody:
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
