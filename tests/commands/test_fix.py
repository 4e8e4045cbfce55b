"""`check --fix` puts right what it says, and touches nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from unittest import mock

import pytest
from support import PIXEL, load_bank, told, write_bank, write_project
from support.commands import run
from support.fixing import FLAWED, ZOE
from support.growth import is_within

import quizgen
from quizgen.checks.fixes import apply_fixes, without_overlaps
from quizgen.commands.fix import fix
from quizgen.model.diagnostics import Change, Diagnostic, Edit, Fix, Severity
from quizgen.model.source import Position, Source, Span
from quizgen.readers.yaml import parse_yaml


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The topic file of a project with `FLAWED`."""
    root = write_project(tmp_path / "project", FLAWED, deck="bank: talks\nanki: {deck: T}\n")
    monkeypatch.chdir(root)
    return root / "question_bank/talks/people.yaml"


def test_fix_changes_what_it_says_and_nothing_else(people: Path) -> None:
    before = people.read_text("utf-8")
    assert run("check", "--fix", "--strict", "--select", "decomposed-text,trailing-space") == 0
    expected = before.replace("flashcard\t", "flashcard")
    for part in ('"Who was Zoe\u0308?"', "of Zoe\u0308", "a, Zoe\u0308 b", "'Zoe\u0308'"):
        expected = expected.replace(part, unicodedata.normalize("NFC", part))
    assert people.read_text("utf-8") == expected


def test_fix_twice_is_fix_once(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "--fix")
    first = people.read_bytes()
    assert "fixed 5 in question_bank/talks/people.yaml" in capsys.readouterr().err
    run("check", "--fix")
    assert people.read_bytes() == first
    assert "fixed" not in capsys.readouterr().err


