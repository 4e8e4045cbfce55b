"""What a form does not say for certain is open, and a person sees what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import run
from support.filled_forms import filled, with_pikepdf, without_looks
from support.form_class import made, right_answer, rows, sheets


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made(tmp_path))
    return tmp_path


def test_buttons_that_do_not_look_chosen_are_open(project: Path) -> None:
    sheet = sheets(project)["A"]
    answers = {q.item.name: right_answer(q) for q in sheet.questions}
    content = (project / "dist/talks/test-A.pdf").read_bytes()
    values = filled(sheet, answers, name="Ada")
    (project / "a.pdf").write_bytes(without_looks(with_pikepdf(content, values)))
    assert run("grade", "a.pdf", "--out", "results") == 0
    [ada] = rows(project)
    for name in ("city", "partners", "truth"):
        assert (ada[name], ada[f"{name} points"]) == ("open", "")
    assert ada["steps points"] != "0"
