"""Codes of a practice page are graded after its bank was corrected, with the keys of today."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support.commands import run
from support.corrections import CORRECTIONS, MISFITS, correct
from support.form_class import BUILT, rows
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of

from quizgen import build

RECORD = "dist/talks/practice-sheets.json"
EARLIER = "dist/talks/practice-sheets-earlier.jsonl"


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose pages pupils have: each has sent the code of a form."""
    root = tmp_path_factory.mktemp("pages")
    build_page(root, ONE_OF_EACH, "key: none\nforms: 2")
    a, b = pages_of(root)
    codes = code_of(a, "Ada"), code_of(b, "Emmy")
    (root / "codes.txt").write_text("\n".join(codes), encoding="utf-8")
    return root


@pytest.fixture
def root(handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(handed_out, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def graded(root: Path) -> list[dict[str, str]]:
    assert run("grade", "codes.txt", "--out", "results") == 0
    return rows(root)


@pytest.mark.parametrize("what", CORRECTIONS)
def test_a_corrected_key_counts_for_codes_of_the_page_before(root: Path, what: str) -> None:
    name, before, after, points = CORRECTIONS[what]
    first = graded(root)
    others = [one for one in first[0] if one.endswith(" points") and one != f"{name} points"]
    correct(root, before, after)
    build(root, built=BUILT)
    for rest in (("codes.txt",), ()):
        assert run("grade", *rest, "--out", "results") == 0
        assert [row[f"{name} points"] for row in rows(root)] == [points, points]
        for was, now in zip(first, rows(root), strict=True):
            assert [now[one] for one in others] == [was[one] for one in others]


def test_a_corrected_page_is_built_and_the_one_before_is_kept(root: Path) -> None:
    page = (root / "dist/talks/quiz-A.html").read_bytes()
    chosen = "key", "second", "several", "truth", "order", "timeline", "pairs", "number", "gaps"
    for what in chosen[:1] + chosen[2:]:
        correct(root, *CORRECTIONS[what][1:3])
    correct(root, "question: In which city did they meet?", "question: Where did they meet?")
    for _ in range(2):
        build(root, built=BUILT)
    assert (root / "dist/talks/quiz-A.html").read_bytes() != page
    assert (root / EARLIER).read_text(encoding="utf-8").count("\n") == 1
    for row in graded(root):
        for what in chosen[:1] + chosen[2:]:
            name, *_, points = CORRECTIONS[what]
            assert row[f"{name} points"] == points, what
    new = code_of(pages_of(root)[0], "Max")
    (root / "new.txt").write_text(new, encoding="utf-8")
    assert run("grade", "new.txt", "--out", "later") == 0


@pytest.mark.parametrize("what", MISFITS)
def test_what_was_handed_out_otherwise_keeps_its_key_and_is_told(
    root: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graded(root)
    name, *change = MISFITS[what]
    correct(root, *change)
    build(root, built=BUILT)
    capsys.readouterr()
    assert graded(root) == before
    error = capsys.readouterr().err
    assert "[changed-question]" in error
    assert f"the question {name!r} has other options" in error


@pytest.mark.parametrize("how", ["gone", "renamed"])
def test_a_question_that_is_gone_or_renamed_keeps_its_key_and_is_told(
    root: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graded(root)
    if how == "renamed":
        correct(root, "id: truth", "id: twice")
    else:
        line = "- {id: truth, type: true_false, question: They met twice., "
        correct(root, line + "answer: false, reference: r}\n", "")
    build(root, built=BUILT)
    capsys.readouterr()
    assert graded(root) == before
    error = capsys.readouterr().err
    assert "[printed-key]" in error
    assert "'truth'" in error


def test_an_order_or_a_name_that_is_changed_in_the_deck_file_changes_no_result(root: Path) -> None:
    before = graded(root)
    deck = root / "decks/talks.yaml"
    text = deck.read_text(encoding="utf-8")
    changed = text.replace("name: quiz", "name: other\n  seed: 7\n  title: Other")
    deck.write_text(changed, encoding="utf-8")
    build(root, built=BUILT)
    assert graded(root) == before


def test_a_code_of_a_page_without_a_record_is_told_with_a_way_out(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(root / RECORD, root / "handed-out.json")
    correct(root, "They met twice., answer: false", "They met thrice., answer: false")
    (root / RECORD).unlink()
    build(root, built=BUILT)
    assert run("grade", "codes.txt", "--out", "results", "--json") == 1
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [one["name"] for one in told] == ["unreadable-code"] * 2
    assert "no record says what stands on it: it is of another build" in told[0]["message"]
    assert "practice-sheets.json with --sheets" in told[0]["help"]
    assert run("grade", "--out", "results", "--sheets", "handed-out.json") == 0
    assert len(rows(root)) == 2
    assert run("grade", "--out", "results") == 0  # the folder of results keeps it
    assert len(rows(root)) == 2


def test_results_stay_where_the_project_is_gone(
    root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = graded(root)
    (root / "results").rename(tmp_path / "results")
    monkeypatch.chdir(tmp_path)
    assert run("grade", "--out", "results") == 0
    assert rows(tmp_path) == before
    assert "[printed-key]" in capsys.readouterr().err


def test_pages_that_show_their_answers_have_no_record(tmp_path: Path) -> None:
    build_page(tmp_path, ONE_OF_EACH)
    assert not list(tmp_path.rglob("practice-sheets*"))


@pytest.mark.parametrize("content", ["{", '{"format": 2}', "[]", '{"format": 1}'])
def test_a_damaged_record_is_told(
    root: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / RECORD).write_text(content, encoding="utf-8")
    assert run("grade", "codes.txt", "--out", "results") == 2
    assert "practice-sheets.json" in capsys.readouterr().err
