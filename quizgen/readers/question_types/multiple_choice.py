"""``multiple_choice``: one right option among wrong ones, or several."""

from __future__ import annotations

from quizgen.item import Choice, Option
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.question_types.base import Asked, QuestionType
from quizgen.readers.shapes import ListOf, Reading
from quizgen.yamltree import Mapping, Node

OPTION_TEXT = Key("text", TEXT, "the wrong answer", required=True)
RATIONALE = Key("rationale", TEXT, "why it is wrong; shown with the answer")
_DISTRACTOR = KeyTable("a distractor", (OPTION_TEXT, RATIONALE))


class Distractor:
    """A wrong option: a text, or ``text:`` with its ``rationale:``."""

    noun = "a wrong answer"

    def read(self, node: Node, reading: Reading) -> Option | None:
        if not isinstance(node, Mapping):
            text = TEXT.read(node, reading)
            return None if text is None else Option(text, is_key=False)
        values = _DISTRACTOR.read(node, reading)
        if values is None:
            return None
        return Option(values[OPTION_TEXT], is_key=False, rationale=values.get(RATIONALE))


ANSWER = Key(
    "answer", ListOf(TEXT, or_one=True), "the right answer, or a list of them", required=True
)
DISTRACTORS = Key(
    "distractors", ListOf(Distractor(), or_one=True), "the wrong answers", required=True
)


def _build(values: Values, entry: Mapping, reading: Reading) -> Asked:
    keys = tuple([Option(text, is_key=True) for text in values[ANSWER]])
    return Asked(values[QUESTION], Choice(keys + values[DISTRACTORS]))


MULTIPLE_CHOICE = QuestionType(
    name="multiple_choice",
    doc=(
        "Choose the right answer among wrong ones of the same kind. quizgen shuffles the options. "
        "With a list of answers, all of them are to be chosen."
    ),
    keys=(QUESTION, ANSWER, DISTRACTORS),
    build=_build,
    example="""\
- id: host-city
  type: multiple_choice
  question: In which city do the Security Council's members meet?
  answer: New York
  distractors:
  - Geneva
  - text: Vienna
    rationale: Other UN offices are there.
  - Nairobi
  explain: The Council sits at the UN's headquarters.
  reference: Rules of procedure of the Security Council
  difficulty: easy
  tags: [places]
""",
)
