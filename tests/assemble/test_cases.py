"""Questions that belong together stand together, whatever a sheet does with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import DECK, load_bank, mistakes, write_bank, write_project
from support.forms import choice, entry, text

from quizgen.assemble.cases import numbered, together
from quizgen.assemble.forms import in_form
from quizgen.commands.workspace import Workspace
from quizgen.model.case import Case
from quizgen.model.item import Item, Word
from quizgen.project.layout import Project

CASES = [None, Case(Word("town"), text("A town.")), Case(Word("steps"))]

CASE = "cases:\n- {id: town, stem: A town plans its budget.}\n"
QUESTIONS = """
- {id: a, type: short_answer, question: What is a budget?, answer: A plan, reference: x}
- {id: b, part_of: town, type: short_answer, question: Which town?, answer: Ours, reference: x}
- {id: c, part_of: town, type: short_answer, question: How large?, answer: Small, reference: x}
"""


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Up to ten items, each in a case, in a group or in neither."""
    drawn = draw(st.lists(st.sampled_from(CASES), min_size=1, max_size=10))
    return [replace(entry(f"q{n}"), case=case) for n, case in enumerate(drawn)]


def with_case(folder: Path, case: str = CASE) -> Path:
    path = folder / "people.yaml"
    content = path.read_text("utf-8").replace("questions:", f"{case}questions:", 1)
    path.write_text(content, encoding="utf-8")
    return folder


@given(items(), st.sampled_from("ABCDEF"))
def test_every_form_keeps_a_case_together_and_in_order(made: list[Item], form: str) -> None:
    placed = in_form(made, "seed", form)
    assert sorted(item.id.value for item in placed) == sorted(item.id.value for item in made)
    for case in CASES[1:]:
        places = [n for n, item in enumerate(placed) if item.case is case]
        assert places == list(range(places[0], places[0] + len(places))) if places else True
        assert [i for i in placed if i.case is case] == [i for i in made if i.case is case]


def test_forms_move_a_case_as_one() -> None:
    made = [choice("a"), *(replace(entry(n), case=CASES[1]) for n in "bcd"), choice("e")]
    firsts = {in_form(made, "seed", form)[0].id.value for form in "ABCDEFGHIJKL"}
    assert firsts == {"a", "b", "e"}


@given(items())
def test_numbers_go_on_without_a_gap_and_only_cases_have_letters(made: list[Item]) -> None:
    rows = list(numbered(together(made)))
    numbers = [number for number, _, _ in rows]
    assert sorted(set(numbers)) == list(range(1, numbers[-1] + 1))
    assert all(bool(letter) is (item.case is CASES[1]) for _, letter, item in rows)
    assert len({(number, letter) for number, letter, _ in rows}) == len(rows)


def test_letters_go_on_after_z() -> None:
    letters = [letter for _, letter, _ in numbered([replace(entry("q"), case=CASES[1])] * 28)]
    assert letters[:2] + letters[25:] == ["a", "b", "z", "aa", "ab"]


@pytest.mark.parametrize(
    ("case", "questions", "found"),
    [
        (CASE, QUESTIONS, []),
        (CASE, QUESTIONS.replace("part_of: town", "part_of: twon", 1), ["unknown-case"]),
        ("", QUESTIONS, ["unknown-case", "unknown-case"]),
        (CASE + CASE.partition("\n")[2], QUESTIONS, ["duplicate-case", "unused-case"]),
        (CASE, QUESTIONS.replace("part_of: town", "group: x"), ["unused-case"]),
        (CASE, QUESTIONS.replace("{id: c,", "{id: c, group: x,"), ["case-and-group"]),
        ("cases:\n- {id: town}\n", QUESTIONS, ["missing-key"]),
    ],
)
def test_slips_with_cases_are_told(
    tmp_path: Path, case: str, questions: str, found: list[str]
) -> None:
    _, diagnostics = load_bank(with_case(write_bank(tmp_path, questions), case))
    assert [diagnostic.name for diagnostic in diagnostics] == found


def test_a_section_with_a_part_of_a_case_names_it(tmp_path: Path) -> None:
    deck = DECK.replace("topics: [people]", "count: 2")
    project = write_project(tmp_path, QUESTIONS, deck=deck)
    with_case(project / "question_bank" / "talks")
    workspace = Workspace.of(Project(project))
    workspace.assessment(project / "decks" / "talks.yaml")
    [told] = mistakes(workspace.diagnostics)
    assert told.name == "broken-case"
    assert "1 of the 2 questions of the case 'town': b" in told.message
