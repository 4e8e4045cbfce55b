"""Tables without headings, or with headings that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring
from support.commands import run

from quizgen.model.item import Choice, TextEntry


def test_headings_that_say_nothing_are_told_and_can_be_named(tmp_path: Path) -> None:
    text = "Foo,Bar\nUno?,one\n"
    (error,) = bring(tmp_path, "odd.csv", text).diagnostics
    assert error.name == "unknown-columns"
    assert "A = Foo" in error.message
    got = bring(tmp_path, "odd.csv", text, columns={"question": "A", "answer": "Bar"})
    assert [type(item.interaction) for item in got.items] == [TextEntry]
    assert "HEADINGS" not in got.losses


def test_a_first_row_that_may_be_a_question_is_not_left_out_in_silence(tmp_path: Path) -> None:
    text, columns = "Uno?,one\nDue?,two\n", {"question": "A", "answer": "B"}
    got = bring(tmp_path, "odd.csv", text, columns=columns)
    assert len(got.items) == 1
    assert got.losses["HEADINGS"] == ["row 1: Uno? | one"]
    got = bring(tmp_path, "odd.csv", text, columns={**columns, "headings": "0"})
    assert len(got.items) == 2
    assert "HEADINGS" not in got.losses


def test_the_way_out_of_a_table_without_headings_can_be_typed(tmp_path: Path) -> None:
    text = "What is 2+2?,4,3,5\nWhere is it?,Paris,Rome,\n"
    (error,) = bring(tmp_path, "odd.csv", text).diagnostics
    assert error.help is not None
    command = error.help.split("for example: ")[1].split(";")[0]
    assert command.startswith("quizgen import odd.csv --column headings=0")
    wishes = [word for word in command.split() if "=" in word]
    columns = dict(wish.split("=") for wish in wishes)
    items = bring(tmp_path, "odd.csv", text, columns=columns).items
    assert [len(i.interaction.options) for i in items if isinstance(i.interaction, Choice)] == [
        3,
        2,
    ]


def test_a_row_above_the_headings_is_told_unless_it_is_a_title(tmp_path: Path) -> None:
    text = "What is it?,dog\nQuestion,Answer\nWho?,me\n"
    assert bring(tmp_path, "odd.csv", text).losses["HEADINGS"] == ["row 1: What is it? | dog"]
    text = "Week 1,\nQuestion,Answer\nWho?,me\n"
    assert "HEADINGS" not in bring(tmp_path, "title.csv", text).losses


@pytest.mark.parametrize("row", ["x", "-1", "", "1e3", "9"])
def test_a_row_of_headings_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    table = tmp_path / "odd.csv"
    table.write_text("Question,Answer\nWho?,me\n")
    into = str(tmp_path / "p")
    assert run("import", str(table), "--into", into, "--column", f"headings={row}") == (
        1 if row == "9" else 2
    )
    error = capsys.readouterr().err
    assert "headings=0" in error
    assert ("the last one is row 2" in error) == (row == "9")
    assert not (tmp_path / "p").exists()
