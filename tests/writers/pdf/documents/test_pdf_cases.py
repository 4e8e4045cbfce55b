"""A case on paper: its text once, above its questions, and one set of labels on sheet and key."""

from __future__ import annotations

from dataclasses import replace

from support.pdf_samples import assessment, built, entry, in_every_printing, item, read

from quizgen.assemble.cases import numbered
from quizgen.model.assessment import Printing, Question, Section
from quizgen.model.case import Case
from quizgen.model.item import Item, Word
from quizgen.model.text import Text

TOWN = Case(Word("town"), Text(("A town plans its budget.",)))


def case_section(*items: Item) -> Section:
    rows = numbered(items)
    questions = tuple(Question(number, made, (), letter) for number, letter, made in rows)
    return Section(Text(("Part",)), None, questions)


def in_case(*names: str) -> list[Item]:
    return [replace(item(name, f"Why {name}?", entry("x")), case=TOWN) for name in names]


@in_every_printing
def test_sheet_and_key_have_the_same_labels_and_the_sheet_the_case_once(printing: Printing) -> None:
    made = [item("p", "Why first?", entry("x")), *in_case("q", "r"), item("s", "Last?", entry("x"))]
    sheet, key = built(assessment(case_section(*made), printing=printing))
    on_sheet, on_key = "\n".join(read(sheet)), "\n".join(read(key))
    assert on_sheet.count("A town plans its budget.") == 1
    for label in ("1", "2a", "2b", "3"):
        assert label in on_sheet.split()
        assert label in on_key.split()
    assert on_sheet.index("A town plans") < on_sheet.index("Why q?") < on_sheet.index("Why r?")


def test_no_page_ends_inside_a_short_case() -> None:
    """Wherever on the page it would begin."""
    for before in range(1, 22):
        lead = [item(f"l{n}", "A line?", entry("x")) for n in range(before)]
        sheet, _ = built(assessment(case_section(*lead, *in_case("q", "r", "t"))))
        [page] = [text for text in read(sheet) if "A town plans" in text]
        assert "Why t?" in page


def test_a_case_longer_than_a_page_begins_with_its_text() -> None:
    made = in_case(*(f"n{number}" for number in range(40)))
    pages = read(built(assessment(case_section(*made)))[0])
    [page] = [text for text in pages if "A town plans" in text]
    assert "Why n0?" in page
    assert len(pages) > 1
    assert all(sum(f"Why n{n}?" in text for text in pages) == 1 for n in range(40))
