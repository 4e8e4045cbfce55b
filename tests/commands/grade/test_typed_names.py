"""A name that is typed is a name, though another pupil of the class list may have it as an id."""

from __future__ import annotations

import json
import re
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


def test_the_review_page_asks_whose_a_name_is_that_is_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path, questions=QUESTION))
    hand_in(tmp_path, "a.pdf", "A", "Cleo W.", {})
    (tmp_path / "class.csv").write_text("id,name\n7,Cleo Winter\n", encoding="utf-8")
    grading = ("grade", "--out", "results", "--roster", "class.csv")
    assert run(*grading, "a.pdf") == 0
    page = tmp_path / "results/review.html"
    assert "Whose form is this? a.pdf" in page.read_text("utf-8")
    assert "<dt>Typed</dt><dd>Cleo W.</dd>" in page.read_text("utf-8")
    [key] = re.findall('data-page="([^"]+)"', page.read_text("utf-8"))
    decisions = {"pages": {key: {"pupil": "7"}}}
    (tmp_path / "results/decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
    assert run(*grading) == 0
    assert rows(tmp_path)[0]["name"] == "Cleo Winter"
    assert "Whose form is this?" not in page.read_text("utf-8")
