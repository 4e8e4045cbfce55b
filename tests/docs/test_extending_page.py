"""What the page on extending quizgen adds works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support.documentation import (
    EXTENDING,
    PAGES,
    diagnose,
    example_bank,
    page,
)
from support.paths import ROOT

import quizgen
from quizgen.checks.explain import examples as examples_of
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import ItemRule
from quizgen.checks.run import run_checks
from quizgen.checks.structure import StructureCheck
from quizgen.commands.workspace import Workspace
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.readers import item
from quizgen.readers.question_types import QuestionType
from quizgen.writers import Artifact, Context


@pytest.fixture(scope="session")
def added() -> dict[str, dict[str, Any]]:
    """The names that each block of code of the page defines."""
    defined: dict[str, dict[str, Any]] = {}
    for block in page(EXTENDING).blocks:
        if block.language == "python":
            names: dict[str, Any] = {"__name__": block.directives["adds"]}
            exec(compile(block.content, EXTENDING, "exec"), names)
            defined[block.directives["adds"]] = names
    return defined


def test_the_new_question_type_compiles(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: QuestionType = added["question type"]["ODD_ONE_OUT"]
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    shown = next(b.content for b in page(EXTENDING).blocks if f"type: {new.name}" in b.content)
    entries = f"{new.example}{shown}  reference: none\n"
    assert diagnose(entries, tmp_path, tmp_path) == []


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


def test_the_new_format_writes_every_interaction(
    added: dict[str, dict[str, Any]], project: Path
) -> None:
    assessment = Workspace().assessment(project / "decks" / "my-deck.yaml")
    written: list[Artifact] = list(added["format"]["write"](assessment, Context(0, Report())))
    assert [str(artifact.path) for artifact in written] == ["worksheet.txt"]
    assert "1. Two years\n" in (written[0].content or b"").decode()


def test_the_registries_are_where_the_page_says() -> None:
    text = PAGES[EXTENDING].read_text(encoding="utf-8")
    steps = re.findall(r"in `(quizgen/[\w/]+\.py)` and add .*? to the tuple `(\w+)`", text)
    assert [name for _, name in steps] == ["QUESTION_TYPES", "CHECKS", "RULES", "WRITERS"]
    for path, name in steps:
        assert re.search(
            rf"^{name}: tuple", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE
        )
