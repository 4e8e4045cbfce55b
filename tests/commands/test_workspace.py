"""What only shows when banks, deck files and ledgers are seen together."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import CHOICE, mistakes, told, write_project

from quizgen import build, check
from quizgen.assemble.matching_items import matching
from quizgen.commands import workspace
from quizgen.commands.ledgers import files
from quizgen.model.source import Source
from quizgen.readers.deck_file import read_deck_file


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "p", CHOICE)
    monkeypatch.chdir(root)
    assert build(root, built=1_700_000_000).files
    return root


def names(root: Path) -> list[str]:
    """What `check` finds; `build` finds the same and writes nothing."""
    found = [diagnostic.name for diagnostic in mistakes(check(root))]
    built = build(root, built=1_700_000_100)
    assert sorted(d.name for d in mistakes(built.diagnostics)) in (found, found[:1])
    assert bool(built.files + built.up_to_date) != bool(found)
    return found


def test_two_banks_of_one_id(root: Path) -> None:
    shutil.copytree(root / "question_bank/talks", root / "question_bank/copy")
    found = check(root)
    assert {d.name for d in found} == {"duplicate-bank-id", "bank-not-used"}
    [place] = {(d.span.line, d.span.column) for d in found if d.name == "duplicate-bank-id"}
    assert place == (1, 5), "where the id stands"
    assert "duplicate-bank-id" in [d.name for d in build(root, built=1_700_000_100).diagnostics]


def test_a_deck_file_renamed_without_its_ledger(root: Path) -> None:
    (root / "decks/talks.yaml").rename(root / "decks/new.yaml")
    assert [d.name for d in check(root)] == ["orphan-ledger", "outputs-without-deck"]
    shutil.copy(root / "decks/new.yaml", root / "decks/second.yaml")
    helps = {one.help for one in check(root) if one.name == "orphan-ledger"}
    assert helps == {"if it was renamed, rename talks.ledger likewise; else build, then delete it"}
    (root / "decks/second.yaml").unlink()
    assert build(root, built=1_700_000_100).files
    orphan = next(one for one in check(root) if one.name == "orphan-ledger")
    assert orphan.help == "build, then delete talks.ledger"  # renamed now, it would replace the new
    given = (root / "decks/new.ledger").read_text().splitlines()[3:]
    assert given == (root / "decks/talks.ledger").read_text().splitlines()[3:]
    (root / "decks/talks.ledger").unlink()
    shutil.rmtree(root / "dist/talks")
    assert names(root) == []


def test_a_ledger_whose_bank_and_deck_file_are_gone_is_named_until_it_is_deleted(
    root: Path,
) -> None:
    bank = root / "question_bank/talks/bank.yaml"
    bank.write_text(re.sub("^id: .*", "id: later", bank.read_text(), flags=re.MULTILINE))
    (root / "question_bank/talks/bank.ledger").unlink()
    bank.parent.rename(root / "question_bank/later")
    deck_file = root / "decks/talks.yaml"
    (root / "decks/later.yaml").write_text(re.sub("bank: .*", "bank: later", deck_file.read_text()))
    deck_file.unlink()
    shutil.rmtree(root / "dist/talks")
    [orphan] = check(root)
    assert orphan.name == "orphan-ledger"
    assert "nor the bank 'talks'" in orphan.message
    (root / "decks/talks.ledger").unlink()
    assert names(root) == []


@pytest.mark.parametrize("ledger", ["decks/talks.ledger", "question_bank/talks/bank.ledger"])
def test_a_ledger_that_is_gone(root: Path, ledger: str) -> None:
    (root / ledger).unlink()
    assert names(root) == ["ledger-missing"]
    elsewhere = build(root, built=1_700_000_100, out=root / "other")
    assert [d.name for d in elsewhere.diagnostics] == ["ledger-missing"]


def test_an_id_that_a_rename_set_free_is_not_free(root: Path) -> None:
    renamed = CHOICE.replace("id: host-city", "id: capital\n  renamed_from: host-city")
    write_project(root, renamed)
    build(root, built=1_700_000_100)
    write_project(root, renamed.replace("\n  renamed_from: host-city", "") + CHOICE)
    assert names(root) == ["renamed-from-taken"]


@pytest.mark.parametrize("front", ["'[](https://x.y)'", '"\\u200b"', '"\\u3000"'])
def test_a_question_that_shows_nothing_is_told_and_not_retired(root: Path, front: str) -> None:
    write_project(
        root, f"- {{id: host-city, type: flashcard, front: {front}, back: b, reference: r}}"
    )
    assert names(root) == ["empty-value"]
    assert "retired" not in (root / "question_bank/talks/bank.ledger").read_text()


def test_editors_own_files_are_left_alone(root: Path) -> None:
    (root / "question_bank/talks/.#people.yaml").symlink_to("nowhere")
    (root / "question_bank/talks/._people.yaml").write_bytes(b"\0\1")
    assert names(root) == []


def test_pictures_where_none_can_be(root: Path) -> None:
    (root / "decks/talks.yaml").write_text(
        "bank: talks\nanki: {deck: T, description: '![logo](l.png)'}\n"
    )
    assert names(root) == ["misplaced-picture"]


def test_pictures_inside_a_gap_are_looked_at(root: Path) -> None:
    cloze = '- {id: x, type: cloze, text: "{{c1::![](m.png)}}", reference: r}'
    write_project(root, cloze)
    found = check(root)
    assert told(found) == ["missing-alt-text@3:30", "missing-media@3:30"]


def test_a_name_that_no_finding_has_is_refused(tmp_path: Path) -> None:
    write_project(tmp_path)
    with pytest.raises(ValueError, match="matching-size"):
        check(tmp_path, select=["matching-sise"])
    with pytest.raises(ValueError, match="duplicate-id"):
        build(tmp_path, built=1, ignore=["duplicate-id"])
    assert check(tmp_path, select="matching-size") == ()


def test_a_bank_that_no_deck_file_names_is_told(root: Path) -> None:
    folder = root / "question_bank/new"
    shutil.copytree(root / "question_bank/talks", folder)
    text = (folder / "bank.yaml").read_text()
    (folder / "bank.yaml").write_text(re.sub("^id: .*", "id: new", text, flags=re.MULTILINE))
    (folder / "bank.ledger").unlink()
    [unused] = check(root)
    assert unused.name == "bank-not-used"
    assert unused.span.source.path.parent.name == "new"
    assert "write `bank: new` in a deck file" in str(unused.help)
    (root / "decks/new.yaml").write_text("bank: new\nanki: {deck: New}\n")
    assert [d.name for d in check(root)] == []


def test_no_bank_is_unused_where_a_deck_file_cannot_be_read_or_there_is_none(root: Path) -> None:
    deck_file = root / "decks/talks.yaml"
    deck_file.write_text("bank: [\n")
    assert "bank-not-used" not in [d.name for d in check(root)]
    deck_file.unlink()
    assert "bank-not-used" not in [d.name for d in check(root)]


def test_each_deck_file_is_read_as_often_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each looks at what all others hold: a school has hundreds of them for one bank."""
    read: list[Path] = []
    matched: list[str] = []

    def reading(source: Source, *arguments: Any) -> Any:
        read.append(source.path)
        return read_deck_file(source, *arguments)

    def matching_items(*arguments: Any) -> Any:
        matched.append("")
        return matching(*arguments)

    monkeypatch.setattr(workspace, "read_deck_file", reading)
    monkeypatch.setattr(files, "matching", matching_items)
    counts = []
    for count in (4, 12):
        root = tmp_path / str(count)
        root.mkdir()
        write_project(root)
        for number in range(1, count):
            text = f"bank: talks\nanki: {{deck: Talks {number}}}\n"
            (root / "decks" / f"deck-{number}.yaml").write_text(text)
        read.clear()
        matched.clear()
        assert build(root, built=1).files
        assert len(matched) == count
        counts.append(len(read) / count)
    assert counts[0] == counts[1]
