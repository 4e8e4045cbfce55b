"""`quizgen list`: a table of items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.commands import run


def test_list_is_a_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["ID", "TYPE", "TOPIC", "DIFFICULTY", "POINTS", "QUESTION"]
    assert lines[1].startswith("host-city  multiple_choice  people")
    assert lines[2] == "1 item"


def test_list_filters_like_a_section(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--type", "cloze", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("list", "talks", "--type", "multiple_choice", "--id", "host-city", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["id"], row["topic"], row["points"]) == ("host-city", "people", 1)


def test_list_names_the_bank_where_there_are_several(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = project / "question_bank" / "more"
    second.mkdir()
    (second / "bank.yaml").write_text("id: more\ntitle: More\n")
    entry = "- {id: q, type: flashcard, front: a, back: b, reference: r, tags: [t]}"
    (second / "z.yaml").write_text(f"topic: zed\nquestions:\n{entry}\n")
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["BANK", "ID", "TYPE", "TOPIC", "DIFFICULTY", "POINTS", "QUESTION"]
    assert [line.split()[0] for line in lines[1:3]] == ["more", "talks"]
    assert run("list", "--topic", "zed", "--tag", "t") == 0
    assert run("list", "--topic", "zed", "--id", "host-city") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 items"
