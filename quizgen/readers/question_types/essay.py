"""``essay``: an answer of some length, marked by a rubric."""

from __future__ import annotations

from quizgen.model.item import Criterion, ExtendedText
from quizgen.readers.item_keys import BLOCK_TEXT, QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.answer_space import SPACE, answer_space
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import PairsOf, Reading, WholeNumber
from quizgen.readers.yaml import MappingNode

ANSWER = Key("answer", BLOCK_TEXT, "a model answer", required=True)
RUBRIC = Key(
    "rubric",
    PairsOf(
        "a rubric, one line each, as what earns points: number",
        TEXT,
        WholeNumber(1, 100),
        max_count=100,
    ),
    "what earns points, one line each: `Names two goals: 2`",
)
LINES = Key("lines", WholeNumber(1, 200), "how many lines to print for the answer (8 if not given)")


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    space = answer_space(values, entry, reading, LINES)
    if space is None:
        return None
    rubric = tuple(Criterion(text, points) for text, points in values.get(RUBRIC, ()))
    essay = ExtendedText(values[ANSWER], rubric, values.get(LINES, 8))
    points = sum(c.points for c in rubric) or 1
    return ItemBody(values[QUESTION], essay, points=points, space=space._replace(lines=None))


ESSAY = QuestionType(
    name="essay",
    doc="A longer answer in full sentences. Worth the points of its rubric.",
    keys=(QUESTION, ANSWER, RUBRIC, LINES, SPACE),
    build=_build,
    example="""\
- id: why-a-council
  type: essay
  question: Why does the United Nations have a Security Council? Give two reasons.
  answer: >-
    A small council can meet at once when there is a crisis, and its decisions bind every
    member, which those of the General Assembly do not.
  rubric:
    Names a reason: 1
    Names a second reason: 1
    Explains one of them: 1
  lines: 8
  reference: Charter of the United Nations, Chapter V
  difficulty: hard
""",
)
