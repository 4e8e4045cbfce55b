"""Learners who have the sample deck from an earlier day take the one of today, in real Anki.

`tests/support/released/` has packages as they lay in `dist/` on the days that they are named for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.learners import MINE, Learner
from support.paths import ROOT

TODAY = ROOT / "dist/seoul-talks/seoul-talks.apkg"
EARLIER = sorted((ROOT / "tests/support/released").glob("*.apkg"))


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    one = Learner(tmp_path / "learner")
    yield one
    one.close()


def texts(learner: Learner) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Fields and tags of each note by its guid."""
    notes = map(learner.collection.get_note, learner.collection.find_notes(""))
    return {note.guid: (tuple(note.fields), tuple(note.tags)) for note in notes}


@pytest.mark.parametrize("earlier", EARLIER, ids=lambda path: path.stem)
def test_every_review_stays_and_every_correction_arrives(
    earlier: Path, learner: Learner, tmp_path: Path
) -> None:
    learner.take(earlier)
    learner.review_new()
    before = texts(learner)
    log = learner.take(TODAY)
    assert set(log) <= {"new", "updated"}
    learner.assert_reviews_kept()
    fresh = Learner(tmp_path / "fresh")
    fresh.take(TODAY)
    meant = texts(fresh)
    fresh.close()
    after = texts(learner)
    assert {guid: after[guid] for guid in meant} == meant
    assert log.get("updated", 0) == sum(before[guid] != meant[guid] for guid in before)
    assert log.get("new", 0) == len(meant.keys() - before.keys())


@pytest.mark.parametrize("earlier", EARLIER, ids=lambda path: path.stem)
def test_what_a_learner_wrote_into_notes_that_did_not_change_stays(
    earlier: Path, learner: Learner
) -> None:
    learner.take(earlier)
    before = texts(learner)
    for note in map(learner.collection.get_note, learner.collection.find_notes("")):
        note.tags.append(MINE.replace(" ", "-"))
        learner.collection.update_note(note)
        learner.db.execute("update notes set mod = ? where id = ?", note.mod, note.id)
    updated = learner.take(TODAY).get("updated", 0)
    kept = [fields for fields, tags in texts(learner).values() if MINE.replace(" ", "-") in tags]
    assert len(kept) == len(before) - updated
