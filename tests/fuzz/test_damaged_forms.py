"""What is kept of filled-in forms may be damaged: grading says so, and never breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.filled_forms import filled
from support.form_class import made, right_answer, sheets

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.commands.grade.filled_forms import SentForm
from quizgen.commands.grade.forms_handed_in import forms_handed_in
from quizgen.commands.grade.handed_in import screen_outcomes_of
from quizgen.commands.grade.kept import KeptFileError
from quizgen.commands.grade.kept_forms import forms_text, kept_forms
from quizgen.commands.grade.review_entries import entries
from quizgen.commands.grade.screen_kinds import FORMS
from quizgen.commands.grade.screen_prints import Decks, ScreenPrints
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import FormRoot
from quizgen.project.layout import find_project

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def known(project: Path) -> ScreenPrints:
    return Decks(find_project(project), (), Report()).forms({})


def damaged(record: Any, data: st.DataObject) -> Any:
    """`record` with one value, at any depth, in place of another."""
    if isinstance(record, dict) and record and data.draw(st.integers(0, 9)):
        key = data.draw(st.sampled_from(sorted(record)))
        return {**record, key: damaged(record[key], data)}
    if isinstance(record, list) and record and data.draw(st.integers(0, 9)):
        index = data.draw(st.integers(0, len(record) - 1))
        return [*record[:index], damaged(record[index], data), *record[index + 1 :]]
    return data.draw(VALUES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_forms_get_a_message(
    project: Path, known: ScreenPrints, tmp_path: Path, data: st.DataObject
) -> None:
    sheet = sheets(project)["A"]
    root = FormRoot(sheet.digest, "A")
    answers = {q.item.name: right_answer(q) for q in sheet.questions}
    form = SentForm("a.pdf", "0" * 64, root, filled(sheet, answers, name="Ada"))
    record = damaged(json.loads(forms_text([form], known.known)), data)
    (tmp_path / "forms.json").write_text(json.dumps(record), encoding="utf-8")
    try:
        forms = kept_forms(tmp_path).forms
    except KeptFileError:
        return
    report = Report()
    outcomes = screen_outcomes_of(FORMS, forms_handed_in(forms), known, {}, (), report)
    decided = list(entries(outcomes, {}))
    rows = sum(len(outcome.results) for outcome in outcomes)
    assert rows + sum(one.name == "unreadable-form" for one in report.diagnostics) == len(forms)
    assert rows or not decided


@given(rows=st.dictionaries(st.integers(0, 20), st.lists(st.text(max_size=3)).map(tuple)))
def test_any_decision_leaves_points_within_bounds(
    known: ScreenPrints, rows: dict[int, tuple[str, ...]]
) -> None:
    root = FormRoot(next(iter(known.known)), "A")
    form = SentForm("a.pdf", "0" * 64, root, {"name": "Ada"})
    decisions = {"a.pdf@000000000000#1": PageDecisions(rows)}
    [outcome] = screen_outcomes_of(FORMS, forms_handed_in([form]), known, decisions, (), Report())
    for name, answer in outcome.results[0].answers.items():
        assert answer.points is None or 0 <= answer.points <= outcome.questions[name].points
