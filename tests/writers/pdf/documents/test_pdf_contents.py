"""What a pupil and a teacher read: every interaction, on the sheet and in its key."""

from __future__ import annotations

import io
import re

import pdfplumber
import pikepdf
import pytest
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    built,
    choice,
    entry,
    essay,
    gaps,
    item,
    match,
    numeric,
    order,
    read,
    reveal,
    section,
    true_false,
)

from quizgen.model.assessment import Paper, Printing
from quizgen.model.item import Item
from quizgen.model.text import Text


def sheet_and_key(*items: Item, **how: str) -> tuple[str, str]:
    sheet, key = built(assessment(section(*items), **how))  # type: ignore[arg-type]
    return "\n".join(read(sheet)), "\n".join(read(key))


def options_on(sheet: str) -> dict[str, str]:
    """The text beside each letter of a sheet whose options stand in one column."""
    return dict(re.findall(r"^([A-Z]) (.+)$", sheet, re.MULTILINE))


LONG = "that is long enough to need a line which no other option can share with it"


def test_the_head_holds_title_fields_score_and_instructions() -> None:
    made = assessment(
        section(item("a", "Why?", entry("So"), points=2), item("b", "How?", entry("Thus"))),
        title="Seoul talks",
        instructions="Write clearly.",
    )
    [page] = read(built(made)[0])
    head = page[: page.index("Why?")]
    for wanted in ("Seoul talks", "/ 3 points", "Name", "Class", "Date", "Write clearly."):
        assert wanted in head


def test_sections_have_their_headings_and_instructions_before_their_items() -> None:
    made = assessment(
        section(item("a", "Who came?", entry("x")), title="People", instructions="One word."),
        section(item("b", "Which city?", entry("x")), title="Places", first=2),
    )
    [page] = read(built(made)[0])
    places = [page.index(t) for t in ("People", "One word.", "Who came?", "Places", "Which city?")]
    assert places == sorted(places)


def test_options_stand_beside_letters_and_the_key_names_the_right_one() -> None:
    distractors = [f"{name} {LONG}" for name in ("Tokyo", "Washington", "Canberra")]
    sheet, key = sheet_and_key(item("a", "Where?", choice(f"Seoul {LONG}", *distractors)))
    options = options_on(sheet)
    assert sorted(options) == ["A", "B", "C", "D"]
    [letter] = [letter for letter, option in options.items() if option.startswith("Seoul")]
    assert f"{letter} Seoul {LONG}" in key
    assert re.search(rf"^1 {letter}$", key, re.MULTILINE)


def test_several_keys_are_announced_and_all_named() -> None:
    keys = [f"one {LONG}", f"two {LONG}"]
    sheet, key = sheet_and_key(item("a", "Which?", choice(keys, f"three {LONG}", f"four {LONG}")))
    options = options_on(sheet)
    right = sorted(letter for letter, option in options.items() if option in keys)
    assert "(Choose all that apply.)" in sheet
    assert re.search(rf"^1 {right[0]}, {right[1]}$", key, re.MULTILINE)
    for letter in right:
        assert f"{letter} {options[letter]}" in key


def test_one_key_is_not_announced() -> None:
    sheet, _ = sheet_and_key(item("a", "Which?", choice("this", "that")))
    assert "Choose all" not in sheet


def test_true_and_false_stand_on_one_line_without_letters() -> None:
    sheet, key = sheet_and_key(item("a", "It rained.", true_false(False), "It was dry."))
    assert "True False" in sheet
    assert "A True" not in sheet
    assert re.search(r"^1 False$", key, re.MULTILINE)
    assert "It was dry." in key


def test_accepted_variants_are_in_the_key_alone() -> None:
    sheet, key = sheet_and_key(item("a", "Who?", entry("Cho Tae-yong", "Cho", "Mr Cho")))
    assert "Cho" not in sheet
    assert "Cho Tae-yong" in key
    assert "Also accept: Cho; Mr Cho" in key


def test_gaps_are_blanks_with_numbers_and_hints() -> None:
    source = "They announced {{c1::sanctions}} with {{c2::Australia::country}}."
    sheet, key = sheet_and_key(item("a", Text(()), gaps(source)))
    assert re.search(r"announced\s+1\s+with\s+2\s+\(country\)\s*\.", sheet)
    assert "sanctions" not in sheet
    assert "1 sanctions" in key
    assert "2 Australia" in key


