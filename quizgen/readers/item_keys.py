"""The keys that every item has, whatever its type."""

from __future__ import annotations

import enum
import re

from quizgen.model.item import Difficulty, Word
from quizgen.model.pattern import pattern
from quizgen.readers.keys import Key, KeyTable
from quizgen.readers.shapes import (
    BlockText,
    Either,
    Flag,
    InlineText,
    ListOf,
    OneOf,
    Reading,
    RefusedPattern,
    WholeNumber,
    WordShape,
)
from quizgen.readers.yaml import Node

NAME = WordShape(
    "a name",
    pattern(r"\w[\w.-]{0,49}"),
    "use letters, digits and hyphens, without spaces, such as host-city",
    composed=True,
)
"""Ids, topics, worksheet names: words that are safe in file names and in tags."""

NAME_IN_BANKS = WordShape(
    "a name",
    pattern(r"\w[\w.-]{0,49}(?:/\w[\w.-]{0,49})?"),
    "use letters, digits and hyphens, without spaces, such as host-city, or bank/host-city",
    composed=True,
)
"""The id or the topic of an item, with the bank before it where a deck file has several."""

TAG = WordShape(
    "a tag",
    pattern(r"[^\s\x00-\x1f\x7f\"]{1,100}"),
    "Anki splits tags at spaces: join words with a hyphen; write several tags as [one, two]",
    fault="bad-tag",
    refused=(
        RefusedPattern(
            pattern(r"^::|:::|::$"),
            "has an empty level, which Anki would fill with the word “blank”",
            "write the levels with :: between them, such as geography::rivers",
        ),
        RefusedPattern(
            pattern(r"^(leech|marked)$", re.IGNORECASE),
            "is a tag that Anki sets itself",
            "choose another word",
        ),
    ),
    composed=True,
)

ANKI_GUID = WordShape(
    "an Anki note's guid",
    pattern(r"[^\x00-\x20\x7f]{1,100}"),
    "leave it as `quizgen import` wrote it",
)

MAX_TAGS = 100
"""Tags of one item; an import keeps the first of a note's."""

TEXT = InlineText()
BLOCK_TEXT = BlockText()

ID = Key("id", NAME, "a name of your own for this question; it never changes", required=True)
TYPE = Key("type", NAME, "what kind of question this is", required=True)
EXPLAIN = Key("explain", BLOCK_TEXT, "why the answer is right; shown with the answer")
HINT = Key("hint", TEXT, "what helps a learner who asks for it, without giving the answer")
SPEAK = Key(
    "speak", Flag(), "true: Anki says question and answer aloud; as bank.yaml says if not given"
)
EVIDENCE = Key(
    "evidence",
    ListOf(TEXT, or_one=True, max_count=100),
    "a quote of the passage, word for word, that proves the answer",
)
CITE_LINES = Key(
    "cite_lines", Flag(), "true: a worksheet with the passage names the lines of the evidence"
)
REFERENCE = Key(
    "reference",
    ListOf(TEXT, or_one=True, max_count=100),
    "a source outside the passage, for background",
)
DIFFICULTY = Key("difficulty", OneOf("a difficulty", Difficulty), "easy, medium or hard")
TAGS = Key(
    "tags",
    ListOf(TAG, min_count=0, or_one=True, max_count=MAX_TAGS),
    "words to select by; Anki shows them too",
)


class PointsWord(enum.Enum):
    """What ``points:`` may be instead of a number."""

    HIDDEN = "hidden"


POINTS = Key(
    "points",
    Either(PointsWord, WholeNumber(0, 1000)),
    "what the question is worth on a worksheet; 0 or hidden: nothing is printed beside it",
)
BONUS = Key(
    "bonus", Flag(), "true: its points come on top: they do not count for the most of a worksheet"
)
NEVER_RENAMED = "none"

FORMER_ID = WordShape(
    "an id, or a bank and an id",
    pattern(r"(\w[\w.-]{0,49}/)?\w[\w.-]{0,49}"),
    "write the id that the question had, such as host-city, or other-bank/host-city",
    composed=True,
)
RENAMED_FROM = Key(
    "renamed_from",
    FORMER_ID,
    "the id this question had before, or bank/id of another bank of the project, whose reviews "
    "pupils keep; none says that it is new",
)
GUID = Key(
    "guid",
    ANKI_GUID,
    "the note in Anki that this question came from; `quizgen import` writes it",
)

PART_OF = Key("part_of", NAME, "the case that this question belongs to, by its id under `cases`")
GROUP = Key(
    "group",
    NAME,
    "a name for questions of this file that stand together and keep their order on every form",
)


IGNORE = Key(
    "ignore",
    ListOf(NAME, or_one=True),
    "names of diagnostics that this question is not to get",
    required=True,
)
LINT_KEYS = KeyTable("lint", (IGNORE,))


class LintShape:
    """The diagnostics that `quizgen check` leaves out for a question: ``{ignore: [clang]}``."""

    noun = "what to leave out, such as {ignore: [clang]}"
    table = LINT_KEYS

    def read(self, node: Node, reading: Reading) -> tuple[Word, ...] | None:
        """Return the names of diagnostics to leave out, or None once the fault is reported."""
        values = self.table.read(node, reading)
        return None if values is None else values[IGNORE]


LINT = Key("lint", LintShape(), "what `quizgen check` is not to say of this question")

COMMON_KEYS = (
    *(ID, TYPE, HINT, EXPLAIN, EVIDENCE, CITE_LINES, REFERENCE, DIFFICULTY, TAGS, POINTS, BONUS),
    *(SPEAK, PART_OF, GROUP, RENAMED_FROM, GUID, LINT),
)

QUESTION = Key("question", BLOCK_TEXT, "what is asked", required=True)
"""The stem, for the question types whose key for it is ``question``."""
