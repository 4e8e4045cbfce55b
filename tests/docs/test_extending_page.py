"""What the page on extending quizgen adds works."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support import write_project
from support.documentation import (
    EXTENDING,
    PAGES,
    diagnose,
    example_bank,
    page,
)
from support.exported_fields import (
    CHANGES,
    MARKS,
    assert_field_shows_or_is_declared,
    assert_mark_shows_or_is_told,
    assert_nothing_beside_is_dropped,
)
from support.forms import one_of_each
from support.importing import BUILT, built, questions
from support.paths import ROOT

import quizgen
from quizgen.checks.explain import examples as examples_of
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import ItemRule
from quizgen.checks.run import run_checks
from quizgen.checks.structure import StructureCheck
from quizgen.commands.importing import quizgen_note_types
from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.text import Text, parse_text
from quizgen.readers import item
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType
from quizgen.writers import Context, exporting
from quizgen.writers.exporting import formats
from quizgen.writers.exporting.base import ExportFormat

TWO_KEYS = """\
- id: two-keys
  type: multiple_choice
  question: Which is the odd one out?
  answer: [Japan, Australia]
  distractors: [France, Spain, Italy]
  reference: none
"""
RATIONALE = """\
- id: with-a-rationale
  type: multiple_choice
  question: Which is the odd one out?
  answer: Australia
  distractors: [{text: France, rationale: It is no island.}, Spain]
  reference: none
"""


@pytest.fixture(scope="session")
def added() -> Iterator[dict[str, dict[str, Any]]]:
    """The names that each block of code of the page defines."""
    defined: dict[str, dict[str, Any]] = {}
    for block in page(EXTENDING).blocks:
        if block.language == "python":
            adds = block.directives["adds"]
            module = ModuleType(adds)
            sys.modules[module.__name__] = module  # as if the file were there
            exec(compile(block.content, EXTENDING, "exec"), vars(module))
            defined[adds] = vars(module)
    yield defined
    for name in defined:
        sys.modules.pop(name, None)


def test_the_new_question_type_compiles(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: QuestionType = added["question type"]["ODD_ONE_OUT"]
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    shown = next(b.content for b in page(EXTENDING).blocks if f"type: {new.name}" in b.content)
    entries = f"{new.example}{shown}  reference: none\n"
    assert diagnose(entries, tmp_path, tmp_path) == []


def test_a_card_of_the_new_question_type_is_imported_as_what_it_was(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: QuestionType = added["question type"]["ODD_ONE_OUT"]
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    monkeypatch.setattr(quizgen_note_types, "QUESTION_TYPES", (*QUESTION_TYPES, new))
    entries = f"{new.example}{TWO_KEYS}{RATIONALE}"
    write_project(tmp_path, entries)
    read_back = questions(built(tmp_path, BUILT))
    assert re.findall("type: (.*)", read_back) == [new.name, *["multiple_choice"] * 2]
    for line in new.example.splitlines()[2:4]:
        assert line in read_back
    assert "answer: [Japan, Australia]" in read_back
    assert "rationale: It is no island." in read_back


def test_a_package_brings_a_type_back_that_knows_no_cards(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: QuestionType = replace(added["question type"]["ODD_ONE_OUT"], from_choice=None)
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    write_project(tmp_path, new.example)
    read_back = questions(built(tmp_path, BUILT))
    for line in new.example.splitlines()[1:4]:
        assert line in read_back


def test_a_question_is_put_together_as_the_page_says() -> None:
    text = PAGES[EXTENDING].read_text(encoding="utf-8")
    [code] = re.findall(r"`(Text\(\(.+?\.span\))`", text)
    values = {"word": parse_text("*Zug*")}
    made = eval(code, {"Text": Text, "values": values, "WORD": "word"})
    assert made.runs == parse_text("Translate: *Zug*").runs


def test_the_new_check_finds_something(added: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    text = "topic: t\nquestions:\n- {id: a, type: flashcard, front: b, back: c, tags: [d, t]}\n"
    bank = quizgen.load(example_bank(tmp_path, text)).bank
    assert isinstance(bank, Bank)
    check: StructureCheck = added["check"]["TAG_REPEATS_TOPIC"]
    assert [diagnostic.name for diagnostic in check.find(bank)] == ["tag-repeats-topic"]


def test_the_new_rule_keeps_its_page(added: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    rule: ItemRule = added["rule"]["SHOUTED_QUESTION"]
    for number, (text, expected) in enumerate(zip(examples_of(rule), (1, 0), strict=True)):
        folder = example_bank(tmp_path / str(number), f"topic: t\nquestions:\n{text}")
        bank = quizgen.load(folder).bank
        assert bank
        assert len(list(run_checks(AnalyzedBank(bank), [rule]))) == expected


def test_the_new_format_is_read_chosen_for_and_written(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: ExportFormat = added["format"]["ALOUD"]
    monkeypatch.setattr(formats, "FORMATS", (new,))
    source = "".join(kind.example for kind in QUESTION_TYPES)
    write_project(tmp_path, source, deck="bank: talks\nexports: {format: aloud}\n")
    workspace = Workspace()
    assessment = workspace.assessment(tmp_path / "decks" / "talks.yaml")
    assert assessment, workspace.diagnostics
    [artifact] = exporting.write(assessment, Context(0, Report()))
    assert str(artifact.path) == "aloud.txt"
    content = (artifact.content or b"").decode()
    answers = re.findall(r"^— \S.*", content, re.MULTILINE)
    assert not re.search(r"^\n—", content, re.MULTILINE)  # each has its question
    assert "The Charter was signed in … (city) in …." in content
    assert len(answers) == len(QUESTION_TYPES)
    assert {loss.what for loss in artifact.losses} >= {"what explains the answer", "the rubric"}


@pytest.mark.parametrize("name", CHANGES)
def test_the_new_format_drops_no_field_unnoticed(
    added: dict[str, dict[str, Any]], name: str
) -> None:
    assert_field_shows_or_is_declared(added["format"]["ALOUD"], name)


@pytest.mark.parametrize("task", one_of_each(), ids=lambda one: one.id.value)
def test_the_new_format_drops_nothing_beside_a_task(
    added: dict[str, dict[str, Any]], task: Item
) -> None:
    assert_nothing_beside_is_dropped(added["format"]["ALOUD"], task)


@pytest.mark.parametrize("mark", MARKS)
def test_the_new_format_drops_no_mark_of_a_text(
    added: dict[str, dict[str, Any]], mark: str
) -> None:
    assert_mark_shows_or_is_told(added["format"]["ALOUD"], mark)


def test_the_registries_are_where_the_page_says() -> None:
    text = PAGES[EXTENDING].read_text(encoding="utf-8")
    steps = re.findall(r"in `(quizgen/[\w/]+\.py)` and add .*? to the tuple `(\w+)`", text)
    assert [name for _, name in steps] == [
        "QUESTION_TYPES",
        "CHECKS",
        "RULES",
        "FORMATS",
        "WRITERS",
    ]
    for path, name in steps:
        assert re.search(
            rf"^{name}: tuple", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE
        )
