"""The rules of typography that can be measured, in each edition, on each paper."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

import pytest
from support.edition_pages import (
    PROSE,
    body,
    columns_of,
    leading,
    pages,
    sheet_of,
    words_of,
)
from support.pdf_samples import (
    EVERY_INTERACTION,
    PRINTINGS,
    assessment,
    built,
    choice,
    entry,
    files,
    gaps,
    in_every_printing,
    item,
    section,
)

from quizgen.model.assessment import EditionName, Paper, Printing
from quizgen.model.text import Text
from quizgen.project.file_names import KEY, pdf_name

_MARKUP = "`x = 1` H~2~O x^2^ *`y`* **z~1~**"


MARKED_UP = section(
    item("m", _MARKUP, choice(_MARKUP, "a", rationale=_MARKUP), _MARKUP, references=[_MARKUP]),
    item("g", Text(()), gaps(f"Say {{{{c1::x^2^::{_MARKUP}}}}} and {_MARKUP}.")),
    title=_MARKUP,
    first=12,
)


def sizes(content: bytes) -> set[float]:
    return {
        round(char["size"], 1)
        for page in pages(content)
        for char in page.chars
        if char["text"].strip()
    }


@in_every_printing
def test_type_is_as_large_and_as_far_apart_as_the_edition_says(printing: Printing) -> None:
    sheet, key = built(assessment(EVERY_INTERACTION, MARKED_UP, printing=printing))
    match printing.editions[0]:
        case EditionName.STANDARD:
            smallest, ratio = 9, 1.25
        case EditionName.LARGE_PRINT:
            smallest, ratio = 18, 1.25
        case EditionName.DYSLEXIA:
            smallest, ratio = 12, 1.5
    assert min(sizes(sheet)) >= smallest
    assert min(sizes(key)) >= smallest
    size = max(
        Counter(char["size"] for page in pages(sheet) for char in page.chars).items(),
        key=lambda pair: pair[1],
    )[0]
    assert leading(printing) / size >= ratio - 0.01


@pytest.mark.parametrize("edition", [EditionName.LARGE_PRINT, EditionName.DYSLEXIA])
def test_editions_for_hard_readers_are_sans_upright_and_ragged_right(edition: EditionName) -> None:
    printing = Printing(editions=(edition,))
    made = section(item("q", f"*Slanted* **strong** ***both*** {PROSE}", choice("*a*", "b")))
    for content in built(assessment(EVERY_INTERACTION, made, printing=printing)):
        fonts = {char["fontname"].split("+")[-1] for page in pages(content) for char in page.chars}
        assert fonts == {"SourceSansPro-Regular", "SourceSansPro-Semibold"}
    page = sheet_of(made.questions[0].item, printing=printing)
    for word in ("Slanted", "strong", "both"):
        [found] = page.crop(bbox(words_of(page, word)[0])).extract_words(extra_attrs=["fontname"])
        assert found["fontname"].endswith("Semibold")
    lines = [line["chars"] for line in page.search(".*winter.*|.*neighbour.*")]
    starts = {round(chars[0]["x0"]) for chars in lines}
    ends = {round(chars[-1]["x1"]) for chars in lines}
    assert len(ends) > len(starts)


def bbox(word: dict[str, Any]) -> tuple[float, float, float, float]:
    return word["x0"], word["top"], word["x1"], word["bottom"]


@pytest.mark.parametrize("paper", Paper)
def test_a_line_of_the_dyslexia_edition_has_60_to_70_characters(paper: Paper) -> None:
    printing = Printing(paper, (EditionName.DYSLEXIA,))
    made = section(item("q", PROSE, entry("x"), PROSE), instructions=PROSE)
    sheet, key = built(assessment(made, instructions=PROSE, printing=printing))
    for content in (sheet, key):
        lines = [
            line["text"].removesuffix("1 pt").removeprefix("1 ").strip()
            for page in pages(content)
            for line in body(page).extract_text_lines()
        ]
        full = [len(line) for line in lines if len(line) > 50]
        assert len(full) >= 6
        assert 60 <= statistics.mean(full) <= 70
        assert max(full) <= 75


@in_every_printing
def test_numbers_stems_and_points_keep_to_their_columns(printing: Printing) -> None:
    made = [item(f"q{n}", f"Stem{n}", entry("x"), points=n) for n in range(1, 13)]
    sheet, _ = built(assessment(section(*made), printing=printing))
    columns: defaultdict[str, set[float]] = defaultdict(set)
    for page in pages(sheet):
        words = body(page).extract_words()
        tops = {round(word["top"]) for word in words if word["text"].startswith("Stem")}
        for word in words:
            if word["text"].isdigit() and any(abs(word["top"] - top) < 6 for top in tops):
                follows = min(w["x0"] for w in words if w["x0"] > word["x1"])
                if follows - word["x1"] > 5:  # a question's number, not its points
                    columns["numbers"].add(round(word["x1"]))
            if word["text"].startswith("Stem"):
                columns["stems"].add(round(word["x0"]))
            if word["text"] in ("pt", "pts"):
                columns["points"].add(round(word["x1"]))
    assert len(columns["stems"]) == len(columns["points"]) == printing.columns


@in_every_printing
def test_options_stand_in_equal_columns_as_many_as_the_widest_allows(printing: Printing) -> None:
    lengths = range(1, 66)
    made = [item(f"q{n}", "Q?", choice("r" * n, "r", "r", "r", fixed=True)) for n in lengths]
    sheet, _ = built(assessment(section(*made), printing=printing))
    starts: list[list[float]] = []
    widest: list[tuple[float, float]] = []
    for column in columns_of(sheet, printing.columns):
        for letter in words_of(column, "A", "B", "C", "D"):
            if letter["text"] == "A":
                starts.append([])
                beside = [w for w in words_of(column, "r") if w["x0"] > letter["x1"]]
                option = min(beside, key=lambda w: (abs(w["bottom"] - letter["bottom"]), w["x0"]))
                widest.append((option["x1"], option["x0"] - letter["x1"]))
            if len(letter["text"]) == 1:
                starts[-1].append(round(letter["x0"], 1))
    assert len(starts) == len(lengths)
    line = 4 * (starts[0][1] - starts[0][0])
    counts = []
    for begins, (end, own) in zip(starts, widest, strict=True):
        count = len(set(begins))
        counts.append(count)
        wanted = [begins[0] + n % count * line / count for n in range(4)]
        assert begins == pytest.approx(wanted, abs=0.3)
        share = (end - begins[0]) / line
        assert share <= {4: 0.22, 2: 0.46, 1: 1.01}[count]
        assert share > {4: 0.0, 2: 0.19, 1: 0.43}[count]
        assert count == 1 or begins[1] - end > own
    assert counts == sorted(counts, reverse=True)
    assert set(counts) == {4, 2, 1}


def test_files_are_named_by_edition_and_the_key_is_made_once() -> None:
    names = [pdf_name("test", "", edition.value) for edition in EditionName]
    assert names == ["test.pdf", "test-large-print.pdf", "test-dyslexia.pdf"]
    assert pdf_name("test", "B", "dyslexia", KEY) == "test-B-dyslexia-key.pdf"
    everything = Printing(editions=(EditionName.LARGE_PRINT, EditionName.STANDARD))
    made = assessment(EVERY_INTERACTION, printing=everything)
    assert sorted(files(made)) == [
        "worksheet-large-print-key.pdf",
        "worksheet-large-print.pdf",
        "worksheet.pdf",
    ]


def test_only_the_standard_edition_has_two_columns() -> None:
    for one in PRINTINGS:
        wide, narrow = (
            built(assessment(EVERY_INTERACTION, printing=replace(one, columns=columns)))[0]
            for columns in (1, 2)
        )
        assert (wide == narrow) is (one.editions[0] is not EditionName.STANDARD)
