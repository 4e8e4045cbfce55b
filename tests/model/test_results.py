"""What functions returned is taken from earlier commands, and changes nothing."""

from __future__ import annotations

import marshal
from typing import Any

import pytest

from quizgen.model import results
from quizgen.model.results import MISSING, KeptResults, Results, recall
from quizgen.model.text import markdown
from quizgen.model.text.markdown import parse_text


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_tables", [])
    monkeypatch.setattr(results, "_in_use", [KeptResults()])


def test_results_come_back_in_the_next_command() -> None:
    squares = Results("square")
    assert squares.of(3) is MISSING
    squares.keep(3, 9)
    record = results._in_use[0].record()
    results._tables.clear()
    kept = recall("project", lambda: record)
    again = Results("square")
    assert (again.of(3), again.of(4)) == (9, MISSING)
    assert kept.record() is None, "nothing is new"
    again.keep(4, 16)
    assert marshal.loads(kept.record() or b"") == {"square": {3: 9, 4: 16}}


def test_results_of_functions_that_were_not_called_stay() -> None:
    kept = recall("project", lambda: marshal.dumps({"cube": {2: 8}}))
    Results("square").keep(3, 9)
    assert marshal.loads(kept.record() or b"") == {"cube": {2: 8}, "square": {3: 9}}


def test_earlier_results_are_read_only_when_one_is_missing() -> None:
    def read() -> bytes:
        raise AssertionError

    recall("project", read)
    squares = Results("square")
    squares.keep(3, 9)
    assert squares.of(3) == 9


def test_each_project_has_its_own_results() -> None:
    squares = Results("square")
    first = recall("first", lambda: None)
    squares.keep(3, 9)
    second = recall("second", lambda: None)
    assert squares.of(3) is MISSING
    squares.keep(4, 16)
    results.use(first)
    squares.keep(5, 25)
    assert marshal.loads(first.record() or b"") == {"square": {3: 9, 5: 25}}
    assert marshal.loads(second.record() or b"") == {"square": {4: 16}}


def test_a_process_keeps_the_results_of_its_project_at_hand() -> None:
    squares = Results("square")
    recall("first", lambda: None)
    squares.keep(3, 9)
    recall("first", lambda: None)
    assert squares.of(3) == 9


@pytest.mark.parametrize("record", [None, b"", b"x", marshal.dumps([1]), marshal.dumps({"a": 1})])
def test_a_record_of_another_kind_says_nothing(record: bytes | None) -> None:
    recall("project", lambda: record)
    assert Results("square").of(3) is MISSING


def test_too_many_results_are_those_of_this_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MAX_RESULTS", 3)
    kept = recall("project", lambda: marshal.dumps({"square": {1: 1, 2: 4, 3: 9}}))
    squares = Results("square")
    squares.keep(4, 16)
    assert marshal.loads(kept.record() or b"") == {"square": {4: 16}}
    for number in range(10):
        squares.keep(number, number * number)
    assert len(marshal.loads(kept.record() or b"")["square"]) <= 3


@pytest.mark.parametrize("math", [False, True])
@pytest.mark.parametrize(
    "source",
    [
        *("**a** b", "a *b* `c`", "a\n\nb", "a  \nb", "[x](https://a.b)", "***a***", "H~2~O x^2^"),
        *(
            "$x$ *y*",
            "$$x$$",
            "![a](b.png) *c*",
            "- a\n- b",
            "| a |\n|---|\n| b |",
            "a\\*b",
            "&lt;",
        ),
        *(" a", "a ", "", "\x00", "<b>a</b>", "~~a~~"),
    ],
)
def test_texts_are_the_same_a_second_time(
    source: str, math: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Results("parse_runs")
    monkeypatch.setattr(markdown, "_RESULTS", table)
    first: Any = parse_text(source, math=math)
    record = results._in_use[0].record()
    results._tables.clear()
    recall("project", lambda: record)
    monkeypatch.setattr(markdown, "_RESULTS", Results("parse_runs"))
    assert repr(parse_text(source, math=math)) == repr(first)
    assert [type(run) for run in parse_text(source, math=math).runs] == list(map(type, first.runs))
