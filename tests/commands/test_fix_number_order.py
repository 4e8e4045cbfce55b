"""`check --fix` has numbers among the options shown in order."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import write_bank, write_project
from support.commands import run
from support.fixing import checked

import quizgen
from quizgen.commands.fix import fix, save_fixed
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Choice, Option

NUMBERS = """
- id: ships
  type: multiple_choice
  question: How many ships came in the first year of the new port?
  answer: 412
  distractors:   # of other years
  - "530"
  - 290
  - '350'
  reference: Chronicle # the second volume
"""


def test_numbers_in_no_order_are_shown_in_order_and_stay_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path / "project", NUMBERS)
    monkeypatch.chdir(root)
    assert run("check", "--fix", "--strict") == 0
    written = (root / "question_bank/talks/people.yaml").read_text("utf-8")
    assert "  answer: 412\n  ascending: true\n  distractors:   # of other years\n" in written
    assert written.replace("  ascending: true\n", "").endswith(NUMBERS)


def test_numbers_with_accents_apart_are_fixed_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two fixes of the same question."""
    text = NUMBERS
    for number in ("412", '"530"', "290", "'350'"):
        text = text.replace(number, f'"{number.strip(chr(34))} me\u0300tres"'.replace("'", ""))
    root = write_project(tmp_path / "project", text)
    monkeypatch.chdir(root)
    run("check", "--fix", "--select", "decomposed-text,unordered-numbers")
    written = (root / "question_bank/talks/people.yaml").read_text("utf-8")
    assert "  ascending: true\n  distractors:" in written
    assert re.findall(r'- "(.*)"', written) == [
        "530 m\u00e8tres",
        "290 m\u00e8tres",
        "350 m\u00e8tres",
    ]
    out, err = capsys.readouterr()
    assert err == "fixed 5 in question_bank/talks/people.yaml\n"
    assert out == ""
    assert run("check", "--strict", "--select", "decomposed-text,unordered-numbers") == 0


@pytest.mark.parametrize(
    ("distractors", "after"),
    [
        ("distractors: [9, 3, 5]", "ascending: true\n  distractors: [9, 3, 5]"),
        (
            "distractors:\n  - 9\n  - 3\n  - 5",
            "ascending: true\n  distractors:\n  - 9\n  - 3\n  - 5",
        ),
        (
            "# of others\n  distractors: [9, 3, 5]",
            "ascending: true\n  # of others\n  distractors: [9, 3, 5]",
        ),
        (
            "distractors:\n  - {text: 9, rationale: That adds.}\n  - 3\n  # subtracts\n  - 5",
            "ascending: true\n  distractors:\n  - {text: 9, rationale: That adds.}\n  - 3\n"
            "  # subtracts\n  - 5",
        ),
        ('"distractors": [9, 3, 5]', 'ascending: true\n  "distractors": [9, 3, 5]'),
        (
            "distractors: [&x 9, 3, 5]\n  explain: *x",
            "ascending: true\n  distractors: [&x 9, 3, 5]",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_new_key_stands_above_the_distractors(
    distractors: str, after: str, newline: str, tmp_path: Path
) -> None:
    head = NUMBERS.split("distractors:")[0]
    root = write_project(tmp_path / "project", f"{head}{distractors}\n  reference: r\n")
    people = root / "question_bank/talks/people.yaml"
    people.write_bytes(people.read_text("utf-8").replace("\n", newline).encode())
    found = quizgen.check(root, select=["unordered-numbers"])
    (file,) = fix(found)
    assert after.replace("\n", newline) in file.after
    assert file.after.replace(f"ascending: true{newline}  ", "", 1) == file.before


def test_the_new_key_is_added_to_a_question_in_braces(tmp_path: Path) -> None:
    entry = (
        "- {id: a, type: multiple_choice, question: How old?, answer: 4, distractors: [9, 3, 5]}"
    )
    root = write_project(tmp_path / "project", entry)
    (file,) = fix(quizgen.check(root, select=["unordered-numbers"]))
    assert "answer: 4, ascending: true, distractors: [9, 3, 5]}" in file.after


@pytest.mark.parametrize("answer", ["none", "four", "4 weeks"])
def test_numbers_beside_what_cannot_be_compared_have_no_fix(answer: str, tmp_path: Path) -> None:
    """No fix is offered at all: SARIF hands them out, and an editor makes them."""
    root = write_project(tmp_path / "project", NUMBERS.replace("412", answer))
    (found,) = quizgen.check(root, select=["unordered-numbers"])
    assert found.fix is None
    assert "written alike" in str(found.help)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.integers(0, 5000), min_size=3, max_size=5, unique=True),
    st.sampled_from(["[{}]", "\n  - {}", "[ {} ] # why"]),
    st.sampled_from(["{}", "'{}'", "{} km", "**{}**"]),
)
def test_the_order_shown_is_all_that_a_fix_changes_of_numbers(
    numbers: list[int], form: str, written: str
) -> None:
    answer, *parts = [written.format(number) for number in numbers]
    joined = ("\n  - " if "\n" in form else ", ").join(
        f'"{part}"' if "*" in part else part for part in parts
    )
    answer = f'"{answer}"' if "*" in answer else answer
    entry = f"- id: a\n  type: multiple_choice\n  question: q\n  answer: {answer}\n  distractors: "
    with tempfile.TemporaryDirectory() as root:
        folder = write_bank(Path(root), f"{entry}{form.format(joined)}\n", passage=None)
        (before,), diagnostics = items(folder)
        files = fix(d for d in diagnostics if d.name == "unordered-numbers")
        save_fixed(files)
        (after,), left = items(folder)
        assert sorted(map(meaning_of_option, after)) == sorted(map(meaning_of_option, before))
        distractors = numbers[1:]
        in_order = distractors in (sorted(distractors), sorted(distractors, reverse=True))
        assert in_order == (not files)
        if files:
            assert [int(re.sub(r"\D", "", o.text.plain)) for o in after] == sorted(numbers)
        assert "unordered-numbers" not in {d.name for d in left}


def items(folder: Path) -> tuple[list[tuple[Option, ...]], list[Diagnostic]]:
    """The options of each question of a bank, and what was found."""
    bank, diagnostics = checked(folder)
    assert bank is not None
    return [
        i.interaction.options for i in bank.items if isinstance(i.interaction, Choice)
    ], diagnostics


def meaning_of_option(option: Option) -> tuple[str, bool]:
    return repr(option.text.runs), option.is_key