def test_a_single_gap_has_no_number() -> None:
    sheet, _ = sheet_and_key(item("a", Text(()), gaps("They met in {{c1::Seoul}} today.")))
    assert re.search(r"met in\s+today", sheet)


def test_a_number_has_its_unit_on_the_sheet_and_its_tolerance_in_the_key() -> None:
    sheet, key = sheet_and_key(item("a", "How far?", numeric("1200.50", "0.5", "km")))
    assert "km" in sheet
    assert "1200" not in sheet
    assert re.search(r"1200\.50 ± 0\.5\skm", key)


def test_matching_letters_lead_to_the_right_response() -> None:
    pairs = {"Sullivan": "United States", "Cho": "South Korea", "Akiba": "Japan"}
    sheet, key = sheet_and_key(item("a", "Match.", match(pairs, "Australia")))
    responses = {
        response: letter
        for letter, response in re.findall(
            r"([A-D]) (United States|South Korea|Japan|Australia)$", sheet, re.MULTILINE
        )
    }
    assert sorted(responses.values()) == ["A", "B", "C", "D"]
    for number, (premise, response) in enumerate(pairs.items(), 1):
        assert re.search(rf"^{number} {premise}", sheet, re.MULTILINE)
        assert f"{number} {responses[response]} {premise} – {response}" in key
    grid = ", ".join(responses[response] for response in pairs.values())
    assert f"1 {grid}\n" in key


def test_ordering_shows_events_shuffled_without_dates_and_the_key_numbers_them() -> None:
    events = [("Camp David", "August"), ("The satellite", "21 November"), ("Seoul", "9 December")]
    sheet, key = sheet_and_key(item("a", "Put in order.", order(*events)))
    letters = {name: letter for letter, name in options_on(sheet).items()}
    shown = [letters[name] for name, _ in events]
    assert shown != sorted(shown)
    for date in ("August", "21 November", "9 December"):
        assert date not in sheet
    for place, (name, date) in enumerate(events, 1):
        assert re.search(rf"{letters[name]} {place} {name} \({date}\)", key)


def test_an_essay_has_lines_and_its_rubric_is_for_the_teacher() -> None:
    made = item("a", "Why?", essay("Because.", ("names a reason", 2), ("gives proof", 1), lines=7))
    sheet, key = sheet_and_key(made)
    assert "Because" not in sheet
    assert "names a reason" not in sheet
    assert "Because." in key
    assert re.search(r"2 pts names a reason\n1 pt gives proof", key)


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_an_essay_has_as_many_lines_as_asked_for(lines: int) -> None:
    sheet, _ = built(assessment(section(item("a", "Why?", essay("x", lines=lines)))))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        rules = [line for page in document.pages for line in page.lines if line["width"] > 400]
    assert len(rules) - 1 == lines  # one is the section's


def test_a_flashcard_shows_its_front_and_keeps_its_back_for_the_key() -> None:
    sheet, key = sheet_and_key(item("a", "denuclearization", reveal("giving up weapons")))
    assert "denuclearization" in sheet
    assert "giving up" not in sheet
    assert "giving up weapons" in key


def test_the_key_gives_explanation_rationales_and_sources() -> None:
    made = item(
        "a",
        "Where?",
        choice("Seoul", "Tokyo", rationale="They met *elsewhere*."),
        "South Korea hosted.",
        evidence=["sat down in Seoul", "nowhere to be found"],
        references=["S/RES/1718 (2006)"],
    )
    sheet, key = sheet_and_key(made)
    for wanted in (
        "South Korea hosted.",
        "They met elsewhere.",
        "Passage, paragraph 1: “sat down in Seoul”",
        "Passage: “nowhere to be found”",
        "Source: S/RES/1718 (2006)",
    ):
        assert wanted in key
        assert wanted not in sheet


def test_points_are_beside_each_number() -> None:
    sheet, _ = sheet_and_key(
        item("a", "Why?", entry("x"), points=1), item("b", "How?", entry("x"), points=12)
    )
    assert re.search(r"^1 Why\? 1 pt$", sheet, re.MULTILINE)
    assert re.search(r"^2 How\? 12 pts$", sheet, re.MULTILINE)


def test_links_are_printed_with_their_address() -> None:
    sheet, _ = sheet_and_key(
        item("a", "See [the *UN* page](https://un.org/x) or <https://who.int>.", entry("x"))
    )
    assert "See the UN page (https://un.org/x) or https://who.int." in sheet