def test_diff_shows_and_writes_nothing(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = people.read_bytes()
    assert run("check", "--fix", "--diff") == 1
    assert people.read_bytes() == before
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "--- a/question_bank/talks/people.yaml"
    assert "-  type: flashcard\t" in lines
    assert "+  type: flashcard" in lines


def test_diff_is_no_excuse_to_hide_an_error(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people.write_text(people.read_text("utf-8").replace("id: pairs", "id: zoe"), encoding="utf-8")
    assert run("check", "--diff") == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a/question_bank/talks/people.yaml\n")
    assert "error[duplicate-id]" not in out
    assert "error[duplicate-id]" in err
    assert err.endswith("1 error, 5 warnings, 2 pieces of advice; --fix would put right 5\n")


def test_diff_of_nothing_is_fine(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "--fix")
    capsys.readouterr()
    assert run("check", "--diff", "--select", "trailing-space") == 0
    assert capsys.readouterr() == ("", "")


def test_line_ends_mark_and_mode_of_a_file_stay(people: Path) -> None:
    content = b"\xef\xbb\xbf" + people.read_bytes().replace(b"\n", b"\r\n")
    people.write_bytes(content)
    people.chmod(0o600)
    run("check", "--fix")
    after = people.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == after.count(b"\n") == content.count(b"\n")
    assert b"Zo\xc3\xab?" in after
    assert people.stat().st_mode & 0o777 == 0o600


def test_what_is_ignored_is_not_fixed(people: Path) -> None:
    run("check", "--fix", "--ignore", "trailing-space,decomposed-text")
    assert people.read_text("utf-8").count(ZOE) == FLAWED.count(ZOE)


def test_a_fix_through_a_link_changes_the_file_behind_it(people: Path) -> None:
    real = people.rename(people.parent / "media" / "real.yaml")
    people.symlink_to(real)
    run("check", "--fix")
    assert people.is_symlink()
    assert "flashcard\n" in real.read_text("utf-8")


def test_what_was_fixed_is_not_denied_when_the_next_project_fails(
    people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_project(tmp_path / "zoo", FLAWED)
    (other / "decks/.quizgen-journal").write_text("damaged")
    assert run("check", "--fix", ".", str(other)) == 2
    said = capsys.readouterr().err
    assert "fixed 5 in question_bank/talks/people.yaml\n" in said
    assert "journal is damaged" in said
    assert "; what it wrote before that stays\n" in said
    assert "flashcard\n" in people.read_text("utf-8")


@pytest.mark.parametrize(
    ("stop", "code", "words"),
    [(KeyboardInterrupt(), 130, "what it"), (ZeroDivisionError(), 70, "What it")],
)
def test_what_was_fixed_is_not_denied_when_it_is_stopped(
    people: Path, stop: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = quizgen.check()
    with mock.patch("quizgen.commands.check.check", side_effect=[found, stop]):
        assert run("check", "--fix") == code
    said = capsys.readouterr().err
    assert "fixed 5 in question_bank/talks/people.yaml\n" in said
    assert f"{words} wrote before that stays" in said


def test_a_learner_loses_nothing(people: Path) -> None:
    assert run("build") == 0
    ledger = people.parents[2] / "decks/talks.ledger"
    before = [line.split("\t")[:2] for line in ledger.read_text().splitlines()]
    run("check", "--fix")
    assert run("build") == 0
    assert [line.split("\t")[:2] for line in ledger.read_text().splitlines()] == before


def finding(source: Source, edits: list[tuple[int, int, str]], *, value: str = "") -> Diagnostic:
    """A finding on the second line that would edit these columns of it."""
    spans = [(Span(source, Position(1, a), Position(1, b)), text) for a, b, text in edits]
    becomes = Change(Span(source, Position(1, 3), Position(1, 3)), lambda old: value)
    fix = Fix("t", tuple(Edit(*pair) for pair in spans), (becomes,) if value else ())
    return Diagnostic("no-source", Severity.WARNING, "m", spans[0][0], fix=fix)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    text = "# remark\na: [one]\nb: two\n"
    (tmp_path / "x.yaml").write_text(text)
    return Source(tmp_path / "x.yaml", text)


def test_a_fix_that_does_more_than_it_says_is_not_made(source: Source) -> None:
    assert fix([finding(source, [(4, 7, "other")])]) == ()
    assert fix([finding(source, [(3, 3, "[")])]) == ()
    (good,) = fix([finding(source, [(4, 7, "other")]), finding(source, [(8, 8, "  ")])])
    assert (good.after, len(good.fixed)) == ("# remark\na: [one]  \nb: two\n", 1)


def test_one_fix_that_cannot_be_made_costs_few_readings(tmp_path: Path) -> None:
    """The file is read as a whole each time: 80 s for 400 questions, one reading a fix."""
    lines = [f"a{number}: b  \n" for number in range(300)]
    (tmp_path / "x.yaml").write_text("".join(lines))
    source = Source(tmp_path / "x.yaml", "".join(lines))
    found = [blanks(source, number) for number in range(300)]
    found[40] = blanks(source, 40, "other")
    with mock.patch(
        "quizgen.checks.fixes.semantics_check.parse_yaml", side_effect=parse_yaml
    ) as read:
        (made,) = fix(found)
    assert len(made.fixed) == 299
    assert read.call_count < 30


def test_thousands_of_fixes_take_no_time_for_each_other(tmp_path: Path) -> None:
    """Twice as many take twice as long: 34 s for 4,000 when each was held against all others."""
    lines = [f"a{number}: b  \n" for number in range(8000)]
    source = Source(tmp_path / "x.yaml", "".join(lines))
    found = [blanks(source, number) for number in range(8000)]
    assert without_overlaps(found) == found
    assert apply_fixes(source.text, found) == source.text.replace("  \n", "\n")
    assert is_within(5, lambda: apply_fixes(source.text, without_overlaps(found)))


def blanks(source: Source, number: int, text: str = "") -> Diagnostic:
    """A finding that would put `text` in the place of the blanks at the end of a line."""
    line = source.line(number + 1)
    span = Span(source, Position(number, len(line) - 2), Position(number, len(line)))
    return Diagnostic("no-source", Severity.WARNING, "m", span, fix=Fix("t", (Edit(span, text),)))


def test_of_overlapping_fixes_the_first_is_made(source: Source) -> None:
    wide, narrow = finding(source, [(3, 8, "[ one ]")]), finding(source, [(4, 4, "  ")])
    (made,) = fix([wide, narrow])
    assert made.fixed == (wide,)
    (made,) = fix([narrow, wide])
    assert made.fixed == (narrow,)
    (made,) = fix([narrow, finding(source, [(4, 4, " ")])])
    assert made.fixed == (narrow,)


def test_a_file_that_was_saved_meanwhile_is_left_alone(source: Source) -> None:
    source.path.write_text(source.text.replace("two", "three"))
    assert fix([finding(source, [(8, 8, " ")])]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a \u1fefword\u1fef",  # which composes to backticks, and so to code
        f"{ZOE} ![her](Zoe\u0308.png)",
        f"{ZOE} [her](https://example.org/Zoe\u0308)",
        "a <https://example.org/Zoe\u0308>",
    ],
)
def test_accents_are_not_joined_where_that_would_change_more(text: str, tmp_path: Path) -> None:
    entry = f'- id: a\n  type: flashcard\n  front: Q\n  back: "{text}"\n  reference: r\n'
    folder = write_bank(tmp_path, entry, media={"Zoe\u0308.png": PIXEL})
    _, found = load_bank(folder)
    assert told(found) == ["decomposed-text@6:9"]
    assert fix(found) == ()
