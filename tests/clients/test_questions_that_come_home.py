"""A question that moves to another bank, comes home and moves again: in real Anki."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import mistakes
from support.learners import Learner
from support.schools import ANKI, School

from quizgen import check

SUM = "- {id: q1, type: flashcard, front: Two and two, back: Four, reference: r}\n"


class Moving:
    """Two banks, and a matching question that is now in the one, now in the other."""

    def __init__(self, root: Path) -> None:
        self.school = School(root)
        self.school.write(SUM)
        self.other = root / "question_bank/places"
        self.other.mkdir()
        (self.other / "bank.yaml").write_text("id: places\ntitle: Places\n")
        self.school.deck("places", "bank: places\nanki: {deck: Places}\n")

    def build(self, bank: str, pairs: str, came_from: str = "") -> None:
        """Build with the question in `bank`; `came_from` is the other, where it was before."""
        former = f", renamed_from: {came_from}/c" if came_from else ""
        ours = (
            f"- {{id: c, type: matching, question: Match., pairs: {pairs}, reference: r{former}}}\n"
        )
        theirs = "- {id: p, type: flashcard, front: Capital of Peru, back: Lima, reference: r}\n"
        self.school.write(SUM + ours * (bank == "talks"))
        (self.other / "t.yaml").write_text(
            f"topic: t\nquestions:\n{theirs}{ours * (bank == 'places')}"
        )
        self.school.build()


@pytest.fixture
def moving(tmp_path: Path) -> Moving:
    return Moving(tmp_path / "project")


@pytest.fixture
def pupil(tmp_path: Path) -> Iterator[Learner]:
    one = Learner(tmp_path / "learner")
    yield one
    one.assert_reviews_kept()
    one.close()


def responses(pupil: Learner) -> dict[str, str]:
    """The response of each pair that has not retired, by its premise."""
    notes = map(pupil.collection.get_note, pupil.collection.find_notes("Premise:_*"))
    return {note["Premise"]: note["Response"] for note in notes if not note["Retired"]}


AS_IT_WAS = "{France: Paris, Spain: Madrid}"
CORRECTED = "{France: Paris on the Seine, Spain: Madrid}"


def test_what_is_taken_back_at_home_arrives(moving: Moving, pupil: Learner) -> None:
    moving.build("talks", AS_IT_WAS)
    for name in ("talks", "places"):
        pupil.take(moving.school.package(name))
    pupil.review_new()
    moving.build("places", CORRECTED, "talks")
    assert pupil.take(moving.school.package("places")) == {"updated": 2}
    moving.build("talks", AS_IT_WAS, "places")
    assert not moving.school.package("places", update=True).exists(), "nothing has retired"
    assert pupil.take(moving.school.package("talks")) == {"updated": 2}
    assert responses(pupil) == {"France": "Paris", "Spain": "Madrid"}
    moving.build("places", CORRECTED, "talks")
    assert not moving.school.package("talks", update=True).exists(), "nothing has retired"
    assert pupil.take(moving.school.package("places")) == {"updated": 2}
    assert responses(pupil) == {"France": "Paris on the Seine", "Spain": "Madrid"}


def test_pairs_that_were_corrected_at_home_are_known_abroad(moving: Moving, pupil: Learner) -> None:
    moving.build("talks", AS_IT_WAS)
    for name in ("talks", "places"):
        pupil.take(moving.school.package(name))
    pupil.review_new()
    steps = [
        ("places", AS_IT_WAS, "talks"),
        ("talks", AS_IT_WAS, "places"),
        ("talks", AS_IT_WAS.replace("France", "Frankreich"), ""),
        ("talks", AS_IT_WAS.replace("France: Paris", "Frankreich: Lutetia"), ""),
        ("places", AS_IT_WAS.replace("France: Paris", "Frankreich: Lutetia"), "talks"),
    ]
    for bank, pairs, came_from in steps:
        moving.build(bank, pairs, came_from)
        taken = pupil.take(moving.school.package(bank))
        assert "new" not in taken, (bank, pairs, taken)
    assert responses(pupil) == {"Frankreich": "Lutetia", "Spain": "Madrid"}


def test_a_question_that_is_deleted_at_home_retires_in_both_decks(
    moving: Moving, pupil: Learner
) -> None:
    moving.build("talks", AS_IT_WAS)
    moving.build("places", AS_IT_WAS, "talks")
    moving.build("talks", AS_IT_WAS, "places")
    for name in ("talks", "places"):
        pupil.take(moving.school.package(name))
    pupil.review_new()
    moving.build("nowhere", AS_IT_WAS)
    for name in ("talks", "places"):
        assert moving.school.package(name, update=True).exists()
    assert pupil.take(moving.school.package("places", update=True)) == {"updated": 2}
    assert responses(pupil) == {}
    moving.build("talks", AS_IT_WAS)
    assert pupil.take(moving.school.package("talks")) == {"updated": 2}
    assert responses(pupil) == {"France": "Paris", "Spain": "Madrid"}


def test_the_id_of_a_question_that_moved_away_is_not_free(moving: Moving) -> None:
    moving.build("talks", AS_IT_WAS)
    moving.build("places", AS_IT_WAS, "talks")
    new = "- {id: c, type: flashcard, front: New, back: Card, reference: r}\n"
    moving.school.write(SUM + new)
    (found,) = mistakes(check(moving.school.root))
    assert found.name == "renamed-from-taken"
    assert found.span.source.path.name == "people.yaml"
    assert "of the bank 'places'" in found.message
    moving.school.write(SUM + new.replace("id: c", "id: d"))
    assert mistakes(check(moving.school.root)) == []


def test_a_question_that_is_copied_and_not_moved_is_told(moving: Moving) -> None:
    moving.build("talks", AS_IT_WAS)
    topic = moving.other / "t.yaml"
    copied = "- {id: e, type: flashcard, front: F, back: B, reference: r, renamed_from: talks/q1}\n"
    topic.write_text(topic.read_text() + copied)
    (found,) = mistakes(check(moving.school.root))
    assert found.name == "renamed-from-taken"
    assert found.span.source.path.name == "t.yaml"
    assert "still has the question 'q1'" in found.message


def test_the_ledger_of_a_bank_that_is_gone_holds_nothing(moving: Moving, pupil: Learner) -> None:
    moving.build("talks", AS_IT_WAS)
    moving.build("places", AS_IT_WAS, "talks")
    for name in ("talks", "places"):
        pupil.take(moving.school.package(name))
    pupil.review_new()
    for name in ("bank.yaml", "t.yaml"):
        (moving.other / name).unlink()
    moving.school.deck("places", ANKI.replace("Talks", "Places"))
    home = f"- {{id: c, type: matching, question: Match., pairs: {AS_IT_WAS}, reference: r"
    moving.school.write(f"{SUM}{home}, renamed_from: places/c}}\n")
    moving.school.build()
    assert pupil.retired() == set()
    moving.school.write(SUM)
    moving.school.build()
    pupil.take(moving.school.package("places", update=True))
    assert responses(pupil) == {}
