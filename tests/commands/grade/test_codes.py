"""Answer codes of a practice page without a key become results."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.commands import run
from support.form_class import right_answer
from support.forms import one_of_each, printed
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of

from quizgen.commands.grade.code_values import code_values
from quizgen.commands.grade.form_marking import marked_form_answer
from quizgen.model.answer_code import Answer, CodeHead, decode, encode
from quizgen.model.assessment import Question
from quizgen.model.item import Choice, GapFill, Match, Order
from quizgen.writers.shared.screen_records import screen_records

KINDS = Choice | Match | Order | GapFill
PAGE = printed([one for one in one_of_each() if isinstance(one.interaction, KINDS)])
RECORD = screen_records(PAGE, PAGE.worksheets)
SCORED = PAGE.worksheets[0].questions


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    build_page(tmp_path, ONE_OF_EACH, "key: none")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(root: Path) -> list[dict[str, str]]:
    with (root / "results/results.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["name"] != "key"]


def test_a_class_sends_codes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [page] = pages_of(project)
    good = code_of(page, "Ada Lovelace")
    wrong: dict[str, Answer] = {
        "word": ("war",),
        "card": ("I object",),
        "length": ("1",),
        "gaps": ("Seoul", ""),
    }
    text = [f"Ada: {good}", f"see below\n{code_of(page, 'Emmy', wrong)}", good, good[:-2], "QZ2-A"]
    (project / "codes.txt").write_text("\n".join(text), encoding="utf-8")
    (project / "class.csv").write_text(
        "id,name,class\n7,Ada  Lovelace,7b\n8,Max,7b\n", encoding="utf-8"
    )
    again = "grade", "--out", "results", "--roster", "class.csv"
    assert run(*again, "codes.txt") == 1
    output = capsys.readouterr()
    for place in ("codes.txt:3:", "codes.txt:4:", "codes.txt:5:", "codes.txt:6:"):
        assert place in output.err
    assert "there is no code of 'quiz' of pupil 8" in output.err
    assert not {"Ada", "Emmy", "Lovelace"} & set(output.err.replace(":", " ").split())
    ada, emmy = rows(project)
    assert (ada["pupil"], ada["name"], ada["class"]) == ("7", "Ada Lovelace", "7b")
    assert (emmy["pupil"], emmy["open"], ada["open"]) == ("Emmy", "2", "1")
    assert [emmy[f"{name} points"] for name in ("word", "length", "gaps")] == ["0", "0", "1"]
    assert (emmy["card"], emmy["card points"]) == ("I object", "")
    assert (ada["card points"], ada["why"], ada["why points"]) == ("2", "open", "")
    assert "3 answers open" in output.out
    assert (project / "results/pupils.pdf").read_bytes().startswith(b"%PDF")
    before = rows(project)
    assert run(*again) == 0
    assert rows(project) == before


def test_codes_of_another_build_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [page] = pages_of(project)
    code = code_of(replace(page, digest="0" * 8), "Ada")
    (project / "codes.txt").write_text(code, encoding="utf-8")
    assert run("grade", "codes.txt", "--out", "results", "--json") == 1
    [diagnostic] = json.loads(capsys.readouterr().out)["diagnostics"]
    assert diagnostic["name"] == "unreadable-code"
    assert "another build" in diagnostic["message"]


def answers_to(question: Question) -> st.SearchStrategy[tuple[object, ...]]:
    match question.item.interaction:
        case Choice(options=options, keys=keys):
            assert len(keys) == 1  # so it has radio buttons
            chosen = st.integers(0, len(options))
            return chosen.map(lambda one: tuple(at == one for at in range(len(options))))
        case Match(premises=premises, responses=responses):
            return st.tuples(*[st.integers(0, len(responses))] * len(premises))
        case Order(events=events):
            return st.tuples(*[st.integers(0, len(events))] * len(events))
        case GapFill(gaps=gaps):
            return st.tuples(*[st.sampled_from([gap.answer.plain, "no"]) for gap in gaps])
        case _:
            return st.just(())


def share(question: Question, answer: tuple[object, ...]) -> Fraction:
    """The share by what a pupil sees, counted part by part."""
    right = right_answer(question)
    parts = [given == key for given, key in zip(answer, right, strict=True)]
    if isinstance(question.item.interaction, Choice):
        return Fraction(all(parts))
    return Fraction(sum(parts), len(parts))


@given(st.tuples(*map(answers_to, SCORED)))
def test_random_answers_come_to_their_points(answers: tuple[tuple[object, ...], ...]) -> None:
    sent = encode(CodeHead("0123abcd", "", ""), RECORD.questions, answers)  # type: ignore[arg-type]
    [layout] = RECORD.layouts
    values = code_values(decode(sent), RECORD, layout)
    for question, sent_in, row in zip(SCORED, answers, layout.pages[0].fields, strict=True):
        graded = RECORD.by_name[question.item.name]
        marked = marked_form_answer(graded, row, values, "en", shares=True)
        assert marked.points == question.item.points * share(question, sent_in)
