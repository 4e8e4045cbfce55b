"""``multiple_choice``: one right option among wrong ones, or several."""

from __future__ import annotations

from quizgen.model.did_you_mean import closest
from quizgen.model.item import Choice, Option
from quizgen.readers.item_keys import BLOCK_TEXT, QUESTION
from quizgen.readers.keys import Key, KeyTable, Values
from quizgen.readers.question_types.ascending import sort_ascending
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.question_types.options_help import options_help
from quizgen.readers.shapes import Flag, ListOf, Reading, wrong_kind
from quizgen.readers.shapes.lists import is_label
from quizgen.readers.yaml import MappingNode, Node, ScalarNode
from quizgen.readers.yaml.emit import quoted_if_needed

MAX_OPTIONS = 100
"""Options of one question, right or wrong: three or four are usual (judged)."""

OPTION_TEXT = Key("text", BLOCK_TEXT, "the answer", required=True)
RATIONALE = Key("rationale", BLOCK_TEXT, "why it is wrong, or right; shown with the answer")
PINNED = Key("pinned", Flag(), "true to keep it behind the others, as for “none of these”")
OPTION_KEYS = KeyTable("an answer", (OPTION_TEXT, RATIONALE, PINNED))


class OptionShape:
    """An answer: a text, or ``text:`` with ``rationale:`` or ``pinned:``.

    `is_key` says whether the answers of this shape are right.
    """

    noun = "an answer"
    table = OPTION_KEYS

    def __init__(self, *, is_key: bool) -> None:
        self.is_key = is_key

    def read(self, node: Node, reading: Reading) -> Option | None:
        """Return the option that `node` describes, or None once the reason has been reported."""
        if isinstance(node, MappingNode) and _has_label(node):
            _report_label(node, reading)
            return None
        if not isinstance(node, MappingNode) or _is_text_with_colon(node):
            text = BLOCK_TEXT.read(node, reading)
            return None if text is None else Option(text, self.is_key)
        values = self.table.read(node, reading)
        if values is None:
            return None
        return Option(
            values[OPTION_TEXT], self.is_key, values.get(RATIONALE), values.get(PINNED, False)
        )


def _has_label(node: MappingNode) -> bool:
    """Return whether `node` is an answer behind a letter or a number, such as ``A: Rome``."""
    return len(node.entries) == 1 and all(map(is_label, node.entries))


def _report_label(node: MappingNode, reading: Reading) -> None:
    """Report `node`, a part of a list that has a letter or a number as its key."""
    key, value = next(node.pairs())
    text = value.value if isinstance(value, ScalarNode) else "…"
    wrong_kind(
        node,
        "an answer",
        reading,
        f"write `- {quoted_if_needed(text)}`, without {key.value}: quizgen letters the answers; "
        f'if {key.value} is part of it, put the text in double quotes: "{key.value}: {text}"',
    )


def _is_text_with_colon(node: MappingNode) -> bool:
    """Return whether `node` seems to be a text such as ``Elwha: the lower dam``."""
    names = [key.name for key in OPTION_KEYS.keys]
    return len(node.entries) == 1 and all(
        name not in names and closest(name, names) is None for name in node.entries
    )


ANSWER = Key(
    "answer",
    ListOf(OptionShape(is_key=True), or_one=True, max_count=MAX_OPTIONS),
    "the right answer, or a list of them",
    required=True,
)
DISTRACTORS = Key(
    "distractors",
    ListOf(OptionShape(is_key=False), max_count=MAX_OPTIONS),
    "the wrong answers",
    required=True,
)
ASCENDING = Key(
    "ascending", Flag(), "true to show the answers from least to greatest: for numbers and dates"
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    options = values[ANSWER] + values[DISTRACTORS]
    if not values.get(ASCENDING, False):
        return ItemBody(values[QUESTION], Choice(options))
    in_order = sort_ascending(options, reading)
    return ItemBody(values[QUESTION], Choice(in_order, fixed=True)) if in_order else None


MULTIPLE_CHOICE = QuestionType(
    name="multiple_choice",
    doc=(
        "Choose the right answer among wrong ones of the same kind. quizgen shuffles the options. "
        "With a list of answers, all of them are to be chosen."
    ),
    keys=(QUESTION, ANSWER, DISTRACTORS, ASCENDING),
    build=_build,
    key_helps={"options": options_help, "choices": options_help},
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
