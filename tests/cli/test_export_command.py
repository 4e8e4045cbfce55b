"""`quizgen export`: files for other programs without an entry in a deck file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project
from support.commands import run

from quizgen.writers import exporting
from quizgen.writers.exporting.formats import FORMATS

NUMBER = "- {id: far, type: numeric, question: How far?, answer: 4, unit: km, reference: Atlas}\n"


def _losing(project: Path, exports: str = "") -> None:
    write_project(project, f"{CHOICE}{NUMBER}", deck=DECK + exports)


def test_without_a_format_the_formats_are_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [one.name for one in FORMATS]


def test_a_file_is_written_that_no_deck_file_asks_for(project: Path) -> None:
    assert run("export", "gift") == 0
    assert "host-city" in (project / "dist/talks/gift.gift.txt").read_text("utf-8")
    assert not (project / "dist/talks/talks.apkg").exists()


def test_it_is_the_file_that_a_build_writes(project: Path) -> None:
    _losing(project, "exports: [{format: gift, name: quiz, ids: [far]}, {format: moodle}]\n")
    assert run("build") == 0
    written = (project / "dist/talks/quiz.gift.txt").read_bytes()
    assert run("export", "gift", "--output", "out") == 0
    assert [path.name for path in (project / "out").iterdir()] == ["quiz.gift.txt"]
    assert (project / "out/quiz.gift.txt").read_bytes() == written


def test_a_loss_is_told_and_stops_the_command_under_strict(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _losing(project)
    assert run("export", "gift", "--strict") == 1
    assert "export-loss] in gift.gift.txt, the unit as such is lost" in capsys.readouterr().err
    assert not (project / "dist").exists()
    assert run("export", "gift", "--strict", "--id", "host-city") == 0
    assert run("export", "gift") == 0
    assert "far" in (project / "dist/talks/gift.gift.txt").read_text("utf-8")


def test_options_choose_as_those_of_list_do(project: Path) -> None:
    _losing(project)
    assert run("export", "gift", "--type", "numeric", "--output", "far.txt") == 0
    text = (project / "far.txt").read_text("utf-8")
    assert "far" in text
    assert "host-city" not in text


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "gift", "--check") == 1
    assert capsys.readouterr().out == "dist/talks/gift.gift.txt is missing\n"
    assert run("export", "gift") == 0
    assert run("export", "gift", "--check") == 0


def test_no_file_of_the_deck_file_gets_other_questions(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _losing(project, "exports: {format: gift}\n")
    assert run("export", "gift", "--id", "far") == 2
    assert "--output" in capsys.readouterr().err


def test_several_decks_never_become_one_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "decks/other.yaml").write_text("bank: talks\nanki: {deck: Other}\n")
    assert run("export", "gift", "--output", "one.txt") == 2
    assert "several files" in capsys.readouterr().err
    assert run("export", "gift", "--output", "out") == 0
    assert len(list((project / "out").rglob("*.gift.txt"))) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["gft"], 2, "did you mean 'gift'"),
        (["gift", "nix"], 2, "no deck file 'nix'"),
        (["gift", "--topic", "nix"], 1, "there are: people"),
        (["gift", "--ordering", "matching"], 2, "one way to ask for an order"),
    ],
)
def test_a_wrong_call_says_what_there_is(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str
) -> None:
    assert run("export", *arguments) == code
    assert told in capsys.readouterr().err


def test_a_bank_with_errors_is_not_exported(broken: Path) -> None:
    assert run("export", "gift", "--json") == 1
    assert not (broken / "dist").exists()


def test_a_missing_package_is_named_with_its_extra(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "find_spec", lambda name: None)
    for format in FORMATS:
        capsys.readouterr()
        code = run("export", format.name, "--json", "--ignore", "export-loss")
        names = [d["name"] for d in json.loads(capsys.readouterr().out)["diagnostics"]]
        assert (code, names) == ((1, ["missing-extra"]) if format.package else (0, []))


def test_losses_of_one_kind_are_one_line_for_people(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = "".join(
        f"- {{id: far-{n}, type: numeric, question: How far is {n}?, answer: {n}, unit: km,"
        " reference: Atlas}\n"
        for n in range(9)
    )
    write_project(project, numbers, deck=DECK)
    assert run("export", "gift") == 0
    first, count = capsys.readouterr().err.splitlines()[:2]
    assert "so it is with 8 more questions: " in first
    assert first.count("yaml:") == 7
    assert count == "9 warnings (9 export-loss)"
    assert run("export", "gift", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["diagnostics"]) == 9


def test_a_question_type_that_is_none_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "gift", "--type", "numerical") == 2
    err = capsys.readouterr().err
    assert "there is no question type 'numerical'" in err
    assert "numeric" in err.split("'numerical'")[1]


def test_messages_name_the_file_that_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _losing(project)
    for output, name in (("far.txt", "far.txt"), ("out", "out/gift.gift.txt")):
        assert run("export", "gift", "--type", "numeric", "--output", output) == 0
        told = capsys.readouterr().err
        assert f"in {name}, the unit as such is lost" in told
        assert "question_bank/talks/people.yaml:" in told
    assert run("export", "gift", "--type", "numeric") == 0
    assert "in gift.gift.txt, the unit" in capsys.readouterr().err
