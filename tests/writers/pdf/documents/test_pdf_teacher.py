"""The teacher's edition: the sheet, with the answers in place and their reasons below."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    choice,
    entry,
    essay,
    files,
    gaps,
    item,
    match,
    numeric,
    order,
    read,
    reveal,
    section,
    squeezed,
    true_false,
    with_parts,
    words_of,
)

from quizgen.model.assessment import Assessment, EditionName, Printing
from quizgen.model.bank import Passage
from quizgen.model.item import Interaction
from quizgen.model.text import parse_text

TEACHER = Printing(teacher=True)


def text(made: Assessment) -> str:
    """The text of the teacher's edition, its pages one after another."""
    return "\n".join(read(files(made)["worksheet-teacher.pdf"]))


def answered(interaction: Interaction, stem: str = "Well?") -> str:
    return text(assessment(section(item("one", stem, interaction)), printing=TEACHER))


def test_it_is_there_only_where_it_is_asked_for() -> None:
    made = assessment(EVERY_INTERACTION)
    assert list(files(made)) == ["worksheet.pdf", "worksheet-key.pdf"]
    made = assessment(EVERY_INTERACTION, printing=TEACHER)
    assert list(files(made)) == ["worksheet.pdf", "worksheet-key.pdf", "worksheet-teacher.pdf"]


def test_the_sheet_of_pupils_is_the_same_with_and_without_it() -> None:
    without = files(assessment(EVERY_INTERACTION))
    with_it = files(assessment(EVERY_INTERACTION, printing=TEACHER))
    assert with_it["worksheet.pdf"] == without["worksheet.pdf"]
    assert with_it["worksheet-key.pdf"] == without["worksheet-key.pdf"]


def test_every_page_says_what_it_is() -> None:
    long = [item(f"q{n}", "Why? " * 60, essay("Because.")) for n in range(12)]
    pages = read(files(assessment(section(*long), printing=TEACHER))["worksheet-teacher.pdf"])
    assert len(pages) > 2
    assert all("Teacher’s edition" in page.splitlines()[-1] for page in pages)
    assert pages[0].startswith("Teacher’s edition")


@pytest.mark.parametrize(
    ("interaction", "answer"),
    [
        (entry("Cho Tae-yong", "Cho"), "Cho Tae-yong"),
        (numeric("3", "0.5", "advisers"), "3 ± 0.5 advisers"),
        (reveal("giving up **nuclear** weapons"), "giving up nuclear weapons"),
        (essay("To stop the programme.", ("names a reason", 2)), "To stop the programme."),
        (
            gaps("They met in {{c1::Seoul}}, not in {{c2::Tokyo::a city}}."),
            "They met in 1 Seoul, not in 2 Tokyo (a city).",
        ),
    ],
)
def test_an_answer_stands_where_pupils_write_theirs(interaction: Interaction, answer: str) -> None:
    made = section(item("one", "Well?", interaction, "EXPLAINED"))
    found = text(assessment(made, printing=TEACHER))
    assert found.index("Well?") < found.index(answer) < found.index("EXPLAINED")


def test_a_gap_keeps_its_hint() -> None:
    assert "not in 2 Tokyo (a city)." in answered(
        gaps("Not {{c1::here}}, not in {{c2::Tokyo::a city}}.")
    )


def test_boxes_hold_the_letters_that_the_key_names() -> None:
    pairs = match({"Jake Sullivan": "United States", "Takeo Akiba": "Japan"}, "Australia")
    made = assessment(section(item("one", "Match.", pairs)), printing=TEACHER)
    lines = text(made).splitlines()
    letters = {}
    for line in lines:
        for letter in "ABC":
            for response in pairs.responses:
                if line.endswith(f"{letter} {response.plain}"):
                    letters[response.plain] = letter
    assert set(letters) == {"United States", "Japan", "Australia"}
    assert any(line.startswith(f"{letters['United States']} 1 Jake Sullivan") for line in lines)
    assert any(line.startswith(f"{letters['Japan']} 2 Takeo Akiba") for line in lines)


