"""What is found with earlier findings at hand is what is found without, after any change."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.faulty_bank import (
    CHOICE,
    PASSAGE,
    SHORT,
    Dict,
    bank_in,
    edited,
    findings,
)

from quizgen.checks import RULES, check_bank, run
from quizgen.checks.rules import BankRule


def test_the_bank_of_this_test_has_something_of_everything(folder: Path) -> None:
    names = {d.name for d in check_bank(*bank_in(folder))}
    of_items = {rule.name for rule in RULES if not isinstance(rule, BankRule)}
    assert len(of_items & names) > 20, of_items - names
    assert {"no-source", "link-not-allowed", "tex-not-allowed", "bad-formula"} <= names
    assert {"decomposed-text", "invisible-character", "raw-picture", "hint-tells-answer"} <= names
    assert {"evidence-not-in-passage", "lines-without-evidence", "duplicate-option"} <= names
    assert {"lettered-options", "number-in-list"} <= names


def test_a_second_check_finds_the_same(folder: Path) -> None:
    store, expected = Dict(), findings(folder, None)
    assert [findings(folder, store) for _ in range(3)] == [expected] * 3


def test_an_item_that_has_not_changed_is_not_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Dict()
    findings(folder, store)
    looked_at: list[str] = []
    judge = run._judge

    def spy(bank: object, checks: object, items: list[object]) -> object:
        looked_at.extend(item.id.value for item in items)  # type: ignore[attr-defined]
        return judge(bank, checks, items)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "_judge", spy)
    findings(folder, store)
    with_fix = looked_at.copy()
    assert "ships" in with_fix  # its finding has a fix
    assert len(with_fix) < 5
    path = folder / "faults.yaml"
    path.write_text(path.read_text().replace("Which one", "Now which one", 1).replace("# a", "#"))
    looked_at.clear()
    findings(folder, store)
    assert set(looked_at) - set(with_fix) == {"comma", "over-lines"}


@pytest.mark.parametrize("seed", range(6))
def test_after_any_change_the_same_is_found(folder: Path, seed: int) -> None:
    chance, store = random.Random(seed), Dict()
    backup = folder.with_name("backup")
    for _ in range(25):
        name = chance.choice(["faults.yaml", "faults.yaml", "rules.yaml", "p.md"])
        path = folder / name
        shutil.copy(path, backup)
        path.write_text(edited(path.read_text(), chance))
        try:
            expected = findings(folder, None)
        except AssertionError:
            shutil.copy(backup, path)
            continue
        assert findings(folder, store) == expected
        if len(expected) < 20:  # the file can't be read any more
            shutil.copy(backup, path)


def test_questions_on_one_line_keep_their_findings(folder: Path) -> None:
    faulty, fine = (
        f"{{id: {name}, {CHOICE}, answer: one, distractors: [two, {last}], reference: x}}"
        for name, last in (("faulty", "two"), ("fine", "three"))
    )
    (folder / "faults.yaml").write_text(f"topic: faults\nquestions: [{faulty}, {fine}]\n")
    store = Dict()
    expected = findings(folder, None)
    assert [findings(folder, store) for _ in range(2)] == [expected] * 2


CHANGES: dict[str, Callable[[Path], object]] = {
    "the passage": lambda folder: (folder / "p.md").write_text(PASSAGE.replace("1402", "1403")),
    "no passage": lambda folder: (folder / "p.md").unlink(),
    "the language": lambda folder: (folder / "bank.yaml").write_text(
        "id: a\ntitle: A\nlanguage: de\n"
    ),
    "links": lambda folder: (folder / "bank.yaml").write_text(
        "id: a\ntitle: A\nmath: true\nlink_schemes: [tel]\nreference: a book\n"
    ),
    "the topic": lambda folder: (folder / "rules.yaml").write_text(
        (folder / "rules.yaml").read_text().replace("topic: rules", "topic: other")
    ),
    "all its questions": lambda folder: (folder / "rules.yaml").write_text(
        "topic: rules\nquestions: []\n"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_an_item_stands_beside_counts(folder: Path, change: Callable[[Path], object]) -> None:
    store = Dict()
    findings(folder, store)
    change(folder)
    assert findings(folder, store) == findings(folder, None)


@pytest.mark.parametrize("damage", [b"", b"x", b"[]", b"\xe9\x00", bytes(300)])
def test_damaged_findings_are_found_again(folder: Path, damage: bytes) -> None:
    store = Dict()
    expected = findings(folder, store)
    for name in store:
        store[name] = damage
    assert findings(folder, store) == expected
    assert len(store) == 2
    assert all(len(record) > 300 for record in store.values())


def test_numbers_of_paragraphs_count(folder: Path) -> None:
    """A line that becomes a heading has the same characters, and no number any more."""
    store, passage, path = Dict(), folder / "p.md", folder / "faults.yaml"
    quoting = f"- {{id: numbered, {SHORT}, answer: x, evidence: The mines were dug in 1402 AD}}\n"
    path.write_text(path.read_text() + quoting)
    passage.write_text(PASSAGE.replace("The mines", "Intro line\n\nThe mines"))
    assert "paragraph 2 has" in str(findings(folder, store))
    passage.write_text(PASSAGE.replace("The mines", "## Intro line\n\nThe mines"))
    expected = findings(folder, None)
    assert "paragraph 1 has" in str(expected)
    assert findings(folder, store) == expected


@pytest.mark.parametrize(
    ("bank", "topic"),
    [
        ("reference: '[notes](page.html)'\n", "- {id: a, SHORT}"),
        ("reference: $\\href{x}$\n", "- {id: a, SHORT}"),
        ("", 'title: &x "![a](b c)"\nquestions:\n- {id: a, SHORT, hint: *x, reference: y}'),
        (
            "",
            '- {"id": a, SHORT, "hint":&h "It is Edda or so", reference: y}\n'
            "- {id: b, type: short_answer, question: Who was it?, answer: Mona, "
            '"hint":*h }',
        ),
    ],
    ids=["link in the bank's reference", "formula there", "picture in the title", "hint"],
)
def test_what_stands_elsewhere_is_found_again(tmp_path: Path, bank: str, topic: str) -> None:
    """An alias and bank.yaml give an item what is not on its lines."""
    (tmp_path / "bank.yaml").write_text(f"id: a\ntitle: A\nmath: true\n{bank}")
    head = "" if "questions:" in topic else "questions:\n"
    entry = topic.replace("SHORT", "type: short_answer, question: Who is it?, answer: Al")
    (tmp_path / "t.yaml").write_text(f"topic: t\n{head}{entry}\n")
    store, expected = Dict(), findings(tmp_path, None)
    assert len(str(expected)) > 100
    assert [findings(tmp_path, store) for _ in range(3)] == [expected] * 3
    path = tmp_path / "t.yaml"
    path.write_text(path.read_text().replace("is Edda or", "is Mona or"))
    assert findings(tmp_path, store) == findings(tmp_path, None)
