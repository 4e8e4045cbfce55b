"""``matching``: find the response that belongs to each premise."""

from __future__ import annotations

from quizgen.model.item import Match
from quizgen.model.text import Text, exact_key
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.question_types.parts import PartsOf, evidence_of, hints_of, proofs_of
from quizgen.readers.shapes import ListOf, Reading
from quizgen.readers.yaml import MappingNode

MAX_PAIRS = 200
"""Pairs of one question: each is a card, and a worksheet's column has room for some 40 (judged)."""

PAIRS = Key(
    "pairs",
    PartsOf(
        "pairs, one a line, as premise: response",
        Key("premise", TEXT, "what is given", required=True),
        Key("response", TEXT, "what belongs to it", required=True),
        "a pair",
        max_count=MAX_PAIRS,
    ),
    "what belongs together, one pair a line",
    required=True,
)
DISTRACTORS = Key(
    "distractors", ListOf(TEXT, max_count=MAX_PAIRS), "further responses that belong to nothing"
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    pairs = values[PAIRS]
    responses: dict[str, Text] = {}
    for pair in pairs:
        responses.setdefault(exact_key(pair.second), pair.second)
    index = {key: i for i, key in enumerate(responses)}
    match = Match(
        premises=tuple(pair.first for pair in pairs),
        responses=(*responses.values(), *values.get(DISTRACTORS, ())),
        key=tuple(index[exact_key(pair.second)] for pair in pairs),
        proofs=proofs_of(pairs),
        hints=hints_of(pairs),
    )
    return ItemBody(values[QUESTION], match, points=len(pairs), evidence=evidence_of(pairs))


MATCHING = QuestionType(
    name="matching",
    doc=(
        "Two lists to match. Two premises may share a response. Anki asks one card a pair; "
        "a worksheet prints two columns. Worth a point a pair unless `points:` says otherwise."
    ),
    keys=(QUESTION, PAIRS, DISTRACTORS),
    build=_build,
    example="""\
- id: organs-and-tasks
  type: matching
  question: Match each organ of the United Nations to its task.
  pairs:
    Security Council: keeping the peace
    General Assembly: debating any question
    Secretariat: running the daily work
    International Court of Justice: settling disputes by law
  distractors: [issuing passports]
  explain: The Charter gives each organ its own chapter.
  reference: Charter of the United Nations
  difficulty: medium
""",
)
