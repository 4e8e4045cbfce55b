"""Blueprints: so many of each kind, met whenever they can be, and what is said if not."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from support import told, write_project

from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment
from quizgen.model.diagnostics import Diagnostic

QUESTIONS = "\n".join(
    f"- {{id: {name}, type: flashcard, front: {name}, back: b, reference: r, "
    f"difficulty: {difficulty}, tags: [{tag}]}}"
    for name, difficulty, tag in (
        ("easy-war", "easy", "war"),
        ("easy-both", "easy", "both"),
        ("hard-war", "hard", "war"),
        ("hard-peace", "hard", "peace"),
        ("medium-peace", "medium", "peace"),
    )
)


def assembled(tmp_path: Path, sections: str) -> tuple[Assessment | None, list[Diagnostic]]:
    deck = "bank: talks\nworksheets:\n- name: s\n  title: T\n  forms: 2\n  sections:\n"
    deck += textwrap.indent(textwrap.dedent(sections).strip("\n"), "  ") + "\n"
    root = write_project(tmp_path, QUESTIONS, deck=deck)
    workspace = Workspace()
    return workspace.assessment(root / "decks" / "talks.yaml"), workspace.diagnostics


def ids(assessment: Assessment | None) -> list[list[str]]:
    assert assessment is not None
    sections = assessment.worksheets[0].sections
    return [[question.item.id.value for question in section.questions] for section in sections]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("[{count: 2}]", ["easy-war", "easy-both"]),
        ("[{difficulty: hard, count: 1}, {tags: both, count: 1}]", ["easy-both", "hard-war"]),
        # The first row could use the only item that the second can.
        ("[{difficulty: easy, count: 1}, {tags: war, count: 2}]", "easy-war easy-both hard-war"),
        (
            "[{count: 2}, {difficulty: easy, count: 2}, {tags: peace, count: 1}]",
            "easy-war easy-both hard-war hard-peace medium-peace",
        ),
        ("[{topics: [people], types: [flashcard], difficulty: medium, count: 1}]", "medium-peace"),
    ],
)
def test_rows_are_met_whenever_they_can_be(
    tmp_path: Path, rows: str, expected: list[str] | str
) -> None:
    assessment, found = assembled(tmp_path, f"- {{title: S, blueprint: {rows}}}")
    assert found == []
    wanted = expected.split() if isinstance(expected, str) else expected
    assert ids(assessment) == [wanted]


def test_every_form_has_the_same_items(tmp_path: Path) -> None:
    assessment, _ = assembled(
        tmp_path, "- {title: S, blueprint: [{difficulty: hard, count: 1}, {count: 2}]}"
    )
    assert assessment is not None
    a, b = ({q.item.id.value for q in sheet.questions} for sheet in assessment.worksheets)
    assert a == b == {"easy-war", "easy-both", "hard-war"}


def test_a_section_s_own_criteria_hold_for_every_row(tmp_path: Path) -> None:
    assessment, found = assembled(
        tmp_path, "- {title: S, tags: peace, blueprint: [{count: 1}, {difficulty: hard, count: 1}]}"
    )
    assert (ids(assessment), found) == ([["hard-peace", "medium-peace"]], [])


def test_a_row_that_cannot_be_met_says_how_many_are_missing_and_who_has_them(
    tmp_path: Path,
) -> None:
    _, found = assembled(
        tmp_path,
        """
        - {title: First, ids: [easy-both]}
        - title: Second
          blueprint:
          - {tags: war, count: 2}
          - {difficulty: [easy, hard], count: 3}
        """,
    )
    assert told(found) == ["blueprint-not-met@11:7"]
    [diagnostic] = found
    assert diagnostic.message == (
        "the section 'Second' is 2 items short: this row of its blueprint wants 3 items, and "
        "4 match, 1 of them in earlier sections, 2 of them in other rows of the blueprint"
    )
    assert diagnostic.help == (
        "write count: 1 here, or add 2 items to the bank: difficulty easy or hard"
    )
    [related] = diagnostic.related
    assert related.message == "this row has 2 items that would do"
    assert related.span.line == 10


def test_a_row_that_nothing_matches(tmp_path: Path) -> None:
    _, found = assembled(
        tmp_path, "- {title: S, blueprint: [{count: 1}, {tags: war, difficulty: medium, count: 1}]}"
    )
    [diagnostic] = found
    assert diagnostic.message.endswith("wants 1 item, and 0 match")
    assert diagnostic.help == (
        "remove this row, or add 1 item to the bank: difficulty medium, tag war"
    )


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("{title: S, blueprint: [{topics: war, count: 1}]}", "unknown-topic@7:37"),
        ("{title: S, blueprint: [{types: essays, count: 1}]}", "unknown-type@7:36"),
        ("{title: S, blueprint: [{tags: war}]}", "missing-key@7:28"),
        ("{title: S, blueprint: [{tags: war, count: 0}]}", "bad-number@7:47"),
        ("{title: S, blueprint: [{ids: easy-war, count: 1}]}", "unknown-key@7:29"),
        ("{title: S, blueprint: []}", "too-few@7:27"),
        ("{title: S, count: 3, blueprint: [{count: 1}]}", "two-counts@7:16"),
    ],
)
def test_blueprints_with_mistakes(tmp_path: Path, section: str, expected: str) -> None:
    _, found = assembled(tmp_path, f"- {section}")
    assert expected in told(found)
