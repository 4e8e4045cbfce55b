"""A learner's story, in real Anki: import a deck, study it, import the corrected one."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from support.updates import FIRST, QUESTIONS, Learner

from quizgen.writers.anki import note_types, packed
from quizgen.writers.anki.note_type import Field
from quizgen.writers.anki.note_types import CHOICE, NOTE_TYPES
from quizgen.writers.anki.templates import back, block, front

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQAY3Y2wAAAAAElFTkSuQmCC"
)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    one = Learner(tmp_path)
    yield one
    one.assert_nothing_lost()
    one.collection.close()


def test_nothing_edited_updates_nothing(learner: Learner) -> None:
    assert learner.import_(learner.package()) == {}


def test_one_edit_updates_one_note(learner: Learner) -> None:
    learner.change(QUESTIONS.replace("Where?", "In which city?"))
    assert learner.import_(learner.package()) == {"updated": 1}
    assert learner.note("a")["Question"] == "In which city?"


def test_a_second_edit_within_the_same_second_arrives(learner: Learner) -> None:
    for question in ("In which city?", "In which capital?"):
        learner.change(QUESTIONS.replace("Where?", question))
        package = learner.package()
        learner.built = FIRST
        assert learner.import_(package) == {"updated": 1}
        assert learner.note("a")["Question"] == question


def test_a_learners_own_edit_of_an_unchanged_note_stays(learner: Learner) -> None:
    mine = learner.note("b")
    mine["Explanation"] = "My own reminder"
    mine.tags.append("mine")
    learner.collection.update_note(mine)
    learner.change(QUESTIONS.replace("Where?", "In which city?"))
    assert learner.import_(learner.package()) == {"updated": 1}
    assert learner.note("b")["Explanation"] == "My own reminder"
    assert "mine" in learner.note("b").tags


def test_a_new_item_comes_as_new(learner: Learner) -> None:
    more = "- {id: z, type: flashcard, front: New, back: Indeed, reference: r}\n"
    learner.change(more + QUESTIONS)
    assert learner.import_(learner.package()) == {"new": 1}


def test_pairs_that_move_stay_themselves(learner: Learner) -> None:
    moved = "{Akiba: Japan, Jake Sullivan: US, Cho: Korea}"
    learner.change(QUESTIONS.replace("{Sullivan: US, Cho: Korea, Akiba: Japan}", moved))
    before = learner.parts("d", "Premise")
    assert learner.import_(learner.package()) == {"updated": 1}
    before["Jake Sullivan"] = before.pop("Sullivan")
    assert learner.parts("d", "Premise") == before


def test_an_earlier_event_pushes_no_other_aside(learner: Learner) -> None:
    learner.change(QUESTIONS.replace("{2001: one", "{2000: zero, 2001: one"))
    before = learner.parts("e", "Event")
    assert learner.import_(learner.package()) == {"new": 1, "updated": 1}
    after = learner.parts("e", "Event")
    assert after.pop("zero") not in before.values()
    assert after == before


def test_a_renamed_id_keeps_its_reviews(learner: Learner) -> None:
    learner.change(QUESTIONS.replace("id: b,", "id: bb, renamed_from: b,"))
    assert learner.import_(learner.package()) == {}


def test_a_new_stylesheet_updates_the_note_types_and_no_note(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "quizgen.writers.anki.planning.stylesheet", lambda: ".card { color: green }"
    )
    assert learner.import_(learner.package()) == {}
    assert learner.note("a").note_type()["css"] == ".card { color: green }"


def test_a_renamed_field_and_a_new_template_reach_the_learner(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    (template,) = CHOICE.templates
    stem = block("stem", "{{Prompt}}")
    changed = dataclasses.replace(
        CHOICE,
        own_fields=(Field("stem", "Prompt"), *CHOICE.own_fields[1:]),
        templates=(
            dataclasses.replace(
                template, front=front(stem + "{{Options}}"), back=back(stem + "{{Options}}!")
            ),
        ),
    )
    monkeypatch.setattr(note_types, "CHOICE", changed)
    others = [note_type for note_type in NOTE_TYPES if note_type is not CHOICE]
    monkeypatch.setattr("quizgen.writers.anki.planning.NOTE_TYPES", (changed, *others))
    monkeypatch.setitem(packed.BY_SLUG, "choice", changed)
    assert learner.import_(learner.package()) == {}
    assert learner.note("a")["Prompt"] == "Where?"
    assert "!" in learner.note("a").cards()[0].answer()


def test_a_renamed_deck_moves_nothing(learner: Learner) -> None:
    learner.change(QUESTIONS, deck="bank: talks\nanki: {deck: New name}\n")
    assert learner.import_(learner.package()) == {}


def test_a_replaced_picture_updates_the_notes_that_show_it(tmp_path: Path) -> None:
    picture = "- {id: p, type: flashcard, front: '![a map](m.png)', back: b, reference: r}\n"
    learner = Learner(tmp_path, picture + QUESTIONS, media={"m.png": PIXEL})
    learner.change(picture + QUESTIONS, media={"m.png": PIXEL + b"\0"})
    assert learner.import_(learner.package()) == {"updated": 1}
    assert list(learner.collection.media.check().missing) == []
    learner.assert_nothing_lost()
    learner.collection.close()


def test_a_retired_item_can_be_deleted_and_comes_back(learner: Learner) -> None:
    learner.change(QUESTIONS.replace("- {id: b,", "# ").replace("# ", "# x\n# ", 1))
    assert learner.import_(learner.package()) == {}
    assert learner.import_(learner.package("talks-update.apkg")) == {"updated": 1}
    assert learner.note("b")["Retired"] == "1"
    (empty,) = learner.collection.get_empty_cards().notes
    assert empty.will_delete_note
    learner.change(QUESTIONS)
    assert learner.import_(learner.package()) == {"updated": 1}
    assert learner.note("b")["Question"] == "Who?"
    assert list(learner.collection.get_empty_cards().notes) == []


def test_a_new_learner_gets_no_tombstone(learner: Learner, tmp_path: Path) -> None:
    learner.change(QUESTIONS.replace("- {id: b,", "# {id: b,"))
    fresh = Collection(str(tmp_path / "fresh.anki2"))
    request = ImportAnkiPackageRequest(
        package_path=str(learner.package()), options=ImportAnkiPackageOptions()
    )
    fresh.import_anki_package(request)
    assert fresh.find_notes("Id:talks/b") == []
    assert fresh.fix_integrity()[1]
    fresh.close()


def test_a_changed_type_is_a_new_note_and_no_conflict(learner: Learner) -> None:
    learner.change(
        QUESTIONS.replace("type: short_answer", "type: multiple_choice, distractors: [x]")
    )
    assert learner.import_(learner.package()) == {"new": 1}


SECOND = "bank: talks\nanki: {deck: Second}\n"
NARROW = "bank: talks\nanki: {deck: Talks, ids: [a, c, d, e]}\n"


def two_decks(learner: Learner) -> Path:
    """The learner has a second deck of the same bank as well. Gives its package's path."""
    (learner.root / "project" / "decks" / "second.yaml").write_text(SECOND)
    learner.package()
    return learner.root / "project" / "dist" / "second" / "second.apkg"


