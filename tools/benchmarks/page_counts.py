"""How many pages 40 questions with four options take: A4, 11 pt, margins of 20 mm.

    python -m tools.benchmarks.page_counts

The target is what LaTeX's exam class takes (11 pt, `addpoints`, choices below
each other, two columns by multicol), as reported in issue 14 for questions like these, where
quizgen took 4/4, 6/5 and 10/10 pages in one and two columns. No question is divided. Where the
class or typst is installed, their pages for these very questions stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.model.assessment import Printing, Question, Section, Worksheet
from quizgen.model.item import Choice, Item, Option, Word
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.worksheet import worksheet_document
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.typesetter import Typesetter
from tools.benchmarks.bank import Draw
from tools.benchmarks.typesetters.page_counts_of_others import exam_class_pages, typst_pages

COUNT = 40


class LayoutCase(NamedTuple):
    """Options of `words` words, in `columns`; `exam_class` is how many pages LaTeX takes."""

    name: str
    words: tuple[int, int]
    columns: int
    exam_class: int


CASES = (
    LayoutCase("short options, one column", (1, 2), 1, 5),
    LayoutCase("short options, two columns", (1, 2), 2, 3),
    LayoutCase("middle options, one column", (4, 8), 1, 6),
    LayoutCase("middle options, two columns", (4, 8), 2, 4),
    LayoutCase("long options, one column", (17, 23), 1, 9),
    LayoutCase("long options, two columns", (17, 23), 2, 8),
)

_VOCABULARY = tuple(
    "council treaty the of a harbour signed between talks winter ports in trade three advisers "  # noqa: SIM905
    "met about sanctions vote member and state draft to by grain coal city league".split()
)


def pages(case: LayoutCase, *, compact: bool) -> int:
    """Return how many pages the questions of `case` take."""
    printing = Printing(columns=case.columns, compact=compact)
    edition = edition_of(printing.editions[0], printing)
    typesetter = Typesetter(edition, Pictures({}), FontBook("en"), Translations("en"))
    document = worksheet_document(worksheet(case, printing), "en", typesetter)
    return sum(1 for _ in document.pages)


def worksheet(case: LayoutCase, printing: Printing) -> Worksheet:
    """Return the questions of `case`, the same in every run."""
    questions = tuple(_question(number, case) for number in range(1, COUNT + 1))
    sections = (Section(Text(("Questions",)), None, questions),)
    return Worksheet("sheet", Text(("The League of Ports",)), printing, None, sections)


def _question(number: int, case: LayoutCase) -> Question:
    draw = Draw(number)
    stem = Text((_sentence(draw, 9, 15) + "?",))
    options = tuple(Option(Text((_sentence(draw, *case.words),)), n == 0) for n in range(4))
    item = Item(Word(f"q{number}"), "multiple_choice", "ports", stem, Choice(options))
    return Question(number, item, (0, 1, 2, 3))


def _sentence(draw: Draw, least: int, most: int) -> str:
    count = least + draw.below(most - least + 1)
    return " ".join(_VOCABULARY[draw.below(len(_VOCABULARY))] for _ in range(count))


def lines() -> Iterator[str]:
    """Yield a table of the pages of each case."""
    yield f"{'40 questions':30} {'usual':>6} {'compact':>8} {'exam class':>11} {'here':>5} typst"
    for case in CASES:
        usual, compact = (pages(case, compact=one) for one in (False, True))
        sheet = worksheet(case, Printing(columns=case.columns))
        latex, typst = (
            count(sheet, case.columns) or "-" for count in (exam_class_pages, typst_pages)
        )
        verdict = "OK" if compact <= case.exam_class else "OVER"
        row = f"{case.name:30} {usual:6} {compact:8} {case.exam_class:11} {latex:>5} {typst:>5}"
        yield f"{row}  {verdict}"


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
