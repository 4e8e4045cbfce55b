"""``numeric``: a number, with a tolerance and a unit if need be."""

from __future__ import annotations

from decimal import Decimal

from quizgen.model.item import Numeric
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.answer_space import LINES, SPACE, answer_space
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.question_types.local_numbers import LocalNumber
from quizgen.readers.question_types.locales import decimal_sign
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import MappingNode


class Tolerance(LocalNumber):
    """How far an answer may be off, in its own unit: no share of it."""

    def way_out(self, typed: str, language: str) -> str:
        """Return how to write the tolerance `typed`."""
        if typed.endswith("%"):
            return "write how far an answer may be off as a number: 5 % of 200 is 10"
        return LocalNumber.way_out(self, typed, language)


ANSWER = Key("answer", LocalNumber(), "the right number, in digits", required=True)
TOLERANCE = Key(
    "tolerance", Tolerance(signed=False), "how far an answer may be off and still be right"
)
UNIT = Key("unit", TEXT, "what the number counts or measures, such as km")


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    space = answer_space(values, entry, reading)
    if space is None:
        return None
    value, written = values[ANSWER]
    tolerance, _ = values.get(TOLERANCE, (Decimal(0), "0"))
    has_places = "." in written or tolerance != tolerance.to_integral_value()
    sign = decimal_sign(reading.language) if has_places else "."
    displayed = written.replace(".", sign)
    numeric = Numeric(value, displayed, tolerance, values.get(UNIT), sign)
    return ItemBody(values[QUESTION], numeric, space=space)


NUMERIC = QuestionType(
    name="numeric",
    doc="A number to give, right within a tolerance. On a worksheet the unit is printed.",
    keys=(QUESTION, ANSWER, TOLERANCE, UNIT, LINES, SPACE),
    build=_build,
    example="""\
- id: seats-in-the-council
  type: numeric
  question: How many seats does the Security Council have?
  answer: 15
  tolerance: 0
  unit: seats
  explain: Five seats are permanent, ten are elective.
  reference: Charter of the United Nations, Article 23
  difficulty: easy
""",
)
