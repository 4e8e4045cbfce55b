"""The keys of ``practice:`` in a deck file."""

from __future__ import annotations

import enum
import re

from quizgen.model.item import Word
from quizgen.project.file_names import MAX_FORMS
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME, TEXT
from quizgen.readers.keys import Key, KeyTable, TableShape, Values
from quizgen.readers.shapes import Flag, ListOf, OneOf, Reading, WholeNumber, WordShape
from quizgen.readers.yaml import MappingNode
from quizgen.writers.practice.deck_part.spec import PartSpec, QuizSpec
from quizgen.writers.practice.quiz import KeyPlace, Packaging

USUAL_NAME = "practice"
MAX_MINUTES = 600
"""Minutes of a page's clock: ten hours, longer than any day at school."""

SEED_SHAPE = WordShape(
    "a seed",
    re.compile(r"[^\s\x00-\x1f\x7f]{1,50}"),
    "write one word or number, such as autumn or 7",
)


class PointsOnPage(enum.Enum):
    """Whether points are shown beside the questions."""

    SHOWN = "shown"
    HIDDEN = "hidden"


PART_TITLE = Key("title", TEXT, "the section's heading", required=True)
PART_INSTRUCTIONS = Key("instructions", TEXT, "a sentence that tells pupils what to do")
PART_FIXED = Key("fixed", Flag(), "true: the questions keep their order on every form")
PAGE_SECTION_KEYS = KeyTable(
    "a section of a practice page", (PART_TITLE, PART_INSTRUCTIONS, PART_FIXED, *SELECTION_KEYS)
)


def _part(values: Values, node: MappingNode, reading: Reading) -> PartSpec:
    selection = selection_from(values, node)
    fixed = values.get(PART_FIXED, False)
    return PartSpec(values[PART_TITLE], values.get(PART_INSTRUCTIONS), selection, fixed)


PAGE_NAME = Key("name", NAME, "the name of the file; practice if not given")
PAGE_TITLE = Key("title", TEXT, "the title at the top; the bank's if not given")
PAGE_INSTRUCTIONS = Key("instructions", TEXT, "a sentence that tells pupils what to do")
PAGE_PASSAGE = Key("passage", Flag(), "false: without the passage; true if the bank has one")
PAGE_GLOSSARY = Key("glossary", Flag(), "true: the bank's glossary stands below the passage")
PAGE_POINTS = Key(
    "points", OneOf("a word for points", PointsOnPage), "hidden: no points beside the questions"
)
PAGE_KEY = Key(
    "key",
    OneOf("a place for the key", KeyPlace),
    "none: a page without answers, which gives a code to hand in; page if not given",
)
PAGE_TIME = Key("time", WholeNumber(1, MAX_MINUTES), "a clock counts down so many minutes")
PAGE_PACKAGES = Key(
    "packages",
    ListOf(OneOf("a package", Packaging), or_one=True),
    "scorm, common-cartridge: the page as a package for a learning platform",
)
PAGE_FORMS = Key(
    "forms", WholeNumber(1, MAX_FORMS), "how many forms, A, B, C and so on; 1 if not given"
)
PAGE_SEED = Key("seed", SEED_SHAPE, "a word that shuffles all anew; the bank's id if not given")
PAGE_SECTIONS = Key(
    "sections",
    ListOf(TableShape(PAGE_SECTION_KEYS, _part)),
    "the parts of the page, each with a selection; or a selection for the whole page",
)
PRACTICE_KEYS = KeyTable(
    "a practice page",
    (
        PAGE_NAME,
        PAGE_TITLE,
        PAGE_INSTRUCTIONS,
        PAGE_PASSAGE,
        PAGE_GLOSSARY,
        PAGE_POINTS,
        PAGE_KEY,
        PAGE_TIME,
        PAGE_PACKAGES,
        PAGE_FORMS,
        PAGE_SEED,
        PAGE_SECTIONS,
        *SELECTION_KEYS,
    ),
)


def quiz_from(values: Values, node: MappingNode, reading: Reading) -> QuizSpec:
    """Return what the `values` of the mapping `node` ask for."""
    selection = selection_from(values, node)
    parts: tuple[PartSpec, ...] = values.get(PAGE_SECTIONS, ())
    if parts:
        for key in SELECTION_KEYS:
            if key.name in node.entries:
                reading.report.error(
                    "two-selections",
                    node.key(key.name),
                    f"this page has sections, and {key.name!r} beside them",
                    "write it into each section that it is for",
                )
    has_key = values.get(PAGE_KEY) is not KeyPlace.NONE
    packages: tuple[Packaging, ...] = values.get(PAGE_PACKAGES, ())
    if not has_key and Packaging.SCORM in packages:
        reading.report.warning(
            "scorm-without-key",
            node.key(PAGE_PACKAGES.name),
            "a page without a key cannot give the platform a score",
            "remove `key: none`, or `scorm` from `packages:`",
        )
    seed = values.get(PAGE_SEED)
    return QuizSpec(
        name=values.get(PAGE_NAME, Word(USUAL_NAME, selection.span)),
        title=values.get(PAGE_TITLE),
        instructions=values.get(PAGE_INSTRUCTIONS),
        parts=parts or (PartSpec(None, None, selection),),
        forms=values.get(PAGE_FORMS, 1),
        seed=seed.value if seed else None,
        passage=values.get(PAGE_PASSAGE),
        glossary=values.get(PAGE_GLOSSARY, False),
        hides_points=values.get(PAGE_POINTS) is PointsOnPage.HIDDEN,
        has_key=has_key,
        minutes=values.get(PAGE_TIME),
        packages=tuple(dict.fromkeys(packages)),
    )
