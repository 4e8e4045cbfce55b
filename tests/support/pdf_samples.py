"""Assessments built in code, and what they come to as PDF: shared by this folder's tests."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image as PillowImage

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import (
    Assessment,
    EditionName,
    Paper,
    Printing,
    Question,
    Section,
    Worksheet,
)
from quizgen.model.bank import Bank, Media, Passage
from quizgen.model.diagnostics import Report
from quizgen.model.item import (
    Choice,
    Criterion,
    Event,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.text import Text, parse_gaps, parse_text
from quizgen.project.file_names import KEY, pdf_name
from quizgen.writers.base import Context
from quizgen.writers.pdf import write

PASSAGE = Passage(
    parse_text("Three advisers meet in Seoul"),
    (
        parse_text("On 9 December 2023 three national security advisers sat down in Seoul."),
        parse_text("They spoke about sanctions and about *missiles*."),
    ),
)


PRINTINGS = [
    Printing(paper, (edition,), columns)
    for paper in (Paper.A4, Paper.LETTER)
    for edition, columns in (
        (EditionName.STANDARD, 1),
        (EditionName.STANDARD, 2),
        (EditionName.LARGE_PRINT, 1),
        (EditionName.DYSLEXIA, 1),
    )
]
PRINTINGS.append(Printing(Paper.LEGAL, columns=2))
"""Every way of putting a worksheet on paper, and one on the longest paper."""

in_every_printing = pytest.mark.parametrize(
    "printing",
    PRINTINGS,
    ids=[f"{one.paper.value}-{one.editions[0].value}-{one.columns}" for one in PRINTINGS],
)


def text(source: str) -> Text:
    return parse_text(source)


def plain(source: str) -> Text:
    """A text whose characters are taken as they are."""
    return Text((source,))


def choice(
    key: str | Sequence[str], *distractors: str, rationale: str | None = None, fixed: bool = False
) -> Choice:
    keys = [key] if isinstance(key, str) else list(key)
    why = text(rationale) if rationale else None
    options = [Option(text(one), True) for one in keys]
    options += [Option(text(one), False, why) for one in distractors]
    return Choice(tuple(options), fixed)


def true_false(truth: bool) -> Choice:
    options = Option(text("True"), truth), Option(text("False"), not truth)
    return Choice(options, fixed=True, mark=OptionMark.BOX)


def entry(answer: str, *accepted: str) -> TextEntry:
    return TextEntry(text(answer), tuple(map(text, accepted)))


def gaps(source: str) -> GapFill:
    return GapFill(parse_gaps(source).parts)


def numeric(written: str, tolerance: str = "0", unit: str | None = None) -> Numeric:
    return Numeric(Decimal(written), written, Decimal(tolerance), text(unit) if unit else None)


def match(pairs: dict[str, str], *distractors: str) -> Match:
    responses = list(dict.fromkeys([*pairs.values(), *distractors]))
    key = tuple(responses.index(response) for response in pairs.values())
    return Match(tuple(map(text, pairs)), tuple(map(text, responses)), key)


def order(*events: str | tuple[str, str]) -> Order:
    made = [
        Event(text(one)) if isinstance(one, str) else Event(text(one[0]), one[1]) for one in events
    ]
    return Order(tuple(made))


def essay(answer: str, *rubric: tuple[str, int], lines: int = 8) -> ExtendedText:
    return ExtendedText(text(answer), tuple(Criterion(text(t), p) for t, p in rubric), lines)


def reveal(back: str) -> Reveal:
    return Reveal(text(back))


def item(
    name: str,
    stem: str | Text,
    interaction: Interaction,
    explain: str | None = None,
    evidence: Sequence[str] = (),
    references: Sequence[str] = (),
    points: int = 1,
) -> Item:
    return Item(
        Word(name),
        "any",
        "topic",
        text(stem) if isinstance(stem, str) else stem,
        interaction,
        text(explain) if explain is not None else None,
        tuple(map(text, evidence)),
        tuple(map(text, references)),
        points=points,
    )


def section(
    *items: Item, title: str = "Who took part", instructions: str | None = None, first: int = 1
) -> Section:
    questions = tuple(
        Question(number, one, display_order(one, "seed")) for number, one in enumerate(items, first)
    )
    return Section(text(title), text(instructions) if instructions else None, questions)


def with_parts(assessment: Assessment, **parts: object) -> Assessment:
    """`assessment` with `parts` in place of those of the same name."""
    return replace(assessment, parts={**assessment.parts, **parts})


def assessment(
    *sections: Section,
    title: str = "Three advisers meet in Seoul",
    instructions: str | None = None,
    printing: Printing = Printing(),  # noqa: B008  (frozen)
    media: dict[str, bytes] | None = None,
    language: str = "en",
) -> Assessment:
    kept = {name: Media(name, content) for name, content in (media or {}).items()}
    bank = Bank("bank", text("Bank"), language, (), PASSAGE, kept)
    intro = text(instructions) if instructions else None
    sheet = Worksheet("worksheet", text(title), printing, intro, sections)
    return Assessment("deck", bank, {"worksheets": (sheet,)})


def built(
    made: Assessment,
    report: Report | None = None,
    machine_fonts: Callable[[], Iterable[Path]] = tuple,
) -> tuple[bytes, bytes]:
    """The worksheet and its key, on a machine with these fonts."""
    edition = made.worksheets[0].printing.editions[0].value
    found = files(made, report, machine_fonts)
    names = [pdf_name("worksheet", "", edition), pdf_name("worksheet", "", edition, KEY)]
    assert list(found) == names
    return found[names[0]], found[names[1]]


def files(
    made: Assessment,
    report: Report | None = None,
    machine_fonts: Callable[[], Iterable[Path]] = tuple,
) -> dict[str, bytes]:
    """Every PDF file by its name."""
    kept = report if report is not None else Report()
    found = write(made, Context(0, kept, machine_fonts=machine_fonts))
    return {str(one.path): file for one in found if (file := one.content) is not None}


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    return picture(width, height, "PNG", mode)


def picture(width: int, height: int, kind: str, mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    noise = random.Random(width).randbytes(width * height)
    PillowImage.frombytes("L", (width, height), noise).convert(mode).save(file, kind)
    return file.getvalue()


EVERY_INTERACTION = section(
    item(
        "host",
        "In which city did the **three** advisers meet?",
        choice("Seoul", "Tokyo", "Washington", "Canberra", rationale="The leaders met elsewhere."),
        "South Korea hosted the talks.",
        evidence=["sat down in Seoul"],
    ),
    item(
        "topics",
        "Which of these did they talk about?",
        choice(
            ["sanctions on weapons and money", "ballistic missiles and satellites"],
            "the price of rice in three countries",
            "the next Winter Games",
        ),
        references=["S/RES/1718 (2006)"],
        points=2,
    ),
    item("true", "Japan's adviser came, too.", true_false(True), "So did two others."),
    item("chair", "Who was the host?", entry("Cho Tae-yong", "Cho", "Cho Taeyong")),
    item(
        "gaps",
        Text(()),
        gaps("The three countries announced {{c1::sanctions}} with {{c2::Australia::country}}."),
        points=2,
    ),
    item("how-many", "How many advisers met?", numeric("3", "0.5", "advisers")),
    item("year", "In which year did they meet?", numeric("2023")),
    item(
        "people",
        "Match each adviser to a country.",
        match(
            {
                "Jake Sullivan": "United States",
                "Cho Tae-yong": "South Korea",
                "Takeo Akiba": "Japan",
            },
            "Australia",
        ),
        points=3,
    ),
    item(
        "events",
        "Put the events in order.",
        order(("Camp David", "August 2023"), ("The satellite", "21 November 2023"), "The meeting"),
        points=3,
    ),
    item(
        "essay",
        "Why did they meet? Give two reasons.",
        essay("To stop the programme.", ("names a reason", 2), ("gives evidence", 1), lines=5),
        points=4,
    ),
    item("card", "denuclearization", reveal("giving up nuclear weapons")),
)


def read(content: bytes) -> list[str]:
    """The text of each page of a PDF file, lines apart."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_text() for page in document.pages]


def words_of(content: bytes) -> list[str]:
    """Every word of a PDF file in the order of its content, without those at the foot."""
    found: list[str] = []
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            body = page.crop((0, 0, page.width, page.height - 50))
            found += [word["text"] for word in body.extract_words(use_text_flow=True)]
    return found


def squeezed(source: str) -> str:
    """`source` without white space: where lines end is not what a test is about."""
    return "".join(source.split())
