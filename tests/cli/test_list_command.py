"""`quizgen list`: a table of items."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support.commands import run

from tools.benchmarks.bank import BANK, write_project
from tools.benchmarks.partial import correct


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


def test_a_list_is_the_same_whatever_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path, 40)
    monkeypatch.chdir(tmp_path)

    def listed() -> str:
        assert run("list", "--json") == 0
        return capsys.readouterr().out

    for number in range(3):
        correct(tmp_path / BANK / "chapter-1.yaml", number)
        kept = [listed() for _ in range(3)]
        shutil.rmtree(tmp_path / ".quizgen")
        assert {*kept} == {listed()}
        assert f"charter {number}" in kept[0]
