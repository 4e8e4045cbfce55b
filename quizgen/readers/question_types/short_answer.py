"""``short_answer``: a word or a few, typed or written on a line."""

from __future__ import annotations

import enum

from quizgen.model.item import TextEntry
from quizgen.model.text import Text
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.answer_space import LINES, SPACE, answer_space
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import InlineText, ListOf, OneOf, Reading, wrong_kind
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.emit import in_brackets, quoted_if_needed


class OneAnswer(InlineText):
    """The answer that is shown; others that are right as well stand below another key."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the text in `node`, or None once the reason has been reported."""
        items = node.items if isinstance(node, SequenceNode) else ()
        texts = [item.value for item in items if isinstance(item, ScalarNode)]
        others = in_brackets(texts[1:]) if len(texts) == len(items) > 1 else None
        if others is None:
            return InlineText.read(self, node, reading)
        help = f"write `answer: {quoted_if_needed(texts[0])}` and `accept: {others}`"
        wrong_kind(node, "one text", reading, help)
        return None


ANSWER = Key("answer", OneAnswer(), "the right answer", required=True)
ACCEPT = Key(
    "accept", ListOf(TEXT, or_one=True, max_count=1000), "other answers that are also right"
)


class LetterCase(enum.Enum):
    """Whether capitals count in what a learner types."""

    ANY = "any"
    EXACT = "exact"


CASE = Key(
    "case", OneOf("how capitals count", LetterCase), "exact: capitals count; any: they do not"
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    space = answer_space(values, entry, reading)
    if space is None:
        return None
    exact = values.get(CASE) is LetterCase.EXACT
    entered = TextEntry(values[ANSWER], values.get(ACCEPT, ()), exact)
    return ItemBody(values[QUESTION], entered, space=space)


SHORT_ANSWER = QuestionType(
    name="short_answer",
    doc="A name or a term to type. Capitals do not count unless `case: exact` says so.",
    keys=(QUESTION, ANSWER, ACCEPT, CASE, LINES, SPACE),
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
