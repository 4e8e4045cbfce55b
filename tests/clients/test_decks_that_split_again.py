"""Deck files that become one and are two again: old ledgers hold nobody up, in real Anki."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.learners import Learner
from support.schools import School

SUM = "- {id: q1, type: flashcard, front: Two and two, back: Four, reference: r}\n"
OTHER = "- {id: q2, type: flashcard, front: Capital of Peru, back: Lima, reference: r}\n"
CORRECTED = OTHER.replace("back: Lima", "back: Lima on the coast")
TWICE = OTHER.replace("back: Lima", "back: Lima on the Pacific")
FIRST_HALF = "bank: talks\nanki: {deck: Talks, ids: [q1]}\n"
SECOND_HALF = "bank: talks\nanki: {deck: Revision, ids: [q2]}\n"


@pytest.fixture
def school(tmp_path: Path) -> School:
    """Two deck files, a question each, released."""
    school = School(tmp_path / "project")
    school.write(SUM + OTHER)
    school.deck("talks", FIRST_HALF)
    school.deck("revision", SECOND_HALF)
    school.build()
    return school


@pytest.fixture
def pupils(school: School, tmp_path: Path) -> Iterator[Callable[[], Learner]]:
    learners: list[Learner] = []

    def new() -> Learner:
        pupil = Learner(tmp_path / f"learner{len(learners)}")
        learners.append(pupil)
        for name in ("talks", "revision"):
            pupil.take(school.package(name))
        pupil.review_new()
        return pupil

    yield new
    for one in learners:
        one.close()


def as_in_format_1(school: School, *names: str) -> None:
    """Turn the ledgers into those of the time when each deck file had all rows of its own."""
    bank_ledger = school.root / "question_bank/talks/bank.ledger"
    former = bank_ledger.read_text().replace("quizgen-ledger 2", "quizgen-ledger 1")
    for name, item in zip(names, ("q1", "q2"), strict=True):
        other = "q2" if item == "q1" else "q1"
        rows = [line for line in former.splitlines() if not line.startswith(f"note\t{other}\t")]
        (school.root / f"decks/{name}.ledger").write_text("\n".join(rows) + "\n")
    bank_ledger.unlink()


@pytest.mark.parametrize("former", [False, True], ids=["now", "ledgers of format 1"])
def test_a_correction_arrives_although_an_old_ledger_lies_there(
    school: School, pupils: Callable[[], Learner], former: bool
) -> None:
    pupil, of_another_class = pupils(), pupils()
    if former:
        as_in_format_1(school, "talks", "revision")
    old = (school.root / "decks/revision.ledger").read_text()
    (school.root / "decks/revision.yaml").unlink()
    school.deck("talks")
    school.write(SUM + CORRECTED)
    school.build()
    assert pupil.take(school.package("talks")) == {"updated": 1}
    (school.root / "decks/revision.ledger").write_text(old)  # as git gives it back
    school.deck("talks", FIRST_HALF)
    school.deck("revision", SECOND_HALF)
    school.build()
    assert pupil.take(school.package("revision")) == {}, "nothing has changed since"
    assert of_another_class.take(school.package("revision")) == {"updated": 1}
    assert not school.package("talks", update=True).exists(), "nothing has retired"
    school.write(SUM + TWICE)
    school.build()
    for one in (pupil, of_another_class):
        assert one.take(school.package("revision")) == {"updated": 1}
        (note,) = one.collection.find_notes("Id:talks/q2")
        assert one.collection.get_note(note)["Back"] == "Lima on the Pacific"
        assert sorted(one.intervals().values()) == [30, 31]