def test_boxes_of_events_hold_their_numbers_and_dates_stand_behind_them() -> None:
    events = order(
        ("Camp David", "August 2023"), ("The satellite", "21 November 2023"), "The talks"
    )
    found = answered(events, "Order these.")
    lines = found.splitlines()
    assert any(line.startswith("1 ") and "Camp David (August 2023)" in line for line in lines)
    assert any(
        line.startswith("2 ") and "The satellite (21 November 2023)" in line for line in lines
    )
    assert any(line.startswith("3 ") and line.endswith("The talks") for line in lines)


def test_a_true_statement_has_its_box_ticked() -> None:
    [line] = [line for line in answered(true_false(True)).splitlines() if "True" in line]
    assert squeezed(line) == "✓TrueFalse"
    [line] = [line for line in answered(true_false(False)).splitlines() if "True" in line]
    assert squeezed(line) == "True✓False"


def test_all_right_options_are_ticked_and_no_others() -> None:
    long = "a text that takes more than half of a line, so that each has one to itself, "
    found = answered(choice([f"{long}seven", f"{long}eight"], f"{long}nine", f"{long}ten"))
    ticked = [line for line in found.splitlines() if "✓" in line]
    assert {line.split()[-1] for line in ticked} == {"seven", "eight"}


def test_the_letter_of_the_right_option_is_white_on_a_dark_ground() -> None:
    """The one white character of the page is that letter."""
    one = item("one", "Well?", choice("right", "wrong1", "wrong2", "wrong3"))
    content = files(assessment(section(one), printing=TEACHER))["worksheet-teacher.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        [white] = [c for c in page.chars if c["non_stroking_color"] == (1.0,)]
        [ground] = [
            r for r in page.rects if r["fill"] and r["x0"] < white["x0"] and r["x1"] > white["x1"]
        ]
        words = [word["text"] for word in page.extract_words()]
    assert ground["top"] < (white["top"] + white["bottom"]) / 2 < ground["bottom"]
    assert ground["non_stroking_color"] < 0.5
    assert words[words.index("right") - 1] == white["text"]


def test_reasons_and_sources_stand_below() -> None:
    wrong = choice("Seoul", "Tokyo", rationale="The leaders met elsewhere.")
    one = item("one", "Where?", wrong, "South Korea hosted.", ["sat down in Seoul"], ["S/RES/1718"])
    found = text(assessment(section(one), printing=TEACHER))
    places = [
        found.index(said)
        for said in ("South Korea hosted.", "The leaders met", "“sat down in Seoul”", "S/RES/1718")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("edition", EditionName)
def test_its_lines_are_those_of_the_first_edition(edition: EditionName) -> None:
    """What the key cites and what the teacher's edition cites is the same."""
    paragraph = "They sat down in Seoul. " + "The talks were long. " * 30 + "They rose at noon."
    passage = Passage(parse_text("The talks"), (parse_text(paragraph),))
    one = item("one", "When?", entry("noon"), evidence=["They rose at noon."])
    made = assessment(
        section(one), printing=Printing(editions=(edition, EditionName.STANDARD), teacher=True)
    )
    made = with_parts(made, worksheets=(replace(made.worksheets[0], passage=passage),))
    made = replace(made, bank=replace(made.bank, passage=passage))
    found = files(made)
    part = "" if edition is EditionName.STANDARD else f"-{edition.value}"
    key = squeezed("".join(read(found[f"worksheet{part}-key.pdf"])))
    teacher = squeezed("".join(read(found[f"worksheet{part}-teacher.pdf"])))
    cited = key[key.index("Passage,paragraph1,line") :].split("“")[0]
    assert cited in teacher


@given(st.lists(st.integers(2, 6), min_size=1, max_size=8))
@settings(max_examples=20)
def test_nothing_of_the_sheet_is_lost(counts: list[int]) -> None:
    items = [
        item(f"q{n}", f"stem{n}", choice(*(f"q{n}option{i}" for i in range(count))))
        for n, count in enumerate(counts)
    ]
    found = files(assessment(section(*items), printing=TEACHER))
    sheet, teacher = (set(words_of(found[n])) for n in ("worksheet.pdf", "worksheet-teacher.pdf"))
    assert sheet <= teacher
