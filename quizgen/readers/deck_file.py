"""A deck file: the bank, the Anki deck, and the worksheets made of it."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.assessment import (
    AnkiSpec,
    BlueprintRow,
    CardSheet,
    DeckFile,
    EditionName,
    FlashcardsSpec,
    Flip,
    Head,
    Paper,
    Printing,
    SectionSpec,
    Selection,
    Subdecks,
    WorksheetSpec,
    WritingLines,
)
from quizgen.item import Difficulty, Word
from quizgen.naming import MOST_FORMS
from quizgen.nearest import nearest
from quizgen.readers.fonts import FontPath
from quizgen.readers.item_keys import NAME, TAG, TEXT
from quizgen.readers.keys import Key, KeyTable, TableShape, Values, read_root
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.shapes import (
    Flag,
    InlineText,
    ListOf,
    Number,
    OneOf,
    Reading,
    Refused,
    Whole,
    WordShape,
)
from quizgen.readers.study_options import StudyOptionsShape
from quizgen.readers.worksheet_head import Fields, LogoShape
from quizgen.source import Source, Span
from quizgen.yamltree import Mapping, Node

DECK_NAME = WordShape(
    "an Anki deck's name",
    re.compile(r'(?=.{1,200}$)[^\s"\x00-\x1f][^"\x00-\x1f]*'),
    "write the levels with :: between them and no quotation mark, such as History::Korea",
    refused=(
        Refused(
            re.compile(r"^::|::\s*::|:::|:\s*$"),
            "has an empty level, which Anki would call “blank”",
            "write the levels with :: between them, such as History::Korea",
        ),
    ),
)


SEED_WORD = WordShape(
    "a seed",
    re.compile(r"[^\s\x00-\x1f\x7f]{1,50}"),
    "write one word or number, such as autumn or 7",
)


class TypeName:
    """The name of a question type."""

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
TYPES = Key("types", ListOf(TypeName(), or_one=True), "only these question types")
DIFFICULTY = Key(
    "difficulty", ListOf(OneOf("a difficulty", Difficulty), or_one=True), "only these difficulties"
)
TAGS = Key("tags", ListOf(TAG, or_one=True), "only items with one of these tags")
IDS = Key("ids", ListOf(NAME, or_one=True), "only these items, in this order")
COUNT = Key("count", Whole(1, 100_000), "how many items; all that match if not given")
SELECTION_KEYS = (TOPICS, TYPES, DIFFICULTY, TAGS, IDS, COUNT)

ROW_COUNT = Key("count", Whole(1, 100_000), "how many items of this kind", required=True)
ROW_KEYS = KeyTable("a row of a blueprint", (TOPICS, TYPES, DIFFICULTY, TAGS, ROW_COUNT))


def _row(values: Values, node: Mapping, reading: Reading) -> BlueprintRow:
    return BlueprintRow(replace(selection_from(values, node), count=None), values[ROW_COUNT])


INSTRUCTIONS = Key("instructions", TEXT, "a sentence that tells pupils what to do")
SECTION_TITLE = Key("title", TEXT, "the section's heading", required=True)
BLUEPRINT = Key(
    "blueprint",
    ListOf(TableShape(ROW_KEYS, _row)),
    "how many items of which topic, difficulty and type",
)
WORD_BANK = Key("word_bank", Flag(), "true for a box with the words that fill the gaps")
SECTION_KEYS = KeyTable(
    "a section", (SECTION_TITLE, INSTRUCTIONS, WORD_BANK, *SELECTION_KEYS, BLUEPRINT)
)


def _section(values: Values, node: Mapping, reading: Reading) -> SectionSpec | None:
    blueprint = values.get(BLUEPRINT, ())
    if blueprint and COUNT.name in node.entries:
        reading.report.error(
            "two-counts",
            node.key(COUNT.name),
            "this section has a count of its own beside its blueprint",
            "remove the section's count; the blueprint's rows say how many",
        )
        return None
    return SectionSpec(
        values[SECTION_TITLE],
        values.get(INSTRUCTIONS),
        selection_from(values, node),
        blueprint,
        values.get(WORD_BANK, False),
    )


WORKSHEET_NAME = Key("name", NAME, "the name of its PDF files", required=True)
WORKSHEET_TITLE = Key("title", TEXT, "the title printed at the top", required=True)
PAPER = Key("paper", OneOf("a paper size", Paper), "A4 or Letter; A4 if not given")
EDITIONS = Key(
    "editions",
    ListOf(OneOf("an edition", EditionName), or_one=True),
    "standard, large-print, dyslexia; standard if not given",
)
COLUMNS = Key("columns", Whole(1, 2), "1 or 2; 1 if not given")
WRITING_LINES = Key(
    "writing_lines", OneOf("a distance", WritingLines), "compact, standard or primary"
)
PASSAGE = Key("passage", Flag(), "true: the sheet begins with the passage, its lines numbered")
SECTIONS = Key(
    "sections", ListOf(TableShape(SECTION_KEYS, _section)), "the parts of the sheet", required=True
)
FORMS = Key("forms", Whole(1, MOST_FORMS), "how many forms, A, B, C and so on; 1 if not given")
SEED = Key("seed", SEED_WORD, "a word that shuffles all anew; the bank's id if not given")
SCHOOL = Key("school", TEXT, "a line above the title, such as the school's name")
LOGO = Key("logo", LogoShape(), "a picture at the top: ![what it shows](file in media/)")
FIELDS = Key(
    "fields",
    Fields(InlineText(), least=0),
    "what pupils fill in at the top; name, class and date if not given",
)
WORKSHEET_KEYS = KeyTable(
    "a worksheet",
    (
        WORKSHEET_NAME,
        WORKSHEET_TITLE,
        SCHOOL,
        LOGO,
        FIELDS,
        PAPER,
        EDITIONS,
        COLUMNS,
        WRITING_LINES,
        INSTRUCTIONS,
        PASSAGE,
        FORMS,
        SEED,
        SECTIONS,
    ),
)


def _worksheet(values: Values, node: Mapping, reading: Reading) -> WorksheetSpec:
    return WorksheetSpec(
        name=values[WORKSHEET_NAME],
        title=values[WORKSHEET_TITLE],
        printing=_printing(values),
        instructions=values.get(INSTRUCTIONS),
        sections=values[SECTIONS],
        forms=values.get(FORMS, 1),
        seed=seed.value if (seed := values.get(SEED)) else None,
        passage=values.get(PASSAGE, False),
        head=Head(values.get(SCHOOL), values.get(LOGO), values.get(FIELDS)),
    )


def _printing(values: Values) -> Printing:
    usual = Printing()
    editions: tuple[EditionName, ...] = values.get(EDITIONS, usual.editions)
    return Printing(
        values.get(PAPER, usual.paper),
        tuple(dict.fromkeys(editions)),
        values.get(COLUMNS, usual.columns),
        values.get(WRITING_LINES, usual.writing_lines),
    )


DECK = Key("deck", DECK_NAME, "the deck's name in Anki, :: between levels", required=True)
SUBDECKS = Key("subdecks", OneOf("a way to split", Subdecks), "topic: a subdeck a topic; or none")
DESCRIPTION = Key("description", TEXT, "what Anki shows above the deck")
OPTIONS = Key("options", StudyOptionsShape(), "how Anki deals the cards out")
ANKI_KEYS = KeyTable("the Anki deck", (DECK, SUBDECKS, DESCRIPTION, OPTIONS, *SELECTION_KEYS))


def _anki(values: Values, node: Mapping, reading: Reading) -> AnkiSpec:
    return AnkiSpec(
        deck=values[DECK].value,
        subdecks=values.get(SUBDECKS, Subdecks.NONE),
        description=values.get(DESCRIPTION),
        selection=selection_from(values, node),
        options=values.get(OPTIONS),
    )


GRID_SIZE = WordShape(
    "a grid of cards",
    re.compile(r"[1-4]x[1-8]"),
    "write columns x rows, from 1x1 to 4x8, such as 2x4",
)
MOST_OFFSET = 10
"""In millimetres: what is printed farther off is a sheet fed askew, not a printer's habit."""

