"""Pairs and events that say for themselves why they are right."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_project

from quizgen.model.item import Item, Match, Numeric, Order, TextEntry

HEAD = "- id: x\n  question: Q\n  reference: r\n"


def read(root: Path, entry: str, bank: str = "") -> tuple[Item | None, list[str]]:
    write_project(root, HEAD + entry, bank=bank)
    found, diagnostics = load_bank(root / "question_bank" / "talks")
    return next(iter(found.items), None), [d.name for d in diagnostics]


def test_a_pair_with_its_own_proof_beside_a_plain_line(tmp_path: Path) -> None:
    item, _ = read(
        tmp_path,
        "  type: matching\n  pairs:\n"
        "  - {premise: Cho, response: Korea, explain: Host., evidence: sat down in Seoul}\n"
        "  - Akiba: Japan\n  evidence: sat down together\n",
    )
    assert item is not None
    assert isinstance(item.interaction, Match)
    first, second = item.interaction.proofs
    assert first.explain is not None
    assert first.explain.plain == "Host."
    assert second.explain is None
    assert [text.plain for text in item.evidence] == ["sat down together", "sat down in Seoul"]
    assert [text.plain for text in item.interaction.premises] == ["Cho", "Akiba"]


def test_an_event_with_its_own_proof(tmp_path: Path) -> None:
    item, names = read(
        tmp_path,
        "  type: timeline\n  events:\n  - {date: 2023-11, event: A, explain: So.}\n  - 2024: B\n",
    )
    assert names == []
    assert item is not None
    assert isinstance(item.interaction, Order)
    assert [event.date for event in item.interaction.events] == ["November 2023", "2024"]
    assert item.interaction.events[0].proof.explain is not None


def test_premises_may_be_called_as_the_keys_are(tmp_path: Path) -> None:
    lines = "{premise: given, response: found, evidence: quote}"
    item, _ = read(tmp_path, f"  type: matching\n  pairs: {lines}\n")
    assert item is not None
    assert isinstance(item.interaction, Match)
    assert [text.plain for text in item.interaction.premises] == ["premise", "response", "evidence"]


@pytest.mark.parametrize(
    ("pairs", "name"),
    [
        ("[{premise: a, explain: b}, {c: d}]", "missing-key"),
        ("[{premise: a, response: b, explian: c}, {c: d}]", "unknown-key"),
        ("[{premise: a, response: b, explain: c}]", "too-few"),
        ("[{premise: a, response: b, explain: c}, d]", "wrong-kind"),
    ],
)
def test_faults_are_told(pairs: str, name: str, tmp_path: Path) -> None:
    _, names = read(tmp_path, f"  type: matching\n  pairs: {pairs}\n")
    assert names == [name]


@pytest.mark.parametrize(("case", "exact"), [("", False), ("any", False), ("exact", True)])
def test_case(case: str, exact: bool, tmp_path: Path) -> None:
    line = f"  case: {case}\n" if case else ""
    item, _ = read(tmp_path, f"  type: short_answer\n  answer: NaCl\n{line}")
    assert item is not None
    assert isinstance(item.interaction, TextEntry)
    assert item.interaction.exact_case is exact


@pytest.mark.parametrize(
    ("language", "written", "tolerance"), [("de", "2,50", "0,1"), ("en", "2.50", "0.1")]
)
def test_numbers_are_written_as_in_the_banks_language(
    language: str, written: str, tolerance: str, tmp_path: Path
) -> None:
    entry = "  type: numeric\n  answer: 2.50\n  tolerance: 0.10\n"
    item, _ = read(tmp_path, entry, f"language: {language}\n")
    assert item is not None
    assert isinstance(item.interaction, Numeric)
    assert item.interaction.written == written
    assert item.interaction.written_tolerance == tolerance


def test_pairs_and_events_have_hints_of_their_own(tmp_path: Path) -> None:
    pairs = "  pairs: [{premise: A, response: B, hint: '*Think*'}, {C: D}]\n"
    item, names = read(tmp_path / "a", f"  type: matching\n{pairs}")
    assert names == []
    assert item is not None
    assert isinstance(item.interaction, Match)
    first, second = item.interaction.hints
    assert first is not None
    assert first.plain == "Think"
    assert second is None
    assert first in item.texts
    events = "  events: [{date: 1945, event: A, hint: Early}, 1946: B]\n"
    item, names = read(tmp_path / "b", f"  type: timeline\n{events}")
    assert names == []
    assert item is not None
    assert isinstance(item.interaction, Order)
    assert [event.hint and event.hint.plain for event in item.interaction.events] == ["Early", None]
