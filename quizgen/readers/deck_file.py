"""A deck file: the bank, the Anki deck, and the worksheets made of it."""

from __future__ import annotations

import re

from quizgen.assessment import (
    AnkiSpec,
    DeckFile,
    Paper,
    SectionSpec,
    Selection,
    Subdecks,
    WorksheetSpec,
)
from quizgen.item import Difficulty, Word
from quizgen.nearest import nearest
from quizgen.readers.item_keys import NAME, TAG, TEXT
from quizgen.readers.keys import Key, KeyTable, Values, read_root
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import ListOf, OneOf, Reading, Whole, WordShape
from quizgen.readers.study_options import StudyOptionsShape
from quizgen.source import Source, Span
from quizgen.yamltree import Node

DECK_NAME = WordShape(
    "an Anki deck's name",
    re.compile(r'(?=.{1,200}$)[^\s:"\x00-\x1f][^"\x00-\x1f]*'),
    "write the levels with :: between them and no quotation mark, such as History::Korea",
)


class _TypeName:
    noun = "a question type"

    def read(self, node: Node, reading: Reading) -> Word | None:
        word = NAME.read(node, reading)
        names = [question_type.name for question_type in QUESTION_TYPES]
        if word is None or word.value in names:
            return word
        reading.report.error(
            "unknown-type",
            node,
            f"there is no question type {word.value!r}",
            nearest(word.value, names) or f"the types are: {', '.join(names)}",
        )
        return None


TOPICS = Key("topics", ListOf(NAME, or_one=True), "only these topics")
TYPES = Key("types", ListOf(_TypeName(), or_one=True), "only these question types")
DIFFICULTY = Key(
    "difficulty", ListOf(OneOf("a difficulty", Difficulty), or_one=True), "only these difficulties"
)
TAGS = Key("tags", ListOf(TAG, or_one=True), "only items with one of these tags")
IDS = Key("ids", ListOf(NAME, or_one=True), "only these items, in this order")
COUNT = Key("count", Whole(1, 100_000), "how many items; all that match if not given")
SELECTION_KEYS = (TOPICS, TYPES, DIFFICULTY, TAGS, IDS, COUNT)

INSTRUCTIONS = Key("instructions", TEXT, "a sentence that tells pupils what to do")
SECTION_TITLE = Key("title", TEXT, "the section's heading", required=True)
SECTION_KEYS = KeyTable("a section", (SECTION_TITLE, INSTRUCTIONS, *SELECTION_KEYS))


class _Section:
    noun = "a section"

    def read(self, node: Node, reading: Reading) -> SectionSpec | None:
        values = SECTION_KEYS.read(node, reading)
        if values is None:
            return None
        return SectionSpec(
            values[SECTION_TITLE], values.get(INSTRUCTIONS), selection_from(values, node)
        )


WORKSHEET_NAME = Key("name", NAME, "the name of its PDF files", required=True)
WORKSHEET_TITLE = Key("title", TEXT, "the title printed at the top", required=True)
PAPER = Key("paper", OneOf("a paper size", Paper), "A4 or Letter; A4 if not given")
SECTIONS = Key("sections", ListOf(_Section()), "the parts of the sheet", required=True)
WORKSHEET_KEYS = KeyTable(
    "a worksheet", (WORKSHEET_NAME, WORKSHEET_TITLE, PAPER, INSTRUCTIONS, SECTIONS)
)


class _Worksheet:
    noun = "a worksheet"

    def read(self, node: Node, reading: Reading) -> WorksheetSpec | None:
        values = WORKSHEET_KEYS.read(node, reading)
        if values is None:
            return None
        return WorksheetSpec(
            name=values[WORKSHEET_NAME],
            title=values[WORKSHEET_TITLE],
            paper=values.get(PAPER, Paper.A4),
            instructions=values.get(INSTRUCTIONS),
            sections=values[SECTIONS],
        )


DECK = Key("deck", DECK_NAME, "the deck's name in Anki, :: between levels", required=True)
SUBDECKS = Key("subdecks", OneOf("a way to split", Subdecks), "topic: a subdeck a topic; or none")
DESCRIPTION = Key("description", TEXT, "what Anki shows above the deck")
OPTIONS = Key("options", StudyOptionsShape(), "how Anki deals the cards out")
ANKI_KEYS = KeyTable("the Anki deck", (DECK, SUBDECKS, DESCRIPTION, OPTIONS, *SELECTION_KEYS))


class _Anki:
    noun = "an Anki deck"

    def read(self, node: Node, reading: Reading) -> AnkiSpec | None:
        values = ANKI_KEYS.read(node, reading)
        if values is None:
            return None
        return AnkiSpec(
            deck=values[DECK].value,
            subdecks=values.get(SUBDECKS, Subdecks.NONE),
            description=values.get(DESCRIPTION),
            selection=selection_from(values, node),
            options=values.get(OPTIONS),
        )


BANK = Key("bank", NAME, "the bank's folder in question_bank/", required=True)
ANKI = Key("anki", _Anki(), "the Anki deck; leave out to make none")
WORKSHEETS = Key(
    "worksheets", ListOf(_Worksheet(), least=0), "the worksheets; leave out to print none"
)
DECK_KEYS = KeyTable("a deck file", (BANK, ANKI, WORKSHEETS))


def selection_from(values: Values, node: Node) -> Selection:
    return Selection(
        topics=values.get(TOPICS, ()),
        types=values.get(TYPES, ()),
        difficulty=values.get(DIFFICULTY, ()),
        tags=values.get(TAGS, ()),
        ids=values.get(IDS, ()),
        count=values.get(COUNT),
        span=Span(node.source, node.start, node.start),
    )


def read_deck_file(source: Source, reading: Reading) -> DeckFile | None:
    """The deck file in `source`, or None once its faults are reported."""
    values = read_root(source, DECK_KEYS, reading)
    for picture, span in reading.pictures:
        reading.report.error(
            "misplaced-picture",
            span,
            f"a deck file cannot show the picture {picture.name[:60]!r}",
            "put pictures into questions",
        )
    if values is None:
        return None
    return DeckFile(
        name=source.path.stem,
        path=source.path,
        bank=values[BANK],
        anki=values.get(ANKI),
        worksheets=values.get(WORKSHEETS, ()),
        span=source.whole(),
    )
