"""What ``worksheets:``, ``flashcards:`` and ``puzzles:`` of a deck file ask for."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.assessment import (
    BlueprintRow,
    CardSheet,
    Head,
    Overrides,
    Paper,
    Printing,
    PuzzleKind,
    Selection,
)
from quizgen.model.assessment.print_options import PLAIN_HEAD
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Word
from quizgen.model.roster import Roster
from quizgen.model.text import Text


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """With a blueprint, the items of `selection` that its rows call for; each fills one row.

    With `starts_page`, the section begins on a page of its own; with `fixed`, its questions have
    the order of the first form on every form.
    """

    title: Text
    instructions: Text | None
    selection: Selection
    blueprint: tuple[BlueprintRow, ...] = ()
    word_bank: bool = False
    starts_page: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class WorksheetSpec:
    """A worksheet as a deck file asks for it, in `forms` forms, shuffled by `seed`.

    With `hides_points`, nothing is printed of what its questions are worth; with `has_scores`,
    there is a line for the score of each section. Each pupil of `roster` gets a named sheet.
    """

    name: Word
    title: Text
    printing: Printing
    instructions: Text | None
    sections: tuple[SectionSpec, ...]
    forms: int = 1
    seed: str | None = None
    passage: bool = False
    glossary: bool = False
    head: Head = PLAIN_HEAD
    hides_points: bool = False
    has_scores: bool = False
    roster: Roster | None = None


@dataclass(frozen=True, slots=True)
class FlashcardsSpec:
    """`title` is None where the bank's is meant."""

    name: Word
    title: Text | None
    sheet: CardSheet
    selection: Selection


@dataclass(frozen=True, slots=True)
class PuzzleSpec:
    """A puzzle of the answers to the items of `selection`, and of the `glossary` if that is set.

    `title` is None where the bank's is meant, `seed` where the bank's id is.
    """

    name: Word
    title: Text | None
    kind: PuzzleKind
    instructions: Text | None
    paper: Paper
    selection: Selection
    glossary: bool = False
    seed: str | None = None


def overridden(spec: WorksheetSpec, overrides: Overrides) -> WorksheetSpec:
    """Return `spec` with what `overrides` say in its place."""
    printing = replace(
        spec.printing,
        paper=overrides.paper or spec.printing.paper,
        editions=tuple(dict.fromkeys(overrides.editions or spec.printing.editions)),
        columns=overrides.columns or spec.printing.columns,
        teacher=overrides.teacher or spec.printing.teacher,
    )
    return replace(
        spec,
        forms=overrides.forms or spec.forms,
        seed=overrides.seed or spec.seed,
        printing=printing,
    )
