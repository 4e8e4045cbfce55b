"""What cannot be graded is told in each run, until a person says that it does not count."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from support.commands import run
from support.form_class import hand_in, made, rows
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made(tmp_path))
    return tmp_path


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    build_page(tmp_path, ONE_OF_EACH, "key: none")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown_key(error: str) -> str:
    """The key in the help of the only message with one."""
    [after] = error.split('{"pages": {"')[1:]
    return after.partition('"')[0]


def decide(root: Path, **pages: object) -> None:
    text = json.dumps({"pages": pages})
    (root / "results/decisions.json").write_text(text, encoding="utf-8")


def flat(root: Path, name: str) -> None:
    with pikepdf.open(root / name, allow_overwriting_input=True) as pdf:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        pdf.save(root / name)


def test_a_form_that_was_not_read_is_told_until_it_is_dropped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    hand_in(project, "b.pdf", "A", "Emmy", {})
    flat(project, "b.pdf")
    errors = []
    for names in (("a.pdf", "b.pdf"), (), ("b.pdf",)):
        assert run("grade", *names, "--out", "results") == 1
        errors.append(capsys.readouterr().err)
        assert errors[-1].count("b.pdf:1:1: warning[unreadable-form]") == 1
        assert "flattened" in errors[-1]
    assert run("grade", "--out", "results", "--json") == 1
    [told] = json.loads(capsys.readouterr().out)["diagnostics"]
    decide(project, **{shown_key(told["help"]): {"drop": True}})
    assert run("grade", "--out", "results") == 0
    assert "unreadable-form" not in capsys.readouterr().err
    assert [row["pupil"] for row in rows(project)] == ["Ada"]


def test_a_form_that_is_read_at_last_is_told_no_more(project: Path) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    good = (project / "a.pdf").read_bytes()
    flat(project, "a.pdf")
    assert run("grade", "a.pdf", "--out", "results") == 1
    (project / "a.pdf").write_bytes(good)
    assert run("grade", "a.pdf", "--out", "results") == 0
    assert run("grade", "--out", "results") == 0
    assert [row["pupil"] for row in rows(project)] == ["Ada"]


@pytest.mark.parametrize("option", ["", "--decisions"])
def test_without_a_file_that_is_named_nothing_is_read_or_written(
    project: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    named = [option, "class-b/b.pdf"] if option else ["class-b/b.pdf"]
    assert run("grade", "a.pdf", *named, "gone.pdf", "--out", "results") == 2
    assert "there is no " in (error := capsys.readouterr().err)
    assert "class-b/b.pdf" in error
    assert "gone.pdf" in error
    assert not (project / "results").exists()
    assert run("grade", "a.pdf", "--out", "results") == 0


def test_a_dropped_form_of_another_build_is_told_no_more(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(project, "a.pdf", "A", "Ada", {})
    topic = project / "question_bank/talks/people.yaml"
    text = topic.read_text(encoding="utf-8").replace("They met twice.", "They met often.")
    topic.write_text(text, encoding="utf-8")
    (project / "dist/talks/form-sheets.json").unlink()
    assert run("grade", "a.pdf", "--out", "results", "--json") == 1
    [told] = json.loads(capsys.readouterr().out)["diagnostics"]
    decide(project, **{shown_key(told["help"]): {"drop": True}})
    assert run("grade", "--out", "results") == 0


def test_codes_obey_decisions(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [page] = pages_of(practice)
    codes = code_of(page, "Ada"), code_of(page, "ada", {"truth": (True, False)})
    (practice / "codes.txt").write_text("\n".join(codes), encoding="utf-8")
    assert run("grade", "codes.txt", "--out", "results", "--json") == 0
    [told] = json.loads(capsys.readouterr().out)["diagnostics"]
    assert told["name"] == "second-code"
    assert told["message"] == "codes.txt:1 is of the same pupil, with other answers"
    key = shown_key(told["help"])
    decide(practice, **{key: {"pupil": "Max"}})
    assert run("grade", "--out", "results") == 0
    assert [row["pupil"] for row in rows(practice)] == ["Ada", "Max"]
    decide(practice, **{key: {"drop": True}})
    assert run("grade", "--out", "results") == 0
    assert [row["pupil"] for row in rows(practice)] == ["Ada"]


def test_a_dropped_code_of_another_build_is_told_no_more(
    practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (practice / "codes.txt").write_text(code_of(pages_of(practice)[0], "Ada"), encoding="utf-8")
    topic = practice / "question_bank/talks/people.yaml"
    text = topic.read_text(encoding="utf-8").replace("They met twice.", "They met often.")
    topic.write_text(text, encoding="utf-8")
    (practice / "dist/talks/practice-sheets.json").unlink()
    assert run("grade", "codes.txt", "--out", "results", "--json") == 1
    [told] = json.loads(capsys.readouterr().out)["diagnostics"]
    decide(practice, **{shown_key(told["help"]): {"drop": True}})
    assert run("grade", "--out", "results") == 0


MISTAKES = {
    "bank": ("question_bank/talks/people.yaml", "twice., answer: false", "twice., anser: false"),
    "deck": ("decks/talks.yaml", "bank: talks", "bnk: talks"),
    "title": ("decks/talks.yaml", "  name: quiz", "  nam: quiz"),
}


@pytest.mark.parametrize("what", MISTAKES)
@pytest.mark.parametrize("kind", ["forms", "codes"])
def test_a_mistake_in_the_bank_or_the_deck_leaves_results_as_they_were(
    what: str,
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    path, before, after = MISTAKES[what]
    if kind == "forms":
        made(tmp_path)
        hand_in(tmp_path, "a.pdf", "A", "Ada", {})
        before, after = before.replace("  name: quiz", "  title: T"), after.replace("nam:", "titl:")
        file = "a.pdf"
    else:
        build_page(tmp_path, ONE_OF_EACH, "key: none")
        file = "codes.txt"
        code = code_of(pages_of(tmp_path)[0], "Ada")
        (tmp_path / file).write_text(code, encoding="utf-8")
    assert run("grade", file, "--out", "results") == 0
    results = {one: one.read_bytes() for one in (tmp_path / "results").rglob("*.csv")}
    text = (tmp_path / path).read_text(encoding="utf-8")
    assert before in text
    (tmp_path / path).write_text(text.replace(before, after), encoding="utf-8")
    capsys.readouterr()
    for names in ((), (file,)):
        assert run("grade", *names, "--out", "results") == 1
        error = capsys.readouterr().err
        assert "nothing was written" in error
        assert "another build" not in error
        assert Path(path).name in error
    assert {one: one.read_bytes() for one in (tmp_path / "results").rglob("*.csv")} == results
