"""A bank with several deck files, merged and split, and two banks made one: in real Anki."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.learners import Learner
from support.schools import ANKI, School

from quizgen import check

CAPITALS = """
- id: capitals
  type: matching
  question: Match.
  pairs: {France: Paris, Spain: Madrid, Italy: Rome}
  reference: r
"""
SUM = "- {id: q1, type: flashcard, front: Two and two, back: Four, reference: r}\n"
OTHER = "- {id: q2, type: flashcard, front: Capital of Peru, back: Lima, reference: r}\n"


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path / "project")


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Callable[[], Learner]]:
    learners: list[Learner] = []

    def new() -> Learner:
        learners.append(Learner(tmp_path / f"learner{len(learners)}"))
        return learners[-1]

    yield new
    for one in learners:
        one.close()


def test_a_second_deck_file_knows_the_pairs_of_the_first(
    school: School, learner: Callable[[], Learner]
) -> None:
    pupil = learner()
    school.write(CAPITALS)
    school.build()
    pupil.take(school.package("talks"))
    pupil.review_new()
    before = pupil.intervals()
    school.write(CAPITALS.replace("{France", "{Malta: Valletta, France"))
    school.build()
    school.deck("revision", ANKI.replace("Talks", "Revision"))
    school.build("revision")
    assert pupil.take(school.package("revision"))["new"] == 1
    after = pupil.intervals()
    assert after.pop("Malta") == 0
    assert after == before


def test_a_rename_holds_for_deck_files_that_come_later(
    school: School, learner: Callable[[], Learner]
) -> None:
    pupil = learner()
    school.write(SUM)
    school.build()
    pupil.take(school.package("talks"))
    pupil.review_new()
    before = pupil.intervals()
    school.write(SUM.replace("id: q1,", "id: sum, renamed_from: q1,"))
    school.build()
    school.write(SUM.replace("id: q1,", "id: sum,"))
    school.deck("revision", ANKI.replace("Talks", "Revision"))
    school.build("revision")
    assert "new" not in pupil.take(school.package("revision"))
    assert pupil.intervals() == before


def test_a_question_that_a_narrowed_deck_file_lost_is_not_blanked_by_its_update(
    school: School, learner: Callable[[], Learner]
) -> None:
    pupil = learner()
    school.write(SUM + OTHER)
    school.deck("revision", ANKI.replace("Talks", "Revision"))
    school.build()
    pupil.take(school.package("talks"))
    pupil.take(school.package("revision"))
    pupil.review_new()
    before = pupil.intervals()
    school.deck("talks", "bank: talks\nanki: {deck: Talks, ids: [q2]}\n")
    school.build()
    school.write(SUM.replace("id: q1,", "id: sum, renamed_from: q1,") + OTHER)
    school.build()
    assert not school.package("talks", update=True).exists()
    for name in ("talks", "revision"):
        pupil.take(school.package(name))
    assert pupil.intervals() == before


def test_two_deck_files_become_one(school: School, learner: Callable[[], Learner]) -> None:
    pupil = learner()
    school.write(SUM + OTHER)
    school.deck("talks", "bank: talks\nanki: {deck: Talks, ids: [q1]}\n")
    school.deck("revision", "bank: talks\nanki: {deck: Revision, ids: [q2]}\n")
    school.build()
    for name in ("talks", "revision"):
        pupil.take(school.package(name))
    pupil.review_new()
    before = pupil.intervals()
    (school.root / "decks/revision.yaml").unlink()
    school.deck("talks")
    assert [d.name for d in check(school.root) if "ledger" in d.name] == ["orphan-ledger"]
    school.build()
    assert pupil.take(school.package("talks")) == {}
    assert pupil.intervals() == before
    (school.root / "decks/revision.ledger").unlink()
    school.write(SUM)
    school.build()
    pupil.take(school.package("talks", update=True))
    assert pupil.retired() == {"talks/q2"}


def test_a_ledger_of_each_deck_file_becomes_one_of_the_bank(
    school: School, learner: Callable[[], Learner]
) -> None:
    """The ledger of format 1 stood beside the deck file and held all rows."""
    pupil = learner()
    school.write(CAPITALS + SUM)
    school.build()
    pupil.take(school.package("talks"))
    pupil.review_new()
    before = pupil.intervals()
    bank_ledger = school.root / "question_bank/talks/bank.ledger"
    former = bank_ledger.read_text().replace("quizgen-ledger 2", "quizgen-ledger 1")
    (school.root / "decks/talks.ledger").write_text(former)
    bank_ledger.unlink()
    package = school.package("talks").read_bytes()
    school.build()
    assert school.package("talks").read_bytes() == package
    school.write(CAPITALS)
    school.build()
    pupil.take(school.package("talks", update=True))
    assert pupil.retired() == {"talks/q1"}
    del before["Two and two"]
    assert pupil.intervals() == before


def test_a_question_moves_to_another_bank_with_its_reviews(
    school: School, learner: Callable[[], Learner]
) -> None:
    pupil = learner()
    school.write(CAPITALS + SUM)
    school.build()
    pupil.take(school.package("talks"))
    pupil.review_new()
    before = pupil.intervals()
    other = school.root / "question_bank/places"
    other.mkdir()
    (other / "bank.yaml").write_text("id: places\ntitle: Places\n")
    moved = CAPITALS.replace("id: capitals", "id: cities\n  renamed_from: talks/capitals")
    moved = moved.replace("{France", "{Malta: Valletta, France")
    (other / "cities.yaml").write_text(f"topic: cities\nquestions:{moved}")
    school.write(SUM)
    school.deck("places", "bank: places\nanki: {deck: Places}\n")
    school.build()
    assert not school.package("talks", update=True).exists()
    assert pupil.take(school.package("places"))["new"] == 1
    pupil.take(school.package("talks"))
    after = pupil.intervals()
    assert after.pop("Malta") == 0
    assert after == before
    forgotten = moved.replace("\n  renamed_from: talks/capitals", "")
    (other / "cities.yaml").write_text(f"topic: cities\nquestions:{forgotten}")
    school.build()
    assert pupil.take(school.package("places")) == {}


def test_two_banks_become_one(school: School, learner: Callable[[], Learner]) -> None:
    pupil = learner()
    school.write(SUM)
    other = school.root / "question_bank/places"
    other.mkdir()
    (other / "bank.yaml").write_text("id: places\ntitle: Places\n")
    (other / "cities.yaml").write_text(f"topic: cities\nquestions:{CAPITALS}")
    school.deck("places", "bank: places\nanki: {deck: Places}\n")
    school.build()
    for name in ("talks", "places"):
        pupil.take(school.package(name))
    pupil.review_new()
    before = pupil.intervals()
    for name in ("bank.yaml", "cities.yaml"):
        (other / name).unlink()  # bank.ledger stays until the next build
    school.deck("places", "bank: talks\nanki: {deck: Places}\n")
    moved = CAPITALS.replace("id: capitals", "id: capitals\n  renamed_from: places/capitals")
    school.write(SUM + moved)
    school.build()
    for name in ("talks", "places"):
        assert "new" not in pupil.take(school.package(name))
    assert pupil.intervals() == before
    (other / "bank.ledger").unlink()
    school.write(SUM + CAPITALS)
    school.build()
    assert pupil.take(school.package("places")) == {}
    school.write(SUM)
    school.build()
    pupil.take(school.package("places", update=True))
    assert pupil.retired() == {f"places/capitals/{n}" for n in _numbers(pupil)}


def _numbers(pupil: Learner) -> set[str]:
    return {name.rsplit("/", 1)[1] for name in pupil.retired()}


def test_a_leech_gets_the_correction_once_it_is_sent_again(
    school: School, learner: Callable[[], Learner]
) -> None:
    """A tag that a learner's Anki sets after the build makes it skip that build for good."""
    pupil = learner()
    school.write(SUM + OTHER)
    school.build()
    pupil.take(school.package("talks"))
    pupil.review_new()
    before = pupil.intervals()
    school.write(SUM.replace("Four", "4") + OTHER)
    school.build()
    corrected = school.package("talks")
    [leech] = pupil.collection.find_notes('Back:"Four"')
    note = pupil.collection.get_note(leech)
    note.tags.append("leech")
    pupil.collection.update_note(note)
    pupil.db.execute("update notes set mod = ? where id = ?", school.built + 30, leech)
    assert pupil.take(corrected) == {}
    school.build(resend=("q1",))
    assert pupil.take(corrected) == {"updated": 1}
    after = pupil.collection.get_note(leech)
    assert after["Back"] == "4"
    assert after.tags == ["topic::people"], "a correction replaces the tags of a note"
    assert pupil.intervals() == before
