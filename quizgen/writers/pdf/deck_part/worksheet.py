"""``worksheets:`` of a deck file."""

from __future__ import annotations

import enum

from quizgen.model.assessment import (
    EditionName,
    Head,
    Hints,
    Imposition,
    Paper,
    Printing,
    WritingLines,
)
from quizgen.model.pattern import pattern
from quizgen.project.file_names import MAX_FORMS
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, TableShape, Values
from quizgen.readers.roster import RosterPath
from quizgen.readers.shapes import Flag, InlineText, ListOf, OneOf, Reading, WholeNumber, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.section import INSTRUCTIONS, SECTION_KEYS, section_from
from quizgen.writers.pdf.deck_part.spec import WorksheetSpec
from quizgen.writers.pdf.deck_part.worksheet_head import Fields, LogoShape

SEED_WORD = WordShape(
    "a seed",
    pattern(r"[^\s\x00-\x1f\x7f]{1,50}"),
    "write one word or number, such as autumn or 7",
)


class PointsOnPaper(enum.Enum):
    """Whether points are printed beside the questions."""

    SHOWN = "shown"
    HIDDEN = "hidden"


WORKSHEET_NAME = Key("name", NAME, "the name of its PDF files", required=True)
WORKSHEET_TITLE = Key("title", TEXT, "the title printed at the top", required=True)
PAPER = Key("paper", OneOf("a paper size", Paper), "A4, Letter or Legal; A4 if not given")
EDITIONS = Key(
    "editions",
    ListOf(OneOf("an edition", EditionName), or_one=True),
    "standard, large-print, dyslexia; standard if not given",
)
COLUMNS = Key("columns", WholeNumber(1, 2), "1 or 2; 1 if not given")
WRITING_LINES = Key(
    "writing_lines", OneOf("a distance", WritingLines), "compact, standard or primary"
)
TEACHER = Key("teacher", Flag(), "true: also a teacher's edition, with the answers in place")
HINTS = Key(
    "hints",
    OneOf("a place", Hints),
    "below (each question), end (of the sheet), or upside-down (there); none without",
)
SHOW_POINTS = Key(
    "points",
    OneOf("a word for points", PointsOnPaper),
    "hidden: no points beside the questions and no place for the score; shown if not given",
)
SCORES = Key("score_by_section", Flag(), "true: the head has a line for the score of each section")
COMPACT = Key("compact", Flag(), "true: more questions on a page, in the standard edition")
SIZE = Key(
    "size", WholeNumber(9, 14), "the type of the standard edition, in points; 11 if not given"
)
MARGIN = Key(
    "margin",
    WholeNumber(12, 40),
    "the margins of the standard edition, in millimetres; 20 if not given",
)
ITEM_GAP = Key(
    "item_gap", WholeNumber(0, 100), "from question to question in the standard edition, in mm"
)
IMPOSITION = Key(
    "imposition",
    OneOf("a way to put pages on sheets", Imposition),
    "two-up or booklet: pages of half the paper's size, two side by side",
)
BINDING = Key(
    "binding", WholeNumber(5, 30), "millimetres that stay free where the sheets are bound"
)
DUPLEX = Key(
    "duplex", Flag(), "true: for printing on both sides, so each form has an even number of pages"
)
ALL_FORMS = Key("all_forms", Flag(), "true: one more PDF file with all forms, one after the other")
ANSWER_SHEET = Key(
    "answer_sheet",
    Flag(),
    "true: also a sheet of circles to fill in, which `quizgen grade` reads from scans",
)
PARTIAL_CREDIT = Key(
    "partial_credit",
    Flag(),
    "false: where answers are graded, one is right as a whole or worth no points",
)
FILLABLE = Key(
    "fillable",
    Flag(),
    "true: the sheets are PDF forms to fill in on a screen, which `quizgen grade` reads",
)
ROSTER = Key(
    "roster",
    RosterPath(),
    "a list of pupils, CSV or a workbook, by its path from here: one more PDF file has a sheet for "
    "each, with name, form and a QR code",
)
PASSAGE = Key("passage", Flag(), "true: the sheet begins with the passage, its lines numbered")
GLOSSARY = Key("glossary", Flag(), "true: the bank's glossary stands before the questions")
SECTIONS = Key(
    "sections",
    ListOf(TableShape(SECTION_KEYS, section_from)),
    "the parts of the sheet",
    required=True,
)
FORMS = Key("forms", WholeNumber(1, MAX_FORMS), "how many forms, A, B, C and so on; 1 if not given")
SEED = Key("seed", SEED_WORD, "a word that shuffles all anew; the bank's id if not given")
SCHOOL = Key("school", TEXT, "a line above the title, such as the school's name")
LOGO = Key("logo", LogoShape(), "a picture at the top: ![what it shows](file in media/)")
FIELDS = Key(
    "fields",
    Fields(InlineText(), min_count=0),
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
        COMPACT,
        SIZE,
        MARGIN,
        ITEM_GAP,
        IMPOSITION,
        BINDING,
        DUPLEX,
        WRITING_LINES,
        TEACHER,
        HINTS,
        SHOW_POINTS,
        SCORES,
        INSTRUCTIONS,
        PASSAGE,
        GLOSSARY,
        FORMS,
        ALL_FORMS,
        ANSWER_SHEET,
        FILLABLE,
        PARTIAL_CREDIT,
        ROSTER,
        SEED,
        SECTIONS,
    ),
)


