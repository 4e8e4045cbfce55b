"""A section of a worksheet, and the blueprint that it may have."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.assessment import BlueprintRow
from quizgen.readers.deck_file.selection import (
    BANKS,
    COUNT,
    DIFFICULTY,
    SELECTION_KEYS,
    TAGS,
    TOPICS,
    TYPES,
    selection_from,
)
from quizgen.readers.item_keys import TEXT
from quizgen.readers.keys import Key, KeyTable, TableShape, Values
from quizgen.readers.shapes import Flag, ListOf, Reading, WholeNumber
from quizgen.readers.yaml import MappingNode
from quizgen.writers.pdf.deck_part.spec import SectionSpec

ROW_COUNT = Key("count", WholeNumber(1, 100_000), "how many items of this kind", required=True)
ROW_KEYS = KeyTable("a row of a blueprint", (BANKS, TOPICS, TYPES, DIFFICULTY, TAGS, ROW_COUNT))


def _row(values: Values, node: MappingNode, reading: Reading) -> BlueprintRow:
    return BlueprintRow(replace(selection_from(values, node), count=None), values[ROW_COUNT])


INSTRUCTIONS = Key("instructions", TEXT, "a sentence that tells pupils what to do")
SECTION_TITLE = Key("title", TEXT, "the section's heading", required=True)
BLUEPRINT = Key(
    "blueprint",
    ListOf(TableShape(ROW_KEYS, _row)),
    "how many items of which topic, difficulty and type",
)
WORD_BANK = Key("word_bank", Flag(), "true for a box with the words that fill the gaps")
FIXED = Key("fixed", Flag(), "true: the questions keep their order on every form")
NEW_PAGE = Key("new_page", Flag(), "true: the section begins on a page of its own")
SECTION_KEYS = KeyTable(
    "a section",
    (
        *(SECTION_TITLE, INSTRUCTIONS, WORD_BANK, FIXED, NEW_PAGE),
        *SELECTION_KEYS,
        BLUEPRINT,
    ),
)


def section_from(values: Values, node: MappingNode, reading: Reading) -> SectionSpec | None:
    """Return what the `values` of the mapping `node` ask for."""
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
        values.get(NEW_PAGE, False),
        values.get(FIXED, False),
    )
