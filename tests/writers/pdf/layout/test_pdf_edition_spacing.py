"""The distances that each edition promises: between items, lines to write on, and blanks."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any

import pytest
from support.edition_pages import (
    PROSE,
    columns_of,
    leading,
    pages,
    sheet_of,
    words_of,
)
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    in_every_printing,
    item,
    match,
    section,
)

from quizgen.model.assessment import EditionName, Printing, WritingLines
from quizgen.model.text import Text

MM = 72 / 25.4


def baseline(page: Any, marker: str) -> float:
    """How far down the page `marker` stands."""
    [found] = page.search(marker)
    return float(page.root_page.height - found["chars"][0]["matrix"][5])


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
    """Where the page before is not left half empty by that."""
    before = [item(f"q{n}", "Q?", entry("x")) for n in range(8)]
    table = item("m", "Pairs?", match({f"premise{n}": f"response{n}" for n in range(9)}))
    sheet, _ = built(assessment(section(*before, table), printing=printing))
    found = list(pages(sheet))
    holding = [page for page in found if words_of(page, "premise", "response", "Pairs?")]
    if len(holding) > 1:
        above = [w["top"] for w in words_of(holding[0], "Pairs?")]
        assert above[0] < 0.5 * holding[0].height
        assert min(len(words_of(page, "premise")) for page in holding) > 1
    else:
        assert len(words_of(holding[0], "premise")) == 9


@in_every_printing
def test_an_item_taller_than_a_page_parts_between_options(printing: Printing) -> None:
    options = [f"begin{n} {PROSE} end{n}" for n in range(8)]
    sheet, _ = built(assessment(section(item("q", "Which?", choice(*options))), printing=printing))
    begins = [word["x0"] for page in pages(sheet) for word in words_of(page, "begin")]
    # Where columns would take one page more, there are none.
    columns = [half.extract_text() for half in columns_of(sheet, 2 if max(begins) > 250 else 1)]
    texts = [half for half in columns if "begin" in half or "end" in half]
    assert len(texts) > 1
    for n in range(7):
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
