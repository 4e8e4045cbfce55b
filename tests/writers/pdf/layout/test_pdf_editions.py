"""The rules of typography that can be measured, in each edition, on each paper."""

from __future__ import annotations

import io
import itertools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
from support.pdf_samples import (
    EVERY_INTERACTION,
    PRINTINGS,
    assessment,
    built,
    choice,
    entry,
    essay,
    files,
    gaps,
    in_every_printing,
    item,
    match,
    section,
)

from quizgen.model.assessment import EditionName, Paper, Printing, WritingLines
from quizgen.model.item import Item
from quizgen.model.text import Text
from quizgen.project.file_names import KEY, pdf_name

MM = 72 / 25.4

PROSE = (
    "Three national security advisers sat down together in Seoul in the winter of that year and "
    "spoke about the missiles and the satellite of a neighbour, about sanctions, and about what "
    "other states could do to help. "
) * 4


_MARKUP = "`x = 1` H~2~O x^2^ *`y`* **z~1~**"
MARKED_UP = section(
    item("m", _MARKUP, choice(_MARKUP, "a", rationale=_MARKUP), _MARKUP, references=[_MARKUP]),
    item("g", Text(()), gaps(f"Say {{{{c1::x^2^::{_MARKUP}}}}} and {_MARKUP}.")),
    title=_MARKUP,
    first=12,
)


def pages(content: bytes) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        yield from document.pages


def body(page: Any) -> Any:
    """What stands above the foot."""
    return page.crop((0, 0, page.width, page.height - 62))


def sheet_of(*items: Item, printing: Printing, **how: Any) -> Any:
    """The first page of a worksheet, without its foot."""
    sheet, _ = built(assessment(section(*items, **how), printing=printing))
    return body(next(pages(sheet)))


def words_of(page: Any, *beginnings: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.extract_words()
    return [word for word in found if word["text"].startswith(beginnings)]


def sizes(content: bytes) -> set[float]:
    return {
        round(char["size"], 1)
        for page in pages(content)
        for char in page.chars
        if char["text"].strip()
    }


def baselines(page: Any) -> list[float]:
    """The baselines of the running text of `page`, which is what it has most of."""
    looks = Counter((char["fontname"], char["size"]) for char in page.chars)
    [(look, _)] = looks.most_common(1)
    rows = {
        round(page.root_page.height - char["matrix"][5], 1)
        for char in page.chars
        if (char["fontname"], char["size"]) == look
    }
    return sorted(rows)


def baseline(page: Any, marker: str) -> float:
    """How far down the page `marker` stands."""
    [found] = page.search(marker)
    return float(page.root_page.height - found["chars"][0]["matrix"][5])


def leading(printing: Printing) -> float:
    """From one line of a stem to the next."""
    rows = baselines(sheet_of(item("q", PROSE[:300], entry("x")), printing=printing))
    return min(b - a for a, b in itertools.pairwise(rows))


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


def columns_of(content: bytes, columns: int) -> Iterator[Any]:
    """The columns of every page, without its foot."""
    for page in pages(content):
        width = page.width / columns
        for n in range(columns):
            yield body(page).crop((n * width, 0, (n + 1) * width, page.height - 62))


@in_every_printing
def test_white_says_what_belongs_together(printing: Printing) -> None:
    one_below_the_other = replace(printing, columns=1)
    length = 30 if printing.editions[0] is EditionName.LARGE_PRINT else 48
    options = [f"{letter}{'s' * length}" for letter in "mno"]
    made = [item(f"q{n}", f"Stem{n}", choice(*options, fixed=True)) for n in (1, 2)]
    page = sheet_of(*made, printing=one_below_the_other)
    upper = page.crop((0, 0, page.width, page.search("Stem2")[0]["top"]))
    stem, first, second, last = (baseline(upper, one) for one in ("Stem1", *options))
    item_to_item = baseline(page, "Stem2") - last
    assert item_to_item >= 2 * (second - first)
    line = leading(one_below_the_other)
    assert second - first - line > 0
    assert item_to_item - line >= 2 * (second - first - line)
    assert first - stem < item_to_item


@pytest.mark.parametrize("edition", EditionName)
@pytest.mark.parametrize("lines", WritingLines)
def test_writing_lines_are_grey_and_far_enough_apart(
    edition: EditionName, lines: WritingLines
) -> None:
    least = {"compact": 6.5, "standard": 8.0, "primary": 10.0}[lines.value]
    if edition is EditionName.LARGE_PRINT:
        least = 10.0
    printing = Printing(editions=(edition,), writing_lines=lines)
    page = sheet_of(item("q", "Why?", essay("x", lines=6)), printing=printing)
    rules = sorted((r for r in page.lines if r["width"] > 300), key=lambda rule: rule["top"])[-6:]
    steps = {round((b["top"] - a["top"]) / MM, 2) for a, b in itertools.pairwise(rules)}
    assert steps == {least}
    for rule in rules:
        assert rule["linewidth"] >= 0.4
        assert rule["stroking_color"] == pytest.approx(0.55)


@in_every_printing
def test_blanks_of_a_section_are_of_one_length_and_25_mm_at_least(printing: Printing) -> None:
    made = [
        item("a", Text(()), gaps("One {{c1::x}} here and {{c2::much longer answer}} there.")),
        item("b", Text(()), gaps("And {{c1::some}}.")),
    ]
    page = sheet_of(*made, printing=printing)
    top = words_of(page, "One")[0]["top"]
    widths = {round(rule["width"], 1) for rule in page.lines if rule["top"] > top}
    assert len(widths) == 1
    assert widths.pop() >= 25 * MM - 0.1


@in_every_printing
def test_a_matching_is_whole_on_one_page(printing: Printing) -> None:
    before = [item(f"q{n}", "Q?", entry("x")) for n in range(8)]
    table = item("m", "Pairs?", match({f"premise{n}": f"response{n}" for n in range(9)}))
    sheet, _ = built(assessment(section(*before, table), printing=printing))
    holding = [page for page in pages(sheet) if words_of(page, "premise", "response", "Pairs?")]
    assert len(holding) == 1
    assert len(words_of(holding[0], "premise")) == 9


@in_every_printing
def test_an_item_taller_than_a_page_parts_between_options(printing: Printing) -> None:
    options = [f"begin{n} {PROSE} end{n}" for n in range(8)]
    sheet, _ = built(assessment(section(item("q", "Which?", choice(*options))), printing=printing))
    columns = [half.extract_text() for half in columns_of(sheet, printing.columns)]
    texts = [half for half in columns if "begin" in half or "end" in half]
    assert len(texts) > 1
    for n in range(8):
        assert [f"begin{n}" in text for text in texts] == [f"end{n}" in text for text in texts]
    assert "continued" not in texts[0]
    for text in texts[1:]:
        assert re.search(r"1 \(continued\)\n[B-H] begin", text)


@in_every_printing
def test_an_option_taller_than_a_page_leaves_two_lines_on_each(printing: Printing) -> None:
    option = " ".join(f"word{n}" for n in range(1100))
    sheet, _ = built(
        assessment(section(item("q", "Which?", choice(option, "no"))), printing=printing)
    )
    texts = [half.extract_text() for half in columns_of(sheet, printing.columns)]
    counts = [sum("word" in line for line in text.splitlines()) for text in texts]
    assert sum(count > 0 for count in counts) > 1
    assert 1 not in counts


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
