"""A name that is typed is a name, though another pupil of the class list may have it as an id."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import run
from support.form_class import hand_in, made, rows

QUESTION = "- {id: truth, type: true_false, question: They met twice., answer: false, reference: r}"


def test_points_go_to_no_pupil_whose_id_another_has_as_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(made(tmp_path, questions=QUESTION))
    hand_in(tmp_path, "a.pdf", "A", "max", {})
    (tmp_path / "class.csv").write_text("id,name\nmax,Maximilian Foo\nmax2,Max\n", encoding="utf-8")
    assert run("grade", "a.pdf", "--out", "results", "--roster", "class.csv") == 0
    assert "the name in this form stands twice in the class list" in capsys.readouterr().err
    [row] = rows(tmp_path)
    assert (row["pupil"], row["name"]) == ("max", "max")
