"""Work that could be of two decks: nobody knows whose key is right until a person names one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.commands import run
from support.corrections import correct
from support.form_class import BUILT, hand_in, made, rows
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of

from quizgen import build

TRUTH = "They met twice., answer: false", "They met twice., answer: true"
RECORDS = {"codes.txt": "practice-sheets.json", "a.pdf": "form-sheets.json"}


def with_rival(root: Path) -> None:
    """Give `root` a deck ``other``, whose sheets look like those of ``talks``; correct its key."""
    shutil.copytree(root / "question_bank/talks", root / "question_bank/other")
    deck = (root / "decks/talks.yaml").read_text(encoding="utf-8")
    text = deck.replace("bank: talks", "bank: other")
    (root / "decks/other.yaml").write_text(text, encoding="utf-8")
    for path in (root / "question_bank/other").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("id: talks", "id: other")
        path.write_text(text, encoding="utf-8")
    correct(root, *TRUTH)
    build(root, built=BUILT)


def send_codes(root: Path) -> None:
    """Write the code of a pupil who knows all to a file."""
    code = code_of(pages_of(root)[0], "Ada")
    (root / "codes.txt").write_text(code, encoding="utf-8")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project of each kind, whose two decks make what a pupil has handed in."""
    root = tmp_path_factory.mktemp("rivals")
    pages, forms = root / "codes.txt", root / "a.pdf"
    build_page(pages, ONE_OF_EACH, "key: none\nseed: same")
    send_codes(pages)
    hand_in(made(forms, "  seed: same\n"), "a.pdf", "A", "Ada", {})
    for project in (pages, forms):
        with_rival(project)
    return root


@pytest.fixture(params=RECORDS)
def file(
    both: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> str:
    """The file that was handed in, in a project of its own, which is the current folder."""
    name = str(request.param)
    shutil.copytree(both / name, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return name


def points() -> list[str]:
    return [row["truth points"] for row in rows(Path())]


def test_it_is_told_each_time_until_a_person_names_a_deck(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ((file,), (file,), ()):
        assert run("grade", *arguments, "--out", "results") == 1
        assert "could be of the deck 'other' or 'talks'" in capsys.readouterr().err


def test_the_deck_that_a_person_names_counts_from_then_on(file: str) -> None:
    run("grade", file, "--out", "results")
    for deck, expected in (("other", "1"), ("talks", "0"), ("other", "1")):
        sheets = f"dist/{deck}/{RECORDS[file]}"
        assert run("grade", "--out", "results", "--sheets", sheets) == 0
        assert points() == [expected]
        assert run("grade", file, "--out", "results") == 0
        assert points() == [expected]


def test_a_person_who_names_both_decks_has_named_none(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [part for deck in ("talks", "other") for part in ("--sheets", f"dist/{deck}/")]
    named[1::2] = [folder + RECORDS[file] for folder in named[1::2]]
    assert run("grade", file, "--out", "results", *named) == 1
    assert "could be of the deck" in capsys.readouterr().err
    assert run("grade", "--out", "results", *named[:2]) == 0
    assert run("grade", "--out", "results", *named[2:], *named[:2]) == 0
    assert points() == ["0"]  # as named before


def test_two_named_records_of_decks_that_nobody_has_are_an_error(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [
        shutil.copy(f"dist/{deck}/{RECORDS[file]}", tmp_path / f"{deck}.json")
        for deck in ("talks", "other")
    ]
    shutil.copy(file, tmp_path / file)
    monkeypatch.chdir(tmp_path)
    for first, second in (records, records[::-1]):
        named = "--sheets", str(first), "--sheets", str(second)
        assert run("grade", file, "--out", "results", *named) == 2
        error = " ".join(capsys.readouterr().err.split())
        assert "looks like that of" in error
        assert RECORDS[file] in error
        assert "of the one that was handed out with --sheets" in error
        assert not (tmp_path / "results").exists()
    for record, expected in zip(records, ["0", "1"], strict=True):
        shutil.rmtree("results", ignore_errors=True)
        assert run("grade", file, "--out", "results", "--sheets", str(record)) == 0
        assert points() == [expected]


def test_a_named_deck_takes_no_key_from_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_page(tmp_path, ONE_OF_EACH, "key: none")
    deck = (tmp_path / "decks/talks.yaml").read_text(encoding="utf-8")
    text = deck.replace("quiz", "other") + "  seed: b\n"
    (tmp_path / "decks/b.yaml").write_text(text, encoding="utf-8")
    build(tmp_path, built=BUILT)
    monkeypatch.chdir(tmp_path)
    code = code_of(pages_of(tmp_path, "b")[0], "Ada")
    (tmp_path / "codes.txt").write_text(code, encoding="utf-8")
    correct(tmp_path, *TRUTH)
    sheets = "dist/talks/practice-sheets.json"
    for more in (("--sheets", sheets), ()):
        assert run("grade", "codes.txt", "--out", "results", *more) == 0
        assert points() == ["0"]
        assert "printed-key" not in capsys.readouterr().err


def test_of_several_decks_that_a_renamed_one_may_be_the_named_one_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_page(tmp_path, ONE_OF_EACH, "key: none")
    monkeypatch.chdir(tmp_path)
    send_codes(tmp_path)
    assert run("grade", "codes.txt", "--out", "results") == 0
    deck = tmp_path / "decks/talks.yaml"
    text = deck.read_text(encoding="utf-8")
    deck.unlink()
    correct(tmp_path, *TRUTH)
    for name in ("one", "two"):
        changed = f"{text}  seed: {name}\n"
        (tmp_path / f"decks/{name}.yaml").write_text(changed, encoding="utf-8")
    build(tmp_path, built=BUILT)
    assert run("grade", "--out", "results") == 2
    assert "several decks (one, two)" in capsys.readouterr().err
    assert run("grade", "--out", "results", "--sheets", "dist/two/practice-sheets.json") == 0
    assert points() == ["0"]
