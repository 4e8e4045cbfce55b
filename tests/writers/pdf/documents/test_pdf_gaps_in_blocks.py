"""Gaps inside lists, tables and quotations on paper."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import (
    assessment,
    built,
    files,
    gaps,
    in_every_printing,
    item,
    read,
    section,
    with_parts,
)

from quizgen.assemble.digest import digest
from quizgen.model.assessment import CardSheet, Flashcards, Printing
from quizgen.model.text import Text, parse_text

LIST = "They came from\n- {{c1::Busan}} in {{c2::Korea::a country}}\n- Tokyo\n\nand {{c3::met}}."
TABLE = "| Country | Capital |\n|---|---|\n| {{c1::Japan}} | Tokyo |\n| Korea | {{c2::Busan}} |"
WIDE = "| a | b | c | d |\n|-|-|-|-|\n| {{c1::one}} | {{c2::two}} | {{c3::six}} | {{c4::ten}} |"
QUOTE = "> Four score and {{c1::seven}} years\n>\n> - on this {{c2::continent}}"

in_blocks = pytest.mark.parametrize("source", [LIST, TABLE, WIDE, QUOTE])


@in_every_printing
@in_blocks
def test_each_gap_is_one_blank_with_its_number(printing: Printing, source: str) -> None:
    task = gaps(source)
    sheet, key = built(assessment(section(item("a", Text(()), task)), printing=printing))
    text, answers = (" ".join(read(content)[0].split()) for content in (sheet, key))
    numbers = range(1, len(task.gaps) + 1)
    assert re.search(r"\b.*\b".join(map(str, numbers)), text.partition("part")[2])
    for gap in task.gaps:
        assert gap.answer.plain not in text
        assert gap.answer.plain in answers
    with pdfplumber.open(io.BytesIO(sheet)) as pdf:
        page = pdf.pages[0]
        lines = [(line["x0"], line["x1"]) for line in page.lines]
        left = min(start for start, _ in lines)
        assert all(left <= start and end <= page.width - left + 0.1 for start, end in lines)
        heading = next(line["top"] for line in page.lines if line["stroking_color"] == 0.25)
        grey = [line for line in page.lines if line["stroking_color"] == 0.55]
        assert sum(line["top"] > heading for line in grey) >= len(numbers)


@in_blocks
def test_the_teacher_sees_the_answers_in_their_places(source: str) -> None:
    task = gaps(source)
    printing = Printing(teacher=True)
    made = assessment(section(item("a", Text(()), task)), printing=printing)
    [name] = [name for name in files(made) if "teacher" in name]
    text = " ".join(read(files(made)[name])[0].split())
    for number, gap in enumerate(task.gaps, 1):
        assert re.search(rf"\b{number}\s{re.escape(gap.answer.plain)}\b", text)


@in_blocks
def test_a_flashcard_has_the_block_with_blanks(source: str) -> None:
    task = gaps(source)
    made = assessment(section(item("a", Text(()), task)))
    [sheet] = made.worksheets
    cards = Flashcards("flashcards", parse_text("Cards"), CardSheet(rows=1), sheet.questions)
    front, back = read(files(with_parts(made, flashcards=(cards,)))["flashcards.pdf"])
    for gap in task.gaps:
        assert gap.answer.plain not in front
        assert gap.answer.plain in back


def test_the_digest_knows_the_hint_and_not_the_answer() -> None:
    def name(source: str) -> str:
        made = assessment(section(item("a", Text(()), gaps(source))))
        return digest([replace(sheet, digest="") for sheet in made.worksheets], {})

    assert name(LIST) == name(LIST.replace("Busan", "Busan"))
    assert name(LIST) != name(LIST.replace("a country", "a land"))
    assert name(LIST) != name(LIST.replace("Tokyo", "Kyoto"))
