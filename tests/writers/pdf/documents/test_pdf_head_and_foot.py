"""The head, the foot and the pages of a sheet, and what its file says of itself."""

from __future__ import annotations

import io
import re

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
)
from support.sheet_reading import sheet_and_key

from quizgen.model.assessment import Paper, Printing
from quizgen.model.text import Text


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
    ("paper", "size"),
    [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612, 792)), (Paper.LEGAL, (612, 1008))],
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


def test_single_letters_use_the_width_of_the_key_and_long_answers_fit_beside_them() -> None:
    pairs = {f"p{n}": f"r{n}" for n in range(12)}
    made = [item(f"q{n}", "Which?", choice("a", "b", "c")) for n in range(20)]
    made += [item("m", "Match.", match(pairs)), item("g", "", gaps("It {{c1::is all of this}} x."))]
    _, key = built(assessment(section(*made)))
    grid = read(key)[0].split("Who took part")[0]
    assert len(re.findall(r"^1 [A-C] .*\b(?:9|10) [A-C]$", grid, re.MULTILINE)) == 1
    assert re.search(r"21 ([A-L], ){11}[A-L]\b", grid)
    assert "22 is all of this" in grid
    assert "see below" not in grid
