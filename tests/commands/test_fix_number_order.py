"""`check --fix` puts numbers among the options in order."""

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


def test_numbers_are_put_in_order_and_remarks_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path / "project", NUMBERS)
    monkeypatch.chdir(root)
    assert run("check", "--fix", "--strict") == 0
    written = (root / "question_bank/talks/people.yaml").read_text("utf-8")
    lines = "  - 290\n  - '350'\n  - \"530\"\n"
    assert f"  distractors:   # of other years\n{lines}  reference: Chronicle # the sec" in written


def test_numbers_with_accents_apart_are_put_in_order_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two fixes of the same texts."""
    text = NUMBERS
    for number in ('"530"', "290", "'350'"):
        text = text.replace(number, f'"{number.strip(chr(34))} me\u0300tres"'.replace("'", ""))
    root = write_project(tmp_path / "project", text)
    monkeypatch.chdir(root)
    run("check", "--fix", "--select", "decomposed-text,unordered-numbers")
    written = (root / "question_bank/talks/people.yaml").read_text("utf-8")
    assert re.findall(r'- "(.*)"', written) == [
        "290 m\u00e8tres",
        "350 m\u00e8tres",
        "530 m\u00e8tres",
    ]
    out, err = capsys.readouterr()
    assert err == "fixed 4 in question_bank/talks/people.yaml\n"
    assert out == ""
    assert run("check", "--strict", "--select", "decomposed-text,unordered-numbers") == 0


def test_numbers_stay_with_their_rationales(tmp_path: Path) -> None:
    text = NUMBERS.replace("- 290", "- text: 290\n    rationale: That was one port.")
    root = write_project(tmp_path / "project", text)
    (found,) = quizgen.check(root, select=["unordered-numbers"])
    assert fix([found]) == ()


@pytest.mark.parametrize(
    "options",
    [
        "\n  - >-\n    9\n  - 3\n  - 5",
        '\n  - "9\\\n    "\n  - 3\n  - 5',
        " [&x 9, 3, 5]\n  explain: *x",
        "\n  - 9  # who adds the two years\n  - 3  # who subtracts them\n  - 5",
        "\n  # adds\n  - 9\n  - 3\n  - 5",
        "\n  - 9\n  # subtracts\n  - 3\n  - 5",
        "\n  - 9\n  - 3\n  - 5 # subtracts",
        " [9, 3, # subtracts\n    5]",
    ],
)
def test_numbers_stay_where_a_place_has_more_than_a_number(options: str, tmp_path: Path) -> None:
    """No fix is offered at all: SARIF hands them out, and an editor makes them."""
    head, tail = NUMBERS.split("   # of other years")[0], NUMBERS[NUMBERS.index("\n  reference") :]
    root = write_project(tmp_path / "project", head + options + tail)
    found = [d for d in quizgen.check(root) if d.name == "unordered-numbers"]
    assert [d.fix for d in found] == [None]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.integers(0, 5000), min_size=2, max_size=5, unique=True),
    st.sampled_from(["[{}]", "\n  - {}", "[ {} ] # why"]),
    st.sampled_from(["{}", "'{}'", "{} km", "**{}**"]),
)
def test_order_is_all_that_a_fix_changes_of_numbers(
    numbers: list[int], form: str, written: str
) -> None:
    parts = [written.format(number) for number in numbers]
    joined = ("\n  - " if "\n" in form else ", ").join(
        f'"{part}"' if "*" in part else part for part in parts
    )
    entry = "- id: a\n  type: multiple_choice\n  question: q\n  answer: none\n  distractors: "
    with tempfile.TemporaryDirectory() as root:
        folder = write_bank(Path(root), f"{entry}{form.format(joined)}\n", passage=None)
        (before,), diagnostics = items(folder)
        files = fix(d for d in diagnostics if d.name == "unordered-numbers")
        save_fixed(files)
        (after,), left = items(folder)
        assert sorted(map(meaning_of_option, after)) == sorted(map(meaning_of_option, before))
        in_order = numbers in (sorted(numbers), sorted(numbers, reverse=True))
        assert in_order or [o.text.plain for o in after[1:]] == [
            "".join(c for c in written.format(number) if c not in "'*")
            for number in sorted(numbers)
        ]
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