def test_a_second_deck_of_the_bank_overwrites_nothing(learner: Learner) -> None:
    assert learner.import_(two_decks(learner)) == {}
    learner.change(QUESTIONS.replace("Where?", "In which city?"))
    assert learner.import_(learner.package()) == {"updated": 1}
    second = learner.root / "project" / "dist" / "second" / "second.apkg"
    assert learner.import_(second) == {}


def test_an_item_that_another_deck_keeps_does_not_retire(learner: Learner) -> None:
    second = two_decks(learner)
    learner.change(QUESTIONS, deck=NARROW)
    package = learner.package("talks-update.apkg")
    assert not package.exists()
    (learner.root / "project" / "decks" / "second.yaml").unlink()
    assert learner.import_(learner.package("talks-update.apkg")) == {"updated": 1}
    assert second.exists()


def test_an_item_that_moves_to_another_deck_is_not_blanked(learner: Learner) -> None:
    (learner.root / "project" / "decks" / "second.yaml").write_text(
        "bank: talks\nanki: {deck: Second, ids: [b]}\n"
    )
    learner.change(QUESTIONS, deck=NARROW)
    assert not learner.package("talks-update.apkg").exists()
    second = learner.root / "project" / "dist" / "second" / "second.apkg"
    assert learner.import_(second) == {}
    assert learner.note("b")["Question"] == "Who?"


def test_an_update_package_goes_when_what_retired_is_back(learner: Learner) -> None:
    learner.change(QUESTIONS, deck=NARROW)
    assert learner.package("talks-update.apkg").exists()
    learner.change(QUESTIONS)
    assert not learner.package("talks-update.apkg").exists()


def test_ten_thousand_notes_with_a_review_each(tmp_path: Path) -> None:
    entries = [
        f"- {{id: q{n}, type: flashcard, front: F{n}, back: B, reference: r}}"
        for n in range(10_000)
    ]
    learner = Learner(tmp_path, "\n".join(entries), deck="bank: talks\nanki: {deck: D}\n")
    assert len(learner.before) == 10_000
    assert learner.import_(learner.package()) == {}
    entries[5000] = entries[5000].replace("back: B", "back: Corrected")
    learner.change("\n".join(entries), deck="bank: talks\nanki: {deck: D}\n")
    assert learner.import_(learner.package()) == {"updated": 1}
    learner.assert_nothing_lost()
    learner.collection.close()