def worksheet_from(values: Values, node: MappingNode, reading: Reading) -> WorksheetSpec:
    """Return what the `values` of the mapping `node` ask for."""
    printing = _printing(values)
    if EditionName.STANDARD not in printing.editions:
        for key in (COMPACT, SIZE, MARGIN, ITEM_GAP, IMPOSITION):
            if key.name in node.entries:
                reading.report.warning(
                    "other-edition",
                    node.key(key.name),
                    f"{key.name!r} is for the standard edition, and this worksheet has none",
                    "remove it, or add `standard` to `editions:`",
                )
    if values.get(ALL_FORMS) and values.get(FORMS, 1) == 1:
        reading.report.warning(
            "one-form",
            node.key(ALL_FORMS.name),
            "'all_forms' puts several forms into one file, and this worksheet has one form",
            "write how many, such as forms: 2, or remove all_forms",
        )
    _report_unfit_for_screens(values, node, reading)
    return WorksheetSpec(
        name=values[WORKSHEET_NAME],
        title=values[WORKSHEET_TITLE],
        printing=printing,
        instructions=values.get(INSTRUCTIONS),
        sections=values[SECTIONS],
        forms=values.get(FORMS, 1),
        seed=seed.value if (seed := values.get(SEED)) else None,
        passage=values.get(PASSAGE, False),
        glossary=values.get(GLOSSARY, False),
        hides_points=values.get(SHOW_POINTS) is PointsOnPaper.HIDDEN,
        has_scores=values.get(SCORES, False),
        roster=values.get(ROSTER),
        head=Head(values.get(SCHOOL), values.get(LOGO), values.get(FIELDS)),
    )


def _report_unfit_for_screens(values: Values, node: MappingNode, reading: Reading) -> None:
    """Report keys that do not go with a sheet to fill in on a screen."""
    if not values.get(FILLABLE):
        return
    if values.get(IMPOSITION) is Imposition.BOOKLET:
        reading.report.warning(
            "booklet-on-screen",
            node.key(IMPOSITION.name),
            "pages of a booklet are in the order of folded paper, and this one is fillable",
            "remove `imposition:` here, and print the booklet by another worksheet",
        )
    if values.get(FIELDS) == ():
        reading.report.warning(
            "nameless-form",
            node.key(FIELDS.name),
            "there is no field for a name on this fillable worksheet",
            "results are known by the names of the files alone: write `fields: [Name]`, or remove "
            "`fields:`",
        )


def _printing(values: Values) -> Printing:
    usual = Printing()
    editions: tuple[EditionName, ...] = values.get(EDITIONS, usual.editions)
    return Printing(
        values.get(PAPER, usual.paper),
        tuple(dict.fromkeys(editions)),
        values.get(COLUMNS, usual.columns),
        values.get(WRITING_LINES, usual.writing_lines),
        values.get(TEACHER, usual.teacher),
        values.get(HINTS),
        values.get(COMPACT, usual.compact),
        values.get(SIZE, usual.size),
        values.get(MARGIN),
        values.get(ITEM_GAP),
        values.get(IMPOSITION),
        values.get(BINDING),
        values.get(DUPLEX, usual.duplex),
        values.get(ALL_FORMS, usual.all_forms),
        values.get(ANSWER_SHEET, usual.answer_sheet),
        values.get(PARTIAL_CREDIT, usual.partial_credit),
        values.get(FILLABLE, usual.fillable),
    )
