"""All forms of a sheet have equally many pages where one more line on a page makes it so."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import replace

import pdfplumber
import pytest
from support.pdf_samples import assessment, choice, files, item, section, with_parts

from quizgen.model.assessment import EditionName, Printing, Worksheet

LARGE = Printing(editions=(EditionName.LARGE_PRINT,))


def forms(seed: int, letters: str = "ABC", printing: Printing = Printing()) -> list[Worksheet]:  # noqa: B008
    """Forms with the same questions, as high as chance makes them, in orders of chance."""
    chance = random.Random(seed)
    items = [
        item(
            f"q{n}",
            "Why? " * chance.randint(1, 40),
            choice(*("word " * chance.randint(1, 25) for _ in range(4)))
            if chance.random() < 0.7
            else choice("a", "b"),
        )
        for n in range(chance.randint(14, 26))
    ]
    [sheet] = assessment(section(*items), printing=printing).worksheets
    shuffled = []
    for letter in letters:
        questions = list(sheet.questions)
        chance.shuffle(questions)
        numbered = tuple(replace(one, number=n) for n, one in enumerate(questions, 1))
        part = replace(sheet.sections[0], questions=numbered)
        shuffled.append(replace(sheet, form=letter, digest="1f3a1014", sections=(part,)))
    return shuffled


def printed(sheets: Sequence[Worksheet]) -> dict[str, bytes]:
    return files(with_parts(assessment(), worksheets=tuple(sheets)))


def pages(content: bytes) -> int:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def sheets_of(sheets: Sequence[Worksheet]) -> list[bytes]:
    names = [name for name in printed(sheets) if name.removesuffix(".pdf")[-2:-1] == "-"]
    found = printed(sheets)
    return [found[name] for name in sorted(names)]


def each_alone(sheets: Sequence[Worksheet]) -> list[int]:
    """The pages of each form where it does not know of the others."""
    return [pages(next(iter(printed([sheet]).values()))) for sheet in sheets]


# Seeds with which a form had a page more than others: 4-3-3, 4-4-5, 3-4-4, 5-4-4.
@pytest.mark.parametrize("seed", [8, 17, 18, 30])
def test_a_line_more_makes_them_alike(seed: int) -> None:
    sheets = forms(seed)
    before = each_alone(sheets)
    assert len(set(before)) == 2
    made = sheets_of(sheets)
    assert {pages(content) for content in made} == {min(before)}
    for content in made:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                words = page.extract_words()
                foot = min(word["top"] for word in words if word["text"] == "Page")
                text = [word for word in words if word["bottom"] < foot + 1]
                assert max(word["bottom"] for word in text) < foot - 2


@pytest.mark.parametrize("seed", [3, 4])
def test_where_no_line_helps_each_stays_as_it_is(seed: int) -> None:
    sheets = forms(seed)
    before = each_alone(sheets)
    assert len(set(before)) == 2
    assert [pages(content) for content in sheets_of(sheets)] == before


def test_all_forms_in_one_file_have_the_same_pages() -> None:
    sheets = forms(8, printing=Printing(all_forms=True))
    found = printed(sheets)
    total = sum(pages(content) for content in sheets_of(sheets))
    assert pages(found["worksheet-all.pdf"]) == total