def test_nothing_on_the_sheet_or_in_its_metadata_tells_the_key() -> None:
    sheet, _ = built(
        assessment(
            section(
                item("secretid", "Q?", choice("a", "b", rationale="secretwhy"), "secretexplain"),
                item("b", "Q?", entry("secretanswer", "secretvariant")),
                item("c", Text(()), gaps("x {{c1::secretgap::hint}} y")),
                item("d", "Q?", numeric("424242", "171717")),
                item("e", "Q?", order(("x", "secretdate"), ("y", "secretday"))),
                item("f", "Q?", essay("secretmodel", ("secretcriterion", 1))),
                item("g", "Q?", reveal("secretback"), evidence=["secretquote"]),
            )
        )
    )
    text_of_all = "\n".join(read(sheet))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        values = " ".join(unparsed(value) for value in pdf.objects)
    for told in (text_of_all, values):
        assert not re.search(r"secret|424242|171717", told)


def unparsed(value: pikepdf.Object) -> str:
    """Every string of an object, as text, and the content of a stream."""
    if isinstance(value, pikepdf.Stream):
        return repr(value.read_bytes()) + " ".join(map(str, value.stream_dict.values()))
    if isinstance(value, pikepdf.Dictionary):
        return " ".join(str(one) for one in value.values() if isinstance(one, pikepdf.String))
    if isinstance(value, pikepdf.Array):
        return " ".join(str(one) for one in value if isinstance(one, pikepdf.String))
    return str(value)


def test_every_page_says_which_it_is_of_how_many() -> None:
    questions = [item(f"q{n}", f"Question {n}?", entry("x")) for n in range(60)]
    for content in built(assessment(section(*questions), title="A title")):
        pages = read(content)
        assert len(pages) > 2
        for number, page in enumerate(pages, 1):
            foot = page.splitlines()[-1]
            assert foot.endswith(f"A title Page {number} of {len(pages)}")


def test_a_title_too_long_for_the_foot_is_shortened_there_and_whole_at_the_head() -> None:
    title = "A very long title " * 12
    [page] = read(built(assessment(section(item("a", "Q?", entry("x"))), title=title))[0])
    assert page.splitlines()[-1].endswith("… Page 1 of 1")
    assert page.count("A very long title") >= 12


def test_a_long_title_is_cut_alike_at_the_foot_of_every_page() -> None:
    title = " ".join(["iiii"] * 60)
    questions = [item(f"q{n}", "Why?", essay("x", lines=20)) for n in range(24)]
    pages = read(built(assessment(section(*questions), title=title))[0])
    assert len(pages) > 9
    titles = {page.splitlines()[-1].rpartition(" Page ")[0] for page in pages}
    assert len(titles) == 1
    assert titles.pop().endswith("…")


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612, 792))]
)
def test_pages_have_the_paper_s_size(paper: Paper, size: tuple[float, float]) -> None:
    for content in built(assessment(EVERY_INTERACTION, printing=Printing(paper))):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                assert [float(one) for one in page.mediabox] == pytest.approx(
                    [0, 0, *size], abs=0.01
                )


def test_title_language_and_outline_are_in_the_file() -> None:
    made = assessment(
        section(item("a", "Q?", entry("x")), title="Teil „eins“"),
        section(item("b", "Q?", entry("x")), title="Part two", first=2),
        title="Größe (1)",
        language="de",
    )
    sheet, key = built(made)
    for content, title in ((sheet, "Größe (1)"), (key, "Lösungen: Größe (1)")):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.docinfo["/Title"]) == title
            assert str(pdf.docinfo["/Creator"]) == "quizgen"
            assert "/Author" not in pdf.docinfo
            assert str(pdf.Root["/Lang"]) == "de"
            with pdf.open_outline() as outline:
                assert [entry.title for entry in outline.root] == ["Teil „eins“", "Part two"]


def test_instructions_and_explanations_may_be_missing_or_empty() -> None:
    made = item("a", "Q?", choice("x", "y"), "")
    sheet, key = built(assessment(section(made, instructions=""), instructions=""))
    assert "Q?" in read(sheet)[0]
    assert "x" in read(key)[0]


def test_a_worksheet_without_a_question_is_a_page() -> None:
    sheet, key = built(assessment())
    assert "Three advisers meet in Seoul" in read(sheet)[0]
    assert "Answer key" in read(key)[0]


def test_the_grid_does_not_say_103_for_ten_to_the_third() -> None:
    _, key = built(assessment(section(item("q", "How many?", entry("10^3^")))))
    assert "1 see below" in read(key)[0]