CARDS_NAME = Key("name", NAME, "the name of its PDF file; flashcards if not given")
CARDS_TITLE = Key("title", TEXT, "the title above the cards; the bank's if not given")
GRID = Key("grid", GRID_SIZE, "columns x rows of cards on a sheet; 2x4 if not given")
FLIP = Key("flip", OneOf("an edge", Flip), "the edge that the printer turns sheets over")
OFFSET = Key(
    "offset", ListOf(Number(), least=2), "[x, y]: moves the backs right and down, in millimetres"
)
CARDS_KEYS = KeyTable(
    "a set of flashcards",
    (CARDS_NAME, CARDS_TITLE, PAPER, GRID, FLIP, OFFSET, *SELECTION_KEYS),
)


def _flashcards(values: Values, node: Mapping, reading: Reading) -> FlashcardsSpec:
    offset = [float(value) for value, _ in values.get(OFFSET, ())] or [0.0, 0.0]
    if len(offset) != 2 or max(map(abs, offset)) > MOST_OFFSET:
        reading.report.error(
            "bad-number",
            node.entries[OFFSET.name][1],
            f"an offset is two numbers from -{MOST_OFFSET} to {MOST_OFFSET}",
            "write millimetres to the right and down, such as [1.5, -1]",
        )
        offset = [0.0, 0.0]
    grid = values.get(GRID)
    columns, rows = map(int, (grid.value if grid else "2x4").split("x"))
    selection = selection_from(values, node)
    return FlashcardsSpec(
        name=values.get(CARDS_NAME, Word("flashcards", selection.span)),
        title=values.get(CARDS_TITLE),
        sheet=CardSheet(
            paper=values.get(PAPER, Paper.A4),
            columns=columns,
            rows=rows,
            flip=values.get(FLIP, Flip.LONG_EDGE),
            offset=(offset[0], offset[1]),
        ),
        selection=selection,
    )


BANK = Key("bank", NAME, "the bank's folder in question_bank/", required=True)
ANKI = Key("anki", TableShape(ANKI_KEYS, _anki), "the Anki deck; leave out to make none")
WORKSHEETS = Key(
    "worksheets",
    ListOf(TableShape(WORKSHEET_KEYS, _worksheet), least=0),
    "the worksheets; leave out to print none",
)
FLASHCARDS = Key(
    "flashcards",
    ListOf(TableShape(CARDS_KEYS, _flashcards), or_one=True),
    "cards to cut out; leave out to print none",
)
FONTS = Key(
    "fonts",
    ListOf(FontPath(), or_one=True),
    "font files for letters that quizgen's fonts lack, by their paths from here",
)
DECK_KEYS = KeyTable("a deck file", (BANK, ANKI, WORKSHEETS, FLASHCARDS, FONTS))


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
        flashcards=values.get(FLASHCARDS, ()),
        fonts=values.get(FONTS, ()),
    )
