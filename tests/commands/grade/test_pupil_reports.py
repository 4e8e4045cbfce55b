"""What a pupil gets back: the sentence with its gaps, units, rubrics, and nothing made up."""

from __future__ import annotations

import pypdfium2
import pytest
from support.scanner.prints import QUESTIONS, graded_project
from support.scanner.readings import doubtful, kept_of, page_of

from quizgen.commands.grade.kept import Prints, read_sheets
from quizgen.commands.grade.outcome import outcomes
from quizgen.commands.grade.reports import pupil_reports
from quizgen.model.answer_sheets.records import sheets_of, sheets_record

MORE = """
- id: speed
  type: numeric
  question: How fast was it?
  answer: 120
  unit: km/h
- id: gaps
  type: cloze
  text: "They announced {{c1::sanctions}} with {{c2::Australia}}."
- id: why
  type: essay
  question: Say why.
  answer: Because of it.
  rubric:
    Names a cause: 2
    Writes sentences: 1
"""


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Prints:
    root = tmp_path_factory.mktemp("reports")
    return read_sheets(graded_project(root, QUESTIONS + MORE) / "answer-sheets.json")


def report(prints: Prints, other: dict[str, tuple[str, ...]], in_doubt: str = "") -> str:
    [sheets] = prints.values()
    page = page_of(sheets, sheets.layouts[0], 1, "7", other)
    if in_doubt:
        rows = sheets.layouts[0].pages[0].fields
        page = doubtful(page, next(n for n, f in enumerate(rows) if f.question == in_doubt))
    [outcome] = outcomes(kept_of(prints, page), {}, prints, ())
    document = pypdfium2.PdfDocument(pupil_reports(outcome, {}))
    text = "\n".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    return " ".join(text.replace("\u00a0", " ").split())


def test_points_of_the_teacher_are_no_missing_answer(prints: Prints) -> None:
    text = report(prints, {"gaps": ("1",), "why": ("2",)})
    assert "They announced ____ with ____. (1 of 2 points)" in text
    assert "sanctions; Australia" in text
    assert "Names a cause (2 pts)" in text
    assert "Writes sentences (1 pt)" in text
    assert "Your answer" not in text
    assert "Not marked yet" not in text


def test_a_number_has_its_unit(prints: Prints) -> None:
    text = report(prints, {"speed": ("1",)})
    assert "Your answer: 1111111 km/h" in text
    assert "Right answer: 120 km/h" in text


def test_what_is_blank_is_none_and_what_is_open_is_not(prints: Prints) -> None:
    assert "Your answer: none" in report(prints, {"mc1": ()})
    text = report(prints, {}, in_doubt="mc1")
    assert "Your answer" not in text
    assert "Not marked yet: 1" in text


def test_places_from_ten_on_stand_behind_nine(prints: Prints) -> None:
    from dataclasses import replace

    from quizgen.commands.grade.marking import AnswerState, MarkedAnswer
    from quizgen.commands.grade.reports import given, right

    [sheets] = prints.values()
    parts = tuple("abcdefghijkl")
    question = replace(sheets.by_name["order"], parts=parts)
    values = {n: (str(12 - n),) for n in range(12)}
    text = given(question, MarkedAnswer(AnswerState.MARKED, values, None))
    assert text == "; ".join(f"{n}. {part}" for n, part in enumerate(reversed(parts), 1))
    swapped = replace(question, key=(1, 0, *range(2, 12)))
    assert right(swapped).startswith("1. b; 2. a; 3. c")


def test_unit_and_rubric_are_in_the_record(prints: Prints) -> None:
    [sheets] = prints.values()
    assert sheets_of(sheets_record(sheets)) == sheets
    assert sheets.by_name["speed"].unit == "km/h"
    assert sheets.by_name["why"].rubric == (("Names a cause", 2), ("Writes sentences", 1))
